"""paper scorecard, scorecards: what is printed and signed, as PDF, Word or Excel by the file's ending."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from cli.frame import acting, app, database, say, settings
from documents.paper import scorecards
from scoring.periods import parse_period
from workflow.branch.setup import described
from workflow.errors import WorkflowError

Form = TypeVar("Form")
Output = Annotated[Path, typer.Option("-o", "--output", help="The ending says the kind of file.")]

paper = typer.Typer(no_args_is_help=True, help="Scorecards to print, sign and post.")
app.add_typer(paper, name="paper")


@paper.command()
def scorecard(manager: str, period: str, output: Output) -> None:
    """One manager's scorecard on one A4 page: .pdf, .docx or .xlsx."""
    form = _form(scorecards.FORMS, output)
    branch = described(database())
    asked = parse_period(period)
    card = scorecards.of_person(acting(branch.db, None), branch, settings.t, manager, asked)
    _write(output, form([card], settings.t, asked))


@paper.command(name="scorecards")
def all_scorecards(period: str, output: Output) -> None:
    """Everybody's scorecard of a period in one file: .pdf, .docx or .xlsx."""
    form = _form(scorecards.FORMS, output)
    branch = described(database())
    asked = parse_period(period)
    made = scorecards.of_period(acting(branch.db, None), branch, settings.t, asked)
    _write(output, form(made, settings.t, asked))


def _form(forms: Mapping[str, Form], output: Path) -> Form:
    """How the file is written, by its ending; asked before anything is worked out."""
    if output.suffix.lower() not in forms or not output.parent.is_dir():
        raise WorkflowError("errors-paper-output", file=str(output), endings=", ".join(forms))
    return forms[output.suffix.lower()]


def _write(output: Path, content: bytes) -> None:
    output.write_bytes(content)
    say("cli-written", file=str(output))
