"""考核周期: data in, checked, published and frozen; what is missing and from whom; the proof."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from shell import acting, context, period_view
from ui import format as fmt
from ui import page
from workflow import completeness

ctx = context.page(Action.VERIFY)
t = ctx.t
found = completeness.period_data(ctx.actor, ctx.db)
if not found:
    page.empty(t, "leaderboard-empty")
by_code = {p.period: p for p in found}
newest = found[0]
provisional = [p for p in found if p.sha256 is None]
page.header(
    t("periods-title"),
    t(
        "periods-sentence",
        period=fmt.period(newest.period, ctx.lang),
        state=t(f"state-{newest.state}"),
        complete=fmt.percent(newest.complete),
        missing=sum(map(len, newest.missing.values())),
        provisional=len(provisional),
    ),
)
acting.said()
left, right = st.columns([1.25, 1])
with left:
    opened = period_view.periods(ctx, found)
if opened:
    st.session_state["period-opened"] = opened
chosen = by_code.get(st.session_state.get("period-opened", ""), newest)
with right:
    period_view.one(ctx, chosen)
    period_view.prove(ctx)
period_view.heat(ctx, found)
