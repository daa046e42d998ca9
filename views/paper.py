"""Buttons that give what a page shows as a file to print; the file is made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from documents.paper import scorecards
from scoring.periods import Period
from shell.context import Context

_ICONS = {".pdf": "picture_as_pdf", ".docx": "description", ".xlsx": "table_view"}


def scorecard(ctx: Context, manager_id: str, period: Period) -> None:
    """A scorecard as PDF, Word and Excel."""

    def made(ending: str) -> Callable[[], bytes]:
        def make() -> bytes:
            card = scorecards.of_person(ctx.actor, ctx.branch, ctx.t, manager_id, period)
            return scorecards.FORMS[ending]([card], ctx.t, period)

        return make

    _buttons(ctx, f"scorecard-{manager_id}-{period}", {ending: made(ending) for ending in scorecards.FORMS})


def _buttons(ctx: Context, name: str, makers: dict[str, Callable[[], bytes]]) -> None:
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
