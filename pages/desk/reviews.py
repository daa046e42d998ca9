"""360 度评价: campaigns begun, raters assigned, progress, reminders, customers' links."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from shell import acting, context
from ui import page
from views.reviews import assigning, invitations, progress
from views.reviews import campaigns as views
from workflow.reviews import campaigns

ctx = context.page(Action.RUN_REVIEWS)
t = ctx.t
head = st.container()
acting.said()
with st.container(horizontal=True, vertical_alignment="bottom"):
    chosen = views.choose(ctx, campaigns.campaigns(ctx.actor, ctx.db))
    views.create(ctx)
with head:
    page.header(t("campaigns-title"), t("campaigns-none") if chosen is None else views.sentence(chosen, t))
if chosen is None:
    st.stop()
done = campaigns.progress(ctx.actor, ctx.db, chosen.campaign_id)
views.steps(ctx, chosen, assigned=bool(done.groups))
if chosen.state == campaigns.DRAFT:
    views.items(ctx, chosen)
    assigning.bulk(ctx, chosen)
if done.groups:
    progress.strip(done, t)
    left, right = st.columns([1.5, 1])
    with left:
        progress.ratees(ctx, done)
    with right:
        invitations.show(ctx, chosen, done)
        assigning.one_by_one(ctx, chosen)
        progress.raters(ctx, done)
if chosen.state != campaigns.DRAFT:
    views.items(ctx, chosen)
