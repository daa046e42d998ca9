"""Rows of additions, deductions and vetoes: each is one event, and counts once however often it comes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from data.reading.columns.kinds import FileKind
from data.reading.known import EventKey, Known, identity
from data.reading.problems import WARNING, Choice
from data.reading.records.desk import Desk, Line
from data.reading.records.mismatches import ask_names
from data.reading.rules import Rule


def judge_events(desk: Desk, lines: Sequence[Line], kind: FileKind, known: Known, period: str | None) -> None:
    """Judge the rows; an event that is there already is asked about, one with other points replaces it."""
    for line in lines:
        _complete(desk, line)
    ask_names(desk, lines, known)
    there = _There(known.events)
    for line in lines:
        if line.out:
            continue
        key = _key(line)
        says = (line.number("points"), line.text("finding"))
        if key in there.in_file or known.events.get(key) == says:
            if (another := _another(desk, line, there, key)) is None:
                continue
            key = another
        elif key in known.events:
            points, finding = known.events[key]
            desk.tell(line, "points", Rule.EVENT_REPLACES, WARNING, points=points, finding=finding)
        there.in_file.add(key)


class _There:
    """The events that are there: stored, and taken from the file so far; the last number given to a name."""

    def __init__(self, stored: Collection[EventKey]) -> None:
        self.stored = stored
        self.in_file: set[EventKey] = set()
        self.numbers: dict[EventKey, int] = {}


def _complete(desk: Desk, line: Line) -> None:
    if line.text("kind") == "veto" and line.cells.get("points") is None:
        line.cells["points"] = 0.0
    for column in ("manager_id", "period", "kind", "points", "reason"):
        if not line.out and line.cells.get(column) is None:
            desk.hold(line, column, Rule.PERIOD_EMPTY if column == "period" else Rule.EMPTY)
    if not line.out and line.number("points") < 0:
        desk.hold(line, "points", Rule.NEGATIVE)


def _key(line: Line) -> EventKey:
    said = identity(line.text("document"), line.text("reason"))
    return line.text("manager_id"), line.text("period"), line.text("kind"), said


def _another(desk: Desk, line: Line, there: _There, key: EventKey) -> EventKey | None:
    """The key under which a second event of the same name is kept, if a person says that it is one."""
    column = "document" if line.text("document") else "reason"
    name, number = line.text(column), there.numbers.get(key, 1)
    renamed = key
    while renamed in there.in_file or renamed in there.stored:
        number += 1
        numbered = f"{name} ({number})"
        line.cells[column] = numbered
        renamed = _key(line)
    there.numbers[key] = number
    choice = Choice("another-event", "another-event", numbered, {"name": numbered})
    if desk.ask(line, column, Rule.EVENT_ALREADY, [choice]) is None:
        line.cells[column] = name
        return None
    return renamed
