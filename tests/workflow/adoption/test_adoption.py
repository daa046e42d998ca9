"""The way of a version from draft to adoption: every reason to refuse, and what stays as it was."""

from dataclasses import replace

import pytest

from access.actor import Actor, operator
from access.errors import AccessDenied
from data import clock
from data.database import Database
from scoring import Scheme
from scoring.lint import BANK_ONLY
from scoring.periods import parse_period, period_of
from scoring.scheme import SchemeReference
from scoring.scheme.model import FIVE_CLASSES
from tests.branch import (
    COMING,
    FIRST,
    LEAVE,
    MANAGER,
    SECOND,
    THIRD,
    corrected,
    drafted,
    measured_in,
    refused,
    unmet,
)
from tests.places import SCHEMES
from workflow import schemes
from workflow.adoption import gate, impact, lifecycle, retirement
from workflow.asked import comments
from workflow.branch import setup
from workflow.results import proof, scores
from workflow.weighing import simulation

V2_TEXT = (SCHEMES / "x-branch-v2.toml").read_text(encoding="utf-8")


def test_every_requirement_is_met_in_turn_and_the_past_does_not_change(db):
    reference = drafted(db, 12.0)
    assert refused(lifecycle.adopt, SECOND, db, reference, COMING, "decided") == "errors-adopt-refused"
    first = unmet(db, reference, FIRST)
    assert set(first) == {"impact", "approvals", "authorisation", "notice", "second-person", "warnings"}
    assert first["authorisation"] == {"A01"} and first["second-person"] == {"errors-adopt-own"}
    assert first["warnings"] == {
        "W11"
    }  # a class moves by twelve points, and nobody has looked at what it does
    assert first["impact"] == {"errors-impact-missing"}

    lifecycle.propose(FIRST, db, reference, COMING, "decided to put risk first")
    assert set(unmet(db, reference)) == {"approvals", "authorisation", "notice"}
    assert refused(lifecycle.give_notice, SECOND, db, reference) == "errors-notice-refused"
    assert refused(lifecycle.vote, FIRST, db, reference, approve=True) == "errors-approve-own"
    lifecycle.vote(SECOND, db, reference, approve=True)
    lifecycle.vote(SECOND, db, reference, approve=True)
    assert "approvals" in unmet(db, reference)  # one member twice is one member
    lifecycle.vote(THIRD, db, reference, approve=False, why="too fast")
    assert "approvals" in unmet(db, reference)
    lifecycle.vote(THIRD, db, reference, approve=True)
    assert set(unmet(db, reference)) == {"authorisation", "notice"}
    lifecycle.authorise(SECOND, db, reference, LEAVE)
    lifecycle.confirm_authorisation(THIRD, db, reference)
    assert unmet(db, reference) == {"notice": {"errors-notice-missing"}}
    lifecycle.give_notice(SECOND, db, reference)
    assert unmet(db, reference) == {"notice": {"errors-notice-running"}}
    info = schemes.scheme(SECOND, db, reference)
    ends = gate.notice_ends(gate.standing(SECOND, db, info).posted)
    later = gate.requirements(SECOND, db, info, COMING, today=ends)
    assert all(r.met for r in later)
    lifecycle.reason(SECOND, db, reference, "P02", "the staff was heard in a meeting")
    assert unmet(db, reference) == {}

    before = {p.period: scores.period_sheet(FIRST, db, p.period) for p in scores.periods(FIRST, db)}
    assert refused(lifecycle.adopt, SECOND, db, reference, COMING, " ") == "errors-reason-needed"
    assert refused(lifecycle.adopt, FIRST, db, reference, COMING, "mine") == "errors-adopt-refused"
    lifecycle.adopt(SECOND, db, reference, COMING, "decided")
    info = schemes.scheme(FIRST, db, reference)
    assert (info.status, info.effective_from, info.adopted) == ("adopted", COMING, True)
    assert schemes.in_force_reference(FIRST, db, COMING) == reference
    for period, published in before.items():
        again = scores.period_sheet(FIRST, db, period)
        assert again.sha256 == published.sha256 is not None
        assert again.sheet.exact.tobytes() == published.sheet.exact.tobytes()
    assert proof.verify(FIRST, db).clean
    measured_in(db, COMING, scores.periods(FIRST, db)[-1].period)
    coming = scores.period_sheet(FIRST, db, COMING)
    assert (coming.scheme.version, coming.sha256) == (reference[1], None)
    assert coming.scheme.class_weights()["risk"] == pytest.approx(38)
    kinds = [e.kind for e in gate.life(FIRST, db, info)]
    assert kinds[:3] == ["draft", "proposed", "impact-run"] and kinds[-1] == "adopted"
    assert refused(lifecycle.authorise, SECOND, db, reference, LEAVE) == "errors-scheme-state"
    assert refused(schemes.store, FIRST, db, info.scheme) == "errors-scheme-exists"


