"""Judging tidy rows: which can be taken, and what is wrong with the rest."""

from __future__ import annotations

from collections.abc import Callable, Collection

import numpy as np
import pandas as pd

from data.errors import UnreadableFile
from data.readers import Table
from data.reading.customers import refuse_customers
from data.reading.judged import Judged
from data.reading.names import name_fault
from data.reading.problems import Problem
from data.reading.rules import Rule
from data.reading.text import compact, is_dangerous, without_control
from scoring.errors import SteelyardError
from scoring.periods import parse_period

COLUMNS: dict[str, tuple[str, ...]] = {
    "manager_id": ("客户经理编号", "工号", "编号"),
    "name": ("姓名", "客户经理"),
    "name_en": ("英文名",),
    "team": ("团队", "所属团队"),
    "team_en": ("团队英文名",),
    "position": ("岗位", "职级"),
    "joined_on": ("入职日期", "到岗日期"),
    "left_on": ("离岗日期", "离职日期"),
    "email": ("邮箱",),
    "period": ("期间", "月份", "统计月份"),
    "indicator": ("指标", "指标代码"),
    "value": ("数值", "实际值", "完成值"),
    "own_value": ("剔除接收部分",),
    "target": ("目标", "目标值"),
    "kind": ("类型",),
    "points": ("分值",),
    "reason": ("原因",),
    "finding": ("责任认定",),
    "code": ("代码",),
    "name_zh": ("中文名",),
    "unit": ("单位",),
    "direction": ("方向",),
    "measure": ("计量",),
    "aliases": ("别名",),
}
REQUIRED = {
    "people": ("manager_id", "name", "team"),
    "indicators": ("code", "name_zh", "name_en"),
    "metrics": ("manager_id", "period", "indicator", "value"),
    "targets": ("manager_id", "period", "indicator", "target"),
    "events": ("manager_id", "period", "kind", "points", "reason"),
}
HEADINGS = frozenset(h for column, aliases in COLUMNS.items() for h in (column, *aliases))
TEXTS = (
    "manager_id",
    "name",
    "name_en",
    "team",
    "team_en",
    "position",
    "reason",
    "name_zh",
    "code",
    "aliases",
)
"""Columns of words: nothing in them may run in a spreadsheet or a browser."""
EVENT_KINDS = ("addition", "deduction", "veto")


def judge(
    table: Table,
    kind: str,
    *,
    managers: Collection[str] | None = None,
    indicators: Collection[str] | None = None,
    period: str | None = None,
) -> Judged:
    """Judge a tidy table.

    Parameters
    ----------
    managers, indicators : what is known; None takes every id (files alone, people).
    period : fills the column where the file has none.

    Raises
    ------
    UnreadableFile : a column is missing, or one looks like a customer's personal data.
    """
    cells = _renamed(table, kind, period).map(without_control)
    judge_ = _Judge(table.sheet, cells)
    for column in TEXTS:
        if column in cells:
            judge_.expect(column, ~_known(cells[column], is_dangerous), "formula_injection")
    for column in ("name", "team") if kind == "people" else ():
        for rule in (Rule.NO_NAME, Rule.NAME_TOO_LONG):
            faulty = cells[column].map(name_fault) == rule
            judge_.expect(column, ~faulty | (cells[column] == ""), rule)
    if "manager_id" in cells:
        judge_.expect("manager_id", cells["manager_id"] != "", "empty")
    if managers is not None and kind != "people" and "manager_id" in cells:
        judge_.expect("manager_id", cells["manager_id"].isin(list(managers)), "unknown-manager")
    if "period" in cells:
        judge_.expect("period", _known(cells["period"], _is_period), "period")
    if indicators is not None and "indicator" in cells:
        judge_.expect("indicator", cells["indicator"].isin(list(indicators)), "unknown-indicator")
    out = cells.copy()
    for column in ("value", "own_value", "target", "points"):
        if column in cells:
            out[column] = judge_.numbers(column)
    if "target" in out:
        judge_.expect("target", ~(out["target"] <= 0), "target-positive")
        if kind == "targets":
            judge_.expect("target", out["target"].notna() | (cells["target"] != ""), "empty")
    for column in ("joined_on", "left_on"):
        if column in cells:
            out[column] = judge_.dates(column)
    if kind == "events":
        judge_.expect("kind", cells["kind"].isin(EVENT_KINDS), "event-kind")
        judge_.expect("points", ~(out["points"] < 0), "negative")
        judge_.expect("reason", cells["reason"] != "", "empty")
    keys = {
        "people": ["manager_id"],
        "indicators": ["code"],
        "metrics": ["manager_id", "period", "indicator"],
        "targets": ["manager_id", "period", "indicator"],
    }.get(kind)
    if keys:
        judge_.expect(keys[-1], ~cells.duplicated(keys), "duplicate")
    return Judged(kind, len(cells), out[~judge_.bad], judge_.problems)


def _renamed(table: Table, kind: str, period: str | None) -> pd.DataFrame:
    cells = table.cells
    if kind not in ("people", "indicators"):
        refuse_customers(table.file_name, cells.columns, {compact(h) for h in HEADINGS})
    names = {alias: column for column, aliases in COLUMNS.items() for alias in aliases}
    known = {h: names.get(h, h.lower()) for h in cells.columns}
    cells = cells.rename(columns=known)
    cells = cells[[c for c in dict.fromkeys(cells.columns) if c in COLUMNS]]
    if "period" not in cells and period is not None and "period" in REQUIRED[kind]:
        cells = cells.assign(period=period)
    missing = [column for column in REQUIRED[kind] if column not in cells]
    if missing:
        raise UnreadableFile("errors-file-columns", file=table.file_name, columns=", ".join(missing))
    return cells


class _Judge:
    """Collects objections; ``bad`` marks the rows that are refused."""

    def __init__(self, sheet: str, cells: pd.DataFrame) -> None:
        self.sheet = sheet
        self.cells = cells
        self.bad = np.zeros(len(cells), dtype=bool)
        self.problems: list[Problem] = []

    def expect(self, column: str, good: pd.Series, rule: str) -> None:
        """Refuse the rows where `good` is not true."""
        wrong = ~good.to_numpy(dtype=bool) & ~self.bad
        self.bad |= wrong
        raw = self.cells[column].to_numpy()
        rows = self.cells.index.to_numpy()
        self.problems += [
            Problem(rule, "error", self.sheet, int(rows[i]), column, str(raw[i]))
            for i in np.flatnonzero(wrong)
        ]

    def numbers(self, column: str) -> pd.Series:
        """The column as numbers, empty as missing; text where a number belongs is refused."""
        text = self.cells[column]
        values = pd.to_numeric(text.where(text != ""), errors="coerce").astype(float)
        self.expect(column, (text == "") | np.isfinite(values), "number")
        return values

    def dates(self, column: str) -> pd.Series:
        """The column as days, empty as missing."""
        text = self.cells[column]
        days = pd.to_datetime(text.where(text != ""), errors="coerce", format="mixed")
        self.expect(column, (text == "") | days.notna(), "date")
        return days


def _known(column: pd.Series, test: Callable[[str], bool]) -> pd.Series:
    verdict = {text: test(text) for text in column.unique()}
    return column.map(verdict)


def _is_period(text: str) -> bool:
    try:
        return parse_period(text).code == text
    except SteelyardError:
        return False
