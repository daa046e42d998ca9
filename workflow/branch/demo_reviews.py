"""Two campaigns of 360 reviews in the invented branch: one released, one open with most answers in."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from access.actor import Actor
from access.demo import STAFF
from access.permissions import Action, require
from data.database import Cursor, Database
from data.demo import ratings
from data.demo.figures import STORIES
from data.demo.people import DemoPerson
from data.stores.reviews import assignment_store, ballot_store, campaign_store, link_store
from data.stores.reviews.assignment_store import Assignment
from data.stores.reviews.link_store import StoredLink
from data.stores.reviews.vault import Vault, vault
from workflow.reviews import assigning, drawing, forms, standing
from workflow.reviews.forms import Answers, Item

_PRESIDENT, _DESK = STAFF[0], STAFF[4]
_PEERS = 6
_INVITED = (8, 8, 8, 8, 6, 8)
"""How many customers are invited about the first people; of the fifth fewer than needed have answered."""
_FEW_CUSTOMERS, _FEW_PEERS = 4, 10
"""By place in the list of people: a group below its minimum of customers, and one of colleagues."""
_LENIENT, _STRICT = 0.7, -0.3
SUPERIORS = ("committee.ning", "committee.tang")
_OWN = 0.4
"""By how much people think better of themselves."""


@dataclass(frozen=True)
class _Plan:
    """A campaign: its name, period and window, and the share of answers that are in."""

    name: str
    period: str
    opens_on: dt.date
    closes_on: dt.date
    share: float


_FIRST = _Plan("2026年上半年360度评价", "2026-06", dt.date(2026, 6, 15), dt.date(2026, 6, 30), 1.0)
_SECOND = _Plan("2026年下半年360度评价", "2026-12", dt.date(2026, 10, 20), dt.date(2026, 12, 31), 0.85)


def load(actor: Actor, db: Database, staff: Sequence[DemoPerson]) -> None:
    """Both campaigns. What the first brought stands among the measured values already, as they were
    published: it is history and brings no batch."""
    require(actor, Action.MANAGE_ACCOUNTS)
    first = db.write(_stored(db, _FIRST, staff, 1))

    def closed(cursor: Cursor) -> None:
        at = dt.datetime.combine(_FIRST.closes_on, dt.time(9))
        standing.happened(cursor, _DESK, first, "closed", "close-reviews", why="评价已交齐", at=at)

    db.write(closed)
    at = dt.datetime.combine(_FIRST.closes_on + dt.timedelta(days=3), dt.time(2))
    drawing.draw(_PRESIDENT, db, first, at=at)

    def released(cursor: Cursor) -> None:
        day = at + dt.timedelta(days=2)
        none = {"batch": None}
        standing.happened(cursor, _PRESIDENT, first, "released", "release-reviews", detail=none, at=day)

    db.write(released)
    db.write(_stored(db, _SECOND, staff, 2))


def _stored(db: Database, plan: _Plan, staff: Sequence[DemoPerson], seed: int) -> Callable[[Cursor], int]:
    """The writing of a campaign with its answers, all ballots at once."""
    rng, sealer = ratings.generator(seed), vault(db.path, make=True)
    items = forms.default_items()
    people = [p for p in staff if p.joined_on < plan.opens_on]
    worth = ratings.worths(rng, staff)

    def work(cursor: Cursor) -> int:
        number = campaign_store.add(
            *(cursor, plan.name, plan.period, (plan.opens_on, plan.closes_on), forms.stored(items)),
            *(standing.MINIMUM, _DESK.username, _moment(plan, -5)),
        )
        assignment_store.add(cursor, number, _asked(people))
        standing.happened(cursor, _DESK, number, "opened", "open-reviews", at=_moment(plan, 0))
        assigned = [a for a in assignment_store.of_campaign(cursor, number) if a.rater]
        done = [a for a in assigned if _is_done(rng, plan, staff, a)]
        said = [_ballot(rng, items, staff, worth, a) for a in done]
        assignment_store.hand_in(cursor, [a.assignment_id for a in done])
        used = _links(cursor, plan, people, number)
        asked = [item.code for item in forms.asked(items, "customers")]
        for link in used:
            given = ratings.said(rng, worth[link.ratee_id] + 0.3, asked)
            said.append({"group": "customers", "ratee": link.ratee_id, **_kept(given)})
        ballot_store.cast(cursor, sealer, number, forms.room(items), said)
        _draft(cursor, sealer, rng, items, worth, [a for a in assigned if a not in done])
        return number

    return work


def _asked(people: Sequence[DemoPerson]) -> list[tuple[str, str, str, int]]:
    """Who is asked about whom: two superiors, six colleagues, oneself, customers."""
    teams = {p.manager_id: str(p.team) for p in people}
    found = []
    for p, invited in zip(people, (*_INVITED, *[0] * len(people)), strict=False):
        found += [(p.manager_id, "superior", who, 1) for who in (_PRESIDENT.username, _leader(p))]
        found.append((p.manager_id, "self", p.manager_id.lower(), 1))
        if invited:
            found.append((p.manager_id, "customers", "", invited))
    pairs = assigning.circles(teams, _PEERS)
    return found + [(ratee, "peers", rater.lower(), 1) for ratee, rater in pairs]


def _leader(person: DemoPerson) -> str:
    return SUPERIORS[person.team // 3]


def _is_done(rng: np.random.Generator, plan: _Plan, staff: Sequence[DemoPerson], a: Assignment) -> bool:
    """Whether it is in: everybody's but for colleagues of one person, or as many as the plan says."""
    if plan.share == 1.0:
        few = a.group == "peers" and a.ratee_id == staff[_FEW_PEERS].manager_id
        return not few or hashlib.sha256(a.rater.encode()).digest()[0] % 2 == 0
    return a.rater not in ("cm01", "cm03") and bool(rng.random() < plan.share)


