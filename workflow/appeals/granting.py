"""Granting an appeal: a counter-entry that supersedes the figure, a new frozen result beside the old one."""

from __future__ import annotations

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.database import Cursor, Database
from data.facts import Fact
from data.stores import sheet_store
from data.stores.appeals import appeal_store, difference_store
from data.stores.intake import import_store
from scoring import ENGINE_VERSION
from workflow.appeals import figures, reviewing, standing
from workflow.appeals.effect import settling, touching
from workflow.appeals.standing import GRANTED, PROPOSED, Appeal
from workflow.errors import WorkflowError
from workflow.intake.batches import CORRECTION
from workflow.intake.corrections import KIND_OF
from workflow.results import frozen, period_sheets
from workflow.results.what_if.ripple import Recomputed, Redress, posts


def confirm(actor: Actor, db: Database, appeal_id: int) -> tuple[int, ...]:
    """Confirm what the reviewer proposed, as a second person who did not make the figure either. The numbers
    of the new results.

    The counter-entry, the new results of every published period that it changes, the differences and the
    decision are one transaction.

    Raises
    ------
    WorkflowError : not proposed, the same person, who made the figure; the period is not published any more;
        something was stored meanwhile.
    """
    require(actor, Action.DECIDE_APPEALS)
    reviewing.independent(actor, db, appeal_id, actor.username)
    found = standing.appeal(actor, db, appeal_id)
    proposal = found.proposal
    if found.state != PROPOSED or proposal is None or proposal.detail is None:
        raise WorkflowError("errors-appeal-state", appeal=appeal_id, state=found.state)
    with db.read() as cursor:
        reviewing.another(cursor, actor, found)
    fact = None
    if proposal.detail["correct"]:
        with db.read() as cursor:
            fact = figures.corrected(cursor, found.subject, found.key, proposal.detail["value"])
    redress = Redress(db, touching(fact, found.manager_id, found.when))
    if fact is not None and not any(period == found.when for period in redress.periods):
        raise WorkflowError("errors-period-not-published", period=found.period)

    def work(cursor: Cursor) -> tuple[int, ...]:
        if audit.last_number(cursor) != redress.head:
            raise WorkflowError("errors-appeal-moved")
        standing.now(cursor, appeal_id, PROPOSED)
        batch, sheets = None, []
        if fact is not None:
            batch = _counter_entry(cursor, found, fact, proposal.by, proposal.why)
            sheets = _stand_beside(cursor, actor, found, redress, batch)
        detail = {"batch": batch, "sheets": sheets}
        at = audit.now()
        appeal_store.add_event(cursor, appeal_id, GRANTED, at, actor.username, detail=detail)
        audit.append(cursor, actor, "appeal-granted", f"appeal {appeal_id}", detail)
        return tuple(sheets)

    return db.write(work)


def _counter_entry(cursor: Cursor, found: Appeal, fact: Fact, proposed_by: str, why: str) -> int:
    """The batch of the corrected figure, brought by who proposed it; its facts come with the results."""
    header = import_store.Header(KIND_OF[fact.table], CORRECTION, "", None, 1, why)
    rows = import_store.rows_of_facts([fact])
    return import_store.stage(cursor, header, rows, (), proposed_by, audit.now())


def _stand_beside(cursor: Cursor, actor: Actor, found: Appeal, redress: Redress, batch: int) -> list[int]:
    """Approve the counter-entry and freeze every published result that it changes anew."""
    kind = import_store.standing(cursor, batch)
    assert kind is not None

    def change(at: Cursor) -> None:
        import_store.make_facts(at, batch, kind.kind, audit.now(), clock.today())
        import_store.decide(at, batch, import_store.APPROVED, audit.now(), actor.username, None)

    done = redress.stored(cursor, change, batch, settling(found.manager_id))
    difference_store.post(cursor, posts(done, batch), audit.now(), actor.username)
    appealed = (one for one in done if one.period == found.when or one.moves().moves)
    return [_frozen(cursor, actor, found, one, batch) for one in appealed]


def _frozen(cursor: Cursor, actor: Actor, found: Appeal, one: Recomputed, batch: int) -> int:
    """Freeze a period as it is after the appeal, beside what was published; its number."""
    old = one.sheet
    assert old is not None
    content = frozen.document(period_sheets.of_facts(one.period, old.state, one.after, one.facts))
    written = frozen.text(content)
    whole, inputs = frozen.sha256(written), frozen.inputs_sha256(content)
    number = sheet_store.add(
        cursor,
        sheet_store.NewSheet(
            period=one.period.code,
            scheme_code=old.scheme_code,
            scheme_version=old.scheme_version,
            engine=ENGINE_VERSION,
            inputs_sha256=inputs,
            frozen_at=audit.now(),
            frozen_by=actor.username,
            content=written,
            content_sha256=whole,
            facts_at=old.facts_at,
            corrections=(*old.corrections, batch),
            appeal_id=found.appeal_id,
        ),
    )
    detail = {"sheet": number, "sha256": whole, "inputs": inputs, "appeal": found.appeal_id}
    audit.append(cursor, actor, "publish", one.period.code, detail)
    return number
