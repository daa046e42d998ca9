"""Rows of leave, of handed-over books, and of the indicator library."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from data.reading.columns.kinds import FileKind
from data.reading.known import Known
from data.reading.problems import WARNING
from data.reading.records.desk import Desk, Line
from data.reading.records.mismatches import ask_names
from data.reading.records.repeats import hold_differing
from data.reading.rules import Rule


def judge_leave(desk: Desk, lines: Sequence[Line], kind: FileKind, known: Known, period: str | None) -> None:
    """Judge the rows; leave of one person that overlaps is told."""
    desk.complete(lines, kind.required)
    ask_names(desk, lines, known)
    for line in lines:
        if not line.out and _day(line, "to_on") < _day(line, "from_on"):
            desk.hold(line, "to_on", Rule.TO_BEFORE_FROM)
    hold_differing(desk, lines, kind)
    latest: dict[str, Line] = {}
    for line in sorted((x for x in lines if not x.out), key=lambda x: _day(x, "from_on")):
        person = line.text("manager_id")
        before = latest.get(person)
        if before is not None and _day(line, "from_on") <= _day(before, "to_on"):
            desk.tell(line, "from_on", Rule.LEAVE_OVERLAPS, WARNING, other=before.row)
        if before is None or _day(line, "to_on") > _day(before, "to_on"):
            latest[person] = line


def judge_handovers(
    desk: Desk, lines: Sequence[Line], kind: FileKind, known: Known, period: str | None
) -> None:
    """Judge the rows; nobody hands over to themselves."""
    desk.complete(lines, kind.required)
    for line in lines:
        if not line.out and line.text("receiver_id") == line.text("giver_id"):
            desk.hold(line, "giver_id", Rule.SAME_PERSON)
    hold_differing(desk, lines, kind)


def judge_indicators(
    desk: Desk, lines: Sequence[Line], kind: FileKind, known: Known, period: str | None
) -> None:
    """Judge the rows of the library."""
    desk.complete(lines, kind.required)
    hold_differing(desk, lines, kind)


def _day(line: Line, column: str) -> dt.date:
    day = line.cells[column]
    assert isinstance(day, dt.date)
    return day
