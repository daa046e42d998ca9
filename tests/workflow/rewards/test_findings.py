"""The register of deductions and vetoes: only what may count counts, and a finding is a correction."""

import pytest

from access import demo
from access.errors import AccessDenied
from data.stores.appeals import difference_store
from tests.branch import GAO, NING, WANG, refused
from workflow.intake import imports
from workflow.rewards import findings


def pending(db):
    return next(one for one in findings.register(GAO, db) if one.state == findings.PENDING)


def test_what_is_pending_stands_first_and_does_not_count(db):
    found = findings.register(GAO, db)
    assert [one.state for one in found] == ["pending", "confirmed"]
    assert [one.counts for one in found] == [False, True]
    assert found[0].points == found[0].most == 3 and not found[0].late


@pytest.mark.parametrize("state", ["confirmed", "reduced", "exempt"])
def test_a_finding_counts_once_a_second_person_approves_and_posts_what_it_does(db, state):
    """The counter-entry stands against the posted result, which itself stays."""
    one = pending(db)
    points = {"confirmed": None, "reduced": 1.5, "exempt": None}[state]
    head = db.head()
    batch = findings.set_finding(GAO, db, one.key, state, points, "责任认定〔2026〕3号", "已查明")
    assert db.head() == head + 1 and pending(db).waiting == findings.Waiting(batch, state, points or 3)
    imports.approve(WANG, db, batch)
    now = next(e for e in findings.register(GAO, db) if e.key == one.key)
    assert (now.state, now.counts, now.document) == (state, state != "exempt", "责任认定〔2026〕3号")
    with db.read() as cursor:
        posted = [d for d in difference_store.posted(cursor, batch=batch) if d.manager_id == one.manager_id]
    moved = {d.total_after - d.total_before for d in posted}
    assert moved == ({-3.0} if state == "confirmed" else {-1.5} if state == "reduced" else set())


def test_an_exemption_after_publication_gives_back_what_was_deducted(db):
    one = next(e for e in findings.register(GAO, db) if e.state == "confirmed")
    batch = findings.set_finding(GAO, db, one.key, "exempt", None, "责任认定〔2026〕4号", "尽职免责")
    imports.approve(WANG, db, batch)
    with db.read() as cursor:
        (mine,) = [d for d in difference_store.posted(cursor, batch=batch) if d.manager_id == one.manager_id]
    assert mine.total_after == pytest.approx(mine.total_before + one.points)
    assert mine.rank_after <= mine.rank_before


def test_what_a_finding_cannot_say_is_refused(db):
    one = pending(db)
    given = (GAO, db, one.key)
    assert refused(findings.set_finding, *given, "confirmed", None, " ", "x") == "errors-finding-document"
    assert refused(findings.set_finding, *given, "confirmed", 4, "7号", "x") == "errors-finding-points"
    assert refused(findings.set_finding, *given, "reduced", 3, "7号", "x") == "errors-finding-reduced"
    assert refused(findings.set_finding, *given, "pending", None, "", "x") == "errors-finding-same"
    assert refused(findings.set_finding, *given, "", None, "7号", "x") == "errors-finding-state"
    assert refused(findings.set_finding, *given, "exempt", None, "7号", "  ") == "errors-reason-needed"
    nobody = ("CM99", *one.key[1:])
    assert refused(findings.set_finding, GAO, db, nobody, "exempt", None, "7号", "x") == (
        "errors-finding-unknown"
    )
    findings.set_finding(*given, "exempt", None, "7号", "x")
    assert refused(findings.set_finding, NING, db, one.key, "reduced", 1, "7号", "x") == (
        "errors-finding-waits"
    )


def test_only_the_committee_reads_the_register_and_sets_findings(db):
    one = pending(db)
    for actor in demo.actors(db):
        if actor.role == "committee":
            assert findings.register(actor, db)
            continue
        for call in (
            lambda actor=actor: findings.register(actor, db),
            lambda actor=actor: findings.set_finding(actor, db, one.key, "exempt", None, "7号", "x"),
        ):
            with pytest.raises(AccessDenied):
                call()
