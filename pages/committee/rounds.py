"""委员赋权: each member sets weights alone; then the median, the spread, and who differs on what."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from shell import acting, context
from ui import page
from views.adoption import version_view
from views.weighing import round_view
from words.text import literal
from workflow import schemes
from workflow.weighing import rounds

ctx = context.page(Action.SET_WEIGHTS)
t = ctx.t
held = {r.round_id: r for r in rounds.rounds(ctx.actor, ctx.db)}


def sentence(found: rounds.Round) -> str:
    """How the round stands."""
    done = sum(m.done for m in found.members)
    until = f"{found.deadline:%Y-%m-%d %H:%M}"
    key = f"round-sentence-{found.state}"
    reason = literal(found.called_off or "")
    return t(
        key,
        question=literal(found.question),
        done=done,
        all=len(found.members),
        until=until,
        why=reason,
    )


def label(number: int) -> str:
    """A round's name."""
    found = held[number]
    return t("round-name", round=number, question=found.question, state=t(f"round-state-{found.state}"))


newest = next(iter(held), None)
# A choice among the rounds there were: once another is opened, the newest is shown.
CHOICE = f"round-chosen-{newest}"
chosen = held[st.session_state.get(CHOICE, newest)] if newest else None
page.header(t("rounds-title"), sentence(chosen) if chosen else t("rounds-empty"))
acting.said()
with st.container(horizontal=True, vertical_alignment="bottom"):
    if len(held) > 1:
        st.selectbox(t("round"), list(held), format_func=label, key=CHOICE)
    round_view.opening(ctx)
if chosen is None:
    st.stop()
version = schemes.scheme(ctx.actor, ctx.db, chosen.reference)
left, right = st.columns([2.2, 1])
with right:
    st.markdown(t("round-on", version=literal(version_view.label(version, t))))
    round_view.members(ctx, chosen)
with left:
    if chosen.state == rounds.CLOSED and any(m.done for m in chosen.members):
        round_view.result(ctx, chosen)
    elif chosen.state == rounds.OPEN and chosen.asks(ctx.actor):
        round_view.mine(ctx, chosen)
    else:
        st.info(t(f"round-nothing-{chosen.state}"))
