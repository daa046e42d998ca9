"""Rows of outcomes: what became of the work of a period, observed when the period was over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from data.reading.columns.kinds import FileKind
from data.reading.known import Known, Outcome
from data.reading.problems import WARNING
from data.reading.records.desk import Desk, Line
from data.reading.records.mismatches import ask_names
from data.reading.records.repeats import hold_differing
from data.reading.rules import Rule
from data.reading.values.text import compact
from scoring.periods import parse_period


def judge_outcomes(
    desk: Desk, lines: Sequence[Line], kind: FileKind, known: Known, period: str | None
) -> None:
    """Judge the rows: an outcome is seen after its period, and keeps its direction and unit."""
    desk.complete(lines, kind.required)
    ask_names(desk, lines, known)
    called = dict(known.outcomes or {})
    for line in lines:
        if not line.out:
            _dated(desk, line, known.today)
        if not line.out:
            _named(desk, line, called, known.outcomes is not None)
    hold_differing(desk, lines, kind)


def _dated(desk: Desk, line: Line, today: dt.date | None) -> None:
    seen, end = line.cells["observed_on"], parse_period(line.text("period")).last_day
    assert isinstance(seen, dt.date)
    if seen <= end:
        desk.hold(line, "observed_on", Rule.OBSERVED_TOO_EARLY, end=end.isoformat())
    elif today is not None and seen > today:
        desk.hold(line, "observed_on", Rule.OBSERVED_IN_FUTURE)


def _named(desk: Desk, line: Line, called: dict[str, Outcome], tell: bool) -> None:
    """The outcome under the name that it has; a row that says otherwise of it than before is held back, and
    a new name is told."""
    says = Outcome(line.text("outcome"), line.text("direction"), line.text("unit"))
    there = called.get(compact(says.name))
    if there is None:
        if tell:
            desk.tell(line, "outcome", Rule.OUTCOME_NEW, WARNING)
        called[compact(says.name)] = says
        return
    if says.direction != there.direction:
        desk.hold(line, "direction", Rule.OUTCOME_DIFFERS, outcome=there.name)
    elif says.unit and compact(says.unit) != compact(there.unit):
        desk.hold(line, "unit", Rule.OUTCOME_DIFFERS, outcome=there.name)
    line.cells["outcome"], line.cells["unit"] = there.name, there.unit or None
