"""How firm a ranking is: exact rational results, other solvers, and what must hold for any scores."""

import csv
import json
import tracemalloc
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog, minimize
from scipy.stats import rankdata

from scoring import AnalysisError, score, stability
from scoring.ranking import competition_ranks, ranks_of_keys, ranks_of_rows
from scoring.scheme import Scheme
from tests.places import golden
from tests.scoring import worked_example as example
from tests.scoring.worked_example import V2


def matrix_8x5():
    with golden("stability/matrix_8x5.csv").open(encoding="utf-8") as file:
        return np.array([[float(cell) for cell in row[1:]] for row in list(csv.reader(file))[1:]])


def golden_json(name):
    return json.loads(golden(f"stability/{name}").read_text(encoding="utf-8"))


def test_intervals_equal_the_rational_results():
    case, scores = golden_json("weight_stability_intervals.json"), matrix_8x5()
    whole = stability.intervals(scores, case["weights"])
    first = stability.intervals(scores, case["weights"], top=1)
    for criterion in case["by_criterion"]:
        k = criterion["criterion"]
        assert whole[k] == pytest.approx(criterion["full_ranking_interval"], abs=1e-12)
        assert first[k] == pytest.approx(criterion["winner_interval"], abs=1e-12)
        exact = [float(Fraction(end)) for end in criterion["full_ranking_interval_exact"]]
        assert whole[k] == pytest.approx(exact, abs=1e-12)


def two_criteria():
    case = golden_json("exact_2criteria.json")
    return case, np.array([[float(Fraction(x)) for x in row] for row in case["alternatives"].values()])


def test_every_segment_of_two_criteria_is_found_from_its_middle():
    case, scores = two_criteria()
    for segment in case["segments"]:
        middle = (segment["from"] + segment["to"]) / 2
        found = stability.intervals(scores, [middle, 1 - middle])[0]
        assert found == pytest.approx((segment["from"], segment["to"]), abs=1e-12)


def test_acceptability_approaches_the_exact_shares():
    case, scores = two_criteria()
    found = stability.rank_acceptability(scores, [0.5, 0.5], around="simplex", draws=40_000, seed=3)
    exact = np.array(list(case["acceptability"].values()))
    # Four standard errors of a share near one half.
    assert np.abs(found.ranks - exact).max() < 4 * 0.5 / np.sqrt(40_000)
    assert found.expected_rank == pytest.approx(exact @ [1, 2, 3, 4], abs=0.03)


SCORES = st.integers(2, 8).flatmap(
    lambda n: st.lists(st.lists(st.integers(0, 120), min_size=3, max_size=3), min_size=n, max_size=n)
)


def order(scores, weights):
    return np.argsort(-(scores @ weights), kind="stable")


@settings(deadline=None, max_examples=60)
@given(SCORES, st.lists(st.integers(1, 9), min_size=3, max_size=3), st.integers(0, 2))
def test_inside_an_interval_nobody_changes_and_beyond_it_somebody_does(raw, raw_weights, k):
    scores, weights = np.array(raw, dtype=float), np.array(raw_weights, dtype=float)
    weights *= 100 / weights.sum()
    if len(np.unique(np.round(scores @ weights, 6))) < len(scores):
        return
    low, high = stability.intervals(scores, weights)[k]

    def at(t):
        moved = weights * (100 - t) / (100 - weights[k])
        moved[k] = t
        return moved

    before = order(scores, weights)
    inside = np.linspace(low, high, 23)[1:-1]
    assert all((order(scores, at(t)) == before).all() for t in inside)
    for end, beyond in ((low, low - 1e-6), (high, high + 1e-6)):
        if 1e-6 < end < 100 - 1e-6:
            assert not (order(scores, at(beyond)) == before).all()


def test_a_cap_ends_an_interval_where_two_meet_at_it():
    # Under more weight on the first, both rise above the cap of 100 and draw level there.
    scores, weights = [[110, 90], [105, 60]], [50, 50]
    low, high = stability.intervals(scores, weights, ceilings=100.0)[0]
    assert low == 0 and high == pytest.approx(100 * 40 / 45)


def random_pair(rng):
    m = int(rng.integers(2, 9))
    weights = rng.dirichlet(np.ones(m)) * 100
    upper, lower, head = rng.uniform(0, 100, m), rng.uniform(0, 100, m), float(rng.normal())
    if (upper - lower) @ weights / 100 + head < 0:
        upper, lower, head = lower, upper, -head
    bounds = (0.0, 100.0) if rng.random() < 0.5 else (np.maximum(weights - 5, 0), weights + 5)
    return upper, lower, weights, head, bounds


