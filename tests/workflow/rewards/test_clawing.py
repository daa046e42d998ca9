"""A clawback holds everything a court asks for, two people decide it, and a third one hears the objection."""

import datetime as dt

import pytest

from access import audit
from access.errors import AccessDenied
from data import clock
from data.stores.pay import clawback_store
from scoring.errors import Phrase
from tests.branch import GAO, LI, NING, TANG, last, refused
from tests.workflow.rewards.steps import (
    COLLEAGUE,
    LONG_AGO,
    PDF,
    PERSON,
    balances,
    claim,
    granted,
    manager,
    opened,
    recovered,
    signed,
    unsigned,
)
from workflow.errors import WorkflowError
from workflow.rewards import holding
from workflow.rewards.clawback import clawing, objecting

pytestmark = pytest.mark.usefixtures("unpaid")


def missing(db, files, **more) -> tuple[str, str]:
    """Which item an opening is refused for, and what of it."""
    with pytest.raises(WorkflowError) as caught:
        clawing.open_(GAO, db, PERSON, last(db), claim(db, **more), files)
    assert caught.value.key == "errors-clawback-missing"
    named = caught.value.params
    assert isinstance(named["item"], Phrase)
    return named["item"].key.removeprefix("clawback-item-"), named["missing"].key.rsplit("-", 1)[-1]


def test_a_missing_item_blocks_and_is_named(db):
    granted(db, PERSON, last(db).code)
    unsigned(db)
    assert missing(db, [PDF]) == ("receipt", "on")
    signed(db, last(db))
    assert missing(db, [PDF], article=" ") == ("rule", "article")
    assert missing(db, [PDF], finding=None) == ("finding", "matter")
    assert missing(db, [PDF], evidence="") == ("evidence", "reference")
    assert missing(db, []) == ("evidence", "files")
    assert missing(db, [PDF], ratio=0.0) == ("ratio", "ratio")
    assert missing(db, [PDF], ratio=1.01) == ("ratio", "ratio")
    assert missing(db, [PDF], ground="") == ("ratio", "ground")
    assert missing(db, [PDF], route="") == ("appeal", "route")
    assert clawing.open_(GAO, db, PERSON, last(db), claim(db), [PDF]) == 1


def test_nobody_answers_for_what_is_not_found_or_is_somebody_elses(db):
    _, period, kind, identity = claim(db).finding
    assert missing(db, [PDF], finding=("CM08", period, kind, identity)) == ("finding", "matter")


def test_what_the_database_knows_is_filled_in(db):
    found = clawing.clawback(GAO, db, opened(db))
    said = {item.name: item.said for item in found.items}
    assert said["rule"]["code"] == "x-branch" and said["rule"]["version"] == 2
    assert said["announced"] == {"on": "2025-12-21", "by": "adopted"}
    assert said["receipt"] == {"on": clock.today().isoformat(), "by": "signed"}
    assert said["finding"]["document"] == "责任认定〔2026〕5号" and said["appeal"]["days"] == 5


def test_rules_made_known_after_the_period_are_no_ground(db):
    """What was announced on paper in time is given with its day."""

    def later(cursor) -> None:
        cursor.execute("UPDATE scheme_event SET happened_at = now()::TIMESTAMP WHERE kind = 'adopted'")
        audit.append(cursor, GAO, "adopted-late", "x-branch", {})

    granted(db, PERSON, last(db).code)
    db.write(later)
    assert missing(db, [PDF]) == ("announced", "on")
    assert missing(db, [PDF], announced_on=clock.today()) == ("announced", "on")
    number = clawing.open_(GAO, db, PERSON, last(db), claim(db, announced_on=last(db).first_day), [PDF])
    assert clawing.clawback(GAO, db, number).checklist["announced"]["by"] == "paper"


def test_the_second_person_posts_it_and_the_balances_hold(db):
    number = opened(db)
    before = balances(db, period=last(db).code)
    assert (before["paid"], before["held"]) == (600_000, 400_000)
    assert refused(clawing.approve, GAO, db, number) == "errors-clawback-same-person"
    clawing.approve(NING, db, number)
    after = balances(db, period=last(db).code)
    assert after["clawed-back"] == 500_000 and (after["paid"], after["held"]) == (300_000, 200_000)
    assert refused(clawing.approve, NING, db, number) == "errors-clawback-state"
    assert refused(clawing.open_, GAO, db, PERSON, last(db), claim(db), [PDF]) == "errors-clawback-again"


