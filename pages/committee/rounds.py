"""委员赋权: each member sets weights alone; then the median, the spread, and who differs on what."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from shell import acting, context
from ui import page
from ui.choice import pick
from views.adoption import version_view
from views.weighing import round_view
from words.text import literal
from workflow import blind, schemes
from workflow.weighing import rounds

ctx = context.page(Action.SET_WEIGHTS)
t = ctx.t
held = {str(r.round_id): r for r in rounds.rounds(ctx.actor, ctx.db)}


def label(number: str) -> str:
    """A round's name."""
    found = held[number]
    return t(
        "round-name", round=found.round_id, question=found.question, state=t(f"round-state-{found.state}")
    )


newest = next(iter(held), None)
head = st.empty()
if newest is None:
    page.header(t("rounds-title"), t("rounds-empty"))
acting.said()
with st.container(horizontal=True, vertical_alignment="bottom"):
    # A choice among the rounds there were: who comes to the page after another was opened finds the newest.
    several = len(held) > 1
    chosen = (
        pick(t("round"), list(held), label, key=f"round-chosen-{newest}", address="round")
        if several
        else newest
    )
    round_view.opening(ctx)
if chosen is None:
    st.stop()
shown = held[chosen]
version = schemes.scheme(ctx.actor, ctx.db, shown.reference)
left, right = st.columns([2.2, 1])
with right:
    st.markdown(t("round-on", version=literal(version_view.label(version, t))))
    round_view.members(ctx, shown, head)
with left:
    if shown.state == blind.OPEN and shown.asks(ctx.actor):
        round_view.mine(ctx, shown)
    else:
        acting.said(round_view.HAND_IN)  # The last one in closed the round.
        round_view.closed(ctx, shown)
