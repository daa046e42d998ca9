"""运行维护: copies of the database, when they are made, and what the last one that failed says."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from shell import acting, context
from ui import page
from views.keeping import copies, plan
from workflow.keeping import backups

ctx = context.page(Action.BACK_UP)
t = ctx.t
found = backups.copies(ctx.actor, ctx.db)
held = backups.plan(ctx.actor, ctx.db)
page.header(t("keeping-title"), copies.sentence(ctx, found, held))
copies.warn(ctx)
acting.said()
with page.card(t("keeping-copies"), t("keeping-copies-note")):
    copies.listed(ctx, found)
    with st.container(horizontal=True):
        copies.make(ctx)
        plan.edit(ctx, held)
