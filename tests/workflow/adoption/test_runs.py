"""What was said on older figures, by somebody without a seat, or of another version does not count."""

import dataclasses
import datetime as dt

import pytest

from access.actor import operator
from access.errors import AccessDenied
from data import clock
from data.stores.scheme_store import LifeEvent
from scoring.periods import period_of
from scoring.scheme import Authorisation, SchemeReference
from tests.branch import (
    COMING,
    FIRST,
    LEAVE,
    PRESIDENT,
    SECOND,
    SECOND_VERSION,
    THIRD,
    corrected,
    drafted,
    posted,
    refused,
    unmet,
)
from workflow import schemes
from workflow.adoption import gate, impact, lifecycle
from workflow.adoption.standing import standing


def standing_of(db, reference):
    return gate.standing(SECOND, db, schemes.scheme(SECOND, db, reference))


def test_after_a_new_run_votes_reasons_and_notice_are_asked_for_again(db):
    reference = posted(db, 12.0)
    lifecycle.reason(SECOND, db, reference, "P02", "the staff was heard")
    assert unmet(db, reference) == {}
    corrected(db)
    again = impact.run(FIRST, db, reference)
    left = unmet(db, reference)
    assert left == {"approvals": {"errors-approvals"}, "notice": {"errors-notice-older"}}
    assert refused(lifecycle.adopt, SECOND, db, reference, COMING, "quickly") == "errors-adopt-refused"
    held = standing_of(db, reference)
    assert (held.run, held.approvals, len(held.votes)) == (again.run_id, 0, 2)
    assert {(v.run, v.lapsed) for v in held.votes} == {(again.run_id - 1, "run")}
    (votes,) = (
        r
        for r in gate.requirements(SECOND, db, schemes.scheme(SECOND, db, reference), COMING)
        if r.name == "approvals"
    )
    assert [(o.key, o.params) for o in votes.remarks] == [
        ("gate-votes-older", {"count": 2, "run": again.run_id - 1})
    ]

    assert refused(lifecycle.give_notice, SECOND, db, reference) == "errors-notice-refused"
    lifecycle.vote(PRESIDENT, db, reference, approve=True)
    lifecycle.vote(SECOND, db, reference, approve=True)
    lifecycle.give_notice(SECOND, db, reference)
    assert unmet(db, reference) == {"notice": {"errors-notice-running"}}
    assert refused(lifecycle.give_notice, SECOND, db, reference) == "errors-scheme-state"  # it is posted
    lifecycle.reason(SECOND, db, reference, "P02", "heard once more")
    lifecycle.adopt(SECOND, db, reference, COMING, "decided")


def test_working_it_out_again_on_the_same_figures_asks_nobody_again(db):
    """Else whoever does not like a vote would only have to press the button."""
    reference = posted(db)
    lifecycle.vote(THIRD, db, reference, approve=False, why="too fast")
    before = impact.latest(SECOND, db, reference)
    seen = schemes.scheme(SECOND, db, reference).events
    assert impact.run(FIRST, db, reference) == before
    assert schemes.scheme(SECOND, db, reference).events == seen
    assert [v.why for v in standing_of(db, reference).objections] == ["too fast"]


def test_an_objection_is_told_whatever_run_it_was_made_on(db):
    reference = posted(db)
    lifecycle.vote(PRESIDENT, db, reference, approve=False, why="pay is cut")
    corrected(db)
    impact.run(SECOND, db, reference)
    (against,) = standing_of(db, reference).objections
    assert (against.by, against.why, against.lapsed) == (PRESIDENT.username, "pay is cut", "run")


LIFE = (
    ("proposed", "first", {}),
    ("impact-run", "first", {"run": 7}),
    ("approved", "second", {"run": 7, "role": "committee"}),
    ("objected", "li", {"run": 7, "role": "president"}),
    ("reasoned", "second", {"rule": "W03", "run": 7}),
    ("authorised", "second", {"reference": "7", "issued_on": "2026-06-01", "scope": "X"}),
    ("authorisation-confirmed", "third", {"reference": "7"}),
    ("in-notice", "second", {"run": 7}),
    ("reasoned", "second", {"rule": "P02", "run": 7}),
)


def life(*steps) -> list[LifeEvent]:
    return [LifeEvent(kind, None, detail, dt.datetime(2026, 11, 1), by, "why") for kind, by, detail in steps]


@pytest.mark.parametrize("named", [True, False])
def test_nothing_that_was_given_on_one_run_counts_for_another(named):
    """Whether events name their run, or are of a release that did not write it down."""
    steps = [(kind, by, dict(detail)) for kind, by, detail in LIFE]
    if not named:
        for kind, _, detail in steps:
            if kind != "impact-run":
                detail.pop("run", None)
    held = standing(life(*steps), "hash")
    assert (held.approvals, set(held.reasons), held.posted.run) == (1, {"W03", "P02"}, 7)
    for k in range(2, len(steps) + 1):  # However far it had come when the figures changed.
        after = standing(life(*steps[:k], ("impact-run", "first", {"run": 8})), "hash")
        assert after.run == 8 and after.approvals == 0 and not after.reasons
        assert not any(v.counts for v in after.votes)
        assert after.posted is None or after.posted.run != after.run
    # Proposed again, everything begins anew, the head office's leave apart: it is for the version.
    anew = standing(life(*steps, ("draft", "first", {}), ("proposed", "first", {})), "hash")
    assert (anew.votes, anew.reasons, anew.posted) == ((), {}, None)
    assert anew.authorised is not None and anew.authorised.confirmed_by == "third"


