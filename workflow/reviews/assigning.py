"""Who is asked about whom: in bulk by rule, then one by one with a reason."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from access import accounts, audit
from access.actor import Actor
from access.permissions import Action, require
from data.database import Cursor, Database
from data.stores.people_store import Colleague
from data.stores.reviews import assignment_store
from data.stores.reviews.assignment_store import Assignment
from scoring.errors import Phrase
from workflow.errors import WorkflowError
from workflow.reasons import needed
from workflow.reviews import standing
from workflow.reviews.standing import DRAFT, OPEN, Campaign

__all__ = [
    "Assignment",
    "Colleague",
    "Proposed",
    "add",
    "assign",
    "assignments",
    "change",
    "people",
    "propose",
    "raters",
    "superiors",
    "withdraw",
]

SUPERIORS = ("president", "committee")
"""Roles that rate as superiors."""
MOST_CUSTOMERS = 200
"""How many customers can be invited about one person."""


@dataclass(frozen=True)
class Proposed:
    """Somebody to be asked about ``ratee_id``: ``rater`` is a user name; of customers there is none, and
    ``asked`` says how many are to be invited."""

    ratee_id: str
    group: str
    rater: str
    asked: int = 1


def people(actor: Actor, db: Database) -> dict[str, Colleague]:
    """Everybody that the branch has had, by manager_id, in today's teams."""
    require(actor, Action.RUN_REVIEWS)
    with db.read() as cursor:
        return standing.colleagues(cursor)


def raters(actor: Actor, db: Database) -> tuple[Actor, ...]:
    """Who can be asked: superiors, and managers who can sign in, in order of the user names."""
    require(actor, Action.RUN_REVIEWS)
    found = (a for a in accounts.everybody(db).values() if a.role in (*SUPERIORS, "manager"))
    return tuple(sorted(found, key=lambda a: a.username))


def superiors(actor: Actor, db: Database) -> tuple[Actor, ...]:
    """Who can rate as a superior, in order of the user names."""
    require(actor, Action.RUN_REVIEWS)
    found = (a for a in accounts.everybody(db).values() if a.role in SUPERIORS)
    return tuple(sorted(found, key=lambda a: a.username))


def assignments(actor: Actor, db: Database, campaign_id: int) -> tuple[Assignment, ...]:
    """Every assignment of a campaign, withdrawn ones too, by person, group and rater. WorkflowError where
    there is no such campaign."""
    require(actor, Action.RUN_REVIEWS)
    with db.read() as cursor:
        standing.found(cursor, campaign_id)
        return tuple(assignment_store.of_campaign(cursor, campaign_id))


def propose(
    actor: Actor,
    db: Database,
    campaign_id: int,
    *,
    superiors: Mapping[str, Sequence[str]],
    peers: int,
    customers: int,
    peers_from: Literal["team", "branch"] = "team",
) -> tuple[Proposed, ...]:
    """Assignments by rule for everybody who is employed; nothing is stored.

    Parameters
    ----------
    superiors : user names by team_id; "" stands for every team.
    peers : how many colleagues rate each person; each rates as many. Those of the team, where it is large
        enough; the members of teams that are not rate across these teams.
    customers : how many are to be invited about each person.

    Raises
    ------
    WorkflowError : a number below 0, or more peers than there are.
    """
    require(actor, Action.RUN_REVIEWS)
    with db.read() as cursor:
        standing.found(cursor, campaign_id)
        people = [one for one in standing.colleagues(cursor).values() if one.employed]
    own = _accounts(db)
    teams = {p.manager_id: p.team_id if peers_from == "team" else "" for p in people if p.manager_id in own}
    if peers < 0 or not 0 <= customers <= MOST_CUSTOMERS or (peers and peers >= len(teams)):
        raise WorkflowError("errors-review-numbers", people=len(teams), most=MOST_CUSTOMERS)
    found = []
    for person in people:
        chosen = (*superiors.get("", ()), *superiors.get(person.team_id, ()))
        found += [Proposed(person.manager_id, "superior", rater) for rater in dict.fromkeys(chosen)]
        if customers:
            found.append(Proposed(person.manager_id, "customers", "", customers))
        if person.manager_id in own:
            found.append(Proposed(person.manager_id, "self", own[person.manager_id]))
    pairs = circles(teams, peers) if peers else ()
    found += [Proposed(ratee, "peers", own[rater]) for ratee, rater in pairs]
    return tuple(found)


