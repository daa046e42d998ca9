"""The small branch at whose doors everybody knocks: what is where, and whose figures are whose."""

import inspect
from dataclasses import dataclass

from access.errors import AccessDenied
from data.database import Database
from scoring.scheme import SchemeReference
from tests.branch import GAO, last
from tests.rights.doors import NOBODY, WHO, arguments
from workflow import schemes
from workflow.results import scores, superiors


@dataclass(frozen=True)
class World:
    """`known` arguments by name; `people` by what they are to the manager CM01 and to the committee's
    member; `totals` and `pays` of each person."""

    db: Database
    known: dict[str, object]
    people: dict[str, str]
    totals: dict[str, frozenset[float]]


def world(db: Database) -> World:
    """Everything that is knocked with."""
    # Nothing that is tried here stays: whatever was allowed is done and taken back.
    db.write = db.trial
    period, reference = last(db), SchemeReference("x-branch", 2)
    sheet = scores.period_sheet(GAO, db, period)
    team = {p.manager_id: p.team_id for p in sheet.people}
    own_teams = superiors.people(db, WHO["C"])
    mine = team["CM01"]
    people = {
        "own": "CM01",
        "same team": next(m for m, t in team.items() if t == mine and m != "CM01"),
        "other team": next(m for m, t in team.items() if t != mine),
        "nobody": NOBODY,
        "led": next(m for m in team if m in own_teams),
        "not led": next(m for m in team if m not in own_teams),
    }
    known = {
        "period": period,
        ("period", "str"): period.code,
        "when": period,
        "reference": reference,
        "before": reference,
        "after": reference,
        ("before", "PeriodSheet"): sheet,
        ("after", "PeriodSheet"): sheet,
        "info": schemes.scheme(GAO, db, reference),
        "code": "R01",
        "count": 3,
        "year": period.first_day.year,
        "cycle": "month",
        "text": "x-branch@2",
        "kind": "people",
        "seen": 1,
    }
    totals = {}
    for found in scores.history(GAO, db, period, 8):
        for person, total in zip(found.sheet.measurements.row, found.sheet.totals.tolist(), strict=True):
            if total == total:
                totals.setdefault(person, set()).add(round(total, 9))
    return World(db, known, people, {person: frozenset(of) for person, of in totals.items()})


def knock(world: World, letter: str, function, person: str) -> tuple[bool, object]:
    """Whether somebody gets through, and what is handed out: None where something else was in the way."""
    values, named = arguments(function, world.db, world.known, person)
    try:
        return True, function(WHO[letter], *values, **named)
    except AccessDenied:
        return False, None
    except Exception:
        return True, None


def takes_nobody(function) -> bool:
    """Whether the function needs no person's id."""
    return "manager_id" not in inspect.signature(function).parameters
