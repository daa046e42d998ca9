"""The state of a trial in the weight lab: weights, undo and redo, names or codes, the opening sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from scoring import Scheme
from scoring.errors import SteelyardError
from scoring.stability import Interval
from shell import views
from ui import format as fmt
from ui.text import Text
from ui.theme import class_colours
from workflow import simulation

STATE = "lab-state"
SHOWN_INDICATOR_WEIGHT = 0.05


def reset() -> None:
    """Back to the version the trial started from."""
    state = st.session_state.get(STATE)
    if state:
        state["past"].append(state["weights"])
        state.update(weights=None, future=[], round=state["round"] + 1)


def step(back: bool) -> None:
    """Undo the last change, or do again what was undone."""
    state = st.session_state[STATE]
    taken, given = ("past", "future") if back else ("future", "past")
    if state[taken]:
        state[given].append(state["weights"])
        state.update(weights=state[taken].pop(), round=state["round"] + 1)


def can_step(back: bool) -> bool:
    """Whether there is something to undo (or to do again)."""
    return bool(st.session_state.get(STATE, {}).get("past" if back else "future"))


def weights(
    scheme: Scheme, reference: str, given: Mapping[str, float] | None = None
) -> tuple[dict[str, float], str]:
    """The trial's weights and the panel's revision; a new start begins a new trial, from the scheme's
    weights or from those `given`."""
    state = st.session_state.setdefault(
        STATE, {"reference": None, "weights": None, "round": 0, "past": [], "future": []}
    )
    if state["reference"] != reference:
        state.update(reference=reference, weights=None, past=[], future=[], round=state["round"] + 1)
    if state["weights"] is None:
        state["weights"] = dict(given or {i.code: i.weight for i in scheme.indicators})
    return state["weights"], f"{reference}#{state['round']}"


def adopt(moved: Mapping[str, Any] | None, current: dict[str, float], revision: str) -> dict[str, float]:
    """What the panel let go, done again by the engine: preview in the browser, the truth here."""
    if moved is None or moved["revision"] != revision:
        return current
    state = st.session_state[STATE]
    if moved["count"] == state.get("seen"):
        return current
    state["seen"] = moved["count"]
    shown = {code: float(weight) for code, weight in moved["weights"].items()}
    try:
        changed = {moved["changed"]: float(moved["weight"])}
        state["weights"] = simulation.rebalanced(shown, changed, moved["locked"])
        state["past"].append(current)
        state["future"] = []
    except SteelyardError:
        # Nothing was free to give way: the panel's own weights already sum to 100.
        state["weights"] = current
    return state["weights"]


def groups(
    scheme: Scheme, weights: Mapping[str, float], bands: Mapping[str, Interval], t: Text
) -> list[dict[str, object]]:
    """The panel's content: indicators by class, with the range in which nobody changes place."""
    return [
        {
            "label": name,
            "colour": colour,
            "items": [
                {
                    "code": i.code,
                    "label": t.name(i.name, i.code),
                    "weight": weights[i.code],
                    "start": i.weight,
                    "band": list(bands[i.code]) if i.code in bands else None,
                }
                for i in scheme.indicators
                if i.class_ == class_
            ],
        }
        for class_, name, colour in zip(
            scheme.classes, views.class_names(scheme, t), class_colours(scheme.classes), strict=True
        )
        if any(i.class_ == class_ for i in scheme.indicators)
    ]


def labels(t: Text) -> dict[str, str]:
    """The panel's words."""
    keys = {
        "title": "weight",
        "weight": "weight",
        "total": "lab-total",
        "same": "lab-same",
        "lock": "lab-lock",
        "band": "lab-band",
    }
    return {name: t(key, top=simulation.BAND_TOP) for name, key in keys.items()}


def sentence(begun: simulation.LabStart, outcome: simulation.Simulation, t: Text) -> str:
    """What the trial does, in one line."""
    before, after = begun.scheme.class_weights(), outcome.scheme.class_weights()
    moved = [
        f"{t(f'class-{name}')} {fmt.number(before[name], 1)} → {fmt.number(after[name], 1)}"
        for name in sorted(after, key=lambda n: -abs(after[n] - before[n]))
        if abs(after[name] - before[name]) >= SHOWN_INDICATOR_WEIGHT
    ]
    if not moved and not outcome.moved:
        return t("lab-sentence-none")
    errors = sum(f.severity == "error" for f in outcome.findings)
    words = t("lab-sentence", moved=outcome.moved, far=outcome.moved_far, errors=errors)
    if not moved:
        return words
    return ("，" if t.lang == "zh" else ", ").join(moved[:2]) + t("colon") + words


def names(begun: simulation.LabStart, outcome: simulation.Simulation, t: Text) -> Mapping[str, str]:
    """What people are called: names, or codes where the meeting hides them."""
    if st.session_state.get("lab-anonymous"):
        return simulation.aliases(begun)
    return {row.manager_id: t.pick(row.name, row.name_en) for row in outcome.rows}


def grades(row: simulation.SimulationRow) -> str:
    """A person's grade, or the way from one to another."""
    before, after = row.before_grade or fmt.DASH, row.after_grade or fmt.DASH
    return after if after == before else f"{before} → {after}"


def pool(outcome: simulation.Simulation, t: Text) -> str | None:
    """What happens to the sum of the grade coefficients; None where the scheme has none."""
    if not outcome.pool or not outcome.pool[0] > 0:
        return None
    before, after = outcome.pool
    change = fmt.signed(100 * (after / before - 1), 2)
    words = {"before": fmt.number(before), "after": fmt.number(after)}
    return t("lab-pool-same", **words) if change == fmt.DASH else t("lab-pool", **words, change=change)
