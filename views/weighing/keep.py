"""What becomes of a trial in the weight lab: scenarios side by side, a draft, a memo to be signed."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from access.permissions import Action, allowed
from documents import decision_memo
from scoring.errors import SteelyardError
from shell.context import Context
from ui import download
from views.weighing.trial import TOLD, told
from words.text import literal
from workflow import schemes
from workflow.errors import WorkflowError
from workflow.weighing import scenarios, simulation

_SEEN = "lab-versions-seen"


def keep(ctx: Context, begun: simulation.LabStart, weights: Mapping[str, float]) -> None:
    """Keep the trial as a scenario."""
    with st.form("lab-keep", clear_on_submit=True):
        name = st.text_input(
            ctx.t("lab-scenario-name"), placeholder=ctx.t("lab-scenario-example"), key="lab-scenario-name"
        )
        if st.form_submit_button(ctx.t("lab-keep"), key="lab-keep-do"):
            try:
                scenarios.keep(ctx.actor, ctx.db, begun.scheme, weights, name)
                held = told(begun.scheme, weights, ctx.t, TOLD)
                st.success(ctx.t("lab-kept", name=literal(name), weights=held))
            except SteelyardError as problem:
                st.error(literal(ctx.t.error(problem)))


def look(ctx: Context, begun: simulation.LabStart) -> None:
    """Remember which versions there were when the person began."""
    seen = st.session_state.setdefault(_SEEN, {})
    seen.setdefault(begun.scheme.code, schemes.next_version(ctx.db, begun.scheme.code) - 1)


def _meanwhile(ctx: Context, code: str, version: int) -> None:
    """Tell of the versions that others stored since the person began; nothing of theirs is touched."""
    called = ctx.names
    for other in schemes.schemes(ctx.actor, ctx.db):
        number = other.scheme.version
        if other.scheme.code == code and st.session_state[_SEEN][code] < number < version:
            who = called.get(other.created_by, other.created_by)
            st.warning(ctx.t("lab-meanwhile", version=number, by=literal(who), own=version))


def decide(
    ctx: Context,
    begun: simulation.LabStart,
    outcome: simulation.Simulation,
    weights: Mapping[str, float],
    names: Mapping[str, str],
) -> None:
    """The trial with its reason: as a draft version, or on paper for the meeting."""
    t = ctx.t
    # Both buttons stand in the form: what is typed is handed over with either, and stays for the other.
    with st.form("lab-save"):
        note = st.text_input(t("lab-note"), placeholder=t("lab-note-example"), key="lab-why-text")
        with st.container(horizontal=True):
            saving = allowed(ctx.actor, Action.DRAFT_SCHEME) and st.form_submit_button(
                t("lab-save"), key="lab-save-do", type="primary"
            )
            writing = st.form_submit_button(
                t("memo-trial-download"), key="lab-memo-do", icon=":material/description:"
            )
    if saving:
        _save(ctx, begun, weights, note)
    if writing:
        memo = decision_memo.trial(ctx.actor, t, begun, outcome, names, note, demo=ctx.branch.demo)
        download.start(memo, f"trial-{begun.scheme.code}-{begun.sheets[-1].period}.docx", "lab-memo")


def _save(ctx: Context, begun: simulation.LabStart, weights: Mapping[str, float], note: str) -> None:
    """Keep the trial as a draft version."""
    try:
        if not note.strip():
            raise WorkflowError("errors-reason-needed")
        code, version = simulation.save_draft(ctx.actor, ctx.db, begun, weights, note)
    except SteelyardError as problem:
        st.error(literal(ctx.t.error(problem)))
        return
    held = told(begun.scheme, weights, ctx.t, TOLD)
    st.success(ctx.t("lab-saved", code=literal(code), version=version, weights=held))
    _meanwhile(ctx, code, version)
    st.session_state[_SEEN][code] = version
