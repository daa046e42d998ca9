"""Nominal beside effective weights, and which indicators say the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from scoring.evidence.fairness import IndicatorTrust
from scoring.evidence.findings import is_heavy, is_idle
from scoring.periods import Period
from ui import page
from ui.tables import Column, Table
from views.validity.terms import explained, rounded
from words import format as fmt
from words.text import Text, literal
from workflow.validity.one_period import OVERLAP, Trust


@dataclass(frozen=True)
class _Row:
    """An indicator with the interval of its effective weight, in points of 100."""

    of: IndicatorTrust
    low: float
    high: float


def indicators(trust: Trust, names: Mapping[str, str], period: Period, t: Text) -> None:
    """Each indicator: what it should decide, what it decides."""
    with page.card(t("validity-indicators"), t("validity-indicators-note", people=trust.people)):
        explained(t, "effective", "covariance", "cap", "interval", "r")
        rows = [
            _Row(one, 100 * low, 100 * high)
            for one, (low, high) in zip(trust.indicators, trust.intervals, strict=True)
        ]
        table = Table(
            [
                Column("name", t("indicator"), lambda row: names[row.of.indicator], "strong"),
                Column("nominal", t("validity-nominal"), lambda row: 100 * row.of.nominal, "number", 1),
                Column(
                    *("effective", t("validity-effective"), lambda row: 100 * row.of.effective, "number", 1),
                    strong=True,
                ),
                Column("low", t("validity-low"), lambda row: row.low, "number", 1),
                Column("high", t("validity-high"), lambda row: row.high, "number", 1),
                Column("verdict", t("validity-verdict"), lambda row: _verdict(row, t), "muted"),
                Column("cap", t("validity-cap"), lambda row: 100 * row.of.at_cap, "number", 0),
                Column("rest", t("validity-rest"), lambda row: row.of.with_rest, "number"),
                Column("people", t("people"), lambda row: row.of.people, "number", 0),
            ],
            sorted(rows, key=lambda row: -row.of.effective),
            lambda row: row.of.indicator,
        )
        table.show("trust", t("validity-indicators"))
        table.download(f"validity-{period}.xlsx", t)


def _verdict(row: _Row, t: Text) -> str:
    if is_heavy(row.of, row.low / 100):
        return t("validity-heavy-mark")
    if is_idle(row.of, row.high / 100):
        capped = row.of.at_cap == row.of.at_cap and row.of.at_cap >= 0.5
        return t("validity-capped-mark" if capped else "validity-idle-mark")
    return ""


def overlaps(trust: Trust, names: Mapping[str, str], t: Text) -> None:
    """How indicators go together: all pairs as a table, those that say the same by name."""
    codes = [one.indicator for one in trust.indicators]
    limit = fmt.number(OVERLAP, 1)
    pairs = [
        t("validity-pair", first=literal(names[a]), second=literal(names[b]), r=fmt.number(r))
        for a, b, r in trust.overlaps
    ]
    title = t("validity-overlaps", pairs=len(pairs), limit=limit)
    with page.card(title, t("validity-overlaps-note", people=trust.people)):
        explained(t, "r")
        if pairs:
            st.markdown("\n".join(f"- {pair}" for pair in pairs))
        _matrix(trust, codes, names, t)


def _matrix(trust: Trust, codes: Sequence[str], names: Mapping[str, str], t: Text) -> None:
    place = {code: k for k, code in enumerate(codes)}

    def with_(column: str) -> Column[str]:
        def r(row: str) -> float | None:
            return None if row == column else rounded(trust.matrix[place[row], place[column]])

        return Column(column, column, r, "shade", 2, reach=1.0)

    named: Column[str] = Column("name", t("indicator"), lambda code: f"{code} {names[code]}", "strong")
    columns = [named, *(with_(code) for code in codes)]
    Table(columns, codes, lambda code: code, lambda code: t("validity-own")).show("overlaps", t("term-r"))
