"""Scoring on files alone: the same engine, no database."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from data.arrays import HISTORY_COLUMNS, Facts, measurements_for
from data.errors import UnreadableFile
from data.judging import judge
from data.readers import read_table
from data.reading.judged import Judged
from scoring import MeasurementError, Scheme, ScoreSheet, score
from scoring.periods import parse_period
from workflow.errors import WorkflowError

REASONS_SHOWN = 20


def read_scheme_text(path: Path) -> str:
    """The text of a scheme file; UnreadableFile when it is missing or no UTF-8."""
    if not path.is_file():
        raise UnreadableFile("errors-file-missing", file=str(path))
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFile("errors-file-encoding", file=path.name) from None


def read_scheme(path: Path) -> Scheme:
    """A scheme file; SchemeError lists every fault."""
    return Scheme.from_toml(read_scheme_text(path))


def read_facts(metrics: Path, people: Path | None = None, events: Path | None = None) -> Facts:
    """Tidy files as facts.

    Raises
    ------
    UnreadableFile : a file cannot be read, or holds a row that cannot be taken (the first is named).
    """
    staff = None
    if people is not None:
        staff = _clean(people, "people").accepted.reset_index(drop=True)
        for column in ("joined_on", "left_on", "team"):
            if column not in staff:
                staff[column] = None
    history = _clean(metrics, "metrics", None if staff is None else set(staff["manager_id"])).accepted
    for column in ("target", "own_value"):
        if column not in history:
            history = history.assign(**{column: np.nan})
    happened = None
    if events is not None:
        happened = _clean(events, "events").accepted
        if "finding" not in happened:
            happened = happened.assign(finding=None)
        happened = happened.assign(finding=happened["finding"].replace("", None))
    return Facts(history[HISTORY_COLUMNS].reset_index(drop=True), staff, happened)


def _clean(path: Path, kind: str, managers: set[str] | None = None) -> Judged:
    table = read_table(path)
    judged = judge(table, kind, managers=managers)
    for problem in judged.problems:
        place = {"file": path.name, "row": problem.row or 0, "column": problem.column, "raw": problem.raw}
        told = {"rule": problem.rule, "count": problem.count}
        raise UnreadableFile("errors-file-row", **(problem.params | place | told))
    return judged


def indicators_left_out(facts: Facts, *schemes: Scheme) -> list[str]:
    """Codes in the files that no scheme has, to be named to the person who asked.

    A file may hold more indicators than a scheme uses; but one that few people carry is a slip of the
    pen, and leaving it out would quietly take the value from them.

    Raises
    ------
    WorkflowError : no indicator is known, or an unknown one is carried by less than half of the people.
    """
    history = facts.history
    known = {code for scheme in schemes for code in scheme.codes}
    unknown = sorted(set(history["indicator"]) - known)
    if unknown and not set(history["indicator"]) & known:
        raise WorkflowError("errors-no-indicator-known", codes=", ".join(unknown))
    carriers = history.groupby("indicator")["manager_id"].nunique()
    people = history["manager_id"].nunique()
    slips = [code for code in unknown if 2 * carriers[code] < people]
    if slips:
        raise WorkflowError("errors-indicator-unknown", codes=", ".join(slips))
    return unknown


def score_files(scheme: Scheme, facts: Facts, period: str | None = None) -> tuple[str, ScoreSheet]:
    """Score one period of the files; (period, sheet).

    Raises
    ------
    WorkflowError : several periods and none named, or none of that name.
    MeasurementError : nobody has a total because of cells that the rules cannot take; names the first.
    """
    history = facts.history
    found = sorted(history["period"].unique(), key=parse_period)
    if period is None:
        if len(found) != 1:
            raise WorkflowError("errors-period-needed", periods=", ".join(found[:6]), count=len(found))
        period = str(found[0])
    parsed = parse_period(period)
    measured = measurements_for(scheme, parsed, facts)
    if not measured.people:
        raise WorkflowError("errors-no-data", period=period)
    sheet = score(scheme, measured)
    if sheet.refused and np.isnan(sheet.totals).all():
        raise MeasurementError(cell.fault for cell in sheet.refused[:REASONS_SHOWN])
    return parsed.code, sheet


def teams_of(facts: Facts, people: tuple[str, ...]) -> list[str | None]:
    """The team of each person, where a people file says it."""
    if facts.people is None:
        return [None] * len(people)
    teams = facts.people.set_index("manager_id")["team"]
    return [None if pd.isna(teams.get(p)) else str(teams.get(p)) for p in people]
