"""Sessions: who is signed in and since when. Where one is kept (a browser tab's state), the caller says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any

from access.actor import Actor
from access.audit import now

KEY = "session"


@dataclass(frozen=True)
class Session:
    """A person at a screen, from signing in to signing out; ``began_at`` in UTC, as moments are stored.

    ``token_sha256`` is the browser's sign-in (`access.browsers`) that must stand for the session to
    stand; None where there is no browser, as in a script.
    """

    actor: Actor
    began_at: dt.datetime
    token_sha256: str | None = None
    own: Actor | None = None
    """The person, while `actor` stands in somebody's place; None where the actor is the person."""


def begin(kept: MutableMapping[Any, Any], actor: Actor) -> Session:
    """From now on `actor` is signed in where `kept` is kept, and nowhere else."""
    return keep(kept, Session(actor, now()))


def keep(kept: MutableMapping[Any, Any], session: Session) -> Session:
    """From now on `session` is the one where `kept` is kept."""
    kept[KEY] = session
    return session


def current(kept: Mapping[Any, Any]) -> Session | None:
    """The session that is kept, if anybody is signed in."""
    found = kept.get(KEY)
    return found if isinstance(found, Session) else None


def end(kept: MutableMapping[Any, Any]) -> None:
    """Sign out and forget everything else that is kept there: the next one at this screen must not find a
    trial, weights that are still blind, or half a sentence."""
    kept.clear()
