"""What a scheme costs beside another adds up however it is grouped; small groups show nobody's pay."""

import numpy as np
import pytest

from scoring import Scheme, score
from scoring.change.pay.cost import Paid, cost, paid, together
from tests.scoring import worked_example as example

PEOPLE = tuple("ABCDEFGH")


def side(*yuan, held=0, people=PEOPLE):
    return Paid(people, np.array(yuan) * 100, np.full(len(people), held * 100))


FOUND = cost(side(*[1_000] * 8), side(1_100, 900, 1_000, 1_000, 1_000, 1_200, 1_000, 700, held=40))
TEAMS = dict(zip(PEOPLE, ["T1", "T1", "T1", "T2", "T2", "T3", "T3", "T3"], strict=True))


def test_groups_add_up_to_the_total():
    groups = FOUND.groups(TEAMS)
    assert [g.name for g in groups] == ["T1", "T2", "T3"]
    for what in ("people", "before", "after", "gaining", "losing"):
        assert sum(getattr(g, what) for g in groups) == getattr(FOUND.total, what)
    assert (FOUND.total.gaining, FOUND.total.losing, FOUND.total.change) == (2, 2, -100_00)
    assert FOUND.held == (0, 320_00)


def test_a_group_too_small_is_told_with_others_so_that_nobodys_pay_can_be_worked_out():
    groups = FOUND.groups(TEAMS, smallest=3)
    assert [g.name for g in groups] == ["T1", None]
    assert all(g.people >= 3 for g in groups) and sum(g.after for g in groups) == FOUND.total.after


def test_whoever_is_in_no_group_is_never_told_with_fewer_than_three():
    groups = FOUND.groups({**TEAMS, "D": None, "E": None}, smallest=3)
    assert [(g.name, g.people) for g in groups] == [("T1", 3), (None, 5)]
    assert FOUND.groups(TEAMS, smallest=9) == ()


def test_less_than_a_yuan_is_neither_gain_nor_loss():
    found = cost(
        Paid(("A", "B"), np.array([100, 500]), np.zeros(2)),
        Paid(("A", "B"), np.array([199, 401]), np.zeros(2)),
    )
    assert (found.total.gaining, found.total.losing) == (0, 0)


def test_who_stands_in_one_sheet_only_counts_with_nothing_in_the_other():
    found = cost(side(10, 20, people=("A", "B")), side(30, 5, people=("B", "C")))
    assert dict(zip(found.people, found.change.tolist(), strict=True)) == {"B": 1_000, "C": 500, "A": -1_000}


def test_periods_together_count_people_once_each():
    (t1, *_), *_ = FOUND.groups(TEAMS), None
    both = together([t1, t1, *FOUND.groups(TEAMS)])
    assert both[0].name == "T1" and both[0].people == 3 * t1.people and both[0].after == 3 * t1.after
    assert both[0].share == pytest.approx(t1.share)


def test_without_lines_pay_is_the_base_times_the_coefficient():
    text = example.V2.split("[payment]")[0]
    scheme = Scheme.from_toml(text)
    sheet = score(scheme, example.measurements())
    found = paid(sheet, 3_000.0)
    coefficients = {g.name: g.coefficient for g in scheme.grades}
    assert found.granted.tolist() == [round(300_000 * coefficients[g]) for g in sheet.grades]
    assert found.run is None and not found.held.any()


def test_lines_that_cannot_be_worked_out_say_why_and_pay_nothing():
    sheet = score(Scheme.from_toml(example.V2), example.measurements())
    found = paid(sheet, 3_000.0)
    assert found.lacking is not None and not found.granted.any()
    assert cost(found, found).lacking is found.lacking
