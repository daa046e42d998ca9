"""The table of people before and after: of the weight lab, a version, a batch, a period."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from documents import phrases
from ui.tables import Column, Table
from words import format as fmt
from words.text import Text
from workflow.results.moves import Move, PeriodMoves


@dataclass(frozen=True)
class Line:
    """One person's move with what the person is called, and the period where the table has several."""

    name: str
    move: Move
    period: str = ""


def ranking(
    moves: Sequence[Move], names: Mapping[str, str], t: Text, before: str, after: str, change: str
) -> Table[Line]:
    """Everybody with rank and grade; `before`, `after` and `change` are the headings of the totals."""
    lines = [Line(names.get(m.manager_id, m.manager_id), m) for m in moves]
    rank = Column[Line]("rank", t("rank"), lambda line: line.move.after_rank, "rank")
    columns = [rank, _places(t), _name(t), *_totals(before, after, change), _grade(t)]
    return Table(columns, lines, lambda line: line.move.manager_id)


def farthest(table: Table[Line], count: int) -> Table[Line]:
    """Only those who move most places."""

    def places(line: Line) -> float:
        return 0.0 if math.isnan(line.move.places) else -abs(line.move.places)

    return replace(table, rows=sorted(table.rows, key=places)[:count])


def differences(
    found: Sequence[PeriodMoves], t: Text, before: str, after: str, *, by_period: bool = False
) -> Table[Line]:
    """Those whose results differ, `by_period` with the period of each; with grades where one changes."""
    lines = [
        Line(t.pick(*one.names[m.manager_id]), m, fmt.period(one.period, t.lang))
        for one in found
        for m in one.moves
    ]
    columns = [_name(t), *_totals(before, after, t("lab-delta-short")), _places(t)]
    if by_period:
        columns.insert(0, Column("period", t("period"), lambda line: line.period))
    if any(line.move.before_grade != line.move.after_grade for line in lines):
        columns.append(_grade(t))
    return Table(columns, lines, lambda line: f"{line.period} {line.move.manager_id}")


def _name(t: Text) -> Column[Line]:
    return Column("name", t("name"), lambda line: line.name, "strong")


def _totals(before: str, after: str, change: str) -> list[Column[Line]]:
    return [
        Column("before", before, lambda line: line.move.before_total, "number"),
        Column("after", after, lambda line: line.move.after_total, "number"),
        Column("change", change, lambda line: line.move.change, "delta"),
    ]


def _places(t: Text) -> Column[Line]:
    return Column("move", t("lab-move"), lambda line: line.move.places, "move")


def _grade(t: Text) -> Column[Line]:
    def of(line: Line) -> str | None:
        return phrases.grades(line.move) if line.move.before_grade or line.move.after_grade else None

    return Column("grade", t("grade"), of)
