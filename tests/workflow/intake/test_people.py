"""People and teams: as of a day, changed from a day on by two people, and how it came to be so."""

import datetime as dt

import pytest

from access.actor import Actor
from access.errors import AccessDenied
from tests.branch import WANG, ZHAO, approved, bring, person, refused
from workflow.errors import WorkflowError
from workflow.intake import batches, imports, people
from workflow.intake.people import Change

D = dt.date


@pytest.fixture
def db(empty):
    bring(empty, "people", [person(n, joined_on=D(2019, 5, 6), position="初级") for n in (1, 2)])
    return empty


def on(db, day, manager_id="K01"):
    return next(s for s in people.staff(ZHAO, db, day) if s.manager_id == manager_id)


def test_a_move_is_brought_with_its_day_and_counts_once_a_second_person_has_approved(db):
    wanted = Change("K01", from_on=D(2026, 3, 16), team="乙队", position="中级")
    number = people.change(ZHAO, db, wanted, "调岗通知〔2026〕3号")
    assert on(db, D(2026, 4, 1)).team_name == "甲队"
    assert {c.fact.table for c in batches.changes(ZHAO, db, number)} == {
        *("person_record", "membership", "team_record"),
    }
    with pytest.raises(WorkflowError, match="errors-batch-same-person"):
        imports.approve(ZHAO, db, number)
    imports.approve(WANG, db, number)
    assert (on(db, D(2026, 3, 15)).team_name, on(db, D(2026, 3, 15)).position) == ("甲队", "初级")
    assert (on(db, D(2026, 3, 16)).team_name, on(db, D(2026, 3, 16)).position) == ("乙队", "中级")
    entries = people.history(ZHAO, db, "K01")
    assert entries[0].from_on == D(2026, 3, 16) and entries[0].approved_by == "wang"
    approved(db, batches.undo(ZHAO, db, number, "通知撤回"))
    assert (on(db, D(2026, 4, 1)).team_name, on(db, D(2026, 4, 1)).position) == ("甲队", "初级")
    assert any(not e.holds for e in people.history(ZHAO, db, "K01"))


def test_leaving_coming_back_and_not_having_left_after_all(db):
    approved(db, people.change(ZHAO, db, Change("K01", left_on=D(2026, 6, 30)), "辞职"))
    assert (on(db, D(2026, 6, 30)).state, on(db, D(2026, 7, 1)).state) == ("here", "left")
    wrong = people.change(ZHAO, db, Change("K02", left_on=D(2026, 6, 30)), "录错人")
    approved(db, wrong)
    approved(db, people.change(ZHAO, db, Change("K02", clear=("left_on",)), "没有离职"))
    assert on(db, D(2026, 8, 1), "K02").state == "here"
    approved(db, people.change(ZHAO, db, Change("K01", joined_on=D(2026, 9, 1)), "返聘"))
    assert (on(db, D(2026, 8, 1)).state, on(db, D(2026, 9, 1)).state) == ("left", "here")
    assert on(db, D(2026, 9, 2)).joined_on == D(2026, 9, 1)


def test_a_team_is_renamed_from_a_day_on_and_keeps_its_members(db):
    approved(db, people.rename_team(ZHAO, db, "甲队", "普惠一队", "Inclusive 1", D(2026, 4, 1), "机构调整"))
    assert (on(db, D(2026, 3, 31)).team_name, on(db, D(2026, 4, 1)).team_name) == ("甲队", "普惠一队")
    # A file that uses the new name means the same team.
    bring(db, "people", [person(2, team="普惠一队")])
    assert on(db, D(2026, 5, 1), "K02").team_id == "甲队"
    assert refused(people.rename_team, ZHAO, db, "没有", "x", "", D(2026, 4, 1), "y") == "errors-team-unknown"


def test_what_is_refused_and_who_may(db):
    cases = [
        (Change("K09", name="新人"), "errors-person-new"),
        (Change("K01", team="乙队"), "errors-person-from"),
        (Change("K01", left_on=D(2018, 1, 1)), "errors-person-left"),
        (Change("K01", team="甲队", from_on=D(2026, 3, 1)), "errors-person-same"),
        (Change(" ", name="x"), "errors-person-id"),
    ]
    for wanted, key in cases:
        assert refused(people.change, ZHAO, db, wanted, "因为") == key
    assert (
        refused(people.change, ZHAO, db, Change("K01", left_on=D(2026, 1, 1)), " ") == "errors-reason-needed"
    )
    day = D(2026, 3, 2)
    assert refused(people.add_leave, ZHAO, db, "K01", "annual", day, D(2026, 3, 1), "x") == "errors-leave"
    assert refused(people.add_leave, ZHAO, db, "K77", "annual", day, day, "x") == "errors-staff-unknown"
    assert refused(people.add_handover, ZHAO, db, "K01", "K01", day, "", "x") == "errors-handover-same"
    with pytest.raises(AccessDenied):
        people.staff(Actor("k01", "manager", "K01"), db, day)


def test_leave_and_books_are_brought_and_undone(db):
    number = approved(
        db, people.add_leave(ZHAO, db, "K01", "maternity", D(2026, 3, 2), D(2026, 6, 7), "批准")
    )
    book = approved(db, people.add_handover(ZHAO, db, "K01", "K02", D(2026, 3, 1), "存量不良", "交接"))
    what = {e.what: e for e in people.history(ZHAO, db, "K01")}
    assert what["leave_of_absence"].says["kind"] == "maternity"
    assert what["handover"].says["giver_id"] == "K02"
    for batch in (number, book):
        approved(db, batches.undo(ZHAO, db, batch, "作废"))
    assert not any(
        e.holds for e in people.history(ZHAO, db, "K01") if e.what in ("leave_of_absence", "handover")
    )
