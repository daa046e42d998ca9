"""Weights under the hand: the panel of sliders with undo and redo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from scoring import Indicator, Scheme
from scoring.errors import SteelyardError
from scoring.stability import Interval
from ui import components
from ui.components.models import PanelGroup, PanelItem
from ui.theme import class_colours
from views import figures
from words import format as fmt
from words.text import Text, literal
from workflow.weighing import simulation

TOLD = 3
"""So many changed weights are named where a message passes."""


@dataclass(frozen=True)
class WeightTrial:
    """A trial of weights in a person's session; `key` keeps several panels apart."""

    key: str

    @property
    def _state(self) -> dict[str, Any]:
        empty: dict[str, Any] = {
            "reference": None,
            "weights": None,
            "round": 0,
            "past": [],
            "future": [],
            "locked": [],
        }
        state: dict[str, Any] = st.session_state.setdefault(f"{self.key}-state", empty)
        return state

    def weights(
        self, scheme: Scheme, reference: str, given: Mapping[str, float] | None = None
    ) -> tuple[dict[str, float], str]:
        """The trial's weights, with what the panel let go done again by the engine, and the panel's revision.

        A new `reference` begins a new trial, from the scheme's weights or from those `given`.
        """
        state = self._state
        if state["reference"] != reference:
            state.update(reference=reference, weights=None, past=[], future=[], round=state["round"] + 1)
        if state["weights"] is None:
            state["weights"] = dict(given or {i.code: i.weight for i in scheme.indicators})
        self._take()
        return state["weights"], self._revision

    @property
    def _revision(self) -> str:
        return f"{self._state['reference']}#{self._state['round']}"

    def _take(self) -> None:
        """Take over what the panel has sent; also as its callback, which runs although the person leaves the
        page in the same moment."""
        sent = st.session_state.get(self.key, {})
        self._state["locked"] = sent.get("locked", self._state["locked"])
        self._move(sent.get("moved"), self._revision)

    def _move(self, moved: Mapping[str, Any] | None, revision: str) -> None:
        """Preview in the browser, the truth here."""
        state = self._state
        if moved is None or moved["revision"] != revision or moved["move"] == state.get("seen"):
            return
        state["seen"] = moved["move"]
        shown = {code: float(weight) for code, weight in moved["weights"].items()}
        try:
            changed = {moved["changed"]: float(moved["weight"])}
            weights = simulation.rebalanced(shown, changed, moved["locked"])
        except SteelyardError:
            return  # Nothing was free to give way: the panel's own weights already sum to 100.
        state["past"].append(state["weights"])
        state.update(weights=weights, future=[])

    def panel(
        self,
        scheme: Scheme,
        weights: Mapping[str, float],
        revision: str,
        t: Text,
        bands: Mapping[str, Interval] | None = None,
    ) -> None:
        """The sliders by class; `bands` is the range of each weight in which the first stay the first."""
        components.weight_panel(
            _groups(scheme, weights, bands or {}, t),
            key=self.key,
            revision=revision,
            labels=_labels(t),
            locked=self._state["locked"],
            on_change=self._take,
        )

    def replace(self, weights: Mapping[str, float]) -> None:
        """Take over other weights; it can be undone."""
        state = self._state
        state["past"].append(state["weights"])
        state.update(weights=dict(weights), future=[], round=state["round"] + 1)

    def buttons(self, t: Text) -> None:
        """Undo, redo, and back to the start."""
        with st.container(horizontal=True):
            for name, word, back in (("past", "lab-undo", True), ("future", "lab-redo", False)):
                st.button(
                    t(word),
                    key=f"{self.key}-{name}",
                    on_click=self._step,
                    args=(back,),
                    disabled=not self._state[name],
                )
            st.button(t("lab-reset"), key=f"{self.key}-reset", on_click=self._reset)

    def _step(self, back: bool) -> None:
        state = self._state
        taken, given = ("past", "future") if back else ("future", "past")
        if state[taken]:
            state[given].append(state["weights"])
            state.update(weights=state[taken].pop(), round=state["round"] + 1)

    def _reset(self) -> None:
        state = self._state
        state["past"].append(state["weights"])
        state.update(weights=None, future=[], round=state["round"] + 1)


def told(scheme: Scheme, weights: Mapping[str, float], t: Text, most: int | None = None) -> str:
    """The weights that differ from the scheme's as they read with two decimals, largest change first (only
    the first `most` by name, and how many there are); in Markdown."""
    changes = [
        (i, weights[i.code])
        for i in sorted(scheme.indicators, key=lambda i: -abs(weights[i.code] - i.weight))
        if fmt.number(weights[i.code]) != fmt.number(i.weight)
    ]
    if not changes:
        return t("weights-as-scheme")
    named = []
    for i, now in changes[:most]:
        words = {"name": literal(t.name(i.name, i.code)), "before": fmt.number(i.weight)}
        named.append(t("weight-changed", after=fmt.number(now), **words))
    listed = t("list-joint").join(named)
    return listed if len(named) == len(changes) else t("weights-and-more", listed=listed, count=len(changes))


def _groups(
    scheme: Scheme, weights: Mapping[str, float], bands: Mapping[str, Interval], t: Text
) -> list[PanelGroup]:
    """The panel's content: indicators by class."""
    names = figures.class_names(scheme, t)
    return [
        PanelGroup(
            name, colour, [_item(i, weights, bands, t) for i in scheme.indicators if i.class_ == class_]
        )
        for class_, name, colour in zip(scheme.classes, names, class_colours(scheme.classes), strict=True)
        if any(i.class_ == class_ for i in scheme.indicators)
    ]


def _item(i: Indicator, weights: Mapping[str, float], bands: Mapping[str, Interval], t: Text) -> PanelItem:
    band = list(bands[i.code]) if i.code in bands else None
    return PanelItem(i.code, t.name(i.name, i.code), weights[i.code], i.weight, band)


def _labels(t: Text) -> dict[str, str]:
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