def test_where_the_banks_rules_do_not_bind_own_classes_are_adopted_without_the_head_offices_leave(db):
    own = V2_TEXT
    for number, name in enumerate(FIVE_CLASSES):
        own = own.replace(f'class = "{name}"', f'class = "part {number}"')
    classes = [f"part {number}" for number in range(len(FIVE_CLASSES))]
    scheme = replace(Scheme.from_toml(f"classes = {classes}\n" + own), version=7, authorisation=None)
    schemes.store(FIRST, db, scheme)
    reference = SchemeReference(scheme.code, 7)
    bound = unmet(db, reference)
    assert {"W02", "W04"} <= bound["checks"] and "A01" in bound["authorisation"]
    with pytest.raises(AccessDenied):
        setup.set_rules(Actor("li", "president"), db, "plain")
    assert refused(setup.set_rules, operator("init"), db, "none") == "errors-rule-set"
    setup.set_rules(operator("init"), db, "plain")
    free = unmet(db, reference)
    assert "checks" not in free and "authorisation" not in free
    info = schemes.scheme(FIRST, db, reference)
    assert "authorisation" not in {r.name for r in gate.requirements(FIRST, db, info, COMING)}
    # What is tried is judged by the same rules, and the law holds for everybody.
    begun = simulation.start(FIRST, db, reference, scores.periods(FIRST, db)[-1].period)
    found = {f.rule for f in simulation.simulate(FIRST, begun, {}).findings}
    assert found & BANK_ONLY == set()
    setup.set_rules(operator("init"), db, "bank")
    assert {"W02", "W04"} <= unmet(db, reference)["checks"]


def test_a_period_that_has_begun_or_was_published_keeps_its_scheme(db):
    reference = drafted(db)
    now = period_of(clock.today(), "month")
    assert unmet(db, reference, start=now)["cycle"] == {"errors-adopt-begun"}
    last = scores.periods(FIRST, db)[-1].period
    assert unmet(db, reference, start=last)["cycle"] == {"errors-adopt-closed"}
    assert unmet(db, reference, start=parse_period("2027"))["cycle"] == {"errors-adopt-cycle"}
    assert refused(lifecycle.propose, FIRST, db, reference, now, "why") == "errors-propose-refused"


def test_a_run_on_older_figures_does_not_count(db):
    reference = drafted(db)
    lifecycle.propose(FIRST, db, reference, COMING, "why")
    kept = impact.latest(FIRST, db, reference)
    assert kept.outcome.moved > 0 and len(kept.outcome.people) == 12
    corrected(db)
    assert unmet(db, reference)["impact"] == {"errors-impact-stale"}
    again = impact.run(SECOND, db, reference)
    assert again.data_sha256 != kept.data_sha256 and "impact" not in unmet(db, reference)


def test_an_error_of_the_checks_is_never_settled_by_a_reason(db):
    old = Scheme.from_toml((SCHEMES / "x-branch-v1.toml").read_text(encoding="utf-8"))
    schemes.store(FIRST, db, old.with_version(7))
    reference = SchemeReference(old.code, 7)
    assert {"W02", "W04"} <= unmet(db, reference)["checks"]
    lifecycle.propose(FIRST, db, reference, COMING, "back to the old one")
    warnings = unmet(db, reference)["warnings"]
    assert {"W03", "W05"} <= warnings
    assert refused(lifecycle.reason, SECOND, db, reference, "W02", "never mind") == "errors-warning-unknown"
    found = gate.findings(SECOND, db, schemes.scheme(SECOND, db, reference), COMING)
    for finding in (f for f in found if f.severity == "warning"):
        lifecycle.reason(SECOND, db, reference, gate.mark(finding), "known, and accepted for a year")
    assert "warnings" not in unmet(db, reference) and "checks" in unmet(db, reference)