def circles(teams: Mapping[str, str], peers: int) -> tuple[tuple[str, str], ...]:
    """Pairs (who is rated, by whom): everybody is rated by `peers` others and rates `peers`, colleagues of
    the team first.

    People sit in circles and are rated by those next to them: a circle for each team that is large enough,
    one for everybody else, in which teams sit together. Their order means nothing, and is the same next time:
    a figure beside that of nearly the same colleagues would have to be coarser.

    Parameters
    ----------
    teams : person → team, more than `peers` people.
    """
    people = sorted(teams, key=lambda person: hashlib.sha256(person.encode()).digest())
    by_team: dict[str, list[str]] = {}
    for person in people:
        by_team.setdefault(teams[person], []).append(person)
    in_order = sorted(by_team.values(), key=lambda members: (len(members), teams[members[0]]))
    common: list[str] = []
    while in_order and (len(in_order[0]) <= peers or 0 < len(common) <= peers):
        common += in_order.pop(0)
    pairs = []
    for circle in (common, *in_order):
        n = len(circle)
        # To both sides in turn where teams sit side by side, so that most are rated by their own.
        steps = [(k // 2 + 1) * (-1) ** k for k in range(peers)] if circle is common else range(1, peers + 1)
        pairs += [(circle[i], circle[(i + step) % n]) for i in range(n) for step in steps]
    return tuple(pairs)


def assign(actor: Actor, db: Database, campaign_id: int, proposed: Sequence[Proposed]) -> None:
    """Store assignments of a campaign that nobody is invited to yet, in the place of those it had.

    Raises
    ------
    WorkflowError : it is no draft; somebody who is not employed, cannot rate as a member of the group, or
        stands twice.
    """
    require(actor, Action.RUN_REVIEWS)

    def work(cursor: Cursor) -> None:
        held = standing.found(cursor, campaign_id)
        standing.in_state(held, DRAFT)
        before = [a for a in assignment_store.of_campaign(cursor, campaign_id) if not a.withdrawn]
        gone = [a.assignment_id for a in before]
        assignment_store.add_events(cursor, gone, "withdrawn", actor.username, audit.now(), "assigned anew")
        people = standing.colleagues(cursor)
        for one in proposed:
            _fits(db, held, people, one)
        if twice := [
            p for p, n in Counter((p.ratee_id, p.group, p.rater) for p in proposed).items() if n > 1
        ]:
            raise WorkflowError("errors-review-twice", rater=twice[0][2], manager=twice[0][0])
        asked = [(p.ratee_id, p.group, p.rater, p.asked) for p in proposed]
        assignment_store.add(cursor, campaign_id, asked)
        audit.append(cursor, actor, "assign-raters", str(campaign_id), {"count": len(asked)})

    db.write(work)


def add(
    actor: Actor, db: Database, campaign_id: int, ratee: str, group: str, rater: str, why: str, asked: int = 1
) -> int:
    """Ask one more; the assignment's number.

    Raises
    ------
    WorkflowError : the campaign is over; somebody who cannot rate as a member of the group, or does so
        already; no reason.
    """
    require(actor, Action.RUN_REVIEWS)
    reason = needed(why)
    return db.write(lambda cursor: _add(cursor, db, actor, campaign_id, (ratee, group, rater, asked), reason))


def withdraw(actor: Actor, db: Database, assignment_id: int, why: str) -> None:
    """Ask somebody no longer; what was saved and not handed in is forgotten.

    Raises
    ------
    WorkflowError : no such assignment, handed in or withdrawn already, the campaign is over, or no reason.
    """
    require(actor, Action.RUN_REVIEWS)
    reason = needed(why)
    db.write(lambda cursor: _withdraw(cursor, actor, assignment_id, reason))


def change(actor: Actor, db: Database, assignment_id: int, rater: str, why: str) -> int:
    """Ask somebody else in the place of a rater who has not handed in; the new assignment's number.

    Raises
    ------
    WorkflowError : as :func:`withdraw` and :func:`add`.
    """
    require(actor, Action.RUN_REVIEWS)
    reason = needed(why)

    def work(cursor: Cursor) -> int:
        old = _withdraw(cursor, actor, assignment_id, reason)
        return _add(cursor, db, actor, old.campaign_id, (old.ratee_id, old.group, rater, old.asked), reason)

    return db.write(work)


def _add(
    cursor: Cursor, db: Database, actor: Actor, campaign_id: int, asked: tuple[str, str, str, int], why: str
) -> int:
    held = standing.found(cursor, campaign_id)
    standing.in_state(held, DRAFT, OPEN)
    wanted = Proposed(*asked)
    _fits(db, held, standing.colleagues(cursor), wanted)
    for a in assignment_store.of_campaign(cursor, campaign_id):
        if (a.ratee_id, a.group, a.rater) == asked[:3] and not a.withdrawn:
            raise WorkflowError("errors-review-twice", rater=a.rater, manager=a.ratee_id)
    (number,) = assignment_store.add(cursor, campaign_id, [asked])
    assignment_store.add_events(cursor, [number], "added", actor.username, audit.now(), why)
    detail = {"ratee": wanted.ratee_id, "group": wanted.group, "rater": wanted.rater, "why": why}
    audit.append(cursor, actor, "add-rater", f"{campaign_id}/{number}", detail)
    return number


def _withdraw(cursor: Cursor, actor: Actor, assignment_id: int, why: str) -> Assignment:
    held = assignment_store.assignment(cursor, assignment_id)
    if held is None:
        raise WorkflowError("errors-review-assignment-unknown", number=assignment_id)
    standing.in_state(standing.found(cursor, held.campaign_id), DRAFT, OPEN)
    if held.done or held.withdrawn:
        raise WorkflowError("errors-review-done" if held.done else "errors-review-withdrawn")
    assignment_store.drop_draft(cursor, assignment_id)
    assignment_store.add_events(cursor, [assignment_id], "withdrawn", actor.username, audit.now(), why)
    detail = {"ratee": held.ratee_id, "group": held.group, "rater": held.rater, "why": why}
    audit.append(cursor, actor, "withdraw-rater", f"{held.campaign_id}/{assignment_id}", detail)
    return held


def _accounts(db: Database) -> dict[str, str]:
    """manager_id → user name of those managers who can sign in."""
    found = accounts.everybody(db).values()
    return {a.manager_id: a.username for a in found if a.role == "manager" and a.manager_id}


def _fits(db: Database, held: Campaign, people: Mapping[str, Colleague], one: Proposed) -> None:
    """Raise WorkflowError unless somebody can be asked as a member of the group."""
    ratee = people.get(one.ratee_id)
    if ratee is None or not ratee.employed:
        raise WorkflowError("errors-review-ratee", manager=one.ratee_id)
    if not held.asked(one.group):
        raise WorkflowError("errors-review-group", group=Phrase(f"rater-{one.group}"))
    if one.group == "customers":
        if one.rater or not 1 <= one.asked <= MOST_CUSTOMERS:
            raise WorkflowError("errors-review-customers", most=MOST_CUSTOMERS)
        return
    rater = accounts.in_use(db, one.rater)
    fits = (
        rater is not None
        and one.asked == 1
        and {
            "superior": rater.role in SUPERIORS and rater.manager_id != one.ratee_id,
            "peers": rater.role == "manager" and rater.manager_id != one.ratee_id,
            "self": rater.role == "manager" and rater.manager_id == one.ratee_id,
        }[one.group]
    )
    if not fits:
        raise WorkflowError(
            "errors-review-rater", rater=one.rater, manager=one.ratee_id, group=Phrase(f"rater-{one.group}")
        )
