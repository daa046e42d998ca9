"""sso: what is set up, what claims would give, and which accounts are linked."""

from __future__ import annotations

import datetime as dt
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import httpx2
import orjson
import typer

from access import accounts, audit
from access.single_sign_on import files, identities, rules
from access.single_sign_on.claims import vouched
from access.single_sign_on.errors import Refused, WrongSettings
from access.single_sign_on.rules import MOST_HOURS, Provider, Rules
from cli.database import By
from cli.frame import FAILED, WRONG_USE, acting, app, database, say, settings

SECONDS = 10.0

sso = typer.Typer(no_args_is_help=True, help="Single sign-on.")
app.add_typer(sso, name="sso")

Secrets = Annotated[
    Path, typer.Option(envvar="STREAMLIT_SECRETS_FILES", help="The dashboard's file of secrets.")
]
SECRETS = Path(".streamlit/secrets.toml")


@sso.command("check")
def sso_check(
    secrets: Secrets = SECRETS,
    claims: Annotated[Path | None, typer.Option(help="Claims in JSON: which role they would give.")] = None,
    offline: Annotated[bool, typer.Option("--offline", help="Do not ask the provider.")] = False,
) -> None:
    """Say what is set up, whether the provider answers, and what claims would give."""
    found = _settings(secrets)
    if found is None:
        say("cli-sso-none", file=secrets)
        return
    provider, given = found
    _describe(provider, given)
    if secrets.is_file() and secrets.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH):
        say("cli-sso-open-file", file=secrets)
    ok = offline or _reached(provider)
    if claims is not None:
        ok = _would(given, claims) and ok
    if not ok:
        raise typer.Exit(FAILED)


@sso.command("link")
def sso_link(
    username: str,
    subject: str,
    issuer: Annotated[str, typer.Option(help="As the page after a refused sign-in says.")] = "",
    secrets: Secrets = SECRETS,
    by: By = None,
) -> None:
    """Let whoever has that subject at the provider sign in with the account, and in no other way."""
    found = None if issuer else _settings(secrets)
    issuer = issuer or (found[0].issuer if found else "")
    db = database()
    identities.link(acting(db, by), db, username, issuer, subject)
    say("cli-sso-linked", username=username, issuer=issuer, subject=subject)


@sso.command("unlink")
def sso_unlink(username: str, by: By = None) -> None:
    """Undo a link; a password counts again."""
    db = database()
    identities.unlink(acting(db, by), db, username)
    say("cli-sso-unlinked", username=username)


@sso.command("list")
def sso_list() -> None:
    """Show which accounts are linked."""
    db = database()
    held = identities.linked(db)
    for account in accounts.listed(acting(db, None), db):
        if account.username in held:
            typer.echo(f"{account.username}\t{account.role}\t{held[account.username]}")


def _settings(path: Path) -> tuple[Provider, Rules] | None:
    """What is set up; every fault as a line, and the end, where something is wrong."""
    try:
        return rules.read(files.secrets([path]))
    except WrongSettings as wrong:
        for fault in wrong.faults:
            typer.echo(settings.t(fault.key, **fault.params), err=True)
        raise typer.Exit(WRONG_USE) from None


def _describe(provider: Provider, given: Rules) -> None:
    where = {"url": provider.metadata_url, "client": provider.client_id, "back": provider.redirect_uri}
    say("cli-sso-provider", **where)
    typer.echo(settings.t(f"cli-sso-accounts-{given.accounts}"))
    if given.hours is None:
        say("cli-sso-lasts-token", most=f"{MOST_HOURS:g}")
    else:
        say("cli-sso-lasts-hours", hours=given.hours)
    say("cli-sso-roles", claim=".".join(given.roles_claim))
    for value, role in given.roles.items():
        say("cli-sso-role", value=value, role=role)


def _reached(provider: Provider) -> bool:
    try:
        answer = httpx2.get(provider.metadata_url, timeout=SECONDS)
        answer.raise_for_status()
        said: Mapping[str, Any] = answer.json()
        issuer = said["issuer"]
    except (httpx2.HTTPError, httpx2.InvalidURL, KeyError, TypeError, ValueError):
        say("cli-sso-not-reached", url=provider.metadata_url)
        return False
    say("cli-sso-reached", issuer=issuer, out="yes" if said.get("end_session_endpoint") else "no")
    return True


def _would(given: Rules, path: Path) -> bool:
    """Say what the claims of a file would give, as if they were issued now."""
    try:
        claims = orjson.loads(path.read_bytes())
    except (OSError, orjson.JSONDecodeError):
        claims = None
    if not isinstance(claims, dict):
        raise Refused("errors-sso-claims-file", file=path.name)
    now = audit.now()
    moment = now.replace(tzinfo=dt.UTC).timestamp()
    try:
        said = vouched(given, claims | {"iat": moment, "exp": moment + 3600}, now)
    except Refused as problem:
        say("cli-sso-would-not", why=settings.t.error(problem))
        return False
    say(
        "cli-sso-would",
        role=said.role,
        manager=said.manager_id or "–",
        username=said.user_name or "–",
        subject=said.subject,
    )
    return True
