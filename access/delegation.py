"""授权代办: somebody lets another person act for them, from day to day, for named actions.

A stand-in is an actor of its own: the person, in the place of whoever lets them, with the named actions and
nothing else. What they do stands in the trail under the own name and says for whom. Where two people are
needed, both count as one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from access import accounts, audit
from access.actor import Actor
from access.errors import AccessDenied, DelegationError
from access.permissions import ANY, PERSONAL, TABLE, Action, allowed, require
from data import clock
from data.cache import remembered
from data.database import Cursor, Database
from data.stores.rights import delegation_store
from data.stores.rights.delegation_store import Delegation

LONGEST_DAYS = 92
"""No delegation is longer; who is away for longer is replaced."""
LONGEST_WHY = 300
_DATA = frozenset({Action.IMPORT, Action.APPROVE_IMPORT})
_SCHEME = frozenset({Action.DRAFT_SCHEME, Action.ADOPT_SCHEME})
"""Who brings the data does not change the scheme, not even for somebody else."""


@dataclass(frozen=True)
class Wanted:
    """What is to be delegated, to whom, on which days (both included, in the branch's time), and why."""

    taker: str
    actions: tuple[Action, ...]
    first_day: dt.date
    last_day: dt.date
    why: str


def delegable(role: str) -> tuple[Action, ...]:
    """What somebody with `role` can let another person do: no action on one's own person alone, none that is
    given to the person and not to the post, and none that hands on rights."""
    return tuple(
        action for action in Action if action not in PERSONAL and TABLE.get((role, action), (None,))[0] == ANY
    )


def takers(actor: Actor, db: Database) -> tuple[Actor, ...]:
    """Who can act for the actor: everybody in use whose post itself may delegate."""
    require(actor, Action.DELEGATE)
    return tuple(
        one
        for one in accounts.everybody(db).values()
        if one.username != actor.username and allowed(one, Action.DELEGATE)
    )


def give(actor: Actor, db: Database, wanted: Wanted) -> int:
    """Let somebody act for the actor; the delegation's number.

    Raises
    ------
    AccessDenied : the role delegates nothing, or the actor acts for somebody (nothing is handed on).
    DelegationError : an unknown taker; nothing, or what cannot be delegated; days that are over, the
        wrong way round or too many; no reason; or the taker would bring data and change the scheme.
    """
    require(actor, Action.DELEGATE)
    actor = accounts.behind(db, actor)
    taker = next((one for one in takers(actor, db) if one.username == wanted.taker), None)
    if taker is None:
        raise DelegationError("errors-delegation-taker", name=wanted.taker)
    if not wanted.actions or set(wanted.actions) - set(delegable(actor.role)):
        raise DelegationError("errors-delegation-actions")
    own = {action for action in Action if allowed(taker, action)}
    if any(own & one and set(wanted.actions) & other for one, other in ((_DATA, _SCHEME), (_SCHEME, _DATA))):
        raise DelegationError("errors-delegation-apart", name=taker.display_name or taker.username)
    days = (wanted.last_day - wanted.first_day).days + 1
    if wanted.last_day < clock.today() or not 1 <= days <= LONGEST_DAYS:
        raise DelegationError("errors-delegation-days", most=LONGEST_DAYS)
    why = _reason(wanted.why)

    def work(cursor: Cursor) -> int:
        number = delegation_store.add(
            cursor,
            actor.username,
            taker.username,
            wanted.actions,
            (wanted.first_day, wanted.last_day),
            why,
            audit.now(),
        )
        detail = {
            "to": taker.username,
            "actions": sorted(wanted.actions),
            "from": wanted.first_day,
            "until": wanted.last_day,
            "why": why,
        }
        audit.append(cursor, actor, "give-delegation", f"delegation {number}", detail)
        return number

    return db.write(work)


def end(actor: Actor, db: Database, delegation_id: int, why: str) -> None:
    """Take a delegation back (the giver), or lay it down (the taker), before its last day.

    Raises
    ------
    AccessDenied : somebody else's, or there is none. DelegationError : it is over; no reason.
    """
    require(actor, Action.DELEGATE)
    said = _reason(why)

    def work(cursor: Cursor) -> None:
        held = [d for d in delegation_store.delegations(cursor) if d.delegation_id == delegation_id]
        if not held or actor.username not in (held[0].giver, held[0].taker):
            raise AccessDenied("errors-access-denied", actor=actor.username, action=str(Action.DELEGATE))
        if held[0].ended_at is not None or held[0].last_day < clock.today():
            raise DelegationError("errors-delegation-over")
        delegation_store.end(cursor, delegation_id, actor.username, said, audit.now())
        audit.append(cursor, actor, "end-delegation", f"delegation {delegation_id}", {"why": said})

    db.write(work)


def given_and_taken(actor: Actor, db: Database) -> tuple[Delegation, ...]:
    """The delegations that the actor gave or took, latest first; those that are over, too."""
    require(actor, Action.DELEGATE)
    return tuple(d for d in every(db) if actor.username in (d.giver, d.taker))


def open_to(db: Database, person: Actor) -> tuple[Delegation, ...]:
    """For whom somebody may act today, for the frame around the pages."""
    today = clock.today()
    return tuple(d for d in every(db) if d.taker == person.username and d.holds(today))


def stand_in(db: Database, person: Actor, delegation_id: int) -> Actor | None:
    """`person` in the place of whoever lets them; None where the delegation is not in force (any more), one
    of the two has no account in use, or the giver's role delegates nothing any more."""
    found = next((d for d in open_to(db, person) if d.delegation_id == delegation_id), None)
    giver = None if found is None else accounts.in_use(db, found.giver)
    if found is None or giver is None or not allowed(giver, Action.DELEGATE):
        return None
    may = frozenset(found.actions) & {str(action) for action in delegable(giver.role)}
    return Actor(
        person.username,
        giver.role,
        display_name=person.display_name,
        name_en=person.name_en,
        acts_for=giver.username,
        actions=may,
    )


def one_hand(cursor: Cursor, actor: Actor, others: Collection[str], since: dt.datetime | None = None) -> bool:
    """Whether one of `others` counts as the same person as the actor where two are needed: the actor, whoever
    the actor acts for, and whoever is joined to either by a delegation that was in force on a day since
    `since` (the branch's time; today where it is not given).
    """
    own = {actor.username, actor.acts_for or actor.username}
    if own & set(others):
        return True
    today = clock.today()
    first = today if since is None else since.date()
    joined = {
        name
        for d in delegation_store.delegations(cursor)
        if d.touched(first, today) and own & {d.giver, d.taker}
        for name in (d.giver, d.taker)
    }
    return bool(joined & set(others))


def every(db: Database) -> Sequence[Delegation]:
    """Every delegation, latest first; for modules that have asked `access`."""

    def make() -> Sequence[Delegation]:
        with db.read() as cursor:
            return delegation_store.delegations(cursor)

    return remembered(db, "delegations", None, make)


def _reason(why: str) -> str:
    said = why.strip()
    if not said or len(said) > LONGEST_WHY:
        raise DelegationError("errors-delegation-why", most=LONGEST_WHY)
    return said
