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

from scoring import AnalysisError, Measurements, score, stability
from scoring.ranking import competition_ranks, ranks_of_keys, ranks_of_rows
from scoring.scheme import Grade, Indicator, Scheme, Veto
from scoring.scheme.rules import Direct
from scoring.weights import direction, rebalance
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


def sheet_of(values, grades=(), **more):
    indicators = tuple(Indicator(f"I{k}", {}, w, Direct(), "risk") for k, w in enumerate((50.0, 30.0, 20.0)))
    veto = Veto(grade=grades[-1].name) if grades else Veto()
    scheme = Scheme("t", 1, indicators, grades=grades, minimum_coverage=0.0, veto=veto).checked()
    return score(scheme, Measurements([f"P{i}" for i in range(len(values))], scheme.codes, values, **more))


def test_a_sheets_grades_are_counted_as_the_sheet_gives_them():
    values = [[90, 80, 70], [60, 90, 80], [85, 60, 60], [50, 50, 90]]
    grades = (Grade("A", 80, quota=0.5), Grade("B", 70), Grade("C", 0))
    sheet = sheet_of(values, grades, additions=[0, 3, 0, 0])
    found = stability.sheet_acceptability(sheet, draws=50, seed=2, concentration=20)
    drawn = stability.draw_weights(sheet.scheme.weights, 50, np.random.default_rng(2), concentration=20)
    expected = np.zeros((4, 3))
    for row in drawn:
        moved = sheet.with_weights(dict(zip(sheet.scheme.codes, row / row.sum() * 100, strict=True)))
        expected[np.arange(4), moved.grade_index] += 1 / 50
    assert found.grades == pytest.approx(expected)


GAPPY = st.lists(
    st.lists(st.one_of(st.integers(0, 100).map(float), st.just(np.nan)), min_size=5, max_size=5),
    min_size=2,
    max_size=7,
)
POLICIES = st.sampled_from(["redistribute-in-class", "redistribute", "zero", "cohort-median"])


def gappy_sheet(values, policy, points=(30, 20, 10, 25, 15), aggregation="arithmetic"):
    classes = ("risk", "risk", "risk", "social", "efficiency")
    indicators = tuple(
        Indicator(f"I{k}", {}, float(w), Direct(), c)
        for k, (w, c) in enumerate(zip(points, classes, strict=True))
    )
    rules = Scheme(
        "t", 1, indicators, minimum_coverage=0.0, missing=policy, cap=90.0, aggregation=aggregation
    ).checked()
    n = len(values)
    return score(
        rules, Measurements([f"P{i}" for i in range(n)], rules.codes, values, additions=np.arange(n) % 3)
    )


def moved_to(sheet, k, t, locked=()):
    weights = rebalance(
        dict(zip(sheet.scheme.codes, sheet.scheme.weights, strict=True)), {f"I{k}": t}, locked
    )
    return sheet.with_weights(weights)


LOCKED = st.sets(st.sampled_from([f"I{k}" for k in range(5)]), max_size=3)


def line_of(sheet, k, locked=()):
    still = np.isin(sheet.scheme.codes, list(locked))
    return direction(sheet.scheme.weights, k, still), float(sheet.scheme.weights[~still].sum())


@settings(deadline=None, max_examples=150)
@given(GAPPY, POLICIES, st.integers(0, 4), st.floats(0.02, 0.95), LOCKED)
def test_curves_are_what_the_engine_gives_at_any_weight_with_any_gaps_and_locks(
    values, policy, k, share, locked
):
    sheet = gappy_sheet(values, policy)
    if np.isfinite(sheet.ranks).sum() < 2:
        return
    totals = stability.sheets.sheet_totals(sheet)
    locked = locked - {f"I{k}"}
    line, room = line_of(sheet, k, locked)
    t = share * room
    engine = moved_to(sheet, k, t, locked).exact[totals.rows]
    curves = stability.curves.sheet_curves(totals, line)
    everybody = np.arange(len(totals.rows))
    x = np.full(len(everybody), t - sheet.scheme.weights[k])
    assert curves.at(everybody, x) == pytest.approx(engine, abs=1e-9)


@settings(deadline=None, max_examples=100)
@given(GAPPY, POLICIES, st.integers(0, 4), LOCKED)
def test_an_interval_of_a_sheet_with_gaps_is_exact(values, policy, k, locked):
    sheet = gappy_sheet(values, policy)
    ranked = np.isfinite(sheet.ranks)
    now = sheet.exact[ranked]
    if len(now) < 2 or np.abs(np.subtract.outer(now, now) + np.eye(len(now)) * 9).min() < 1e-6:
        return
    locked = locked - {f"I{k}"}
    low, high = stability.sheet_intervals(sheet, locked=locked)[f"I{k}"]
    room = line_of(sheet, k, locked)[1]
    before = np.argsort(-now)
    for t in np.linspace(low, high, 19)[1:-1]:
        inside = moved_to(sheet, k, t, locked).exact[ranked][before]
        assert (np.diff(inside) < 1e-9).all()
    for t in (low, high):
        if 1e-6 < t < room - 1e-6:
            # At the end somebody draws level.
            assert np.abs(np.diff(moved_to(sheet, k, t, locked).exact[ranked][before])).min() < 1e-6


