"""Files with one row for each thing (people, events, leave, outcomes …) as judged rows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

import pandas as pd

from data.errors import UnreadableFile
from data.reading.columns.kinds import Cell, FileKind
from data.reading.columns.rows import is_footer, total_rule
from data.reading.grids.opening import Grid, read_grids
from data.reading.judged import Judged
from data.reading.known import Known
from data.reading.problems import FIXED, WARNING, Answers, Problem, gathered
from data.reading.records.accounts import judge_accounts
from data.reading.records.desk import Desk, Line
from data.reading.records.events import judge_events
from data.reading.records.fields import CellReader
from data.reading.records.outcomes import judge_outcomes
from data.reading.records.people import judge_people
from data.reading.records.spells import judge_handovers, judge_indicators, judge_leave
from data.reading.rules import Rule
from data.reading.values import ids
from data.reading.values.customers import refuse_customers
from data.reading.values.text import compact, plain

SEARCHED = 40
CLOSE = 0.6
MOST_NAMED = 20
_REMARK = re.compile(r"[(\[【][^()\[\]【】]*[)\]】]$")
_COUNTED = re.compile(r"^(共计?|合计|总计|小计|总人数|人数)[:：]?\d+[人名个条户笔]?$")
_LIKE_AN_ID = re.compile(r"^[A-Za-z0-9][A-Za-z0-9_.\-/]*$")
_JUDGES = {
    "people": judge_people,
    "indicators": judge_indicators,
    "events": judge_events,
    "leave": judge_leave,
    "handovers": judge_handovers,
    "outcomes": judge_outcomes,
    "accounts": judge_accounts,
}


@dataclass(frozen=True)
class _Head:
    """Where the heading stands (row from 0), the place and text of each column that is read, the headings
    that are not, each with the nearest one that is known ("" for none), pairs of headings for one column,
    and hidden columns, each with whether it is read."""

    row: int
    places: dict[str, int] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    unread: list[tuple[str, str]] = field(default_factory=list)
    doubled: list[tuple[str, str]] = field(default_factory=list)
    hidden: list[tuple[str, bool]] = field(default_factory=list)


def read_tidy(
    path: Path,
    kind: FileKind,
    known: Known,
    *,
    sheet: str | None = None,
    period: str | None = None,
    answers: Answers | None = None,
    progress: Callable[[float], None] | None = None,
) -> Judged:
    """Read and judge a file of any kind but measured values.

    Parameters
    ----------
    sheet : the one to read (None: every visible one with the kind's heading).
    period : stands in every row where the file has no column of periods.
    answers : what a person decided about the doubts of an earlier reading.
    progress : told the share that is done.

    Raises
    ------
    UnreadableFile : it cannot be read, a column is missing or there twice, or one is customers' data.
    """
    tell = progress or (lambda share: None)
    grids = read_grids(path, sheet)
    tell(0.3)
    desk = Desk(answers)
    lines: list[Line] = []
    for grid, head in _headed(path.name, grids, kind, period):
        desk.problems += grid.problems
        if head is None:
            desk.problems.append(Problem(Rule.SHEET_WITHOUT_HEADER, WARNING, grid.sheet))
        else:
            lines += _lines(grid, head, kind, known, desk, period)
    if not lines and not kind.may_be_empty:
        raise UnreadableFile("errors-file-empty", file=path.name)
    cells = CellReader(desk, known, brings_people=kind.name == "people")
    for done, line in enumerate(lines):
        if done % 1_000 == 0:
            tell(0.3 + 0.5 * done / len(lines))
        for column in kind.fields:
            if column.name in line.texts:
                cells.read(line, column)
    tell(0.8)
    _JUDGES[kind.name](desk, lines, kind, known, period)
    tell(1.0)
    taken = [line for line in lines if not line.out]
    columns = [f.name for f in kind.fields if any(f.name in line.cells for line in lines)] or kind.required
    frame = pd.DataFrame(
        [[line.cells.get(name) for name in columns] for line in taken],
        columns=list(columns),
        index=pd.Index([line.row for line in taken], dtype="int64"),
        dtype=object,
    )
    for column in kind.fields:
        if column.cell is Cell.NUMBER and column.name in frame:
            frame[column.name] = frame[column.name].astype(float)
    for key in answers or ():
        # Whether a second event alike is one depends on what was decided about the first.
        if key.startswith(f"{Rule.EVENT_ALREADY}|"):
            desk.doubts.moot(key)
    told = gathered([*desk.problems, *desk.doubts.finish()])
    return Judged(kind.name, len(lines), frame, told, desk.doubts.questions)


def _headed(
    file_name: str, grids: list[Grid], kind: FileKind, period: str | None
) -> list[tuple[Grid, _Head | None]]:
    """Each sheet with its heading; None where another sheet has the kind's columns and this one has not.

    Raises
    ------
    UnreadableFile : nothing there, a column is missing or there twice, or one is customers' data.
    """
    filled = [g for g in grids if any(any(c.strip() for c in row) for row in g.rows)]
    if not filled:
        raise UnreadableFile("errors-file-empty", file=file_name)
    needed = [name for name in kind.required if not (name == "period" and period)]
    heads = [(grid, _head(grid, kind)) for grid in filled]
    best = max((head for _, head in heads), key=lambda head: len(head.places))
    if missing := [name for name in needed if name not in best.places]:
        there = [*best.texts.values(), *(f"{text} ({near}?)" if near else text for text, near in best.unread)]
        raise UnreadableFile(
            "errors-file-columns",
            file=file_name,
            columns=", ".join(f"{name} ({kind.field(name).zh[0]})" for name in missing),
            found=", ".join(there[:MOST_NAMED]) or "–",
        )
    read = [(grid, head if set(needed) <= head.places.keys() else None) for grid, head in heads]
    for grid, head in read:
        if head is not None:
            _refuse(grid, head, kind)
    return read


def _refuse(grid: Grid, head: _Head, kind: FileKind) -> None:
    for one, other in head.doubled:
        place = {"file": grid.file_name, "sheet": grid.sheet or "–"}
        raise UnreadableFile("errors-file-doubled", **place, one=one, other=other)
    strange = (text for text, _ in head.unread)
    if kind.name == "people":  # the staff's own telephone numbers are left unread, not refused
        strange = (text for text in strange if "客户" in text.replace("客户经理", ""))
    refuse_customers(grid.file_name, strange)


def _head(grid: Grid, kind: FileKind) -> _Head:
    """The row that names most columns."""
    names = {compact(heading): f.name for f in kind.fields for heading in f.headings}

    def named(text: str) -> str:
        return names.get(compact(text)) or names.get(_REMARK.sub("", compact(text).strip("*:"))) or ""

    counts = [len({named(text) for text in row} - {""}) for row in grid.rows[:SEARCHED]]
    head = _Head(counts.index(max(counts)))
    # What people see counts; a hidden column is read only where no visible one says the same.
    for place, text in sorted(enumerate(grid.rows[head.row]), key=lambda c: c[0] in grid.hidden_columns):
        name, text = named(text), text.strip()
        fresh = name not in head.places
        if name and place in grid.hidden_columns:
            head.hidden.append((text, fresh))
        elif name and not fresh:
            head.doubled.append((head.texts[name], text))
        if name and fresh:
            head.places[name], head.texts[name] = place, text
        elif text and not name:
            near = get_close_matches(compact(text), names, n=1, cutoff=CLOSE)
            head.unread.append((text, kind.field(names[near[0]]).heading(_lang(text)) if near else ""))
    return head


def _lang(text: str) -> str:
    return "en" if text.isascii() else "zh"


def _lines(
    grid: Grid, head: _Head, kind: FileKind, known: Known, desk: Desk, period: str | None
) -> list[Line]:
    """The rows under the heading that say something; the others are told."""
    _tell_head(grid, head, desk)
    filled = _merged(grid, head, kind, desk)
    repeated = {name: compact(text) for name, text in head.texts.items()}
    result = []
    last = max((i for i, row in enumerate(grid.rows) if any(c.strip() for c in row)), default=0)
    for i in range(head.row + 1, last + 1):
        row = grid.rows[i]
        texts = {
            name: (row[j].strip() if j < len(row) else "") or filled.get((i, j), "")
            for name, j in head.places.items()
        }
        first = next((plain(c) for c in row if plain(c)), "")
        if not first:
            desk.problems.append(Problem(Rule.BLANK_ROW, FIXED, grid.sheet, i + 1))
        elif rule := _about_nothing(first, texts, kind, known):
            desk.problems.append(Problem(rule, FIXED, grid.sheet, i + 1, raw=first))
        elif all(compact(text) == repeated[name] for name, text in texts.items()):
            desk.problems.append(Problem(Rule.HEADER_REPEATED, FIXED, grid.sheet, i + 1))
        else:
            if period and "period" in kind.required and "period" not in texts:
                texts["period"] = period
            result.append(Line(grid.sheet, i + 1, head.texts, texts))
    return result


def _about_nothing(first: str, texts: dict[str, str], kind: FileKind, known: Known) -> Rule | None:
    """The rule that a total or a line under the table is told by; None for a row with an id of its own."""
    own = ids.canonical(texts.get(kind.fields[0].name, ""))
    if own in (known.people or ()) or (_LIKE_AN_ID.match(own) and not total_rule(own) and not is_footer(own)):
        return None
    for text in (first, own, *texts.values()):
        if rule := total_rule(text):
            return Rule(rule)
        if _COUNTED.match(compact(text)):
            return Rule.TOTAL_ROW
    return Rule.FOOTER_ROW if is_footer(first) else None


def _tell_head(grid: Grid, head: _Head, desk: Desk) -> None:
    above = next((c for row in grid.rows[: head.row] for c in row if c.strip()), "")
    if above:
        params: dict[str, object] = {"header": head.row + 1}
        desk.problems.append(
            Problem(Rule.TITLE_ROWS_ABOVE_HEADER, FIXED, grid.sheet, 1, raw=above, params=params)
        )
    desk.problems += [
        Problem(Rule.UNREAD_COLUMN, WARNING, grid.sheet, head.row + 1, text, params={"near": near or "NONE"})
        for text, near in head.unread
    ]
    desk.problems += [
        Problem(
            *(Rule.HIDDEN_COLUMN, WARNING, grid.sheet, head.row + 1, text),
            params={"read": "yes" if read else "no"},
        )
        for text, read in head.hidden
    ]


def _merged(grid: Grid, head: _Head, kind: FileKind, desk: Desk) -> dict[tuple[int, int], str]:
    """Merged cells stand for their text in every row that they cover; numbers are never multiplied."""
    read = {j: n for n, j in head.places.items() if kind.field(n).cell is not Cell.NUMBER}
    filled = {
        (i, j): text for (i, j), text in grid.merged.items() if i > head.row and j in read and text.strip()
    }
    for i, j in sorted(filled):
        if (i - 1, j) not in grid.merged:
            heading = head.texts[read[j]]
            desk.problems.append(Problem(Rule.MERGED_CELLS, FIXED, grid.sheet, i, heading, filled[i, j]))
    return filled
