"""Rows of a staff list: who is new, who moved and since when, which team a name means."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from data.reading.columns.kinds import FileKind
from data.reading.known import Known
from data.reading.problems import WARNING, Choice
from data.reading.records.desk import Desk, Line
from data.reading.records.repeats import hold_differing
from data.reading.rules import Rule
from data.reading.values.text import compact
from scoring.periods import parse_period

CLOSE = 0.6
_NUMBER = re.compile(r"[0-9一二三四五六七八九十]+")
_ONE_OF_A_ROW = set("甲乙丙丁戊己庚辛东南西北中abcdefghijklmnopqrstuvwxyz")


def judge_people(desk: Desk, lines: Sequence[Line], kind: FileKind, known: Known, period: str | None) -> None:
    """Judge the rows; a person that is known and moved without a day is asked about."""
    for line in lines:
        if not line.out:
            _needed(desk, line, known)
    hold_differing(desk, lines, kind)
    _teams(desk, [line for line in lines if not line.out], known)
    teams = {compact(name): code for name, code in (known.teams or {}).items()}
    for line in lines:
        if not line.out:
            _days(desk, line, known)
        if not line.out:
            _moved(desk, line, known, period, teams)


def _needed(desk: Desk, line: Line, known: Known) -> None:
    if not line.text("manager_id"):
        desk.hold(line, "manager_id", Rule.EMPTY)
    elif line.text("manager_id") not in (known.people or {}):
        for column in ("name", "team"):
            if not line.out and not line.text(column):
                desk.hold(line, column, Rule.EMPTY)


def _teams(desk: Desk, lines: Sequence[Line], known: Known) -> None:
    """Names of teams made alike: as they are known, else as they first stand; one near a known one is asked
    about, once for all rows that have it."""
    spelt = {compact(name): name for name in known.teams or ()}
    fresh: dict[str, str] = {}
    doubtful: dict[str, tuple[Line, str]] = {}
    for line in lines:
        team = line.text("team")
        key = compact(team)
        if not team:
            continue
        if key in spelt or key in fresh:
            line.cells["team"] = spelt.get(key) or fresh[key]
        elif key in doubtful or (near := _near(key, spelt)):
            first, name = doubtful.setdefault(key, (line, spelt[near] if key not in doubtful else ""))
            choices = [
                Choice("that-team", "that-team", name, {"team": name}),
                Choice("new-team", "new-team", first.text("team"), {"team": first.text("team")}),
            ]
            chosen = desk.ask(line, "team", Rule.TEAM_NEAR, choices, at=first, near=name)
            line.cells["team"] = chosen.text if chosen else team
        else:
            fresh[key] = team
            if known.teams:
                desk.tell(line, "team", Rule.TEAM_NEW, WARNING)


def _near(team: str, spelt: Mapping[str, str]) -> str:
    """The known name that was probably meant; one that differs in its number or its 东西 only is another."""
    for name in get_close_matches(team, spelt, n=3, cutoff=CLOSE):
        numbered = _NUMBER.search(team) and _NUMBER.sub("#", team) == _NUMBER.sub("#", name)
        differing = {c for pair in zip(team, name, strict=False) if pair[0] != pair[1] for c in pair}
        if not numbered and not (len(team) == len(name) and differing <= _ONE_OF_A_ROW):
            return name
    return ""


def _days(desk: Desk, line: Line, known: Known) -> None:
    joined, left, since = (line.cells.get(c) for c in ("joined_on", "left_on", "from_on"))
    joined = joined or known.joined.get(line.text("manager_id"))
    if isinstance(joined, dt.date) and isinstance(left, dt.date) and left < joined:
        desk.hold(line, "left_on", Rule.LEFT_BEFORE_JOINED, joined=joined.isoformat())
    elif isinstance(joined, dt.date) and isinstance(since, dt.date) and since < joined:
        desk.hold(line, "from_on", Rule.FROM_BEFORE_JOINED, joined=joined.isoformat())


def _moved(desk: Desk, line: Line, known: Known, period: str | None, teams: Mapping[str, str]) -> None:
    """A person that stands elsewhere in the store: since when is in the file, or a person says it.

    `teams` : compact name → id.
    """
    person = line.text("manager_id")
    if person not in known.standing or line.cells.get("from_on") is not None:
        return
    team, position = known.standing[person]
    here, there = compact(line.text("team")), compact(team)
    if here and there and teams.get(here, here) != teams.get(there, there):
        column, was = "team", team
    elif line.text("position") and position and compact(line.text("position")) != compact(position):
        column, was = "position", position
    else:
        return
    days: dict[str, dt.date] = {}
    if known.today is not None:
        days["first-of-month"] = known.today.replace(day=1)
    if period is not None:
        days["first-of-period"] = parse_period(period).first_day
    if isinstance(joined := line.cells.get("joined_on"), dt.date):
        days["joining-day"] = joined
    choices = [Choice(k, k, day.isoformat(), {"day": day.isoformat()}) for k, day in days.items()]
    if chosen := desk.ask(line, column, Rule.FROM_MISSING, choices, was=was):
        line.cells["from_on"] = dt.date.fromisoformat(chosen.text)