def test_what_moved_since_it_was_opened_is_not_approved(db):
    number = opened(db)
    granted(db, PERSON, last(db).code, line="OTHER")
    assert refused(clawing.approve, NING, db, number) == "errors-clawback-moved"
    clawing.withdraw(GAO, db, number, "金额有变")
    assert clawing.clawback(GAO, db, number).state == clawing.WITHDRAWN


def test_an_objection_that_is_upheld_returns_all_as_it_was(db):
    number, me = recovered(db), manager(PERSON)
    assert refused(objecting.object_to, me, db, number, " ") == "errors-reason-needed"
    objecting.object_to(me, db, number, "不是我经办的")
    assert refused(objecting.object_to, me, db, number, "再说一遍") == "errors-clawback-state"
    for involved in (GAO, NING):
        assert refused(objecting.uphold, involved, db, number, "x") == "errors-objection-same-person"
        assert refused(objecting.dismiss, involved, db, number, "x") == "errors-objection-same-person"
    objecting.uphold(TANG, db, number, "经查属实")
    assert balances(db, period=last(db).code) == {
        **{"paid": 600_000, "held": 400_000, "forfeited": 0, "clawed-back": 0}
    }
    assert clawing.clawback(me, db, number).events[-1].amount == 500_000


def test_an_objection_can_be_upheld_in_part_or_dismissed(db):
    number = recovered(db)
    objecting.object_to(manager(PERSON), db, number, "过重")
    assert refused(objecting.uphold, TANG, db, number, "x", 0) == "errors-objection-share"
    objecting.uphold(TANG, db, number, "减半", 0.5)
    assert balances(db, period=last(db).code)["clawed-back"] == 250_000
    assert refused(objecting.dismiss, TANG, db, number, "x") == "errors-clawback-state"


def test_after_the_last_working_day_nobody_objects(db, monkeypatch):
    number, me = recovered(db), manager(PERSON)
    until = clawing.last_day(me, db, number)
    monkeypatch.setattr(clock, "today", lambda: until + dt.timedelta(days=1))
    assert refused(objecting.object_to, me, db, number, "x") == "errors-objection-late"
    monkeypatch.setattr(clock, "today", lambda: until)
    objecting.object_to(me, db, number, "最后一天")
    objecting.dismiss(TANG, db, number, "证据充分")
    assert balances(db, period=last(db).code)["clawed-back"] == 500_000


def test_who_sees_a_clawback_and_its_evidence(db):
    """The person once it counts; the president once it is objected to; no colleague, ever."""
    number, me, other = opened(db), manager(PERSON), manager(COLLEAGUE)
    with db.read() as cursor:
        (file,) = clawback_store.evidence(cursor, number)

    def seen() -> list[bool]:
        found = []
        for actor in (GAO, LI, me, other):
            try:
                assert clawing.content(actor, db, file.attachment_id).content == PDF[1]
                assert [one.clawback_id for one in clawing.clawbacks(actor, db)] == [number]
                found.append(True)
            except AccessDenied:
                assert clawing.clawbacks(actor, db) == ()
                found.append(False)
        return found

    assert seen() == [True, False, False, False]
    clawing.approve(NING, db, number)
    assert seen() == [True, False, True, False]
    objecting.object_to(me, db, number, "有异议")
    assert seen() == [True, True, True, False]
    with pytest.raises(AccessDenied):
        objecting.object_to(other, db, number, "x")


def test_what_breaks_on_the_way_leaves_nothing(db, monkeypatch):
    """Entries, decision and trail are one transaction, in every step that moves money."""
    granted(db)
    check = holding.check(GAO, db, PERSON, LONG_AGO, 1, "release", "无", "函")
    proposed, append = opened(db), audit.append

    def broken(call, *arguments) -> None:
        head, before = db.head(), balances(db)
        monkeypatch.setattr(audit, "append", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            call(*arguments)
        monkeypatch.setattr(audit, "append", append)
        assert (db.head(), balances(db)) == (head, before)
        call(*arguments)

    broken(holding.approve, NING, db, check)
    broken(clawing.approve, NING, db, proposed)
    broken(objecting.object_to, manager(PERSON), db, proposed, "有异议")
    broken(objecting.uphold, TANG, db, proposed, "属实")
