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
from cli.keeping import commands as keeping
from cli.single_sign_on import commands as single_sign_on
from data.errors import DatabaseInUse
from data.keeping.damage import cause_of_system
from scoring.errors import SteelyardError

COMMANDS = (
    database,
    accounts,
    single_sign_on,
    permissions,
    batches,
    templates,
    scoring,
    analysis,
    schemes,
    periods,
    paper,
    keeping,
)
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
    except OSError as problem:
        told = cause_of_system(problem, settings.path)
        if told is None:
            raise
        typer.echo(settings.t.error(told), err=True)
        raise SystemExit(WRONG_USE) from None
