"""Signing for a posted result: whose, which sheet, seen by whom, and how long it took."""

import datetime as dt

import pytest

from access import audit
from access.actor import Actor, operator
from access.demo import STAFF
from access.errors import AccessDenied
from data import clock
from tests.branch import GAO, LI, NING, TANG, corrected, last, refused
from workflow import receipts
from workflow.results import publishing, scorecards, shown

CM01, CM05, CM09 = (Actor(f"cm0{k}", "manager", f"CM0{k}") for k in (1, 5, 9))
ZHAO, ADMIN = STAFF[4], Actor("root", "admin")
REMARK = "存款日均口径已与数据员核对，无异议。"


@pytest.fixture
def period(db):
    return last(db)


@pytest.fixture
def sign(db, period):
    """Signs as CM01 for the sheet that holds."""

    def do(actor=CM01, who="CM01", sha256=None, remark=""):
        held = publishing.results(LI, db, period)[-1].sha256
        receipts.sign(actor, db, who, period, sha256 or held, remark)

    return do


def unread(db, actor, period):
    return [(u.person.manager_id, u.again) for u in receipts.unread(actor, db, period)]


def test_who_has_not_signed_is_seen_by_the_own_superiors_until_it_is_signed(db, period, sign):
    assert unread(db, LI, period) == [("CM01", False), ("CM09", False)] == unread(db, NING, period)
    assert unread(db, TANG, period) == [] == unread(db, GAO, period)
    sign(remark=" 已阅 ")
    assert unread(db, LI, period) == [("CM09", False)]
    held = receipts.receipt(CM01, db, "CM01", period)
    assert (held.remark, held.by, held.holds) == ("已阅", "cm01", True)
    assert held.sha256 == scorecards.scorecard(CM01, db, "CM01", period).sha256
    with db.read() as cursor:
        told = cursor.execute("SELECT actor, action, detail FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    assert told[:2] == ("cm01", "sign-receipt") and "已阅" not in told[2]


def test_a_result_is_signed_once_and_only_the_one_that_holds(db, period, sign):
    assert refused(sign, sha256="0" * 64) == "errors-receipt-other-sheet"
    assert refused(sign, remark="长" * 501) == "errors-receipt-remark"
    sign()
    assert refused(sign) == "errors-receipt-signed"
    publishing.reopen(GAO, db, period, "更正")
    assert refused(sign, CM09, "CM09") == "errors-period-not-shown"
    assert receipts.receipt(CM01, db, "CM01", period) is None
    assert receipts.unread(LI, db, period) == ()


def test_a_new_sheet_is_signed_anew_by_those_whose_result_it_changes(db, period, sign):
    before = {who: scorecards.scorecard(LI, db, who, period) for who in everybody(db, period)}
    publishing.reopen(GAO, db, period, "更正")
    corrected(db)
    publishing.publish(GAO, db, period)
    after = {who: scorecards.scorecard(LI, db, who, period) for who in before}
    same = {w for w, card in before.items() if result(card) == result(after[w])}
    assert "CM03" not in same and same
    again = {who for who, signed_before in unread(db, LI, period) if signed_before}
    assert again == set(before) - same - {"CM01", "CM09"}
    assert {who for who, _ in unread(db, LI, period)} == again | {"CM01", "CM09"}
    # Those whose result is the same have had it since the first posting.
    posted = publishing.history(LI, db, period)[0].at.date()
    first = {u.posted_on for u in receipts.unread(LI, db, period) if u.person.manager_id in same}
    assert first == {posted} < {clock.today(), posted}
    assert not receipts.receipt(LI, db, "CM03", period).holds
    cm03 = Actor("cm03", "manager", "CM03")
    sign(cm03, "CM03")
    assert receipts.receipt(LI, db, "CM03", period).holds


def everybody(db, period):
    return [p.manager_id for p in scorecards.people(LI, db, period)]


def result(card):
    return [repr(x) for x in (card.total, card.rank, card.grade)]


def test_time_to_feedback_is_counted_in_working_days(db, period, monkeypatch):
    """September was posted on Thursday 8 October, after the holidays; in the invented branch the k-th person
    signs 1 + k² mod 5 working days later."""
    took = sorted(1 + k * k % 5 for k in range(12))
    found = receipts.feedback(LI, db, period.previous())
    assert (found.due, found.signed.count, found.signed.longest) == (12, 12, max(took))
    assert found.signed.median == (took[5] + took[6]) / 2
    nobody = receipts.feedback(GAO, db, period.previous())
    assert (nobody.due, nobody.signed.count, nobody.signed.longest) == (0, 0, 0)

    unsigned(db)
    monkeypatch.setattr(clock, "today", lambda: dt.date(2026, 10, 16))
    (one,) = receipts.unread(LI, db, period.previous())
    # 9, Saturday 10 (worked), 12 to 16 October.
    assert (one.person.manager_id, one.posted_on, one.days) == ("CM01", dt.date(2026, 10, 8), 7)


def test_where_managers_see_results_once_they_are_final_time_runs_from_then(db, period):
    unsigned(db)
    shown.show_since(GAO, db, "final")
    assert receipts.unread(LI, db, period) == ()
    final = period.shift(-2)
    (one,) = receipts.unread(LI, db, final)
    posted, *_, ended = publishing.history(LI, db, final)
    assert (posted.state, ended.state) == ("notice", "final")
    assert one.posted_on == ended.at.date() > posted.at.date()


def unsigned(db):
    """CM01 has signed for nothing."""

    def work(cursor) -> None:
        cursor.execute("DELETE FROM receipt WHERE manager_id = 'CM01'")
        audit.append(cursor, LI, "as-if", "", {})

    db.write(work)


def test_nothing_is_written_by_looking(db, period):
    head = db.head()
    receipts.receipt(CM05, db, "CM05", period)
    receipts.unread(NING, db, period)
    receipts.feedback(NING, db, period)
    assert db.head() == head


@pytest.mark.parametrize("actor", [LI, GAO, NING, TANG, CM05, CM09, ZHAO, ADMIN, operator("x")])
def test_a_remark_is_read_by_the_person_and_the_own_superiors_alone(db, period, actor):
    """CM05 is in a team of TANG's."""
    reads = actor in (LI, TANG, CM05) or actor.role == "operator"
    try:
        found = receipts.receipt(actor, db, "CM05", period)
    except AccessDenied:
        assert actor in (CM09, ZHAO, ADMIN)
        return
    assert found.remark == (REMARK if reads else "") and found.holds


@pytest.mark.parametrize("actor", [LI, GAO, NING, TANG, CM05, CM09, ZHAO, ADMIN])
def test_nobody_signs_for_somebody_else(db, period, sign, actor):
    with pytest.raises(AccessDenied):
        sign(actor, "CM01")


@pytest.mark.parametrize("actor", [CM01, ZHAO, ADMIN])
def test_only_those_who_coach_see_who_has_not_signed(db, period, actor):
    for call in (receipts.unread, receipts.feedback):
        with pytest.raises(AccessDenied):
            call(actor, db, period)
