"""Beside the teams: who loses points in which class, why the branch moved, and how grades are spread."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from shell.context import Context
from ui import charts, page
from ui.choice import followed, pick
from ui.tables import Column, Table
from views import figures
from views.results import board_why
from views.results.board_view import name, rate
from words import format as fmt
from words.text import Text, literal
from workflow.board.leaderboard import Leaderboard, ManagerRow

SIDES = ("heat", "why", "spread")
_KEY, _HEIGHT = "board-side", 168


def show(ctx: Context, board: Leaderboard) -> str | None:
    """The side that is chosen; the id of somebody whose row was just opened, or None."""
    t = ctx.t
    words = {side: t(f"side-{side}") for side in SIDES}
    side = followed(_KEY, "view", SIDES)
    titles = {"heat": _weakest(board, t), "why": t("moved-title"), "spread": _grades(board, t)}
    opened = None
    with page.card(titles[side], t(f"side-{side}-note")):
        pick(t("view"), SIDES, words.__getitem__, key=_KEY, address="view", kind="segments")
        if side == "heat":
            with st.container(height=_HEIGHT, border=False):
                opened = _heat(board, t).show("heat", t("side-heat"), selectable=True)
        elif side == "why":
            board_why.show(ctx, board)
        else:
            _spread(board, t)
    return opened


def _heat(board: Leaderboard, t: Text) -> Table[ManagerRow]:
    """Everybody's mean score by class."""
    columns: list[Column[ManagerRow]] = [Column("name", t("name"), lambda m: name(m.person, t), "strong")]
    names = figures.class_names(board.scheme, t)
    columns += [rate(k, names[k]) for k in figures.classes_in_use(board.scheme)]
    return Table(
        columns,
        board.managers,
        lambda m: m.person.manager_id,
        lambda m: figures.status_reason(m.status, t),
    )


def _spread(board: Leaderboard, t: Text) -> None:
    """How many people stand in each five points."""
    found = charts.bins([m.total for m in board.managers])
    behind = Table(
        [
            Column[charts.Bin](
                "range", t("score-points"), lambda one: one.name, "strong", sort=lambda b: b.low
            ),
            Column[charts.Bin]("people", t("people"), lambda one: one.people, "number", decimals=0),
        ],
        found,
        lambda one: one.name,
    )
    figure = charts.distribution(found, board.scheme, t)
    charts.show(figure, behind, key="distribution", label=t("side-spread-label"), t=t)


def _weakest(board: Leaderboard, t: Text) -> str:
    """In which class most is lost, by the mean of everybody's scores."""
    if board.weakest is None:
        return t("side-heat")
    k, mean = board.weakest
    label = literal(figures.class_names(board.scheme, t)[k])
    return t("side-heat-title", name=label, mean=fmt.number(mean, 0))


def _grades(board: Leaderboard, t: Text) -> str:
    """How many people have each grade."""
    held = Counter(m.grade for m in board.managers if m.grade)
    if not held:
        return t("side-spread")
    told = [t("side-grade", grade=g.name, people=held[g.name]) for g in board.scheme.grades]
    return literal(t("list-joint").join(told))
