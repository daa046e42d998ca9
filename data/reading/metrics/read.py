"""A file of measured values as judged rows: every sheet, whatever its layout."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd

from data.errors import UnreadableFile
from data.reading.columns import headings
from data.reading.columns.body import Body, read_body
from data.reading.columns.headings import Column, Heading, Mapping_
from data.reading.columns.mapping import mapping_of
from data.reading.doubts import Doubts
from data.reading.grids.opening import Grid, read_grids
from data.reading.judged import Judged
from data.reading.known import Known
from data.reading.metrics.judge import judge_cells
from data.reading.problems import ERROR, LEAVE_OUT, WARNING, Answers, Choice, Problem, Question, gathered
from data.reading.rules import Rule
from data.reading.values.ids import Ids
from scoring.periods import parse_period


def read_metrics(
    path: Path,
    known: Known,
    *,
    mapping: Mapping_ | None = None,
    sheet: str | None = None,
    period: str | None = None,
    kind: str = "metrics",
    answers: Answers | None = None,
    progress: Callable[[float], None] | None = None,
) -> Judged:
    """Read, tidy and judge a file of measured values (or of targets).

    Parameters
    ----------
    mapping : how the source's headings are read, beside the library's names and aliases.
    sheet : the one to read (None: every visible one that has a heading).
    period : used where the file names none. progress : told the share that is done.
    answers : what a person decided about the questions of an earlier reading.

    Raises
    ------
    UnreadableFile : it cannot be read, no heading was found, or a column looks like a customer's data.
    WrongAnswer : an answer that fits no question of the file. SteelyardError : `period` is none.
    """
    how = mapping_of(known, mapping)
    period = parse_period(period).code if period else None
    tell = progress or (lambda share: None)
    tell(0.02)
    grids = read_grids(path, sheet)
    tell(0.3)
    doubts, ids = Doubts(answers), Ids(known.people)
    bodies: list[Body] = []
    columns: dict[str, dict[str, Column]] = {}
    problems: list[Problem] = []
    for done, grid in enumerate(grids):
        tell(0.3 + 0.3 * done / len(grids))
        found = headings.find(grid, how)
        if found is None:
            problems += grid.problems
            if any(any(cell.strip() for cell in row) for row in grid.rows):
                problems.append(Problem(Rule.SHEET_WITHOUT_HEADER, WARNING, grid.sheet))
            continue
        if kind == "targets" and not _has_targets(found):
            continue
        found = _single(grid, found, doubts, problems)
        columns[grid.sheet] = {c.role: c for c in found.columns if c.role}
        bodies.append(read_body(grid, found, period, ids))
    if not bodies:
        library = "empty" if known.indicators is not None and not known.indicators else "known"
        raise UnreadableFile("errors-file-header", file=path.name, library=library, **_seen(grids, how))
    rows_read = sum(body.rows_read for body in bodies)
    if not rows_read:
        raise UnreadableFile("errors-file-empty", file=path.name)
    tell(0.6)
    cells = pd.concat([body.cells for body in bodies])
    accepted, told = judge_cells(cells, columns, known, ids, doubts, kind=kind, units=how.units)
    tell(1.0)
    problems += [p for body in bodies for p in body.problems]
    return Judged(kind, rows_read, accepted, gathered([*problems, *told, *doubts.finish()]), doubts.questions)


def _has_targets(found: Heading) -> bool:
    return found.role("target") is not None or any(same[0].role == "target" for same in found.doubled)


def _single(grid: Grid, found: Heading, doubts: Doubts, problems: list[Problem]) -> Heading:
    """Of two columns for one thing a person says which is read; until then neither is."""
    row = found.last + 1
    chosen = list(found.columns)
    for same in found.doubled:
        by_key = {f"column-{c.place + 1}": c for c in same}
        choices = tuple(
            Choice(key, "this-column", c.heading, {"column": c.place + 1, "text": c.heading})
            for key, c in by_key.items()
        )
        raw = " / ".join(c.heading for c in same)
        choice = doubts.ask(
            Question(Rule.DOUBLE_COLUMN, grid.sheet, row, same[0].heading, raw, choices, {"count": len(same)})
        )
        if choice is None:
            problems += [
                Problem(
                    *(Rule.DOUBLE_COLUMN, ERROR, grid.sheet, row, c.heading),
                    params={"column": c.place + 1},
                )
                for c in same
            ]
        elif choice != LEAVE_OUT:
            chosen.append(by_key[choice.key])
    return replace(found, columns=tuple(sorted(chosen, key=lambda c: c.place)))


def _seen(grids: list[Grid], how: Mapping_) -> dict[str, str]:
    """What stands where a heading should, and what it is probably meant for."""
    likely = headings.likely(grids, how)
    return {
        "found": ", ".join(text for text, _ in likely) or "NONE",
        "near": ", ".join(f"{text} → {near}" for text, near in likely if near) or "NONE",
    }
