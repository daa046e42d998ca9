"""An adopted version is laid aside as it was adopted: proposed, voted on, posted, by another person."""

import pytest

from access.actor import operator
from access.errors import AccessDenied
from data import clock
from tests.branch import (
    COMING,
    FIRST,
    MANAGER,
    PRESIDENT,
    SECOND,
    THIRD,
    adopted,
    drafted,
    posted,
    refused,
)
from workflow import schemes
from workflow.adoption import gate, lifecycle, retirement


def unmet(db, reference, actor=SECOND, **more) -> set[str]:
    info = schemes.scheme(actor, db, reference)
    return {r.name for r in retirement.requirements(actor, db, info, **more) if not r.met}


def test_nobody_alone_undoes_what_the_committee_adopted(db):
    held = schemes.in_force_reference(FIRST, db, COMING)
    reference = adopted(db)
    for alone in (FIRST, SECOND):
        assert refused(lifecycle.retire, alone, db, reference, "one sentence") == "errors-retire-refused"
    assert refused(retirement.vote, SECOND, db, reference, approve=True) == "errors-retire-proposed"
    retirement.propose(FIRST, db, reference, "the head office took its leave back")
    assert refused(retirement.propose, SECOND, db, reference, "me too") == "errors-retire-under-way"
    assert refused(retirement.vote, FIRST, db, reference, approve=True) == "errors-retire-own"
    retirement.vote(SECOND, db, reference, approve=True)
    assert refused(retirement.give_notice, SECOND, db, reference) == "errors-notice-refused"
    assert refused(retirement.reason, SECOND, db, reference, "urgent") == "errors-notice-missing"
    retirement.vote(PRESIDENT, db, reference, approve=False, why="let it run")
    assert unmet(db, reference) == {"approvals", "notice"}
    retirement.vote(PRESIDENT, db, reference, approve=True)
    retirement.give_notice(SECOND, db, reference)
    assert unmet(db, reference) == {"notice"} and unmet(db, reference, FIRST) == {
        "notice",
        "retire-second-person",
    }
    info = schemes.scheme(SECOND, db, reference)
    ends = gate.notice_ends(retirement.under_way(SECOND, db, info).posted)
    assert ends > clock.today() and unmet(db, reference, today=ends) == set()
    retirement.reason(SECOND, db, reference, "nobody was scored by it")
    assert schemes.in_force_reference(FIRST, db, COMING) == reference
    lifecycle.retire(SECOND, db, reference, "decided")
    assert schemes.in_force_reference(FIRST, db, COMING) == held
    # What it was adopted on is not what it was laid aside on.
    assert {v.by for v in gate.standing(SECOND, db, info).votes} == {SECOND.username, THIRD.username}


def test_until_it_is_decided_it_can_be_withdrawn_and_begins_anew(db):
    reference = adopted(db)
    retirement.propose(FIRST, db, reference, "why")
    for member in (SECOND, THIRD):
        retirement.vote(member, db, reference, approve=True)
    retirement.withdraw(FIRST, db, reference, "a mistake")
    info = schemes.scheme(SECOND, db, reference)
    assert info.status == "adopted" and retirement.under_way(SECOND, db, info) is None
    retirement.propose(THIRD, db, reference, "after all")
    assert unmet(db, reference) == {"approvals", "notice"}
    seen = schemes.scheme(SECOND, db, reference).events
    retirement.vote(SECOND, db, reference, approve=True, seen=seen)
    assert refused(retirement.vote, FIRST, db, reference, approve=True, seen=seen) == "errors-scheme-moved"
    for call in (
        lambda: retirement.propose(MANAGER, db, reference, "why"),
        lambda: retirement.vote(MANAGER, db, reference, approve=True),
        lambda: retirement.vote(operator("data.zhao"), db, reference, approve=True),
    ):
        with pytest.raises(AccessDenied):
            call()
    assert refused(retirement.vote, operator("nobody"), db, reference, approve=True) == "errors-vote-role"


def test_what_was_never_adopted_needs_no_vote_to_be_laid_aside(db):
    for reference in (drafted(db), posted(db)):
        assert refused(retirement.propose, SECOND, db, reference, "why") == "errors-scheme-state"
        lifecycle.retire(SECOND, db, reference, "a better one is coming")
        assert schemes.scheme(SECOND, db, reference).status == "retired"
