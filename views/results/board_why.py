"""Why the branch or a team stands elsewhere than in the period before, as a table that adds up."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

import streamlit as st

from scoring.apportion import adding_up
from scoring.change.groups import GroupChange
from scoring.periods import parse_period
from shell.context import Context
from ui.choice import pick
from ui.tables import Column, Table
from views.results.board_view import against, name
from words import format as fmt
from words.text import Text
from workflow.board import changes
from workflow.board.changes import BRANCH, BoardChange
from workflow.board.leaderboard import Leaderboard

SHOWN = 6
"""So many indicators by name, the others together."""


class Reason(NamedTuple):
    """A line: what it is, more about it, and the points by which it moved the total."""

    what: str
    more: str
    points: float


def show(ctx: Context, board: Leaderboard) -> None:
    """The reasons for the group that is picked, and where they lead to."""
    t = ctx.t
    found = changes.changes(ctx.actor, ctx.db, parse_period(board.period))
    if found is None or BRANCH not in found.groups:
        st.markdown(t("moved-nothing"))
        return
    names = {BRANCH: t("moved-branch")} | {row.team.team_id: name(row.team, t) for row in board.teams}
    team = pick(t("moved-whose"), [g for g in names if g in found.groups], names.__getitem__, key="why-group")
    group = found.groups[team]
    told = t(
        "moved-sentence",
        who=names[team],
        before=fmt.number(group.before),
        after=fmt.number(group.after),
        versus=against(board.period, t),
    )
    st.markdown(told + (t("moved-scheme") if found.scheme_changed else ""))
    lines = reasons(found, group, board, t)
    Table(
        [
            Column("what", t("moved-what"), lambda r: r.what, "strong", wrap=True),
            Column("more", t("moved-more"), lambda r: r.more, "muted", wrap=True),
            Column("points", t("moved-points"), lambda r: r.points, "delta"),
        ],
        lines,
        lambda r: r.what,
    ).show("why", t("moved-title"))


def reasons(found: BoardChange, group: GroupChange, board: Leaderboard, t: Text) -> list[Reason]:
    """The lines that lead from one total to the other, largest indicators first; as shown they add up to the
    difference of the totals as shown."""
    codes = {i.code: t.name(i.name, i.code) for i in board.scheme.indicators}
    ordered = sorted(group.by_indicator.items(), key=lambda item: -abs(item[1]))
    parts = [(codes.get(code, code), "", effect) for code, effect in ordered[:SHOWN]]
    parts += [
        (t("moved-others"), "", math.fsum(effect for _, effect in ordered[SHOWN:])),
        (t("moved-rules"), "", group.rules),
        (t("moved-adjustments"), "", group.adjustments),
        (t("moved-limits"), "", group.limits),
        (t("moved-joined"), _people(group.joined, found, t), math.fsum(group.joined.values())),
        (t("moved-left"), _people(group.left, found, t), math.fsum(group.left.values())),
        (t("moved-shifted"), "", group.shifted),
    ]
    total = round(group.after, 2) - round(group.before, 2)
    points = adding_up([effect for _, _, effect in parts], total)
    lines = [Reason(what, more, p) for (what, more, _), p in zip(parts, points, strict=True) if p or more]
    return [*lines, Reason(t("moved-total"), "", total)]


def _people(effects: Mapping[str, float], found: BoardChange, t: Text) -> str:
    """Who they are, each with what it did."""
    told = [
        t("moved-person", name=name(found.people[who], t), points=fmt.signed(effect))
        for who, effect in sorted(effects.items(), key=lambda item: -abs(item[1]))
    ]
    return t("list-joint").join(told)
