"""Buttons that give what a page shows as a file to print; the file is made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from documents.paper import board as boards
from documents.paper import scorecards
from documents.tables import Sheet
from scoring.periods import Period
from shell.context import Context
from workflow.board.leaderboard import Leaderboard, ManagerRow, TeamRow

_ICONS = {".pdf": "picture_as_pdf", ".docx": "description", ".xlsx": "table_view"}


def scorecard(ctx: Context, manager_id: str, period: Period) -> None:
    """A scorecard as PDF, Word and Excel."""

    def made(ending: str) -> Callable[[], bytes]:
        def make() -> bytes:
            card = scorecards.of_person(ctx.actor, ctx.branch, ctx.t, manager_id, period)
            return scorecards.FORMS[ending]([card], ctx.t, period)

        return make

    buttons(ctx, f"scorecard-{manager_id}-{period}", {ending: made(ending) for ending in scorecards.FORMS})


def managers(ctx: Context, board: Leaderboard, rows: Sequence[ManagerRow], indicator: str) -> None:
    """Managers in the order of `rows` as Excel and PDF, with value and score of `indicator` where one is
    chosen."""
    sheet = boards.managers(board, rows, ctx.branch, ctx.t, indicator)
    _board(ctx, board, f"leaderboard-{board.period}", sheet)


def teams(ctx: Context, board: Leaderboard, rows: Sequence[TeamRow]) -> None:
    """Teams in the order of `rows` as Excel and PDF."""
    _board(ctx, board, f"teams-{board.period}", boards.teams(board, rows, ctx.branch, ctx.t))


def _board(ctx: Context, board: Leaderboard, name: str, sheet: Sheet[Any]) -> None:
    def made(ending: str) -> Callable[[], bytes]:
        return lambda: boards.FORMS[ending](board, [sheet], ctx.t)

    buttons(ctx, name, {ending: made(ending) for ending in boards.FORMS})


def buttons(ctx: Context, name: str, makers: dict[str, Callable[[], bytes]]) -> None:
    """A button for each kind of file, by its ending; `name` is the file's."""
    with st.container(horizontal=True, gap="small"):
        for ending, make in makers.items():
            st.download_button(
                ctx.t(f"paper-as-{ending[1:]}"),
                data=make,
                file_name=f"{name}{ending}",
                on_click="ignore",
                key=f"download-{name}{ending}",
                icon=f":material/{_ICONS[ending]}:",
                type="tertiary",
            )
