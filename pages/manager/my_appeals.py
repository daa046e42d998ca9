"""我的申诉: object to a figure of my result, and see what becomes of it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from access.permissions import Action
from shell import acting, context
from shell.acting import Question, ask, attempt
from ui import page
from views import period_choice
from views.appeals import case, challenges, filing
from workflow.appeals import challenges as open_challenges
from workflow.appeals import filing as filed
from workflow.appeals import reviewing, standing
from workflow.appeals.standing import PROPOSED

ctx = context.page(Action.FILE_APPEAL)
t, own = ctx.t, ctx.actor.manager_id or ""
head, times = st.columns([3, 1], vertical_alignment="bottom")
period = period_choice.chosen(ctx, t("appeals-own-title"), "appeals-own-empty", head, times)
until = filed.deadline(ctx.actor, ctx.db, period)
with head:
    page.header(t("appeals-own-title"), filing.until(until, period, t))
acting.said()
if said := challenges.own(open_challenges.challenges(ctx.actor, ctx.db, period), own, t):
    st.info(said)
mine = standing.appeals(ctx.actor, ctx.db)
for held in mine:
    case.show(ctx, held)
    if not held.is_open:
        continue
    with st.container(horizontal=True):
        if held.state != PROPOSED:
            ask(
                t,
                Question(f"appeal-answer-{held.appeal_id}", t("appeal-answer"), t("appeal-answer-label")),
                partial(reviewing.answer, ctx.actor, ctx.db, held.appeal_id),
                t("appeal-answered"),
            )
        st.button(
            t("appeal-withdraw"),
            key=f"appeal-withdraw-{held.appeal_id}",
            on_click=attempt,
            args=(
                t,
                partial(filed.withdraw, ctx.actor, ctx.db, held.appeal_id),
                t("appeal-withdrawn"),
            ),
        )
if until is not None and until.is_open:
    filing.form(ctx, own, period)
elif not mine:
    st.info(t("appeals-own-none"))
