"""What it costs that figures of 360 reviews are rounded before they leave: errors, ties and order.

Run with ``python -m benchmarks.review_cost``; the tables stand in docs/reviews.md. Everything is seeded.
"""

from __future__ import annotations

from itertools import combinations, combinations_with_replacement

import numpy as np
from scipy.stats import kendalltau

from scoring.reviews import release
from scoring.reviews.confidentiality import cells

BRANCHES = 200
PEOPLE = 48
SIZES = (4, 5, 6, 7, 8, 10, 12, 20)


def value(answers: np.ndarray) -> float:
    """What counts of these answers."""
    raters = [str(k) for k in range(len(answers))]
    return release(answers.tolist(), raters, confidential=True, minimum=4).points


def ratings(rng: np.random.Generator, raters: int) -> np.ndarray:
    """(people, raters) answers 1–5 as people give them: around 4.1, people half a step apart."""
    worth = rng.normal(4.1, 0.5, (PEOPLE, 1))
    return np.clip(np.rint(worth + rng.normal(0, 0.6, (PEOPLE, raters))), 1, 5)


def accuracy() -> None:
    """Error of the figure, and how well it keeps the order, by the number of raters."""
    print("| raters | cells | lowest, highest | mean error | largest | τ | different figures |")
    print("|---|---|---|---|---|---|---|")
    for raters in SIZES:
        rng = np.random.default_rng([2026, raters])
        errors, taus, distinct = [], [], []
        for _ in range(BRANCHES):
            given = ratings(rng, raters)
            exact = 25 * (given.mean(axis=1) - 1)
            told = np.array([value(row) for row in given])
            errors.append(np.abs(told - exact))
            taus.append(kendalltau(told, exact).statistic)
            distinct.append(len(set(told)))
        found = cells(raters)
        print(
            f"| {raters} | {len(found)} | < {found[0].high:g}, ≥ {found[-1].low:g} | {np.mean(errors):.1f} |"
            f" {np.max(errors):.1f} | {np.mean(taus):.2f} | {np.mean(distinct):.0f} |"
        )


def two_colluders() -> None:
    """How often two raters who tell each other what they said could work out all others: of all patterns of
    answers and pairs of raters, and of those that people give."""
    print("\n| raters | two know all others, of all patterns | of patterns as people give them |")
    print("|---|---|---|")
    for raters in (4, 5, 6, 8, 11):
        rests: dict[tuple[float, ...], set[tuple[int, ...]]] = {}
        cases = []
        for answers in combinations_with_replacement(range(1, 6), raters):
            told = value(np.array(answers, dtype=float))
            for i, j in combinations(range(raters), 2):
                seen = (told, answers[i], answers[j])
                rests.setdefault(seen, set()).add(answers[:i] + answers[i + 1 : j] + answers[j + 1 :])
                cases.append(seen)
        alone = {seen for seen, rest in rests.items() if len(rest) == 1}
        rng = np.random.default_rng([2027, raters])
        given = np.sort(np.vstack([ratings(rng, raters) for _ in range(100)]), axis=1).astype(int)
        as_given = [
            (told, int(row[i]), int(row[j]))
            for row in given
            for told in [value(row)]
            for i, j in combinations(range(raters), 2)
        ]
        print(
            f"| {raters} | {100 * sum(c in alone for c in cases) / len(cases):.2f} %"
            f" | {100 * sum(c in alone for c in as_given) / len(as_given):.2f} % |"
        )


if __name__ == "__main__":
    accuracy()
    two_colluders()
