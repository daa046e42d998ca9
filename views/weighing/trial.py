"""Weights under the hand: the panel of sliders with undo and redo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import streamlit as st

from scoring import Indicator, Scheme
from scoring.errors import SteelyardError
from ui import address_line, components
from ui.components.models import PanelGroup, PanelItem
from ui.theme import class_colours
from views import figures
from words import format as fmt
from words.text import Text, literal
from workflow.weighing import margins, simulation
from workflow.weighing.margins import Margins

TOLD = 3
"""So many changed weights are named where a message passes."""
STEPS = (0.5, 1.0)
"""Points that weights can be rounded to."""
NO_BANDS = Margins({}, {})


_Step = tuple[dict[str, float], list[str]]
"""Weights and the codes that are locked."""


@dataclass
class Trial:
    """One trial in a person's session: where it stands, and the steps back and forth."""

    weights: dict[str, float]
    locked: list[str] = field(default_factory=list)
    past: list[_Step] = field(default_factory=list)
    future: list[_Step] = field(default_factory=list)
    gesture: str | None = None

    def go(self, weights: Mapping[str, float], locked: Sequence[str], gesture: str | None = None) -> None:
        """To other weights; moves of one gesture are one step to undo."""
        if gesture is None or gesture != self.gesture:
            self.past.append((self.weights, self.locked))
        self.weights, self.locked, self.gesture = dict(weights), list(locked), gesture
        self.future = []

    def step(self, *, back: bool) -> None:
        """One step back or forth, locks included."""
        taken, given = (self.past, self.future) if back else (self.future, self.past)
        if taken:
            given.append((self.weights, self.locked))
            self.weights, self.locked = taken.pop()
            self.gesture = None


@dataclass
class _Session:
    """What a panel keeps: a trial for each start, the one on the screen, what was heard of the panel last,
    and the locks as they were written into the address; named, so that nothing meant for another is taken."""

    trials: dict[str, Trial] = field(default_factory=dict)
    start: str = ""
    round: int = 0
    seen: dict[str, str] = field(default_factory=dict)
    written: str = ""
    name: str = field(default_factory=lambda: uuid4().hex)

    @property
    def now(self) -> Trial:
        return self.trials[self.start]


