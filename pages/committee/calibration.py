"""校准会: ratings that people gave, looked at together before they are released."""

from __future__ import annotations

import math

import streamlit as st

from access.permissions import Action
from shell import acting, context
from ui import page
from ui.choice import pick
from views.calibration import case, raising
from views.reviews.results import named
from words.text import literal
from workflow.reviews import calibration, campaigns, results
from workflow.reviews.cases import CONFIRMED

ctx = context.page(Action.RELEASE_REVIEWS)
t = ctx.t
states = (campaigns.DRAWN, campaigns.RELEASED)
held = {str(c.campaign_id): c for c in campaigns.campaigns(ctx.actor, ctx.db) if c.state in states}
head = st.empty()
if not held:
    page.header(t("calibration-title"), t("calibration-none"))
    acting.said()
    st.stop()
acting.said()
tools = st.container(horizontal=True, vertical_alignment="bottom")
with tools:
    chosen = (
        pick(
            t("campaign"), list(held), lambda c: held[c].name, key="calibration-campaign", address="campaign"
        )
        if len(held) > 1
        else next(iter(held))
    )
shown = held[chosen]
rated = {
    (r.ratee_id, r.measure): r
    for r in results.results(ctx.actor, ctx.db, shown.campaign_id)
    if not math.isnan(r.total)
}
cases = calibration.cases(ctx.actor, ctx.db, shown.campaign_id)
changed = sum(c.change is not None and c.change.state == CONFIRMED for c in cases)
sentence = "released" if shown.state == campaigns.RELEASED else "some" if cases else "none"
with head.container():
    page.header(
        t("calibration-title"),
        t(
            f"calibration-sentence-{sentence}",
            campaign=literal(shown.name),
            ratings=len(rated),
            cases=len(cases),
            changed=changed,
            pending=sum(c.pending for c in cases),
        ),
    )
by_number = {str(c.case_id): c for c in cases}


def of(number: str) -> results.Result:
    """What a case is about."""
    return rated[by_number[number].ratee_id, by_number[number].measure]


def label(number: str) -> str:
    """A case's name."""
    one = of(number)
    name = t.pick(one.ratee, one.ratee_en)
    return t("calibration-case", case=number, name=name, measure=named(one.items, t))


with tools:
    number = (
        pick(
            t("calibration-which"),
            list(reversed(by_number)),
            label,
            key=f"calibration-case-{chosen}-{len(cases)}",
            address="case",
        )
        if cases
        else None
    )
    if shown.state == campaigns.DRAWN and rated:
        raising.raising(ctx, shown.campaign_id, rated)
if number is not None:
    left, right = st.columns([1.6, 1])
    with left:
        case.show(ctx, by_number[number], of(number))
    with right:
        raising.listed(cases, rated, t)
raising.rated(rated, t)
