"""Rows that stand twice: the same again counts once, two different ones are nobody's."""

from __future__ import annotations

from collections.abc import Sequence

from data.reading.columns.kinds import FileKind
from data.reading.problems import FIXED
from data.reading.records.desk import Desk, Line
from data.reading.rules import Rule


def hold_differing(desk: Desk, lines: Sequence[Line], kind: FileKind) -> None:
    """Of rows that are alike in the kind's key, leave out repetitions and hold back those that differ."""
    groups: dict[tuple[object, ...], list[Line]] = {}
    for line in lines:
        if not line.out:
            groups.setdefault(tuple(line.cells.get(name) for name in kind.key), []).append(line)
    first = kind.key[0]
    for group in groups.values():
        if any(line.cells != group[0].cells for line in group):
            for line in group:
                desk.hold(line, first, Rule.ROWS_DIFFER, rows=", ".join(str(other.row) for other in group))
        else:
            for line in group[1:]:
                line.out = True
                desk.tell(line, first, Rule.EXACT_DUPLICATE, FIXED)
