"""publish, reopen, verify, anchor, export-period: results frozen, opened again with a reason, and proved."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from cli.database import By, Json
from cli.frame import FAILED, acting, app, database, print_json, say, settings
from data.sealing.check import Checked
from documents.paper.found import sentence, table_name
from scoring.periods import parse_period
from workflow.errors import WorkflowError
from workflow.results import proof, publishing, scores
from workflow.results.proving import anchors


@app.command()
def publish(
    period: Annotated[str | None, typer.Argument(help="2026-03, or a range: 2026-01..2026-08.")] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Every period that is over and not published.")
    ] = False,
    by: By = None,
    as_json: Json = False,
) -> None:
    """Freeze periods, earliest first: inputs, scheme, engine version, results, hash."""
    db = database()
    actor = acting(db, by)
    if (period is None) != everything:
        raise WorkflowError("errors-publish-usage")
    periods = publishing.publishable(actor, db) if period is None else scores.between(actor, db, period)
    if not periods:
        raise WorkflowError("errors-publish-none")
    done = []
    for one in periods:
        found = publishing.publish(actor, db, one)
        done.append({"period": found.period, "sheet": found.sheet_id, "sha256": found.sha256})
        if not as_json:
            say("cli-published", **done[-1])
    if as_json:
        print_json({"published": done})


@app.command()
def reopen(period: str, why: Annotated[str, typer.Option()], by: By = None) -> None:
    """Open a published period again; what was published stays on file."""
    db = database()
    publishing.reopen(acting(db, by), db, parse_period(period), why)
    say("cli-reopened", period=period)


@app.command()
def verify(
    what: Annotated[str | None, typer.Argument()] = None,
    anchor: Annotated[
        list[str] | None, typer.Option(help="NUMBER:HASH that was kept elsewhere; several times.")
    ] = None,
    anchors_: Annotated[
        Path | None, typer.Option("--anchors", help="The file of daily anchors, as another machine has it.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Recompute every frozen period, compare every row with its seal and the audit chain with itself; or one
    period, or a package of export-period; exit status 1 on any difference."""
    if what is not None and Path(what).is_dir():
        found = proof.verify_package(Path(what))
    else:
        against = [anchors.read(text) for text in anchor or ()]
        against += [] if anchors_ is None else anchors.read_file(anchors_)
        db = database()
        period = None if what is None else parse_period(what)
        found = proof.verify(acting(db, None), db, period, against=against, tell=_tell)
    if as_json:
        differences = [{"what": d.key, **d.params} for d in found.differences]
        print_json({"results": found.results, "periods": found.periods, "differences": differences})
    else:
        for difference in found.differences:
            typer.echo(sentence(settings.t, difference), err=True)
        key = "cli-verified" if found.clean else "cli-verify-failed"
        say(key, results=found.results, periods=found.periods, count=len(found.differences))
    if not found.clean:
        raise typer.Exit(FAILED)


def _tell(checked: Checked) -> None:
    """How far it is, where somebody sits before the screen."""
    if sys.stderr.isatty() and checked.table:
        told = settings.t(
            "verify-at", table=table_name(settings.t, checked.table), done=checked.done, of=checked.of
        )
        typer.echo(f"\r\x1b[K{told}", err=True, nl=False)
    elif sys.stderr.isatty():
        typer.echo("\r\x1b[K", err=True, nl=False)


@app.command()
def anchor(as_json: Json = False) -> None:
    """Say how the audit trail ends, to be kept elsewhere; adds the day's line to the file of anchors."""
    db = database()
    actor = acting(db, None)
    found = anchors.head(actor, db)
    if found is None:
        raise WorkflowError("errors-anchor-none")
    written = anchors.note(actor, db)
    if as_json:
        print_json({"number": found.number, "sha256": found.sha256, "day": found.day})
    else:
        typer.echo(f"{found.number}:{found.sha256}")
        say("cli-anchor", file=str(anchors.file_of(db.path)), written="yes" if written else "no")


@app.command(name="export-period")
def export_period(period: str, folder: Path) -> None:
    """Write a published period as a package that verify can check on another machine."""
    db = database()
    proof.export_period(acting(db, None), db, parse_period(period), folder)
    say("cli-written", file=str(folder))
