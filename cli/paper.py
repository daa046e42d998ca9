"""paper scorecard, scorecards, leaderboard, notice: what is printed and posted, by the ending of the file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from cli.database import By
from cli.frame import acting, app, database, say, settings
from documents.paper import board as boards
from documents.paper import notice as notices
from documents.paper import scorecards
from scoring.periods import parse_period
from workflow.board.leaderboard import leaderboard as made
from workflow.branch.setup import described
from workflow.errors import WorkflowError

Form = TypeVar("Form")
Output = Annotated[Path, typer.Option("-o", "--output", help="The ending says the kind of file.")]
Day = Annotated[dt.datetime | None, typer.Option(formats=["%Y-%m-%d"])]

paper = typer.Typer(no_args_is_help=True, help="What is printed, signed and posted.")
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
    cards = scorecards.of_period(acting(branch.db, None), branch, settings.t, asked)
    _write(output, form(cards, settings.t, asked))


@paper.command()
def leaderboard(period: str, output: Output) -> None:
    """Managers and teams, best first: .xlsx or .pdf."""
    form = _form(boards.FORMS, output)
    branch = described(database())
    board = made(acting(branch.db, None), branch.db, parse_period(period))
    sheets = (
        boards.managers(board, board.managers, branch, settings.t),
        boards.teams(board, board.teams, branch, settings.t),
    )
    _write(output, form(board, sheets, settings.t))


@paper.command()
def notice(
    period: str,
    output: Output,
    contact: Annotated[str, typer.Option(help="To whom people turn, and how.")],
    listed: Annotated[str, typer.Option("--list", help=", ".join(notices.LISTED))] = notices.LISTED[0],
    first: Day = None,
    last: Day = None,
    by: By = None,
) -> None:
    """The notice of a published period's results as a Word file; its days are those of the period."""
    form = _form({".docx": notices.write}, output)
    branch = described(database())
    actor, asked = acting(branch.db, by), parse_period(period)
    begins, ends = notices.days(actor, branch, asked)
    chosen = next((one for one in notices.LISTED if one == listed), None)
    if chosen is None:
        raise WorkflowError("errors-notice-list", given=listed, known=", ".join(notices.LISTED))
    posting = notices.Posting(
        chosen, first.date() if first else begins, last.date() if last else ends, contact
    )
    _write(output, form(actor, branch, settings.t, asked, posting))


def _form(forms: Mapping[str, Form], output: Path) -> Form:
    """How the file is written, by its ending; asked before anything is worked out."""
    if output.suffix.lower() not in forms or not output.parent.is_dir():
        raise WorkflowError("errors-paper-output", file=str(output), endings=", ".join(forms))
    return forms[output.suffix.lower()]


def _write(output: Path, content: bytes) -> None:
    output.write_bytes(content)
    say("cli-written", file=str(output))