def test_what_is_locked_or_has_nothing_beside_it_to_give_way_has_no_interval():
    sheet = gappy_sheet([[80, 70, 60, 50, 40], [30, 90, 60, 50, 70]], "zero")
    assert set(stability.sheet_intervals(sheet, locked=["I0", "I3"])) == {"I1", "I2", "I4"}
    assert not stability.sheet_intervals(sheet, locked=["I0", "I1", "I2", "I3"])


CLASSES = ("compliance", "risk", "efficiency", "transformation", "social")


def branch_with_gaps(rng):
    """48 people, 16 indicators, gaps in a few rows, and a minimum coverage that bites."""
    weights = rng.dirichlet(np.full(16, 6.0)) * 100
    indicators = tuple(
        Indicator(f"I{k}", {}, w, Direct(), CLASSES[k % 5]) for k, w in enumerate(weights.tolist())
    )
    rules = Scheme(
        "t", 1, indicators, minimum_coverage=float(rng.uniform(0.6, 0.95)), missing=str(rng.choice(POLICY))
    ).checked()
    values = rng.normal(75, 12, (48, 16)).clip(0, 100)
    for row in rng.choice(48, 14, replace=False):
        values[row, rng.choice(16, rng.integers(1, 5), replace=False)] = np.nan
    return score(
        rules,
        Measurements(
            [f"P{i}" for i in range(48)],
            rules.codes,
            values,
            tenure_months=np.where(rng.random(48) < 0.06, 2.0, 40.0),
        ),
    )


POLICY = ("redistribute-in-class", "redistribute", "zero", "cohort-median")


def first_three(sheet):
    order = np.argsort(np.where(np.isnan(sheet.ranks), -np.inf, sheet.exact))[::-1]
    return set(order[:3].tolist())


def test_the_first_three_stay_within_the_band_and_change_beyond_it_whatever_is_locked():
    """150 settings of random locks and gaps, each scanned by the engine."""
    rng = np.random.default_rng(15)
    ends = 0
    for free in np.repeat([1, 2, 4, 8, 15], 30):
        sheet = branch_with_gaps(rng)
        codes = list(sheet.scheme.codes)
        k = int(rng.integers(16))
        others = [c for c in codes if c != f"I{k}"]
        locked = set(rng.choice(others, 15 - free, replace=False).tolist())
        low, high = stability.sheet_intervals(sheet, top=3, locked=locked)[f"I{k}"]
        room = line_of(sheet, k, locked)[1]
        now = first_three(sheet)
        for t in np.linspace(low, high, 23)[1:-1]:
            assert first_three(moved_to(sheet, k, t, locked)) == now
        for t, beyond in ((low, low - 1e-6), (high, high + 1e-6)):
            if 1e-5 < t < room - 1e-5:
                ends += 1
                assert first_three(moved_to(sheet, k, beyond, locked)) != now
    assert ends > 100


@pytest.mark.parametrize("aggregation", ["arithmetic", "geometric"])
@pytest.mark.parametrize("policy", ["redistribute-in-class", "redistribute", "zero", "cohort-median"])
def test_every_draw_ranks_a_sheet_with_gaps_as_the_engine_would(policy, aggregation):
    rng = np.random.default_rng(4)
    values = np.where(rng.random((12, 5)) < 0.3, np.nan, rng.integers(5, 101, (12, 5)))
    values[:, 2] = np.nan
    sheet = gappy_sheet(values, policy, aggregation=aggregation)
    found = stability.sheet_acceptability(sheet, draws=40, seed=9, concentration=30)
    drawn = stability.draw_weights(sheet.scheme.weights, 40, np.random.default_rng(9), concentration=30)
    ranked = np.isfinite(sheet.ranks)
    expected = np.zeros((ranked.sum(), ranked.sum()))
    for row in drawn:
        again = sheet.with_weights(dict(zip(sheet.scheme.codes, row * 100 / row.sum(), strict=True)))
        expected[np.arange(len(expected)), again.ranks[ranked].astype(int) - 1] += 1 / 40
    assert found.ranks == pytest.approx(expected)


@pytest.mark.parametrize("policy", ["redistribute-in-class", "redistribute", "zero", "cohort-median"])
def test_after_a_flip_two_with_gaps_are_level_in_the_engine_too(policy):
    rng = np.random.default_rng(5)
    values = np.where(rng.random((10, 5)) < 0.25, np.nan, rng.integers(5, 86, (10, 5)))
    sheet = gappy_sheet(values, policy)
    row = sheet.measurements.row
    level = 0
    for upper, lower, flip in stability.sheet_flips(sheet):
        if flip.weights is None:
            continue
        again = sheet.with_weights(dict(zip(sheet.scheme.codes, flip.weights, strict=True)))
        running = again.base + again.additions
        assert running[row[upper]] == pytest.approx(running[row[lower]], abs=1e-6)
        level += 1
    assert level >= 7


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("policy", ["redistribute-in-class", "zero"])
def test_the_nearest_flip_is_the_least_of_all(policy, seed):
    rng = np.random.default_rng(seed)
    gaps = rng.random((25, 5)) < (0.06 if seed % 2 else 0.0)
    sheet = gappy_sheet(np.where(gaps, np.nan, rng.integers(5, 86, (25, 5))), policy)
    found = stability.nearest_flip(sheet)
    least = min(flip.l1 for _, _, flip in stability.sheet_flips(sheet) if flip.weights is not None)
    assert found[2].l1 == pytest.approx(least, abs=1e-12)


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