def test_flips_equal_a_linear_programme_and_a_quadratic_solver():
    rng = np.random.default_rng(0)
    impossible = 0
    for _ in range(60):
        upper, lower, weights, head, bounds = random_pair(rng)
        lead, m = upper - lower, len(weights)
        low, high = (np.broadcast_to(b, weights.shape) for b in bounds)
        given_up = [(0, max(w - a, 0)) for w, a in zip(weights, low, strict=True)]
        gained = [(0, max(b - w, 0)) for w, b in zip(weights, high, strict=True)]
        solved = linprog(
            np.ones(2 * m),
            A_eq=np.array([np.r_[np.ones(m), -np.ones(m)], np.r_[lead, -lead]]),
            b_eq=[0, -(lead @ weights) - head * 100],
            bounds=gained + given_up,
        )
        found = stability.smallest_flip(upper, lower, weights, head_start=head, bounds=bounds)
        if solved.status == 2:
            impossible += 1
            assert found.weights is None
            continue
        assert found.l1 == pytest.approx(solved.fun, abs=1e-9)
        near = stability.smallest_flip(upper, lower, weights, norm="l2", head_start=head, bounds=bounds)
        assert lead @ near.weights + head * 100 == pytest.approx(0, abs=1e-7)
        assert near.weights.sum() == pytest.approx(100) and (near.weights >= low - 1e-9).all()
        quadratic = minimize(
            lambda w, weights=weights: ((w - weights) ** 2).sum(),
            found.weights,
            bounds=list(zip(low, high, strict=True)),
            constraints=[
                {"type": "eq", "fun": lambda w: w.sum() - 100},
                {"type": "eq", "fun": lambda w, lead=lead, head=head: lead @ w + head * 100},
            ],
            method="SLSQP",
        )
        assert near.size <= np.sqrt(quadratic.fun) + 1e-6
        assert near.l1 >= found.l1 - 1e-9
    assert 0 < impossible < 60


def test_after_the_flip_the_two_are_level_in_the_engine_too():
    scheme = Scheme.from_toml(V2)
    sheet = score(scheme, example.measurements())
    document = stability.neighbour_flips(sheet.scores, scheme.weights)
    for upper, lower, flip in document:
        moved = sheet.with_weights(dict(zip(scheme.codes, flip.weights, strict=True)))
        assert moved.base[upper] == pytest.approx(moved.base[lower], abs=1e-9)


def test_a_person_who_is_behind_cannot_be_the_upper_one():
    with pytest.raises(AnalysisError):
        stability.smallest_flip([1, 1], [2, 2], [50, 50])


def cohort(n=40, m=5, seed=1):
    rng = np.random.default_rng(seed)
    return rng.uniform(40, 110, (n, m)), rng.dirichlet(np.ones(m) * 4) * 100


@pytest.mark.parametrize("decimals", [None, 2])
@pytest.mark.parametrize("around", ["dirichlet", "simplex", "bounds"])
def test_shares_equal_ranking_each_draw_by_itself(decimals, around):
    scores, weights = cohort()
    bounds = (weights * 0.8, weights * 1.2)
    options = {"around": around, "bounds": bounds, "draws": 64, "seed": 5}
    found = stability.rank_acceptability(scores, weights, decimals=decimals, **options)
    drawn = stability.draw_weights(weights, 64, np.random.default_rng(5), around=around, bounds=bounds)
    expected = np.zeros((40, 40))
    for row in drawn:
        totals = scores @ row / 100
        ranks = competition_ranks(np.round(totals, 2) if decimals else totals)
        expected[np.arange(40), ranks.astype(int) - 1] += 1 / 64
    assert found.ranks == pytest.approx(expected)
    assert found.top == pytest.approx(expected[:, :3].sum(axis=1))


def test_a_seed_repeats_with_any_number_of_workers_and_progress_ends_at_one():
    scores, weights = cohort(200)
    seen = []
    one = stability.rank_acceptability(scores, weights, draws=300, decimals=2, workers=1)
    two = stability.rank_acceptability(
        scores, weights, draws=300, decimals=2, workers=3, progress=seen.append
    )
    assert (one.ranks == two.ranks).all() and (one.swaps == two.swaps).all()
    assert seen == sorted(seen) and seen[-1] == 1
    other = stability.rank_acceptability(scores, weights, draws=300, decimals=2, seed=1)
    assert (one.ranks != other.ranks).any()