def test_whoever_acts_on_an_older_state_is_told(db):
    reference = drafted(db)
    lifecycle.propose(FIRST, db, reference, COMING, "why")
    seen = schemes.scheme(SECOND, db, reference).events
    lifecycle.withdraw(FIRST, db, reference, "a mistake", seen=seen)
    assert refused(lifecycle.vote, SECOND, db, reference, approve=True, seen=seen) == "errors-scheme-moved"
    lifecycle.propose(FIRST, db, reference, COMING, "again")
    now = schemes.scheme(SECOND, db, reference).events
    lifecycle.vote(SECOND, db, reference, approve=True, seen=now)


def test_votes_begin_anew_when_a_proposal_is_made_again(db):
    reference = drafted(db)
    lifecycle.propose(FIRST, db, reference, COMING, "why")
    for member in (SECOND, THIRD):
        lifecycle.vote(member, db, reference, approve=True)
    assert "approvals" not in unmet(db, reference)
    lifecycle.withdraw(FIRST, db, reference, "a mistake")
    lifecycle.propose(FIRST, db, reference, COMING, "again")
    assert "approvals" in unmet(db, reference)


def test_what_is_in_force_cannot_be_laid_aside(db):
    held = schemes.in_force_reference(FIRST, db, period_of(clock.today(), "month"))
    assert refused(retirement.propose, SECOND, db, held, "enough") == "errors-retire-in-force"
    assert refused(lifecycle.retire, SECOND, db, held, "enough") == "errors-retire-refused"
    reference = drafted(db)
    lifecycle.retire(SECOND, db, reference, "a better one is coming")
    assert schemes.scheme(SECOND, db, reference).status == "retired"
    assert refused(lifecycle.propose, FIRST, db, reference, COMING, "still") == "errors-scheme-state"


def test_the_staff_is_heard(db):
    reference = drafted(db)
    assert reference not in {i.reference for i in schemes.schemes(MANAGER, db)}  # a draft is not yet public
    lifecycle.propose(FIRST, db, reference, COMING, "why")
    assert reference in {i.reference for i in schemes.schemes(MANAGER, db)}
    other = Actor("other", "manager", "CM02")
    comments.comment(MANAGER, db, reference, "what about those who took over old loans?")
    comments.comment(SECOND, db, reference, "what was inherited does not count for a year")
    assert len(comments.comments(FIRST, db, reference)) == 2
    assert [c.by for c in comments.comments(other, db, reference)] == ["second"]
    seen = schemes.scheme(FIRST, db, reference).events
    comments.comment(MANAGER, db, reference, "thank you")
    lifecycle.vote(SECOND, db, reference, approve=True, seen=seen)  # a word does not disturb a vote
    for forbidden in (
        lambda: lifecycle.vote(MANAGER, db, reference, approve=True),
        lambda: lifecycle.propose(MANAGER, db, reference, COMING, "why"),
        lambda: lifecycle.give_notice(MANAGER, db, reference),
        lambda: impact.run(MANAGER, db, reference),
    ):
        with pytest.raises(AccessDenied):
            forbidden()


def test_a_branch_that_sets_up_its_schemes_needs_no_run(tmp_path):
    new = Database.open(tmp_path / "new.duckdb", create=True)
    scheme = Scheme.from_toml((SCHEMES / "x-branch-v2.toml").read_text(encoding="utf-8"))
    schemes.store(FIRST, new, scheme)
    assert (
        refused(lifecycle.adopt, FIRST, new, scheme.reference, parse_period("2026-01"), "history")
        == "errors-adopt-refused"
    )
    lifecycle.adopt(SECOND, new, scheme.reference, parse_period("2026-01"), "history")
    assert schemes.in_force_reference(FIRST, new, parse_period("2026-05")) == scheme.reference
