"""The leaderboard of a quarter or a year, from the published months."""

from __future__ import annotations

import math
from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from scoring.periods import MONTHS, parse_period
from shell.context import Context
from ui import page
from ui.tables import Column, Table
from views import period_choice
from words import format as fmt
from words.text import Text, literal
from workflow.board import longer
from workflow.board.longer import LongerBoard, Mean
from workflow.results import scores


def spans(ctx: Context) -> list[str]:
    """The kinds of periods there is something to show of: the scheme's own, and longer ones."""
    own = {MONTHS[p.period.kind] for p in scores.periods(ctx.actor, ctx.db) if p.published}
    return [kind for kind in longer.KINDS if own and MONTHS[kind] >= min(own) and kind != "half-year"]


def show(ctx: Context, kind: str, head: DeltaGenerator, place: DeltaGenerator) -> None:
    """The whole page, below the choice of the kind."""
    t = ctx.t
    offered = {p.code: p for p in reversed(longer.offered(ctx.actor, ctx.db, kind))}
    code = period_choice.stepped(
        ctx,
        list(offered),
        lambda c: fmt.period(c, ctx.lang),
        key=f"longer-{kind}",
        address="span-period",
        place=place,
    )
    board = longer.longer(ctx.actor, ctx.db, offered[code])
    with head:
        page.header(t("leaderboard-title"), _sentence(board, t))
    note = t("longer-note", parts=len(board.parts), expected=board.expected)
    if board.scheme_changed:
        st.warning(t("longer-scheme-changed"))
    left, right = st.columns([1, 1.35])
    with left, page.card(t("longer-teams", teams=len(board.teams)), note):
        _table(board.teams, board, t, teams=True).show("longer-teams", t("team"))
    with right, page.card(t("longer-people", people=len(board.people)), t("longer-people-note")):
        table = _table(board.people, board, t, teams=False)
        table.show("longer-people", t("leaderboard-managers"))
        table.download(f"leaderboard-{code}.xlsx", t)


def _sentence(board: LongerBoard, t: Text) -> str:
    best = board.teams[0]
    return t(
        "longer-sentence",
        period=fmt.period(board.period, t.lang),
        total=fmt.number(board.branch),
        team=literal(t.pick(best.name, best.name_en)),
        mean=fmt.number(best.mean),
        parts=len(board.parts),
        expected=board.expected,
    )


def _table(rows: Sequence[Mean], board: LongerBoard, t: Text, *, teams: bool) -> Table[Mean]:
    columns: list[Column[Mean]] = [
        Column("rank", t("rank"), lambda m: m.rank, "rank"),
        Column("name", t("team") if teams else t("name"), lambda m: t.pick(m.name, m.name_en), "strong"),
    ]
    if not teams:
        columns.append(Column("team", t("team"), lambda m: t.pick(m.team_name, m.team_name_en), "muted"))
    columns += [
        Column("mean", t("longer-mean"), lambda m: m.mean, "number", strong=True),
        Column("counted", t("longer-counted"), lambda m: m.counted, "number", decimals=0),
    ]
    if len(board.parts) <= longer.MOST_COLUMNS and not teams:
        columns += [_part(k, code, t) for k, code in enumerate(board.parts)]
    elif len(board.parts) > 1:
        columns.append(Column("spark", t("longer-parts"), lambda m: m.totals, "spark"))
    return Table(
        columns, rows, lambda m: m.id, lambda m: t("longer-few") if math.isnan(m.rank) else t("longer-not")
    )


def _part(k: int, code: str, t: Text) -> Column[Mean]:
    """The total of one month."""
    return Column(f"part{k}", fmt.period(parse_period(code), t.lang), lambda m: m.totals[k], "number")
