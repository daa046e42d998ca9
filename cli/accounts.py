"""user: local accounts."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Annotated

import typer

from access import accounts
from access.errors import AccountError
from access.local import bringing, keeping
from cli.database import By
from cli.frame import FAILED, acting, app, say, settings
from cli.frame import database as opened
from data.database import Database
from data.errors import DatabaseInUse
from documents.people import account_slips
from documents.reports import problem_line
from scoring.errors import SteelyardError

user = typer.Typer(no_args_is_help=True, help="Local accounts.")
app.add_typer(user, name="user")

ROOT = Path(__file__).parent.parent
_Secret = Annotated[str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True)]
_Own = Annotated[
    bool, typer.Option("--own", help="The holder has typed it: it need not be changed at the first sign-in.")
]


def database() -> Database:
    """The database; where the dashboard has it, the same can be done there, and the sentence says how."""
    try:
        return opened()
    except DatabaseInUse as problem:
        raise DatabaseInUse("errors-user-in-use", **problem.params, address=_page()) from None


def _page() -> str:
    """Where the dashboard on this machine has its page of accounts, by its settings."""
    file = ROOT / ".streamlit" / "config.toml"
    told = tomllib.loads(file.read_text(encoding="utf-8")).get("server", {}) if file.exists() else {}
    port = os.environ.get("STREAMLIT_SERVER_PORT") or told.get("port", 8501)
    base = os.environ.get("STREAMLIT_SERVER_BASE_URL_PATH") or told.get("baseUrlPath", "")
    return "/".join(part.strip("/") for part in (f"http://127.0.0.1:{port}", base, "accounts") if part)


@user.command("add")
def user_add(
    username: str,
    role: Annotated[str, typer.Option()],
    name: str = "",
    manager_id: str | None = None,
    password: _Secret = "",
    own: _Own = False,
    by: By = None,
) -> None:
    """Make an account; its password has to be changed at the first sign-in, but for the very first one."""
    db = database()
    actor = acting(db, by)
    theirs = own or not accounts.any_account(db)
    named = accounts.add(
        *(actor, db, username, role, password),
        display_name=name,
        manager_id=manager_id,
        must_change=not theirs,
    )
    say("cli-user-added", username=named)


@user.command("import")
def user_import(
    file: Annotated[Path, typer.Argument(help="Columns: user name, name, role, manager's id.")],
    slips: Annotated[Path, typer.Option(help="Where the first passwords go (.xlsx); a new file.")],
    by: By = None,
) -> None:
    """Make accounts of a list, each with a first password that is written to a file once."""
    db = database()
    actor = acting(db, by)
    judged = bringing.read(actor, db, file)
    for problem in judged.problems:
        typer.echo(problem_line(problem, settings.t), err=True)
    handle = _new_file(slips)
    with os.fdopen(handle, "wb") as out:
        try:
            made = bringing.take(actor, db, judged)
        except SteelyardError:
            slips.unlink()
            raise
        out.write(account_slips.workbook(made, settings.t))
    say("cli-user-imported", count=len(made), file=str(slips))
    if judged.refused:
        raise SystemExit(FAILED)


def _new_file(path: Path) -> int:
    """A file that only whoever runs the command can read."""
    if path.suffix != ".xlsx" or not path.parent.is_dir():
        raise AccountError("errors-slips-file", file=str(path))
    try:
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise AccountError("errors-file-exists", file=str(path)) from None


@user.command("list")
def user_list() -> None:
    """Show the accounts."""
    db = database()
    for account in accounts.listed(acting(db, None), db):
        off = "" if account.in_use else f"\t{settings.t('cli-user-off')}"
        typer.echo(f"{account.username}\t{account.display_name}\t{account.role}{off}")


@user.command("disable")
def user_disable(username: str, by: By = None) -> None:
    """Nobody signs in with the account from now on."""
    db = database()
    accounts.disable(acting(db, by), db, username)
    say("cli-user-disabled", username=username)


@user.command("enable")
def user_enable(username: str, by: By = None) -> None:
    """Undo that an account was disabled."""
    db = database()
    keeping.enable(acting(db, by), db, username)
    say("cli-user-enabled", username=username)


@user.command("passwd")
def user_passwd(username: str, password: _Secret = "", own: _Own = False, by: By = None) -> None:
    """Set a new password, to be changed at the next sign-in."""
    db = database()
    accounts.set_password(acting(db, by), db, username, password, must_change=not own)
    say("cli-user-passwd", username=username)


@user.command("role")
def user_role(username: str, role: str, manager_id: str | None = None, by: By = None) -> None:
    """Give an account another role."""
    db = database()
    accounts.set_role(acting(db, by), db, username, role, manager_id)
    say("cli-user-role", username=username, role=role)


@user.command("name")
def user_name(username: str, name: str, by: By = None) -> None:
    """Say what the holder is called."""
    db = database()
    keeping.set_name(acting(db, by), db, username, name)
    say("cli-user-named", username=username, name=name)


@user.command("manager")
def user_manager(username: str, manager_id: str, by: By = None) -> None:
    """Correct the manager's id of an account."""
    db = database()
    keeping.set_manager(acting(db, by), db, username, manager_id)
    say("cli-user-manager", username=username, manager=manager_id)
