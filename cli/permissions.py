"""may: whether somebody may do something, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from access import accounts, demo
from access.actor import Actor, holder
from access.errors import AccountError
from access.permissions import Action, Verdict, holders, why
from cli.database import Json
from cli.frame import FAILED, acting, app, database, print_json, settings
from data.database import Database
from data.stores import people_store
from words.text import Text, text_for
from workflow.errors import WorkflowError

_NAMES_SHOWN = 20


@app.command()
def may(
    name: Annotated[str, typer.Argument(help="A user name.")],
    action: Annotated[str, typer.Argument(help="docs/security.md lists them.")],
    manager: Annotated[str | None, typer.Option(help="Whose figures; default: a manager's own.")] = None,
    as_json: Json = False,
) -> None:
    """Whether somebody may do something, and why, in both languages; exit status 1 where not."""
    db = database()
    person, in_use = _person(db, name)
    if action not in set(Action):
        raise AccountError("errors-may-action", action=action, actions=", ".join(Action))
    if manager:
        _require_on_roll(db, manager)
    verdict = why(person, Action(action), manager or person.manager_id)
    languages = (
        (text_for("en"), text_for("zh")) if settings.t.lang == "en" else (text_for("zh"), text_for("en"))
    )
    sentences = {t.lang: _answer(person, in_use, Action(action), manager, verdict, t) for t in languages}
    if as_json:
        document = {
            **{"name": person.username, "role": person.role, "in_use": in_use, "action": action},
            **{"manager": manager or person.manager_id, "allowed": in_use and verdict.allowed},
            **{"scope": verdict.scope, "reason": str(verdict.reason), "roles": holders(Action(action))},
            "why": sentences,
        }
        print_json(document)
    else:
        for sentence in sentences.values():
            typer.echo(sentence)
    if not (in_use and verdict.allowed):
        raise SystemExit(FAILED)


def _person(db: Database, name: str) -> tuple[Actor, bool]:
    """Who is meant, and whether the account is in use; in a demonstration branch its invented people too."""
    stored = {account.username: account for account in accounts.listed(acting(db, None), db)}
    if name in stored:
        return holder(stored[name]), stored[name].in_use
    invented = {actor.username: actor for actor in demo.actors(db)}
    if name in invented:
        return invented[name], True
    names = [*invented, *stored]
    if not names:
        raise AccountError("errors-may-no-names", name=name)
    shown = ", ".join(names[:_NAMES_SHOWN])
    more = max(0, len(names) - _NAMES_SHOWN)
    raise AccountError("errors-may-name", name=name, names=shown, more=more, count=len(names))


def _require_on_roll(db: Database, manager: str) -> None:
    with db.read() as cursor:
        if manager not in set(people_store.people(cursor)["manager_id"]):
            raise WorkflowError("errors-staff-unknown", manager=manager)


def _answer(
    person: Actor, in_use: bool, action: Action, manager: str | None, verdict: Verdict, t: Text
) -> str:
    """The verdict as sentences; a refusal names the roles that may."""
    who = {"name": t.term(person.called(t.lang)), "role": t(f"role-{person.role}")}
    if not in_use:
        return t("cli-may-off", **who)
    what = t(f"action-{action}")
    if manager:
        what = t("cli-may-whose", action=what, manager=manager)
    key = "cli-may-yes" if verdict.allowed else "cli-may-no"
    sentence = t(key, **who, action=what, reason=t(f"reason-{verdict.reason}"))
    if verdict.allowed or verdict.scope:
        return sentence
    roles = t("list-joint").join(t(f"role-{role}") for role in holders(action))
    return sentence + t.pick("", " ") + t("cli-may-holders", action=t(f"action-{action}"), roles=roles)