def _ballot(
    rng: np.random.Generator,
    items: Sequence[Item],
    staff: Sequence[DemoPerson],
    worth: dict[str, float],
    a: Assignment,
) -> dict[str, object]:
    """What is sealed of an answer: the superior of the lenient team rates high, the other one strictly."""
    about = worth[a.ratee_id]
    if a.group == "self":
        about += _OWN
    elif a.rater in SUPERIORS:
        about += _LENIENT if a.rater == SUPERIORS[STORIES.lenient_team // 3] else _STRICT
    given = ratings.said(rng, about, [item.code for item in forms.asked(items, a.group)])
    said: dict[str, object] = {"group": a.group, "ratee": a.ratee_id, **_kept(given)}
    return said if a.group in forms.CONFIDENTIAL else said | {"rater": a.rater}


def _kept(given: ratings.Said) -> dict[str, object]:
    return Answers(given.levels, frozenset(given.cannot), given.comments).kept()


def _links(cursor: Cursor, plan: _Plan, people: Sequence[DemoPerson], number: int) -> list[StoredLink]:
    """Links for customers, of which most are used; their secrets are known to nobody."""
    for p, invited in zip(people, _INVITED, strict=False):
        hashes = [hashlib.sha256(f"{number} {p.manager_id} {k}".encode()).hexdigest() for k in range(invited)]
        link_store.add(cursor, number, p.manager_id, hashes, _DESK.username, _moment(plan, 0))
    used = []
    for place, p in enumerate(people[: len(_INVITED)]):
        mine = [one for one in link_store.links(cursor, number) if one.ratee_id == p.manager_id]
        used += mine[: 3 if place == _FEW_CUSTOMERS else len(mine) - 2]
    link_store.use(cursor, [one.link_id for one in used])
    return used


def _draft(
    cursor: Cursor,
    sealer: Vault,
    rng: np.random.Generator,
    items: Sequence[Item],
    worth: dict[str, float],
    left: Sequence[Assignment],
) -> None:
    """What one colleague has saved and not handed in."""
    for a in left:
        if a.rater == "cm03" and a.group == "peers":
            given = ratings.said(
                rng, worth[a.ratee_id], [item.code for item in forms.asked(items, a.group)][:2]
            )
            ballot_store.save_draft(
                cursor, sealer, a.campaign_id, a.assignment_id, forms.room(items), _kept(given)
            )
            return


def _moment(plan: _Plan, days: int) -> dt.datetime:
    return dt.datetime.combine(plan.opens_on + dt.timedelta(days=days), dt.time(1))
