"""All colours, in one place: for charts here, for native elements and our components through
``.streamlit/config.toml``, which a test holds to the same values. Class colours are the same on every
page, chart and document, in the light and in the dark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

CLASS_COLOURS = {
    "compliance": "#4E79A7",
    "risk": "#B07AA1",
    "efficiency": "#E0A030",
    "transformation": "#3A9E8C",
    "social": "#8C8C8C",
}
OTHER_CLASSES = ("#7B8FC9", "#C98A7B", "#8FB35A", "#5AA7B3", "#B3975A")


_IN_SHEET = ("on_accent",)


@dataclass(frozen=True)
class Palette:
    """The colours of one theme; ``ground`` is behind text, ``up`` and ``down`` are for changes, ``on_accent``
    is text on the accent."""

    ground: str
    panel: str
    ink: str
    secondary: str
    lines: str
    accent: str
    up: str
    down: str
    on_accent: str


LIGHT = Palette(
    "#FFFFFF", "#F4F6F8", "#1F2A37", "#5A6673", "#E3E8EE", "#14507A", "#1B7F5C", "#B4442F", "#FFFFFF"
)
DARK = Palette(
    "#141A21", "#1D252E", "#E6EAEF", "#98A4B1", "#2E3945", "#6FB3E0", "#4CC79B", "#F08A75", "#10151B"
)


def palette() -> Palette:
    """The colours of the theme that this person's browser shows."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def variables() -> str:
    """The colours that our style sheet needs beyond Streamlit's own, in the theme that the browser shows."""
    named = {name: f"light-dark({getattr(LIGHT, name)}, {getattr(DARK, name)})" for name in _IN_SHEET}
    lines = (f"--steelyard-{name.replace('_', '-')}: {value};" for name, value in named.items())
    return f":root {{ {' '.join(lines)} }}"


def class_colours(classes: Sequence[str]) -> list[str]:
    """A colour for each class of a scheme; a scheme's own classes take further colours in turn."""
    spare = iter(OTHER_CLASSES * (len(classes) // len(OTHER_CLASSES) + 1))
    return [CLASS_COLOURS.get(name) or next(spare) for name in classes]
