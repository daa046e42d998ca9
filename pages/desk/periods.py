"""考核周期: data in, checked, published and frozen; what is missing and from whom; the proof."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from shell import acting, context
from ui import page
from ui.choice import hold
from views import period_choice
from views.appeals import challenges, posted
from views.periods import branch_name, papers, period, posting, rules, superiors
from words import format as fmt
from workflow.results import completeness, scores

ctx = context.page(Action.VERIFY)
t = ctx.t
found = completeness.period_data(ctx.actor, ctx.db)
without = [p for p in scores.offered(ctx.actor, ctx.db) if not p.scored]
if not found:
    told = period_choice.unscored(ctx, without[-1].period) if without else t("leaderboard-empty")
    page.header(t("periods-title"), told)
    acting.said()
    rules.tell(ctx)
    with st.container(horizontal=True):
        branch_name.edit(ctx)
        rules.edit(ctx)
        superiors.edit(ctx)
    st.stop()
by_code = {p.code: p for p in found}
newest = found[0]
provisional = [p for p in found if p.sha256 is None]
page.header(
    t("periods-title"),
    t(
        "periods-sentence",
        period=fmt.period(newest.period, ctx.lang),
        state=t(f"state-{newest.state}"),
        complete=fmt.percent(newest.complete),
        missing=newest.values_missing,
    )
    + t("sentence-joint")
    + t("periods-open", count=len(provisional)),
)
if without:
    names = [fmt.period(p.code, ctx.lang) for p in without]
    st.caption(t("periods-without", count=len(without), first=names[0], last=names[-1]))
acting.said()
left, right = st.columns([1.25, 1])
with left:
    opened = period.periods(ctx, found)
chosen = by_code[
    hold(
        t("period"),
        list(by_code),
        lambda code: fmt.period(code, ctx.lang),
        key="period-opened",
        address="period",
        default=newest.code,
        opened=opened,
    )
]
with right:
    period.one(ctx, chosen)
    papers.show(ctx, chosen.period, chosen.sha256)
    period.prove(ctx)
if chosen.sha256 is not None:
    challenges.card(ctx, chosen.period)
    posted.card(ctx, chosen.period)
period.heat(ctx, found)
rules.tell(ctx)
with st.container(horizontal=True):
    posting.edit(ctx)
    branch_name.edit(ctx)
    rules.edit(ctx)
    superiors.edit(ctx)