@pytest.mark.parametrize("around", ["dirichlet", "simplex", "bounds"])
def test_drawn_weights_are_weights(around):
    _, weights = cohort()
    # Bounds so narrow that drawing and rejecting alone would never end.
    bounds = (weights * 0.99, weights * 1.01)
    drawn = stability.draw_weights(weights, 200, np.random.default_rng(0), around=around, bounds=bounds)
    assert drawn.shape == (200, 5) and (drawn >= 0).all()
    assert drawn.sum(axis=1) == pytest.approx(np.full(200, 100.0))
    if around == "bounds":
        assert (drawn >= bounds[0] - 1e-9).all() and (drawn <= bounds[1] + 1e-9).all()
        with pytest.raises(AnalysisError):
            stability.draw_weights(weights, 5, np.random.default_rng(0), around="bounds", bounds=(0, 10))


def test_uniform_means_uniform_on_the_simplex():
    # traps.json: dividing uniform numbers by their sum gives 0.0384 and 0.0022 here.
    rng = np.random.default_rng(2)
    drawn = stability.draw_weights(np.ones(15), 20_000, rng, around="simplex") / 15
    assert drawn[:, 0].std() == pytest.approx(0.0624, abs=0.002)
    assert (drawn.max(axis=1) > 0.2).mean() == pytest.approx(0.5779, abs=0.02)


def test_the_walk_within_bounds_is_uniform():
    # Two criteria of three bounded: the first weight's mean on the cut simplex, against rejection.
    weights, bounds = np.array([40.0, 35.0, 25.0]), (np.array([20.0, 0, 0]), np.array([60.0, 50, 45]))
    rng = np.random.default_rng(0)
    walked = stability.sampling._walk(stability.sampling._feasible(weights, *bounds), *bounds, 4_000, rng)
    plain = rng.dirichlet(np.ones(3), 200_000) * 100
    plain = plain[(plain >= bounds[0]).all(axis=1) & (plain <= bounds[1]).all(axis=1)]
    assert walked.mean(axis=0) == pytest.approx(plain.mean(axis=0), abs=0.8)
    assert walked.std(axis=0) == pytest.approx(plain.std(axis=0), abs=0.8)


def test_fragile_neighbours_are_named():
    scores = np.array([[80.0, 70], [70.1, 80], [20, 20]])
    found = stability.rank_acceptability(scores, [50, 50], draws=400, concentration=20)
    assert [(u, v) for u, v, _ in found.fragile()] == [(1, 0)]


@pytest.mark.parametrize(("scale", "decimals"), [(100.0, 0), (100.0, 2), (1.0, 9), (1e4, 4), (1e6, 9)])
@pytest.mark.parametrize("people", [3, 40, 900])
def test_ranks_are_the_same_counted_or_sorted_and_need_no_room(people, scale, decimals):
    rng = np.random.default_rng(people)
    keys = np.rint(rng.random((9, people)) * scale * 10**decimals).astype(np.int64)
    keys[:, : people // 2] = keys[:, -(people // 2) :]
    expected = rankdata(-keys, method="min", axis=1)
    tracemalloc.start()
    found = ranks_of_rows(keys.copy())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (found == expected).all()
    assert peak < 40 * keys.nbytes + 2**20
    assert (ranks_of_keys([keys[0] - int(scale)]) == expected[0]).all()


def test_draws_at_nine_decimals_stay_within_bounded_memory():
    scores = np.random.default_rng(1).random((300, 5)) * 1e6
    few = stability.rank_acceptability(scores, np.ones(5), draws=100, decimals=9, workers=1)
    tracemalloc.start()
    found = stability.rank_acceptability(scores, np.ones(5), draws=100, decimals=9, workers=1)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 64 * 2**20
    # At nine decimals nothing is rounded away: the ranks are those of the totals as they are.
    exact = stability.rank_acceptability(scores, np.ones(5), draws=100, decimals=None, workers=1)
    assert (found.ranks == exact.ranks).all() and (few.ranks == exact.ranks).all()


@pytest.mark.parametrize("scale", [0.1, 1.0, 11_000.000000000002, 1e6 / 3])
def test_the_scale_of_the_scores_changes_neither_intervals_nor_flips(scale):
    rng = np.random.default_rng(3)
    for _ in range(200):
        m = int(rng.integers(2, 6))
        scores, weights = rng.integers(0, 101, (4, m)).astype(float), rng.integers(1, 20, m).astype(float)
        # Two who are level on paper, by other indicators.
        weights[0] = weights[1]
        scores[1] = scores[0]
        scores[1, [0, 1]] = scores[0, [1, 0]]
        scaled = scores * scale
        found, same = stability.intervals(scaled, weights), stability.intervals(scores, weights)
        assert np.array(found) == pytest.approx(np.array(same), abs=1e-6)
        for u, v, flip in stability.neighbour_flips(scores, weights):
            again = stability.smallest_flip(scaled[u], scaled[v], weights)
            assert again.l1 == pytest.approx(flip.l1, abs=1e-6)
