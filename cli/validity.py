"""validity: do the scores mean anything, and did they tell what came afterwards?"""

from __future__ import annotations

from typing import Annotated

import typer

from cli.database import By, Json
from cli.frame import acting, app, database, print_json, settings
from documents import validity as written
from scoring.periods import parse_period
from workflow import schemes
from workflow.errors import WorkflowError
from workflow.results import scores
from workflow.validity import outcomes
from workflow.validity.history import PERIODS
from workflow.validity.report import report


@app.command()
def validity(
    period: Annotated[str | None, typer.Argument(help="2026-03; else the newest with a result.")] = None,
    first: Annotated[str | None, typer.Option("--from", help="Earliest period looked back to.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="The same as PERIOD.")] = None,
    by: By = None,
    as_json: Json = False,
) -> None:
    """Effective weights, teams, reliability and outcomes: the figures of the page."""
    db = database()
    actor = acting(db, by)
    if period is not None and last is not None:
        raise WorkflowError("errors-validity-usage")
    asked = period or last
    known = [info.period for info in scores.periods(actor, db) if info.scored]
    if not known:
        raise WorkflowError("errors-validity-empty")
    end = parse_period(asked) if asked else known[-1]
    count = PERIODS
    if first is not None:
        count = len(scores.between(actor, db, f"{first}..{end.code}"))
    found = report(actor, db, end, count)
    scheme = scores.period_sheet(actor, db, end).scheme
    if as_json:
        adopted = [i.reference for i in schemes.schemes(actor, db) if i.adopted]
        beside = {str(r): outcomes.beside(actor, db, r, end, count) for r in adopted} if found.told else {}
        print_json(written.document(found, beside))
        return
    names = {i.code: settings.t.name(i.name, i.code) for i in scheme.indicators}
    for line in written.lines(found, names, settings.t):
        typer.echo(line)
