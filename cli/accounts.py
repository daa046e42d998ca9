"""user: local accounts."""

from __future__ import annotations

from typing import Annotated

import typer

from access import accounts
from cli.database import By
from cli.frame import acting, app, database, say, settings

user = typer.Typer(no_args_is_help=True, help="Local accounts.")
app.add_typer(user, name="user")


@user.command("add")
def user_add(
    username: str,
    role: Annotated[str, typer.Option()],
    name: str = "",
    manager_id: str | None = None,
    password: Annotated[str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True)] = "",
    by: By = None,
) -> None:
    """Make an account."""
    db = database()
    actor = acting(db, by)
    accounts.add(actor, db, username, role, password, display_name=name, manager_id=manager_id)
    say("cli-user-added", username=username)


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


@user.command("passwd")
def user_passwd(
    username: str,
    password: Annotated[str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True)] = "",
    by: By = None,
) -> None:
    """Set a new password."""
    db = database()
    accounts.set_password(acting(db, by), db, username, password)
    say("cli-user-passwd", username=username)


@user.command("role")
def user_role(username: str, role: str, by: By = None) -> None:
    """Give an account another role."""
    db = database()
    accounts.set_role(acting(db, by), db, username, role)
    say("cli-user-role", username=username, role=role)