@dataclass(frozen=True)
class WeightTrial:
    """Trials of weights in a person's session, one for each start; `key` keeps several panels apart. With
    `address` the locks stand in the address line under that name."""

    key: str
    address: str | None = None

    @property
    def _state(self) -> _Session:
        state: _Session = st.session_state.setdefault(f"{self.key}-state", _Session())
        return state

    def weights(
        self, scheme: Scheme, reference: str, given: Mapping[str, float] | None = None
    ) -> tuple[dict[str, float], str]:
        """The trial's weights, with what the panel let go done again by the engine, and the panel's revision.

        Each `reference` has a trial of its own, begun from the scheme's weights or from those `given`:
        whoever looks at another start finds this one again as it was.
        """
        state = self._state
        if reference not in state.trials:
            weights = dict(given or {i.code: i.weight for i in scheme.indicators})
            state.trials[reference] = Trial(weights, self._linked(scheme))
        elif self.address and (address_line.says(self.address) or state.written) != state.written:
            state.trials[reference].locked = self._linked(scheme)
            state.round += 1
        if state.start != reference:
            state.start, state.round = reference, state.round + 1
        self._take()
        return state.now.weights, self._revision

    @property
    def locked(self) -> tuple[str, ...]:
        """The codes that are locked."""
        return tuple(self._state.now.locked)

    @property
    def gesture(self) -> str | None:
        """The gesture that led to the weights; None where it was no move of the panel."""
        return self._state.now.gesture

    def end_gesture(self) -> None:
        """What is moved from now on is a step of its own."""
        self._state.now.gesture = None

    def _linked(self, scheme: Scheme) -> list[str]:
        """The locks that the address names."""
        named = (address_line.says(self.address) or "") if self.address else ""
        return [code for code in named.split(".") if code in scheme.codes]

    @property
    def _revision(self) -> str:
        state = self._state
        return f"{state.name} {state.start}#{state.round}"

    def _take(self) -> None:
        """Take over what the panel has sent; also as its callback, which runs although the person leaves the
        page in the same moment."""
        sent, state = st.session_state.get(self.key, {}), self._state
        new = [
            (told["move"], kind, told)
            for kind in ("moved", "locked")
            if (told := sent.get(kind)) is not None and told["move"] != state.seen.get(kind)
        ]
        # Of two that came at once, as they were made: the number stands last in their names.
        for name, kind, told in sorted(new, key=lambda one: int(one[0].rsplit(" ", 1)[1])):
            state.seen[kind] = name
            if told["revision"] != self._revision:
                continue
            if kind == "moved":
                self._move(told)
            else:
                state.now.locked = told["codes"]

    def _move(self, moved: Mapping[str, Any]) -> None:
        """Preview in the browser, the truth here."""
        shown = {code: float(weight) for code, weight in moved["weights"].items()}
        try:
            points = float(moved["points"])
            weights = simulation.set_together(shown, moved["changed"], points, moved["fixed"])
        except SteelyardError:
            return  # Nothing was free to give way: the panel's own weights already make the sum.
        self._state.now.go(weights, moved["locked"], moved["gesture"])

    def panel(
        self, scheme: Scheme, weights: Mapping[str, float], revision: str, t: Text, bands: Margins = NO_BANDS
    ) -> None:
        """The sliders by class; `bands` is the range of each weight in which the first stay the first."""
        if self.address:
            self._state.written = ".".join(self.locked)
            address_line.write(**{self.address: self._state.written})
        components.weight_panel(
            _groups(scheme, weights, bands, t),
            key=self.key,
            revision=revision,
            labels=_labels(t),
            locked=self.locked,
            heard=self._state.seen,
            on_change=self._take,
        )

    def replace(self, weights: Mapping[str, float]) -> None:
        """Take over other weights; it can be undone."""
        self._state.now.go(weights, self.locked)
        self._state.round += 1

    def buttons(self, t: Text) -> None:
        """Undo, redo, back to the start; round numbers; all locks open."""
        now = self._state.now
        with st.container(horizontal=True, gap="xsmall"):
            for steps, word, back in ((now.past, "lab-undo", True), (now.future, "lab-redo", False)):
                st.button(
                    t(word),
                    key=f"{self.key}-{'past' if back else 'future'}",
                    on_click=self._step,
                    args=(back,),
                    disabled=not steps,
                )
            st.button(t("lab-reset"), key=f"{self.key}-reset", on_click=self._reset)
            for step in STEPS:
                st.button(
                    t("lab-round", step=fmt.plain(step)),
                    key=f"{self.key}-round-{step}",
                    help=t("lab-round-help"),
                    on_click=self._round,
                    args=(step,),
                )
            if now.locked:
                st.button(t("lab-unlock"), key=f"{self.key}-unlock", on_click=self._unlock)

    def _step(self, back: bool) -> None:
        self._state.now.step(back=back)
        self._state.round += 1

    def _round(self, step: float) -> None:
        self.replace(simulation.in_round_numbers(self._state.now.weights, step, self.locked))

    def _unlock(self) -> None:
        self._state.now.go(self._state.now.weights, ())
        self._state.round += 1

    def _reset(self) -> None:
        """Back to where this trial began, with nothing locked."""
        now = self._state.now
        first = now.past[0][0] if now.past else now.weights
        now.go(first, ())
        self._state.round += 1


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


def _groups(scheme: Scheme, weights: Mapping[str, float], bands: Margins, t: Text) -> list[PanelGroup]:
    """The panel's content: indicators by class."""
    names = figures.class_names(scheme, t)
    return [
        PanelGroup(
            name, colour, [_item(i, weights, bands, t) for i in scheme.indicators if i.class_ == class_]
        )
        for class_, name, colour in zip(scheme.classes, names, class_colours(scheme.classes), strict=True)
        if any(i.class_ == class_ for i in scheme.indicators)
    ]


def _item(i: Indicator, weights: Mapping[str, float], bands: Margins, t: Text) -> PanelItem:
    band, lacking = bands.known.get(i.code), bands.lacking.get(i.code)
    reason = t(f"lab-band-{lacking}") if lacking else ""
    return PanelItem(i.code, t.name(i.name, i.code), weights[i.code], i.weight, band, reason)


def _labels(t: Text) -> dict[str, str]:
    """The panel's words; the places in braces are filled in by the panel."""
    keys = {
        "title": "weight",
        "weight": "weight",
        "total": "lab-total",
        "same": "lab-same",
        "lock": "lab-lock",
        "band": "lab-band",
        "outside": "lab-outside",
        "nothing_free": "lab-nothing-free",
        "no_number": "lab-no-number",
        "held": "lab-held",
        "whole": "lab-whole",
    }
    places = {"low": "{low}", "high": "{high}", "name": "{name}", "top": margins.BAND_TOP}
    return {name: t(key, **places) for name, key in keys.items()}
