"""template: an empty workbook for a kind of file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.frame import acting, app, database, say, settings
from data.reading.columns.kinds import KINDS
from documents import templates
from workflow.errors import WorkflowError


@app.command()
def template(
    kind: Annotated[str, typer.Argument(help=", ".join(KINDS))],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Default: template-KIND.xlsx.")
    ] = None,
    period: Annotated[str | None, typer.Option(help="Of measured values; default: the next one.")] = None,
) -> None:
    """Write a workbook to fill in, with headings, known people and choices."""
    db = database()
    content = templates.template(acting(db, None), db, kind, settings.t.lang, period)
    path = output or Path(f"template-{kind}.xlsx")
    if path.suffix.lower() != ".xlsx" or not path.parent.is_dir():
        raise WorkflowError("errors-file-output", file=str(path))
    path.write_bytes(content)
    say("cli-written", file=str(path))
