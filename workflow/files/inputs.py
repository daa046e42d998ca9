"""Scoring on files alone: the same engine, no database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd

from data.arrays import HISTORY_COLUMNS, Facts, measurements_for
from data.errors import UnreadableFile
from data.reading.columns.kinds import KINDS
from data.reading.judged import Judged
from data.reading.known import Known, Takes
from data.reading.metrics.read import read_metrics
from data.reading.problems import ERROR, Problem
from data.reading.records.read import read_tidy
from data.reading.rules import Rule
from data.reading.values.text import compact, plain
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


@dataclass(frozen=True)
class Given:
    """The files that scoring on files alone is given; all but the measured values may be missing."""

    metrics: Path
    people: Path | None = None
    events: Path | None = None
    leave: Path | None = None
    handovers: Path | None = None


@dataclass(frozen=True)
class Told:
    """Something that was mended in a file, or is worth a look."""

    file_name: str
    problem: Problem


def read_facts(
    given: Given, schemes: Sequence[Scheme], period: str | None = None
) -> tuple[Facts, tuple[Told, ...]]:
    """Files as facts, read like imported ones: (facts, what is told about the files).

    Parameters
    ----------
    schemes : their indicators' names, units and rules are what the measured values are read by.
    period : stands in every row where a file names none; says which day the staff list is asked for.

    Raises
    ------
    UnreadableFile : a file cannot be read, or holds a row that cannot be taken (the first is named).
    """
    told: list[Told] = []
    staff = None
    nobody = Known(None, None)
    if given.people is not None:
        staff = _taken(read_tidy(given.people, KINDS["people"], nobody), given.people, told)
    names = None if staff is None else dict(zip(staff["manager_id"], staff["name"], strict=True))
    known = _known(names, schemes)
    history = _taken(read_whatever(given.metrics, known, period), given.metrics, told)
    others: dict[str, pd.DataFrame | None] = {}
    for kind in ("events", "leave", "handovers"):
        path = getattr(given, kind)
        judged = None if path is None else read_tidy(path, KINDS[kind], known, period=period)
        others[kind] = None if judged is None else _taken(judged, path, told)
    if (happened := others["events"]) is not None and "finding" not in happened:
        happened["finding"] = None
    records: pd.DataFrame | None = None
    memberships: pd.DataFrame | None = None
    if staff is not None:
        records, memberships = _records(staff), _memberships(staff)
        due = [parse_period(code) for code in ([period] if period else history["period"].unique())]
        staff = _as_of(staff, max((p.last_day for p in due), default=dt.date.max))
    read = Facts(
        history[HISTORY_COLUMNS],
        staff,
        others["events"],
        others["leave"],
        others["handovers"],
        records,
        memberships,
    )
    return read, tuple(told)


def _taken(judged: Judged, path: Path, told: list[Told]) -> pd.DataFrame:
    for problem in judged.problems:
        if problem.severity == ERROR:
            place = {"file": path.name, "row": problem.row or 0, "column": problem.column}
            raise UnreadableFile(
                "errors-file-row",
                **problem.params | place,
                raw=problem.raw,
                rule=problem.rule,
                count=problem.count,
            )
        told.append(Told(path.name, problem))
    return judged.accepted.reset_index(drop=True)


def _known(people: Mapping[str, str] | None, schemes: Sequence[Scheme]) -> Known:
    """What the schemes say about the indicators; where they differ, the first one's unit holds, and a target
    must suit both."""
    names: dict[str, str] = {}
    units: dict[str, str] = {}
    takes: dict[str, Takes] = {}
    for indicator in (i for scheme in schemes for i in scheme.indicators):
        for name in (indicator.code, *indicator.name.values()):
            names.setdefault(compact(name), indicator.code)
        units.setdefault(indicator.code, indicator.unit)
        divides = indicator.divides
        before = takes.get(indicator.code)
        takes[indicator.code] = Takes(None, divides or (before is not None and before.divides))
    for code in sorted(code for scheme in schemes for code in scheme.read):
        names.setdefault(compact(code), code)
    return Known(people, names, units, history=None, takes=lambda period: takes)


def read_whatever(path: Path, known: Known, period: str | None) -> Judged:
    """Indicators that no scheme has are read too: :func:`indicators_left_out` tells them from slips."""
    judged = read_metrics(path, known, period=period)
    strange = {p.raw for p in judged.problems if p.rule == Rule.UNKNOWN_INDICATOR}
    if not strange:
        return judged
    names = {**(known.indicators or {}), **{compact(raw): plain(raw) for raw in strange}}
    return read_metrics(path, replace(known, indicators=names), period=period)


def _records(staff: pd.DataFrame) -> pd.DataFrame | None:
    """What the staff list says of positions, each from its day on; None where it says nothing of them."""
    if "position" not in staff:
        return None
    since = [dt.date.min for _ in staff.index]
    if "from_on" in staff:
        since = [day or dt.date.min for day in staff["from_on"]]
    records = staff[["manager_id", "position"]].assign(from_on=since)
    records = records[records["position"].notna() & (records["position"] != "")]
    return records.sort_values("from_on", kind="stable")


def _memberships(staff: pd.DataFrame) -> pd.DataFrame | None:
    """What the staff list says of teams, each from its day on; None where it says nothing of them."""
    if "team" not in staff:
        return None
    since = staff["from_on"] if "from_on" in staff else [None] * len(staff)
    days = np.array([day or dt.date.min for day in since], dtype="datetime64[us]")
    found = staff[["manager_id"]].assign(team_id=staff["team"], starts_on=days)
    found = found[found["team_id"].notna() & (found["team_id"] != "")].astype({"team_id": str})
    return found.sort_values("starts_on", kind="stable")


def _as_of(staff: pd.DataFrame, day: dt.date) -> pd.DataFrame:
    """One row for each person: what the list says of `day`; an empty cell leaves what was said before."""
    for column in ("joined_on", "left_on", "from_on"):
        if column not in staff:
            staff[column] = None
    since = pd.Series([start or dt.date.min for start in staff["from_on"]], index=staff.index)
    ordered = staff.loc[since.sort_values(kind="stable").index]
    later = (since > day) & ordered.duplicated("manager_id")
    return ordered[~later.loc[ordered.index]].groupby("manager_id", sort=False).last().reset_index()


def indicators_left_out(facts: Facts, *schemes: Scheme) -> list[str]:
    """Codes in the files that no scheme has, to be named to the person who asked.

    A file may hold more indicators than a scheme uses; but one that few people carry is a slip of the
    pen, and leaving it out would quietly take the value from them.

    Raises
    ------
    WorkflowError : no indicator is known, or an unknown one is carried by less than half of the people.
    """
    history = facts.history
    known = {code for scheme in schemes for code in (*scheme.codes, *scheme.read)}
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
