"""The command line with all its commands; whoever imports it has them registered."""

from __future__ import annotations

import typer

from cli import (
    accounts,
    analysis,
    batches,
    database,
    paper,
    periods,
    permissions,
    schemes,
    scoring,
    templates,
)
from cli.frame import IN_USE, WRONG_USE, app, settings
from data.errors import DatabaseInUse
from scoring.errors import SteelyardError

COMMANDS = (database, accounts, permissions, batches, templates, scoring, analysis, schemes, periods, paper)
"""Each module registers its commands with the frame."""


def run() -> None:
    """Run the command line; what a person can act on ends as one sentence, not as a traceback."""
    try:
        app()
    except DatabaseInUse as problem:
        typer.echo(settings.t.error(problem), err=True)
        raise SystemExit(IN_USE) from None
    except SteelyardError as problem:
        typer.echo(settings.t.error(problem), err=True)
        raise SystemExit(WRONG_USE) from None
