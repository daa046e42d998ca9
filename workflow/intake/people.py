"""People and teams as of a day, with how they came to be so; changes that say from when and why.

Everything that is changed here is a batch like any file: a second person approves it, and it can be undone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.cache import remembered
from data.changes import planned
from data.database import Database
from data.facts import Fact
from data.period_facts import period_facts
from data.reading.columns.kinds import KINDS
from data.reading.judged import Judged
from data.stores import people_store
from data.stores.intake import import_store
from workflow.errors import WorkflowError
from workflow.intake import batches

HERE, COMING, LEFT = "here", "coming", "left"
LEAVE_KINDS = tuple(KINDS["leave"].field("kind").choices)


@dataclass(frozen=True)
class Standing:
    """A person as of a day; ``state`` is here, coming (not joined yet) or left."""

    manager_id: str
    name: str
    name_en: str
    team_id: str
    team_name: str
    team_name_en: str
    position: str
    joined_on: dt.date | None
    left_on: dt.date | None
    state: str


Entry = people_store.Recorded


@dataclass(frozen=True)
class Change:
    """What is to hold of a person from a day on; None leaves what is there."""

    manager_id: str
    from_on: dt.date | None = None
    name: str | None = None
    name_en: str | None = None
    team: str | None = None
    position: str | None = None
    joined_on: dt.date | None = None
    left_on: dt.date | None = None
    clear: tuple[str, ...] = field(default=())
    """Columns to empty: ``left_on`` for somebody who did not leave after all."""

    def row(self) -> dict[str, Any]:
        """As a row of a list of people, what is not said left out."""
        said = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return {name: list(v) if name == "clear" else v for name, v in said.items() if v}


def staff(actor: Actor, db: Database, day: dt.date) -> tuple[Standing, ...]:
    """Everybody as of a day, by team and id."""
    require(actor, Action.KEEP_PEOPLE)

    def make() -> tuple[Standing, ...]:
        with db.read() as cursor:
            known = period_facts(cursor, [])
        people, teams = known.staff(day), known.teams(day)
        spells: dict[str, list[tuple[Any, Any]]] = {}
        if known.facts.people is not None:
            for person, *spell in known.facts.people.itertuples(index=False):
                spells.setdefault(person, []).append((spell[0], spell[1]))
        team_of = known.facts.teams_on(day)
        found = [
            _standing(person, row, team_of.get(person, ""), teams, spells.get(person, []), day)
            for person, row in ((str(manager_id), row) for manager_id, row in people.iterrows())
        ]
        return tuple(sorted(found, key=lambda s: (s.team_name, s.manager_id)))

    return remembered(db, "staff", day, make)


def _standing(
    person: str,
    row: pd.Series,
    team: str,
    teams: dict[str, tuple[str, str]],
    spells: Sequence[tuple[Any, Any]],
    day: dt.date,
) -> Standing:
    joined = left = None
    for start, end in spells:
        if joined is None or pd.isna(start) or pd.Timestamp(start).date() <= day:
            joined, left = _date(start), _date(end)
    state = COMING if joined and joined > day else LEFT if left and left < day else HERE
    position = row["position"] if isinstance(row["position"], str) else ""
    names = teams.get(team, (team, team))
    return Standing(person, row["name"], row["name_en"], team, *names, position, joined, left, state)


def _date(value: Any) -> dt.date | None:
    return None if pd.isna(value) else pd.Timestamp(value).date()


def teams(actor: Actor, db: Database, day: dt.date) -> dict[str, tuple[str, str]]:
    """Every team: id → (name, English name) as of a day."""
    require(actor, Action.KEEP_PEOPLE)
    with db.read() as cursor:
        return period_facts(cursor, []).teams(day)


def history(actor: Actor, db: Database, manager_id: str) -> tuple[Entry, ...]:
    """Everything that was recorded of a person, latest day first, superseded and withdrawn rows included."""
    require(actor, Action.KEEP_PEOPLE)
    with db.read() as cursor:
        entries = people_store.recorded(cursor, manager_id)
    return tuple(sorted(entries, key=lambda e: (e.from_on or dt.date.min, e.at), reverse=True))


def change(actor: Actor, db: Database, wanted: Change, why: str) -> int:
    """Bring a change of one person (or a new one); the batch's number.

    Raises
    ------
    WorkflowError : no reason; a new person without name, team or joining day; a known one's team or position
        without a day from which it holds; leaving before joining; or nothing that changes.
    """
    require(actor, Action.KEEP_PEOPLE)
    known = {s.manager_id: s for s in staff(actor, db, clock.today())}
    person = known.get(wanted.manager_id)
    if not wanted.manager_id.strip():
        raise WorkflowError("errors-person-id")
    if person is None and not (wanted.name and wanted.team and wanted.joined_on):
        raise WorkflowError("errors-person-new", manager=wanted.manager_id)
    if person is not None and (wanted.team or wanted.position) and wanted.from_on is None:
        raise WorkflowError("errors-person-from", manager=wanted.manager_id)
    joined = wanted.joined_on or (person.joined_on if person else None)
    if wanted.left_on and joined and wanted.left_on < joined:
        raise WorkflowError("errors-person-left", manager=wanted.manager_id, joined=joined)
    row = wanted.row()
    if person is not None:
        row.setdefault("name", person.name)
    return _bring_row(actor, db, "people", row, why)


def rename_team(
    actor: Actor, db: Database, team_id: str, name: str, name_en: str, from_on: dt.date, why: str
) -> int:
    """Bring a new name of a team from a day on; the batch's number.

    Raises
    ------
    WorkflowError : no reason, no such team, no name, or the name of another team.
    """
    require(actor, Action.KEEP_PEOPLE)
    known = teams(actor, db, dt.date.max)
    if team_id not in known or not name.strip():
        raise WorkflowError("errors-team-unknown", team=team_id)
    if any(name.strip() == names[0] for team, names in known.items() if team != team_id):
        raise WorkflowError("errors-team-taken", team=name.strip())
    values = {"team_id": team_id, "from_on": from_on, "name": name.strip()}
    fact = Fact("team_record", {**values, "name_en": name_en.strip() or name.strip()})
    rows = import_store.rows_of_facts([fact])
    return batches.bring(actor, db, "people", rows, why, dict(fact.values), name=batches.BY_HAND)


def add_leave(
    actor: Actor, db: Database, manager_id: str, kind: str, from_on: dt.date, to_on: dt.date, why: str
) -> int:
    """Bring a leave of absence, both days included; the batch's number.

    Raises
    ------
    WorkflowError : no reason, an unknown person or kind, or an end before the beginning.
    """
    _known(actor, db, manager_id)
    if kind not in LEAVE_KINDS or to_on < from_on:
        raise WorkflowError("errors-leave", kind=kind, start=from_on, end=to_on)
    row = {"manager_id": manager_id, "kind": kind, "from_on": from_on, "to_on": to_on}
    return _bring_row(actor, db, "leave", row, why)


def add_handover(
    actor: Actor, db: Database, receiver_id: str, giver_id: str | None, on_date: dt.date, note: str, why: str
) -> int:
    """Bring a book of loans that was taken over; the batch's number.

    Raises
    ------
    WorkflowError : no reason, unknown people, or both the same.
    """
    _known(actor, db, receiver_id)
    if giver_id:
        _known(actor, db, giver_id)
    if giver_id == receiver_id:
        raise WorkflowError("errors-handover-same", manager=receiver_id)
    row = {"receiver_id": receiver_id, "giver_id": giver_id or None, "on_date": on_date, "note": note or None}
    return _bring_row(actor, db, "handovers", row, why)


def _known(actor: Actor, db: Database, manager_id: str) -> None:
    if all(s.manager_id != manager_id for s in staff(actor, db, clock.today())):
        raise WorkflowError("errors-staff-unknown", manager=manager_id)


def _bring_row(actor: Actor, db: Database, kind: str, row: dict[str, Any], why: str) -> int:
    """One row as a file of its kind would have it, if it changes anything."""
    with db.read() as cursor:
        if not planned(cursor, kind, [(1, row)], clock.today()):
            raise WorkflowError("errors-person-same")
    frame = pd.DataFrame([row], index=[1], dtype=object)
    rows = import_store.rows_of(Judged(kind, 1, frame, []))
    return batches.bring(actor, db, kind, rows, why, row, name=batches.BY_HAND)
