"""Judging measured values: people, periods, indicators, numbers, duplicates, outliers."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from data.reading.columns.headings import Column
from data.reading.doubts import Doubts
from data.reading.known import Known
from data.reading.metrics.duplicates import drop_repeats
from data.reading.metrics.figures import hold_outside_scale, read_figures
from data.reading.metrics.labels import hold_future, read_labels
from data.reading.metrics.lines import Lines
from data.reading.metrics.outliers import hold_outliers
from data.reading.problems import Problem
from data.reading.values.ids import Ids


def judge_cells(
    cells: pd.DataFrame,
    headings: Mapping[str, Mapping[str, Column]],
    known: Known,
    ids: Ids,
    doubts: Doubts,
    *,
    kind: str,
    units: Mapping[str, str],
) -> tuple[pd.DataFrame, list[Problem]]:
    """Lines of a whole file (see `data.reading.columns.body`) judged: accepted ones as manager_id, period,
    indicator, value, target, own_value, indexed by the row that people see; and everything to be told.

    `headings` gives each sheet's columns by role; `units` what each indicator is kept in.
    """
    lines = Lines(cells.reset_index(drop=True), headings, known, doubts, kind)
    read_labels(lines, ids)
    read_figures(lines, units)
    hold_future(lines)
    hold_outside_scale(lines)
    drop_repeats(lines)
    if known.history is not None:
        hold_outliers(lines)
    return lines.accepted(), lines.problems