def test_votes_without_a_role_are_told_and_do_not_count():
    steps = life(("proposed", "a", {}), ("impact-run", "a", {"run": 1}), ("approved", "b", {"run": 1}))
    (vote,) = standing(steps, "hash").votes
    assert (vote.lapsed, vote.counts) == ("role", False)


def test_on_the_command_line_it_is_the_named_persons_role_that_counts(db):
    reference = drafted(db)
    lifecycle.propose(FIRST, db, reference, COMING, "why")
    for nobody in ("CM03", "somebody"):
        assert refused(lifecycle.vote, operator(nobody), db, reference, approve=True) == "errors-vote-role"
    for call in (
        lambda: lifecycle.vote(operator("cm03"), db, reference, approve=True),
        lambda: lifecycle.vote(operator("data.zhao"), db, reference, approve=True),
        lambda: lifecycle.authorise(operator("cm03"), db, reference, LEAVE),
        lambda: lifecycle.adopt(operator("li.hangzhang"), db, reference, COMING, "why"),
    ):
        with pytest.raises(AccessDenied):
            call()
    lifecycle.vote(operator("committee.tang"), db, reference, approve=True)
    lifecycle.vote(operator("li.hangzhang"), db, reference, approve=True)
    held = standing_of(db, reference)
    assert held.approvals == 2 and {v.role for v in held.votes} == {"committee", "president"}


def test_leave_for_one_version_is_none_for_another(db):
    base = schemes.scheme(SECOND, db, SECOND_VERSION).scheme
    assert base.authorisation is not None  # The file of the demo's version brings one along.
    schemes.store(FIRST, db, base.with_version(3))
    reference = SchemeReference("x-branch", 3)
    assert unmet(db, reference)["authorisation"] == {"A01"}
    lifecycle.authorise(SECOND, db, reference, LEAVE)
    assert unmet(db, reference)["authorisation"] == {"errors-authorisation-unconfirmed"}
    assert refused(lifecycle.confirm_authorisation, SECOND, db, reference) == "errors-authorisation-own"
    lifecycle.confirm_authorisation(THIRD, db, reference)
    assert "authorisation" not in unmet(db, reference)
    # Recorded anew, it has to be looked at anew; the next version begins without.
    lifecycle.authorise(FIRST, db, reference, dataclasses.replace(LEAVE, reference="another"))
    assert unmet(db, reference)["authorisation"] == {"errors-authorisation-unconfirmed"}
    schemes.store(FIRST, db, schemes.scheme(FIRST, db, reference).scheme.with_version(4))
    assert unmet(db, SchemeReference("x-branch", 4))["authorisation"] == {"A01"}
    confirm = lifecycle.confirm_authorisation
    assert refused(confirm, THIRD, db, SchemeReference("x-branch", 4)) == "errors-authorisation-none"


def test_leave_has_a_day_that_it_can_have(db):
    reference = drafted(db)
    tomorrow = clock.today() + dt.timedelta(days=1)

    def of(day: str) -> str:
        return refused(lifecycle.authorise, SECOND, db, reference, Authorisation("7", day, "X"))

    assert of(tomorrow.isoformat()) == "errors-authorisation-future"
    assert of("2099-01-01") == "errors-authorisation-future"
    assert of("2025-11-30") == "errors-authorisation-early"  # before the version that it would replace
    assert of("2026-13-01") == "errors-authorisation-incomplete"


def test_a_version_begins_when_it_was_posted_to_begin(db):
    reference = posted(db)
    lifecycle.reason(SECOND, db, reference, "P02", "the staff was heard")
    for other in (COMING.shift(-1), COMING.next()):
        if other.first_day > clock.today():
            assert unmet(db, reference, start=other)["cycle"] == {"errors-adopt-start"}
        assert refused(lifecycle.adopt, SECOND, db, reference, other, "why") == "errors-adopt-refused"
    lifecycle.adopt(SECOND, db, reference, COMING, "why")


def test_a_scheme_that_replaces_none_is_voted_on_and_posted_too(db):
    base = schemes.scheme(SECOND, db, SECOND_VERSION).scheme
    schemes.store(FIRST, db, dataclasses.replace(base, code="q-branch", version=1, cycle="quarter"))
    reference, quarter = SchemeReference("q-branch", 1), period_of(clock.today(), "quarter").next()
    left = unmet(db, reference, start=quarter)
    assert {"approvals", "authorisation", "notice"} <= set(left) and "impact" not in left
    assert refused(lifecycle.adopt, SECOND, db, reference, quarter, "quickly") == "errors-adopt-refused"
    lifecycle.propose(FIRST, db, reference, quarter, "quarters as well")
    lifecycle.vote(SECOND, db, reference, approve=True)
    lifecycle.vote(THIRD, db, reference, approve=True)
    assert "approvals" not in unmet(db, reference, start=quarter)
    assert standing_of(db, reference).run is None
