"""The command line's frame: global options, languages, exit codes. Whoever runs it acts as operator."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer

from access import accounts
from access.actor import Actor, operator
from data.database import Database
from words.text import Text, text_for
from workflow.errors import WorkflowError
from workflow.keeping import restoring

FAILED, WRONG_USE, IN_USE = 1, 2, 3

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


@dataclass
class Settings:
    """What the global options say."""

    path: Path = Path("data/steelyard.duckdb")
    lang: str = "zh"

    @property
    def t(self) -> Text:
        """The words in the chosen language."""
        return text_for("en" if self.lang == "en" else "zh")


settings = Settings()


@app.callback()
def main(
    db: Annotated[Path, typer.Option(envvar="STEELYARD_DB", help="The database file.")] = settings.path,
    lang: Annotated[str, typer.Option(envvar="STEELYARD_LANG", help="zh or en.")] = "zh",
) -> None:
    """Steelyard (绩秤): appraisal of customer managers."""
    settings.path, settings.lang = db, lang


def database(*, create: bool = False) -> Database:
    """The database that the options name."""
    db = Database.open(settings.path, create=create)
    if lost := restoring.tell_loss(operating(None), db):
        told = settings.t("cli-work-lost", first=lost.held + 1, last=lost.noted)
        typer.echo(told, err=True)
    return db


def operating(by: str | None) -> Actor:
    """Who runs a command that opens no database: `--by`, else the operating system's user."""
    return operator(by or os.environ.get("USER") or os.environ.get("USERNAME") or "operator")


def acting(db: Database, by: str | None) -> Actor:
    """Who runs the command: `--by`, else the operating system's user; an account where there are any."""
    actor = operating(by)
    if by and accounts.any_account(db) and not accounts.exists(db, by):
        raise WorkflowError("errors-by-unknown", by=by)
    return actor


def say(key: str, **params: object) -> None:
    """A sentence on standard output."""
    typer.echo(settings.t(key, **params))


def print_json(document: Any) -> None:
    """One JSON document on standard output."""
    typer.echo(orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS).decode())
