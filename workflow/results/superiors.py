"""Whose people the members of a team are: whoever is named for it, else the president's alone."""

from __future__ import annotations

from collections.abc import Mapping

from access import accounts, audit
from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.cache import remembered
from data.database import Cursor, Database
from data.stores import people_store
from data.stores.following import superior_store
from workflow.errors import WorkflowError

ROLES = ("president", "committee")
"""Who can head a team."""
EVERYBODY = ("president", "operator", "hr")
"""To whom growth is open for the whole branch; what they may do there the permissions say."""


def superiors(actor: Actor, db: Database) -> dict[str, str]:
    """team_id → user name of whoever heads the team today: who was named for it and still may."""
    require(actor, Action.VIEW_SCHEMES)
    return _named(db)


def choices(actor: Actor, db: Database) -> tuple[Actor, ...]:
    """Who can be named."""
    require(actor, Action.NAME_SUPERIORS)
    return accounts.with_role(db, ROLES)


def teams(actor: Actor, db: Database) -> dict[str, tuple[str, str]]:
    """The teams that somebody belongs to today: id → (name, English name)."""
    require(actor, Action.NAME_SUPERIORS)
    with db.read() as cursor:
        names = people_store.teams(cursor)
    return {team: names.get(team, (team, "")) for team in sorted({*_members(db).values()})}


def name(actor: Actor, db: Database, team_id: str, username: str | None) -> None:
    """Name who heads a team from now on; nobody with None: its members are the president's alone.

    Raises
    ------
    WorkflowError : no such team; somebody who is neither president nor of the committee, or without account.
    """
    name_all(actor, db, {team_id: username})


def name_all(actor: Actor, db: Database, named: Mapping[str, str | None]) -> None:
    """The same for several teams at once (team_id → user name or None)."""
    require(actor, Action.NAME_SUPERIORS)
    known = {a.username for a in choices(actor, db)}

    def work(cursor: Cursor) -> None:
        held, there, when = superior_store.superiors(cursor), people_store.teams(cursor), audit.now()
        changed = {team: user for team, user in named.items() if held.get(team) != user}
        for team_id, username in named.items():
            if team_id not in there:
                raise WorkflowError("errors-superior-team", team=team_id)
            if username is not None and username not in known:
                raise WorkflowError("errors-superior-unknown", name=username)
        for team_id, username in changed.items():
            superior_store.name(cursor, team_id, username, when, actor.username)
        if changed:
            audit.append(cursor, actor, "name-superiors", ", ".join(changed), changed)

    db.write(work)


def people(db: Database, actor: Actor) -> frozenset[str] | None:
    """Whose results, talks and plans are the actor's to see as a superior, or as the own: ids, None for
    everybody; for workflow modules that have asked `access`."""
    if actor.role in EVERYBODY:
        return None
    if actor.role == "manager":
        return frozenset({actor.manager_id} if actor.manager_id else ())
    if actor.role not in ROLES:
        return frozenset()
    place = actor.acts_for or actor.username
    mine = {team for team, username in _named(db).items() if username == place}
    return frozenset(manager for manager, team in _members(db).items() if team in mine)


def reaches(db: Database, actor: Actor, manager_id: str) -> bool:
    """Whether somebody is one of the actor's people, or the actor; for workflow modules that have asked
    `access`."""
    found = people(db, actor)
    return found is None or manager_id in found


def _named(db: Database) -> dict[str, str]:
    def make() -> dict[str, str]:
        with db.read() as cursor:
            held = superior_store.superiors(cursor)
        able = {a.username for a in accounts.with_role(db, ROLES)}
        return {team: username for team, username in held.items() if username in able}

    return dict(remembered(db, "superiors", None, make))


def _members(db: Database) -> dict[str, str]:
    """manager_id → team_id of everybody who is employed today and in a team."""
    today = clock.today()

    def make() -> dict[str, str]:
        with db.read() as cursor:
            found = people_store.colleagues(cursor, today)
        return {c.manager_id: c.team_id for c in found if c.employed and c.team_id}

    return remembered(db, "members", today, make)
