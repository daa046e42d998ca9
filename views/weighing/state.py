"""What is said of a trial in the weight lab: opening sentence, names or codes, grades, pool."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from views import figures
from words import format as fmt
from words.text import Text, literal
from workflow.weighing import simulation

SHOWN_INDICATOR_WEIGHT = 0.05


def sentence(begun: simulation.LabStart, outcome: simulation.Simulation, t: Text) -> str:
    """What the trial does, in one line."""
    before, after = begun.scheme.class_weights(), outcome.scheme.class_weights()
    names = dict(zip(begun.scheme.classes, figures.class_names(begun.scheme, t), strict=True))
    moved = [
        f"{literal(names[name])} {fmt.number(before[name], 1)} → {fmt.number(after[name], 1)}"
        for name in sorted(after, key=lambda n: -abs(after[n] - before[n]))
        if abs(after[name] - before[name]) >= SHOWN_INDICATOR_WEIGHT
    ]
    if not moved and not outcome.moved:
        return t("lab-sentence-none")
    errors = sum(f.severity == "error" for f in outcome.findings)
    words = t("lab-sentence", moved=outcome.moved, far=outcome.moved_far, errors=errors)
    if not moved:
        return words
    return t("comma-joint").join(moved[:2]) + t("colon") + words


def names(begun: simulation.LabStart, outcome: simulation.Simulation, t: Text) -> Mapping[str, str]:
    """What people are called: names, or codes where the meeting hides them."""
    if st.session_state.get("lab-anonymous"):
        return simulation.aliases(begun)
    return {p.manager_id: t.pick(p.name, p.name_en) for p in begun.sheets[-1].people}
