"""The career ladder: kept in versions as data, and what of the next post somebody meets."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data.cache import remembered
from data.database import Cursor, Database
from data.stores import indicator_store, people_store
from data.stores.growth import ladder_store
from scoring.growth.ladder import Ladder, Need, Post, read
from scoring.growth.needs import Part, met, parts
from scoring.periods import Period
from workflow.errors import WorkflowError
from workflow.growth import reach, standing
from workflow.reasons import needed

SHIPPED = Path(__file__).parents[2] / "data" / "schemes" / "ladder.toml"


@dataclass(frozen=True)
class Held:
    """The ladder that holds; ``version`` 0 is the one that the program brings along, by nobody."""

    version: int
    ladder: Ladder
    text: str
    at: dt.datetime | None
    by: str
    why: str


@dataclass(frozen=True)
class Asked:
    """A need of the next post as it stands: its parts, and whether it is met (None: something is missing)."""

    need: Need
    parts: tuple[Part, ...]
    met: bool | None


@dataclass(frozen=True)
class Climb:
    """Where somebody stands on the ladder: the `position` held, its place (None: on no post of the ladder),
    the post that comes next (None at the top) with what it asks, by results up to ``period`` (None while
    nothing is posted)."""

    position: str
    place: int | None
    next: Post | None
    asked: tuple[Asked, ...]
    period: Period | None

    @property
    def missing(self) -> int:
        """How many needs are not met."""
        return sum(one.met is not True for one in self.asked)


def held(actor: Actor, db: Database) -> Held:
    """The ladder that holds."""
    require(actor, Action.VIEW_GROWTH, actor.manager_id)
    return remembered(db, "ladder", (), lambda: _held(db))


def checked(actor: Actor, db: Database, text: str) -> Ladder:
    """What a text gives as a ladder.

    Raises
    ------
    LadderError : with everything that is wrong, also what it reads and nobody is measured at.
    """
    require(actor, Action.KEEP_LADDER)
    with db.read() as cursor:
        codes = indicator_store.codes(cursor)
    return read(text, codes)


def keep(actor: Actor, db: Database, version: int, text: str, why: str) -> int:
    """Keep another ladder in the place of the `version` that the actor saw; the number of the new one.

    Raises
    ------
    LadderError : see :func:`checked`. WorkflowError : another version by now, the same text, no reason.
    """
    require(actor, Action.KEEP_LADDER)
    reason = needed(why)
    checked(actor, db, text)
    if text == held(actor, db).text:
        raise WorkflowError("errors-ladder-same")

    def work(cursor: Cursor) -> int:
        known = ladder_store.versions(cursor)
        now = known[-1].version if known else 0
        if now != version:
            raise WorkflowError("errors-ladder-moved", version=now)
        ladder_store.add(cursor, version + 1, text, actor.username, audit.now(), reason)
        audit.append(cursor, actor, "keep-ladder", f"ladder {version + 1}", {"why": reason})
        return version + 1

    return db.write(work)


def climb(actor: Actor, db: Database, manager_id: str) -> Climb:
    """Where somebody stands on the ladder, by posted results that the actor is shown."""
    reach.see(actor, db, manager_id)
    ladder = held(actor, db).ladder
    periods = standing.posted(actor, db)
    # Somebody else may be shown other periods.
    return remembered(
        db, "climb", (manager_id, tuple(periods)), lambda: _climb(actor, db, manager_id, ladder)
    )


def _climb(actor: Actor, db: Database, manager_id: str, ladder: Ladder) -> Climb:
    with db.read() as cursor:
        places = people_store.places(cursor)
    position = places[manager_id].position if manager_id in places else ""
    place = ladder.place(position)
    # Who holds none of the posts is shown the way onto the ladder.
    above = ladder.posts[0 if place is None else place + 1 :]
    following = above[0] if above else None
    periods = standing.posted(actor, db)
    if following is None or not periods:
        return Climb(position, place, following, (), None)
    depth = ladder.looks_back(periods[-1].kind)
    read_ = standing.surroundings(actor, db, manager_id, ladder.codes, depth)
    if read_ is None:
        return Climb(position, place, following, (), None)
    asked = []
    for need in following.needs:
        found = parts(need.when, read_, 0)
        asked.append(Asked(need, found, met(found)))
    return Climb(position, place, following, tuple(asked), read_.period)


def _held(db: Database) -> Held:
    with db.read() as cursor:
        known = ladder_store.versions(cursor)
    if known:
        last = known[-1]
        return Held(last.version, read(last.toml), last.toml, last.created_at, last.created_by, last.why)
    text = SHIPPED.read_text(encoding="utf-8")
    return Held(0, read(text), text, None, "", "")
