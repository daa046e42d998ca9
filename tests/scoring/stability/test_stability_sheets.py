"""How firm the ranking of a sheet is: with gaps and locked weights the curves are the engine's own."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Measurements, score, stability
from scoring.scheme import Grade, Indicator, Scheme, Veto
from scoring.scheme.rules import Direct
from scoring.weights import direction, rebalance


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
