"""The X-ray says what really happens: every figure of it is that of a sheet scored and paid again."""

import numpy as np
import pytest

from data.arrays import Facts, measurements_for
from data.demo.figures import figures
from data.demo.people import people
from scoring import Scheme, score
from scoring.change.pay.moved import Looked, felt_in_pay
from scoring.change.pay.xray import ASKED, xray
from scoring.pay import pay
from scoring.periods import parse_period
from tests.places import SCHEMES

MONTH = parse_period("2026-10")
STAFF = people(14, MONTH.last_day)


def sheet_of(text):
    scheme = Scheme.from_toml(text)
    return score(scheme, measurements_for(scheme, MONTH, Facts(figures(STAFF, [MONTH]))))


SECOND = sheet_of((SCHEMES / "x-branch-v2.toml").read_text(encoding="utf-8"))


def paid_again(sheet, person, values):
    """Yuan more of a person with other values, worked out in the plain way."""
    measured = sheet.measurements
    for code, value in values.items():
        measured = measured.with_value(person, code, value)
    i = sheet.people.index(person)
    return (pay(score(sheet.scheme, measured)).totals[i] - pay(sheet).totals[i]) / 100


@pytest.fixture(scope="module")
def picture():
    return xray(SECOND)


def test_what_moves_others_is_the_share_of_a_pool_and_nothing_else():
    assert felt_in_pay(SECOND.scheme) == {"G01", "G02", "S04", "WAGE"}


def test_a_pool_by_results_makes_every_measure_felt():
    text = (SCHEMES / "x-branch-v2.toml").read_text(encoding="utf-8")
    by_total = Scheme.from_toml(text.replace('share = "G01 + 4*G02 + 4*S04"', 'share = "total()"'))
    assert felt_in_pay(by_total) >= set(by_total.codes)


def test_each_person_alone_is_paid_as_if_only_that_figure_were_another():
    looked = Looked(SECOND)
    for lever in looked.levers():
        at = lever.values + lever.sign * lever.spread
        found = looked.gain(lever.code, at)
        for i in (0, 5, 13):
            value = float(looked.moved(lever.code, at)[i])
            again = paid_again(SECOND, SECOND.people[i], {lever.code: value})
            assert found[i] == pytest.approx(again, abs=1e-9), (lever.code, i)


def test_the_way_to_more_pay_leads_there_and_not_much_further(picture):
    for person, (_, reach) in picture.people.items():
        given = paid_again(SECOND, person, {way.code: way.needed for way in reach.ways})
        assert given == pytest.approx(reach.yuan, abs=1e-9)
        assert (given >= ASKED) == reach.enough
        if reach.enough and len(reach.ways) > 1:
            for left_out in reach.ways:
                others = {way.code: way.needed for way in reach.ways if way is not left_out}
                assert paid_again(SECOND, person, others) < ASKED
    assert {reach.enough for _, reach in picture.people.values()} == {True, False}


def test_a_complaint_costs_what_the_scheme_says(picture):
    by_code = {price.code: price for price in picture.prices}
    assert by_code["S03"].yuan == -200 and by_code["S03"].regraded == 0
    # A violation costs its fine, and the award for clean conduct where it was earned.
    assert by_code["C01"].yuan == -100 and by_code["C01"].most <= -500
    assert by_code[None].people == len(SECOND.people)


def test_jumps_are_grades_steps_and_conditions(picture):
    grades = [jump for jump in picture.jumps if jump.line is None]
    held = np.bincount(SECOND.grade_index[SECOND.grade_index > 0], minlength=5)
    assert [g.below for g in grades] == [g.name for g, n in zip(SECOND.scheme.grades, held, strict=True) if n]
    steps = [(j.at, j.yuan) for j in picture.jumps if j.line == "SERVICE"]
    assert steps == [(88.0, 100.0), (92.0, 100.0), (96.0, 100.0)]
    assert [j.yuan for j in picture.jumps if j.line == "SOUND"] in ([], [400.0])


def test_what_needs_no_customer_is_told_from_what_does(picture):
    about = {way.code: way.of_customers for way in picture.ways}
    assert about["E03"] is True and about["R01"] is False and about.get("S03") in (None, False)
    assert "WAGE" not in about and "MIN_WAGE" not in about
