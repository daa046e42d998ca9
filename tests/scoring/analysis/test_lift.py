"""What a weight pays, and what lifts a person to the next grade."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Indicator, Measurements, Scheme, score
from scoring.change.lift import lift
from scoring.change.payoff import payoffs, typical_payoffs
from scoring.scheme import Grade, Veto
from scoring.scheme.rules import Attainment, Bands, Direct, PeerMinMax, Piecewise
from tests.scoring import worked_example as example
from tests.scoring.worked_example import V2

INDICATORS = (
    Indicator("N", {}, 40, Attainment(cap=120), "transformation", target=50, unit="户", measure="count"),
    Indicator("R", {}, 30, Piecewise(points=((1.5, 100), (3.5, 0))), "risk", direction="lower"),
    Indicator("B", {}, 20, Bands(edges=(60, 80), scores=(0, 60, 100)), "social"),
    Indicator("D", {}, 10, Direct(), "compliance"),
)
GRADES = (Grade("A", 90), Grade("B", 70), Grade("C", 0))
SCHEME = Scheme("t", 1, INDICATORS, grades=GRADES, veto=Veto(grade="C"), minimum_coverage=0.0).checked()


def sheet(values):
    return score(SCHEME, Measurements([f"P{i}" for i in range(len(values))], SCHEME.codes, values))


VALUES = [[40, 2.0, 70, 80], [55, 1.5, 85, 90], [60, 1.2, 90, 95], [45, 3.0, 50, 60], [58, 1.4, 88, 92]]


def test_one_more_unit_pays_its_slope_times_its_weight():
    found = {p.indicator: p for p in payoffs(sheet(VALUES), "P0")}
    assert found["N"].points == pytest.approx(0.4 * 2)
    # 2.0 → 1.0 in the better direction: flat below 1.5.
    assert found["R"].points == pytest.approx(0.3 * 25)
    assert found["B"].points == 0 and found["B"].to_cliff == 10
    assert found["B"].cliff_points == pytest.approx(0.2 * 40)
    assert found["D"].points == pytest.approx(0.1)


def test_the_typical_payoff_is_the_median_persons():
    scored = sheet(VALUES)
    each = [{p.indicator: p.points for p in payoffs(scored, person)} for person in scored.people]
    for code, typical in typical_payoffs(scored).items():
        assert typical == pytest.approx(np.median([points[code] for points in each]))


def test_a_person_at_the_end_of_a_scale_is_not_asked_for_more():
    assert payoffs(sheet([*VALUES, [40, 2, 70, 100]]), "P5")[3].points == 0


def after(values, person, changes):
    moved = [list(row) for row in values]
    for code, value in changes.items():
        moved[person][SCHEME.codes.index(code)] = value
    return sheet(moved)


def test_each_single_step_is_enough_and_nothing_less_is():
    before = sheet(VALUES)
    found = lift(before, "P0")
    assert found.grade == "A" and found.gap == pytest.approx(90 - before.totals[0])
    assert found.single
    for step in found.single:
        assert after(VALUES, 0, {step.indicator: step.needed}).grades[0] == "A", step
        short = step.needed - (1 if step.indicator == "N" else 1e-6) * np.sign(step.change)
        assert after(VALUES, 0, {step.indicator: short}).grades[0] == "B", step
    counted = next((s for s in found.single if s.indicator == "N"), None)
    assert counted is None or counted.needed == int(counted.needed)


def test_the_combination_is_enough_and_stays_within_what_colleagues_reach():
    values = [[30, 2.4, 62, 60], *VALUES[1:]]
    found = lift(sheet(values), "P0")
    assert found.together and all(step.within_reach for step in found.together)
    changes = {step.indicator: step.needed for step in found.together}
    expected = found.grade
    assert after(values, 0, changes).grades[0] == expected


def test_the_best_grade_and_a_veto_leave_nothing_to_lift():
    assert lift(sheet(VALUES), "P2").grade is None
    vetoed = score(SCHEME, Measurements(["P0", "P1"], SCHEME.codes, VALUES[:2], vetoes=[True, False]))
    assert lift(vetoed, "P0").grade is None


def test_a_manager_of_the_worked_example_is_told_in_business_units():
    measured = example.measurements()
    sheet = score(Scheme.from_toml(V2), measured)
    # No indicator alone takes CM06 from 88.15 to an A; four together do.
    far = lift(sheet, "CM06")
    assert far.grade == "A" and far.single == ()
    exact = float(sheet.exact[example.PEOPLE.index("CM06")])
    assert exact + sum(step.points for step in far.together) >= 95 - 0.005 - 1e-9
    near = lift(sheet, "CM05")
    assert near.grade == "C" and near.gap == pytest.approx(75 - 73.48)
    customers = next(step for step in near.single if step.indicator == "G01")
    assert customers.unit == "户" and customers.change == int(customers.change) > 0


PEER = Scheme(
    "p",
    1,
    (Indicator("P", {}, 50, PeerMinMax(), "risk"), Indicator("Q", {}, 50, Direct(), "risk")),
    grades=GRADES,
    veto=Veto(grade="C"),
    minimum_coverage=0.0,
)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 100)), min_size=4, max_size=8))
def test_a_lift_holds_under_peer_rules_too(rows):
    measured = Measurements([f"P{i}" for i in range(len(rows))], PEER.codes, rows)
    before = score(PEER, measured)
    for step in lift(before, "P0").single:
        moved = [list(row) for row in rows]
        moved[0][PEER.codes.index(step.indicator)] = step.needed
        assert (
            score(PEER, Measurements(measured.people, PEER.codes, moved)).grade_index[0]
            < before.grade_index[0]
        )


WORKED_OUT = """code = "t"
version = 1
name = "t"
cycle = "month"
[[grade]]
name = "A"
from = 80
when = "CASES <= 1"
[[grade]]
name = "D"
from = 0
[[derived]]
code = "K"
name = "K"
formula = "3*N1 + 20*N2"
[[indicator]]
code = "P"
name = "P"
class = "social"
direction = "higher"
weight = 60
target = 200
quantity = "K"
rule = { type = "attainment" }
[[indicator]]
code = "CASES"
name = "Cases"
class = "risk"
direction = "lower"
weight = 40
rule = { type = "deduction", per_unit = 20 }
[[condition]]
on = "P"
when = "N2 >= 6"
then = { at_least = 90 }
"""


def test_what_lifts_is_told_in_the_measures_that_people_can_move():
    scheme = Scheme.from_toml(WORKED_OUT)
    values = [[20, 4, 1], [40, 5, 0], [45, 7, 0], [45, 7, 2]]
    people = ["P0", "P1", "P2", "P3"]
    sheet = score(scheme, Measurements(people, ("N1", "N2", "CASES"), values))
    # 3·20 + 20·4 = 140 of 200: 70 · 0.6 + 80 · 0.4 = 74.
    assert sheet.totals[0] == 74 and sheet.grades[0] == "D"
    found = {step.indicator: step for step in lift(sheet, "P0").single}
    # 6 points are 20 of K: 6.67 more of N1, or one more of N2; or fewer cases by 0.75.
    assert found["N1"].change == pytest.approx(20 / 3, abs=0.02)
    assert found["N2"].change == pytest.approx(1, abs=0.01)
    assert found["CASES"].change == pytest.approx(-0.75, abs=0.01)
    for code, step in found.items():
        moved = sheet.measurements.with_value("P0", code, step.needed)
        assert score(scheme, moved).grades[0] == "A"
    # 82.05 of 100 for P, 24 for cases: what is more in volume does not help while there are two cases.
    assert sheet.grades[3] == "D" and all(
        score(scheme, sheet.measurements.with_value("P3", s.indicator, s.needed)).grades[3] == "A"
        for s in lift(sheet, "P3").single
    )
