"""What of a period is printed and posted: everybody's scorecard in one file, and the notice."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from access.permissions import Action, allowed
from documents.paper import notice, scorecards
from scoring.periods import Period
from shell.context import Context
from ui import page
from views.paper import buttons
from words import format as fmt

ALL = "all-scorecards"


def show(ctx: Context, period: Period, sha256: str | None) -> None:
    """The papers of a period, for those who may see everybody's results."""
    if not allowed(ctx.actor, Action.VIEW_BRANCH):
        return
    name = fmt.period(period, ctx.lang)
    with page.card(ctx.t("papers-title", period=name), ctx.t("papers-note")):
        tools = st.container(horizontal=True)
        _scorecards(ctx, tools, period, sha256)
        if sha256 is not None and allowed(ctx.actor, Action.PUBLISH):
            _notice(ctx, tools, period)


def _scorecards(ctx: Context, tools: DeltaGenerator, period: Period, sha256: str | None) -> None:
    """Made with progress, then kept for as long as nothing is stored: the same figures in the same words."""
    t = ctx.t
    kept = (period.code, ctx.lang, ctx.actor.username, sha256, ctx.db.head())
    if tools.button(t("papers-make"), icon=":material/print:", key="make-scorecards"):
        bar = st.progress(0.0, t("papers-making"))

        def told(done: int, of: int) -> None:
            bar.progress(done / (of + 1), t("papers-made", done=done, of=of))

        cards = scorecards.of_period(ctx.actor, ctx.branch, t, period, told)
        made = {ending: form(cards, t, period) for ending, form in scorecards.FORMS.items()}
        st.session_state[ALL] = (kept, made)
        bar.empty()
    found = st.session_state.get(ALL)
    if found and found[0] == kept:
        buttons(ctx, f"scorecards-{period}", {ending: _given(made) for ending, made in found[1].items()})


def _given(content: bytes) -> Callable[[], bytes]:
    return lambda: content


def _notice(ctx: Context, tools: DeltaGenerator, period: Period) -> None:
    t = ctx.t
    first, last = notice.days(ctx.actor, ctx.branch, period)
    with tools.popover(t("papers-notice"), icon=":material/campaign:"):
        listed = st.segmented_control(
            t("papers-listed"),
            notice.LISTED,
            default=notice.LISTED[0],
            format_func=lambda one: t(f"papers-listed-{one}"),
            required=True,
            key=f"notice-listed-{period}",
        )
        chosen = st.date_input(t("papers-days"), (first, last), key=f"notice-days-{period}")
        contact = st.text_input(
            t("papers-contact"), placeholder=t("papers-contact-example"), key="notice-contact"
        )
        if not isinstance(chosen, tuple) or len(chosen) != 2 or not contact.strip():
            st.caption(t("papers-notice-needs"))
            return
        posting = notice.Posting(listed, chosen[0], chosen[1], contact)
        made = partial(notice.write, ctx.actor, ctx.branch, t, period, posting)
        buttons(ctx, f"notice-{period}", {".docx": made})
