"""Weights by a method, to start a trial from: from the period's scores, or from judgements."""

from __future__ import annotations

import streamlit as st

from scoring.errors import SteelyardError
from shell.context import Context
from views.weighing.judging import judge
from views.weighing.trial import WeightTrial
from words.text import literal
from workflow.weighing import derived, judgements, simulation


def derive(ctx: Context, begun: simulation.LabStart, trial: WeightTrial) -> None:
    """A button that opens the choice of a method; the weights taken over can be undone like any others."""
    t = ctx.t

    @st.dialog(t("derive-title"), width="large")
    def choose() -> None:
        method = st.segmented_control(
            t("derive-method"),
            [*derived.METHODS, *judgements.METHODS],
            format_func=lambda m: t(f"derive-{m}"),
            default=derived.METHODS[1],
            required=True,
            key="derive-method",
        )
        st.caption(t(f"derive-{method}-note"))
        take = st.container()
        try:
            if method in judgements.METHODS:
                weights, _ = judge.judge(begun.scheme, method, f"lab-{method}", t, None)
            else:
                found = derived.derived(ctx.actor, begun, method)
                weights = dict(found.weights)
                _said(found, begun, ctx)
                judge.table(begun.scheme, weights, t, t("derive-weights-note"))
        except SteelyardError as problem:
            st.error(literal(t.error(problem)))
            return
        if take.button(t("derive-take"), type="primary", key="derive-take"):
            trial.replace(weights)
            st.rerun()

    if st.button(t("derive-title"), key="derive"):
        choose()


def _said(found: derived.Derived, begun: simulation.LabStart, ctx: Context) -> None:
    """What the weights rest on."""
    t, known = ctx.t, begun.scheme.by_code
    if found.people:
        st.markdown(t("derive-people", people=found.people))
    for key, codes in (("derive-constant", found.constant), ("derive-kept", found.kept)):
        if codes:
            st.markdown(t(key, names=t("list-joint").join(literal(t.name(known[c].name, c)) for c in codes)))
