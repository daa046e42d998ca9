"""留痕: who did what, when and why, for those who audit or look into trouble."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import orjson

from access.actor import Actor
from access.permissions import Action, allowed, require
from data import clock
from data.cache import remembered
from data.database import Database
from data.stores.rights import trail_store

MOST = 5_000
"""So many entries are read at once; the days are narrowed for more."""


@dataclass(frozen=True)
class Entry:
    """What somebody did: ``at`` in the branch's time; ``why`` as it was given, "" where nothing was;
    ``acts_for`` in whose place, by user name; ``detail`` as JSON, "" for whoever may not see the figures that
    stand in some."""

    number: int
    at: dt.datetime
    by: str
    action: str
    subject: str
    why: str
    detail: str
    acts_for: str


@dataclass(frozen=True)
class Offered:
    """By whom and by what the trail can be filtered: user names and actions that stand in it."""

    people: tuple[str, ...]
    actions: tuple[str, ...]


def entries(
    actor: Actor,
    db: Database,
    first: dt.date,
    last: dt.date,
    by: str | None = None,
    action: str | None = None,
) -> tuple[Entry, ...]:
    """The entries of days in the branch's time, both included, latest first; at most `MOST`."""
    require(actor, Action.VIEW_TRAIL)
    whole = allowed(actor, Action.VIEW_BRANCH)

    def make() -> tuple[Entry, ...]:
        begin, end = _midnight(first), _midnight(last + dt.timedelta(days=1))
        with db.read() as cursor:
            found = trail_store.entries(cursor, begin, end, by, action, MOST)
        return tuple(
            Entry(
                e.seq,
                e.at,
                e.by,
                e.action,
                e.subject,
                _told(e.detail, "why"),
                e.detail if whole else "",
                _told(e.detail, "for"),
            )
            for e in found
        )

    return remembered(db, "trail", (first, last, by, action, whole), make)


def offered(actor: Actor, db: Database) -> Offered:
    """What the trail can be filtered by."""
    require(actor, Action.VIEW_TRAIL)

    def make() -> Offered:
        with db.read() as cursor:
            return Offered(tuple(trail_store.people(cursor)), tuple(trail_store.actions(cursor)))

    return remembered(db, "trail-offered", None, make)


def _midnight(day: dt.date) -> dt.datetime:
    return clock.stored(dt.datetime.combine(day, dt.time()))


def _told(detail: str, name: str) -> str:
    try:
        told = orjson.loads(detail)
    except orjson.JSONDecodeError:
        return ""
    said = told.get(name) if isinstance(told, dict) else None
    return said if isinstance(said, str) else ""
