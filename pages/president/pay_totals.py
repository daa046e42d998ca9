"""薪酬总览: what the branch's results cost, and the runs that wait for an approval."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action, allowed
from shell import acting, context
from ui import page
from views.rewards import run, totals
from words import format as fmt
from workflow.rewards import runs, standing

ctx = context.page(Action.VIEW_PAY_TOTALS)
t = ctx.t
found = standing.totals(ctx.actor, ctx.db)
waiting = [one for one in runs.runs(ctx.actor, ctx.db) if one.is_open]
sentence = "waits" if waiting else "all" if found.people else "none"
page.header(
    t("pay-totals-title"),
    t(
        f"pay-totals-{sentence}",
        waiting=len(waiting),
        granted=fmt.yuan(found.balance.granted),
        held=fmt.yuan(found.balance.held),
    ),
)
acting.said()
for one in waiting:
    st.subheader(t("pay-run-of", period=fmt.period(one.period, ctx.lang), number=one.number), anchor=False)
    if allowed(ctx.actor, Action.APPROVE_PAY):
        run.decide(ctx, one)
    run.sums(runs.run(ctx.actor, ctx.db, one.run_id).figures, t)
if found.people:
    totals.strip(found, t)
    totals.by_period(ctx, found)
    totals.groups(ctx, found)
