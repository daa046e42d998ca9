"""Open challenges of a period: best and worst case until they are decided."""

from __future__ import annotations

import math

import streamlit as st

from scoring.change.redress import Range
from scoring.periods import Period
from shell.context import Context
from ui import page
from ui.tables import Column, Table
from words import format as fmt
from words.text import Text
from workflow.appeals import challenges
from workflow.appeals.challenges import Challenges

_Row = tuple[str, Range]


def card(ctx: Context, period: Period) -> None:
    """What is open against a period's results, and whom it could move; nothing where nothing is."""
    t, found = ctx.t, challenges.challenges(ctx.actor, ctx.db, period)
    if not found.open:
        return
    with page.card(t("challenges-title", count=found.open), t("challenges-note")):
        if not found.ranges:
            st.markdown(t("challenges-nobody"))
            return
        rows = sorted(found.ranges.items(), key=lambda pair: pair[1].low - pair[1].high)
        table = Table(
            [
                Column[_Row]("name", t("name"), lambda row: t.pick(*found.names[row[0]]), "strong"),
                Column[_Row]("total", t("challenges-total"), lambda row: _totals(row[1])),
                Column[_Row]("rank", t("rank"), lambda row: _ranks(row[1])),
                Column[_Row]("grade", t("grade"), lambda row: _grades(row[1])),
            ],
            rows,
            lambda row: row[0],
        )
        table.show(f"challenges-{period.code}", t("challenges-title", count=found.open))
        if not all(one.sure for one in found.ranges.values()):
            st.caption(t("challenges-unsure"))


def own(found: Challenges, manager_id: str, t: Text) -> str:
    """A sentence about one's own result while challenges are open; empty where none is."""
    if not found.open:
        return ""
    mine = found.ranges.get(manager_id)
    if mine is None:
        return t("challenges-own-none", count=found.open)
    if math.isnan(mine.best_rank):
        return t("challenges-own-unranked", count=found.open, total=_totals(mine))
    return t("challenges-own", count=found.open, total=_totals(mine), rank=_ranks(mine), grade=_grades(mine))


def _totals(one: Range) -> str:
    return _span(fmt.number(one.low), fmt.number(one.high))


def _ranks(one: Range) -> str:
    return _span(*(fmt.DASH if rank != rank else f"{rank:.0f}" for rank in (one.best_rank, one.worst_rank)))


def _grades(one: Range) -> str:
    return _span(one.best_grade or fmt.DASH, one.worst_grade or fmt.DASH)


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} – {last}"
