"""Figures over several items, of random branches: no answer is found that only one value fits."""

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from scoring.reviews import Past, State, release

OPEN_END = 1e-7
"""A cell's upper edge is not in it; means of whole levels over few items are further from it than this."""


def figure(answers, raters, before=()):
    """`answers`: rater → answers to the items, NaN where one could not be judged."""
    means = [np.nanmean(answers[r]) for r in raters if not np.isnan(answers[r]).all()]
    return release(means, raters, confidential=True, minimum=4, before=before)


def told(answers, raters, found, place):
    """What a figure says of the answers: a row of weights and the bounds of their sum."""
    row = np.zeros(len(place))
    judging = [r for r in raters if not np.isnan(answers[r]).all()]
    for r in judging:
        given = np.flatnonzero(~np.isnan(answers[r]))
        for item in given:
            row[place[r, int(item)]] = 1 / len(given) / len(judging)
    return row, found.told_low, found.told_high if found.told_high == 5 else found.told_high - OPEN_END


def determined(answers, releases, known):
    """The answers (rater, item) that only one value fits, given what `releases` say and what is `known`."""
    place = {}
    for rater, given in answers.items():
        for item in np.flatnonzero(~np.isnan(given)):
            place[rater, int(item)] = len(place)
    rows = [told(answers, raters, found, place) for raters, found in releases if found.told]
    low, high = np.ones(len(place)), np.full(len(place), 5.0)
    for (rater, item), at in place.items():
        if rater == known:
            low[at] = high[at] = answers[rater][item]
    limits = [LinearConstraint(row, below, above) for row, below, above in rows]
    found = []
    for (rater, item), at in place.items():
        if rater == known:
            continue
        ends = []
        for sign in (1, -1):
            aim = np.zeros(len(place))
            aim[at] = sign
            done = milp(aim, constraints=limits, bounds=Bounds(low, high), integrality=np.ones(len(place)))
            assert done.success
            ends.append(round(done.x[at]))
        if ends[0] == ends[1]:
            found.append((rater, item))
    return found


def branch(seed):
    """Raters' answers, most of them high as people answer, in some branches all but a few the best."""
    rng = np.random.default_rng([2026, 11, seed])
    raters, items = int(rng.integers(4, 12)), int(rng.integers(2, 4))
    high = rng.choice([0.4, 0.75, 0.95])
    answers = {f"r{k}": rng.binomial(4, high, items) + 1.0 for k in range(raters)}
    for given in answers.values():
        given[rng.random(items) < 0.1] = np.nan
    return rng, answers


@pytest.mark.parametrize("seed", range(30))
def test_no_answer_of_a_random_branch_is_determined(seed):
    rng, answers = branch(seed)
    raters = list(answers)
    first = raters[: int(rng.integers(max(1, len(raters) - 3), len(raters) + 1))]
    second = raters[int(rng.integers(0, 3)) :]
    before = figure(answers, first)
    now = figure(answers, second, [Past(frozenset(first), before)])
    known = rng.choice([*raters, ""])
    assert determined(answers, [(first, before), (second, now)], known) == []


def test_the_solver_finds_what_can_be_subtracted():
    # Two exact means, one rater more: the answers of the one who came are known.
    answers = {f"r{k}": np.array([3.0, 4.0]) for k in range(4)} | {"new": np.array([5.0, 5.0])}
    raters = list(answers)
    exact = [
        type("Exact", (), {"told": True, "told_low": mean - 1e-9, "told_high": mean + 2 * OPEN_END})
        for mean in (3.5, (4 * 3.5 + 5) / 5)
    ]
    assert determined(answers, [(raters[:4], exact[0]), (raters, exact[1])], "") == [("new", 0), ("new", 1)]


def test_most_of_these_branches_are_shown_something():
    shown = 0
    for seed in range(30):
        _, answers = branch(seed)
        shown += figure(answers, list(answers)).state is State.SHOWN
    assert shown > 20
