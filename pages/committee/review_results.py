"""360 度评价结果: drawn once, read by the committee and the president, then released to everybody."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from shell import acting, context
from ui import page
from views.reviews import campaigns as views
from views.reviews import judging, results
from workflow.reviews import campaigns
from workflow.reviews.results import results as drawn

ctx = context.page(Action.RELEASE_REVIEWS)
t = ctx.t
head = st.container()
acting.said()
begun = [one for one in campaigns.campaigns(ctx.actor, ctx.db) if one.state != campaigns.DRAFT]
chosen = views.choose(ctx, begun)
if chosen is None:
    with head:
        page.header(t("results-title"), t("results-none"))
    st.stop()
done = campaigns.progress(ctx.actor, ctx.db, chosen.campaign_id)
with head:
    page.header(t("results-title"), results.sentence(chosen, done, t))
results.steps(ctx, chosen)
if chosen.state not in (campaigns.DRAWN, campaigns.RELEASED):
    st.stop()
results.figures(ctx, drawn(ctx.actor, ctx.db, chosen.campaign_id))
left, right = st.columns([1, 1])
with left:
    results.certificate(ctx, chosen)
with right:
    judging.show(ctx, chosen)
