"""approve, reject, inbox, batches, show, take-over, undo, correct: between the two people."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import asdict
from typing import Annotated, Any

import typer

from access import accounts
from cli.database import By, Json, problem_document
from cli.frame import acting, app, database, print_json, say, settings
from data.database import Database
from data.facts import TABLES, Fact
from data.reading.columns.kinds import MEASURED
from data.stores.intake.batch_store import BatchRow
from data.stores.intake.import_store import ARRIVED, WAITING
from documents import changes as words
from documents.reports import arrival_report, problem_line
from words import format as fmt
from workflow.errors import WorkflowError
from workflow.intake import batches, corrections, imports, inbox, people

Why = Annotated[str, typer.Option(help="The reason; kept in the trail.")]
Batch = Annotated[int, typer.Argument(help="The batch's number.")]
LISTED = 50


@app.command(name="inbox")
def inbox_(by: By = None) -> None:
    """Take what lies in the inbox beside the database, as the running dashboard does by itself. With --by
    that person answers for it; otherwise somebody takes each batch over first."""
    db = database()

    def report(arrival: inbox.Arrival) -> str:
        told = (arrival.file_name, arrival.batch, arrival.problems, arrival.error)
        return arrival_report(*told, settings.t, empty=arrival.empty)

    taken = inbox.look(acting(db, by), db, report, answers_for=by is not None)
    for arrival in taken:
        typer.echo(report(arrival).splitlines()[0])
    if not taken:
        say("inbox-empty", folder=str(inbox.folder(db)))


@app.command()
def approve(
    batch: Batch,
    by: By = None,
    anyway: Annotated[bool, typer.Option(help="The older figures are meant.")] = False,
) -> None:
    """Turn a batch into facts; never by a person who brought it."""
    db = database()
    imports.approve(acting(db, by), db, batch, anyway=anyway)
    say("cli-approved", batch=batch)


@app.command()
def reject(batch: Batch, why: Why, by: By = None) -> None:
    """Turn a batch down."""
    db = database()
    imports.reject(acting(db, by), db, batch, why)
    say("cli-rejected", batch=batch)


@app.command(name="take-over")
def take_over(batch: Batch, by: By = None) -> None:
    """Answer for a batch that lay in the inbox; another person approves it."""
    db = database()
    actor = acting(db, by)
    imports.take_over(actor, db, batch)
    say("cli-taken-over", batch=batch, by=actor.username)


@app.command(name="batches")
def batches_(as_json: Json = False) -> None:
    """The last batches, newest first."""
    db = database()
    found = batches.batches(acting(db, None), db)[:LISTED]
    if as_json:
        print_json({"batches": [_head(b) for b in found]})
        return
    for batch in found:
        typer.echo(_line(db, batch))
    if not found:
        say("cli-batch-none")


@app.command()
def show(batch: Batch, as_json: Json = False) -> None:
    """One batch: its rows beside what is stored, what was said about the file, whom it moves."""
    db = database()
    actor = acting(db, None)
    head = batches.batch_of(actor, db, batch)
    told = batches.problems(actor, db, batch)
    lines = _changes(db, head)
    effects = batches.effect(actor, db, batch) if head.status in (WAITING, ARRIVED) else ()
    if as_json:
        print_json(
            {
                **_head(head),
                "changes": [line._asdict() for line in lines],
                "rows": [{"row": number, **row} for number, row in batches.brought(actor, db, batch)],
                "problems": [problem_document(p) for p in told],
                "effect": [
                    {
                        **{"period": one.period, "manager_id": m.manager_id},
                        "before": {"total": _number(m.before_total), "rank": _number(m.before_rank)},
                        "after": {"total": _number(m.after_total), "rank": _number(m.after_rank)},
                    }
                    for one in effects
                    for m in one.moves
                ],
            }
        )
        return
    t = settings.t
    typer.echo(_line(db, head))
    if head.why:
        say("cli-batch-why", why=head.why)
    for line in lines:
        say("cli-batch-change", **line._replace(before=line.before or fmt.DASH)._asdict())
    if not lines:
        say("cli-batch-nothing")
    for problem in told:
        typer.echo(problem_line(problem, t))
    for one in effects:
        for m in one.moves:
            say(
                "cli-batch-effect",
                **{"period": one.period, "who": f"{t.pick(*one.names[m.manager_id])} {m.manager_id}"},
                **{"before": fmt.number(m.before_total), "after": fmt.number(m.after_total)},
                **{"was": fmt.number(m.before_rank, 0), "is": fmt.number(m.after_rank, 0)},
            )
    if head.status in (WAITING, ARRIVED) and not effects:
        say("cli-batch-no-effect")


@app.command()
def undo(batch: Batch, why: Why, by: By = None) -> None:
    """Bring back what held before an approved batch, as a batch that a second person approves."""
    db = database()
    number = batches.undo(acting(db, by), db, batch, why)
    say("cli-undo", of=batch, batch=number)


@app.command()
def correct(
    kind: Annotated[str, typer.Argument(help=", ".join(imports.KINDS))],
    fields: Annotated[list[str], typer.Argument(help="FIELD=VALUE …: which one, and what it is to be.")],
    why: Why,
    by: By = None,
    withdraw: Annotated[bool, typer.Option(help="It was never so: take it back.")] = False,
) -> None:
    """Correct (or withdraw) one thing that is stored, as a batch that a second person approves."""
    db = database()
    actor = acting(db, by)
    said = dict(_pair(kind, text) for text in fields)
    say("cli-corrected", batch=_correct(actor, db, kind, said, why, withdraw))


_TABLE = {"metrics": "measurement", "targets": "target", "events": "event"}
_TABLE |= {"leave": "leave_of_absence", "handovers": "handover", "outcomes": "outcome"}
_TABLE |= {"indicators": "indicator"}
_EXAMPLE = {
    "metrics": "manager_id=CM01 period=2026-03 indicator=E01 value=1200",
    "targets": "manager_id=CM01 period=2026-03 indicator=E01 target=1500",
    "events": "manager_id=CM01 period=2026-03 kind=deduction reason=… points=2",
    "leave": "manager_id=CM01 from_on=2026-03-02 to_on=2026-03-06",
    "handovers": "receiver_id=CM01 on_date=2026-03-01 note=…",
    "outcomes": "manager_id=CM01 period=2026-03 outcome=… observed_on=2026-12-31 value=1.2",
    "indicators": "code=E01 unit=万元",
    "people": "manager_id=CM01 from_on=2026-03-16 team=… position=…",
}


def _pair(kind: str, text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or kind not in _EXAMPLE:
        needs = _EXAMPLE.get(kind, "")
        raise WorkflowError(
            "errors-correct-fields", kind=kind, example=needs or _EXAMPLE["metrics"], fields=needs
        )
    return name.strip(), value.strip()


def _correct(actor: Any, db: Database, kind: str, said: dict[str, str], why: str, withdraw: bool) -> int:
    typed = {name: _typed(name, value) for name, value in said.items()}
    try:
        if kind in MEASURED:
            place = (said["manager_id"], said["period"], said["indicator"])
            number = None if withdraw else typed["value" if kind == "metrics" else "target"]
            work = corrections.value if kind == "metrics" else corrections.target
            return work(actor, db, *place, number, why)
        if kind == "people":
            known = people.Change.__dataclass_fields__
            wrong = next((name for name in typed if name not in known), None)
            if wrong is not None:
                raise KeyError(wrong)
            emptied = tuple(name for name, value in typed.items() if value is None)
            return people.change(actor, db, people.Change(**typed, clear=emptied), why)
        table = TABLES[_TABLE[kind]]
        wrong = next((name for name in typed if name not in table.columns), None)
        if wrong is not None:
            raise KeyError(wrong)
        if kind == "events":
            _ = typed["kind"], typed.get("document") or typed["reason"]
            return corrections.fact(actor, db, corrections.event(typed, withdrawn=withdraw), why)
        return corrections.fact(actor, db, Fact(table.name, typed, withdraw), why)
    except KeyError:
        raise WorkflowError(
            "errors-correct-fields", kind=kind, example=_EXAMPLE[kind], fields=_EXAMPLE[kind]
        ) from None


def _typed(name: str, text: str) -> Any:
    """Days and numbers as such; an empty value empties."""
    try:
        if not text:
            return None
        if name.endswith("_on") or name == "on_date":
            return dt.date.fromisoformat(text)
        return float(text) if name in ("value", "target", "points", "own_value") else text
    except ValueError:
        raise WorkflowError("errors-correct-value", field=name, value=text) from None


def _head(batch: BatchRow) -> dict[str, object]:
    return {**asdict(batch), "imported_at": batch.imported_at.isoformat()}


def _line(db: Database, batch: BatchRow) -> str:
    t = settings.t
    names = {user: t.term(name) for user, name in accounts.names(db).items()}
    file = (
        t(f"batch-{batch.file_name}")
        if batch.file_name in (batches.CORRECTION, batches.BY_HAND)
        else batch.file_name
    )
    line = t(
        "cli-batch-line",
        **{"batch": batch.batch_id, "kind": t(f"desk-kind-{batch.kind}"), "file": file, "rows": batch.rows},
        **{"status": t(f"batch-{batch.status}"), "by": names.get(batch.imported_by, batch.imported_by)},
    )
    decided = batch.decided_by
    return line + (f"  {t('cli-batch-decided', by=names.get(decided, decided))}" if decided else "")


def _changes(db: Database, head: BatchRow) -> list[words.Line]:
    t, actor = settings.t, acting(db, None)
    names = {m: t.pick(*pair) for m, pair in batches.people(actor, db).items()}
    if head.kind not in MEASURED:
        return words.lines(batches.changes(actor, db, head.batch_id), names, t)
    return words.measured(batches.preview(actor, db, head.batch_id).rows, names, t)


def _number(value: float) -> float | None:
    return None if math.isnan(value) else value
