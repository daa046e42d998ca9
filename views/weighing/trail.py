"""The trail of the meeting in the weight lab: every trial in one line, any of which can be tried again."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

import streamlit as st

from scoring.errors import SteelyardError
from shell.context import Context
from ui import page
from views.weighing import state
from views.weighing.trial import WeightTrial
from words.text import literal
from workflow.weighing import trail
from workflow.weighing.outline import outline

_LAST = "lab-trail-last"


def record(ctx: Context, shown: state.Shown, weights: Mapping[str, float], trial: WeightTrial) -> None:
    """Write down what was let go, where it does something and is not what was written last."""
    found = outline(shown.begun.scheme, shown.outcome, shown.cost)
    what = shown.begun.scheme.reference, shown.begun.sheets[-1].period, tuple(weights.items())
    if found.nothing or st.session_state.get(_LAST, (None, ""))[0] == what:
        return
    gesture = trial.gesture or secrets.token_hex(8)
    trail.record(ctx.actor, ctx.db, shown.begun, weights, found, gesture)
    st.session_state[_LAST] = what, gesture


def lines(ctx: Context, shown: state.Shown, trial: WeightTrial) -> None:
    """What was tried, newest first, with a note and a button that tries it again."""
    t = ctx.t
    with page.card(t("lab-trail"), t("lab-trail-note", most=trail.SHOWN)):
        if not st.toggle(t("lab-trail-show"), key="lab-trail-show", persist_state="session"):
            return
        if _LAST in st.session_state:
            _note(ctx, st.session_state[_LAST][1], trial)
        tried = trail.tried(ctx.actor, ctx.db, shown.begun.scheme.code)
        if not tried:
            st.markdown(t("lab-trail-none"))
        called = ctx.names
        for one in tried:
            words = state.told(shown.begun, one.outline, shown.called, shown.base, t)
            head = t(
                "lab-trail-line",
                at=f"{one.at:%m-%d %H:%M}",
                by=literal(called.get(one.by, one.by)),
                version=one.reference.version,
                period=one.period,
            )
            note = f" — **{literal(one.note)}**" if one.note else ""
            text, button = st.columns([6, 1], vertical_alignment="center")
            text.markdown(f":small[:gray[{head}] {words}{note}]")
            button.button(
                t("lab-trail-again"),
                key=f"lab-trail-{one.trial_id}",
                on_click=trial.replace,
                args=(one.weights,),
                # Weights of another version may be of other indicators.
                disabled=set(one.weights) != set(shown.begun.scheme.codes),
            )


def _note(ctx: Context, gesture: str, trial: WeightTrial) -> None:
    t = ctx.t
    with st.form("lab-trail-note", clear_on_submit=True, border=False):
        note = st.text_input(t("lab-trail-label"), placeholder=t("lab-trail-example"), key="lab-trail-text")
        if not st.form_submit_button(t("lab-trail-keep"), key="lab-trail-keep"):
            return
    try:
        trail.annotate(ctx.actor, ctx.db, gesture, note)
    except SteelyardError as problem:
        st.error(literal(t.error(problem)))
    else:
        # What is moved from now on is another line, not the one that the note is about.
        trial.end_gesture()
