"""How the life of a version is added to: by a person with a role, on the state that the person saw."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping

from access import accounts, audit
from access.actor import Actor
from access.permissions import Action, require
from data.database import Cursor, Database
from data.stores import scheme_store
from scoring.periods import Period
from scoring.scheme import SchemeReference
from workflow import schemes
from workflow.adoption.standing import VOTERS
from workflow.errors import WorkflowError
from workflow.schemes import SchemeInfo

_DRAFTS = frozenset({"proposed", "draft", "retirement-proposed", "retirement-withdrawn"})
_VOTES = frozenset(
    {"approved", "objected", "authorisation-confirmed", "retirement-approved", "retirement-objected"}
)
"""What is added by those who draft, and by those who vote; everything else by those who adopt."""


def opened(
    actor: Actor,
    db: Database,
    action: Action,
    reference: SchemeReference,
    states: Collection[str],
    seen: int | None,
) -> tuple[Actor, SchemeInfo]:
    """Who acts, and the version, where it is in one of `states` and nothing has happened to it that the
    person did not see. On the command line it is the named person's role that must allow `action`.

    Raises
    ------
    AccessDenied : the role does not allow it. WorkflowError : the version is in another state.
    """
    actor = accounts.behind(db, actor)
    require(actor, action)
    info = schemes.scheme(actor, db, reference)
    if seen is not None and seen != info.events:
        raise WorkflowError("errors-scheme-moved", **reference._asdict())
    if info.status not in states:
        raise WorkflowError("errors-scheme-state", **reference._asdict(), status=info.status)
    return actor, info


def voter(actor: Actor) -> dict[str, object]:
    """Who votes, for the record.

    Raises
    ------
    WorkflowError : the role is none that votes, or nobody of that name has an account.
    """
    if actor.role not in VOTERS:
        raise WorkflowError("errors-vote-role", by=actor.display_name or actor.username)
    return {"name": actor.display_name or actor.username, "role": actor.role}


def add(
    actor: Actor,
    db: Database,
    info: SchemeInfo,
    kind: str,
    *,
    effective_from: Period | None = None,
    detail: Mapping[str, object] | None = None,
    why: str = "",
    at: dt.datetime | None = None,
    head: int | None = None,
) -> None:
    """Add to the version's life, unless something happened to it (or, with `head`, to anything stored)
    since it was looked at.

    Raises
    ------
    AccessDenied : what is added is not the actor's to add. WorkflowError : something happened to it.
    """
    if kind in _DRAFTS:
        require(actor, Action.DRAFT_SCHEME)
    elif kind in _VOTES:
        require(actor, Action.APPROVE_SCHEME)
    else:
        require(actor, Action.ADOPT_SCHEME)
    begins = None if effective_from is None else effective_from.code

    def work(cursor: Cursor) -> None:
        moved = scheme_store.count_events(cursor, info.reference) != info.events
        if moved or (head is not None and audit.last_number(cursor) != head):
            raise WorkflowError("errors-scheme-moved", **info.reference._asdict())
        scheme_store.add_event(
            cursor,
            info.reference,
            kind,
            actor.username,
            at or audit.now(),
            effective_from=begins,
            detail=detail,
            why=why.strip() or None,
        )
        told: dict[str, object] = {"effective_from": begins, "why": why, **(detail or {})}
        audit.append(cursor, actor, f"scheme-{kind}", info.key, told)

    db.write(work)
