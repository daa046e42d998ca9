"""我的评价: whom am I asked to review, and the form for each."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from shell import acting, context
from ui import page
from views.reviews import giving, judging
from workflow.reviews import answering

ctx = context.page(Action.GIVE_REVIEW)
t = ctx.t
tasks = answering.mine(ctx.actor, ctx.db)
page.header(t("giving-title"), giving.sentence(tasks, t))
acting.said()
if tasks:
    left, right = st.columns([1, 1.6])
    with left:
        chosen = giving.tasks_table(ctx, tasks)
        judging.leniency(ctx, {one.campaign_id: one.campaign for one in tasks if one.group == "superior"})
    with right:
        giving.form(ctx, chosen, tasks)
