"""What every page is laid out with: a sentence first, a strip of figures, cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui import components, theme
from words import format as fmt
from words.text import Text, literal


class Figure(NamedTuple):
    """One figure of the strip; `change` is signed and shown with `decimals`, `note` is small print, `hollow`
    says that it is provisional."""

    label: str
    value: str
    change: float | None = None
    note: str = ""
    decimals: int = 2
    hollow: bool = False


def style() -> None:
    """Closer margins, our colours, small screens and paper for Streamlit's own elements; fixed text, nothing
    from data."""
    frames = ("style.css", "months.css", "print.css")
    sheets = theme.variables() + "".join(map(components.frame, frames))
    sheet = f"<style>{sheets}</style>"
    scripts = "".join(f"<script>{components.frame(name)}</script>" for name in ("sidebar.js", "boxes.js"))
    st.html(sheet + scripts, unsafe_allow_javascript=True)


def header(title: str, sentence: str) -> None:
    """The title and, under it, the answer in plain words."""
    with st.container(gap=None):
        st.title(title, anchor=False)
        st.markdown(sentence)


def html_language(lang: str) -> str:
    """A language of ours as HTML names it: Chinese with the script, which decides on the shapes of
    letters."""
    return "en" if lang == "en" else "zh-CN"


def demo_banner(t: Text) -> None:
    """Says on every page that people and figures are invented."""
    st.warning(t("app-demo-banner"), icon=":material/info:")


def strip(figures: Sequence[Figure]) -> list[DeltaGenerator]:
    """At most five figures side by side; the last line of each, for what stands behind it."""
    lines = []
    for column, figure in zip(st.columns(len(figures)), figures, strict=True):
        key = f"figure-{'hollow' if figure.hollow else 'firm'}-{figure.label}"
        box = column.container(border=True, height="stretch", gap=None, key=key)
        box.metric(figure.label, literal(figure.value))
        line = box.container(horizontal=True, vertical_alignment="center", gap="xsmall")
        note = f":gray[{figure.note}]" if figure.note else ""
        # Not st.caption, which would fade the colour of the change.
        line.markdown(f":small[{_coloured(figure.change, figure.decimals)} {note}]", width="content")
        lines.append(line)
    return lines


def _coloured(change: float | None, decimals: int) -> str:
    """▲ or ▼ in its colour, as everywhere; nothing where there is no change to speak of."""
    if change is None or change != change:
        return ""
    text = fmt.signed(change, decimals)
    colour = {"▲": "green", "▼": "red"}.get(text[0])
    return f":{colour}[{text}]" if colour else text


def card(title: str, note: str) -> DeltaGenerator:
    """A bordered part of the page whose title says the finding and whose note says how it is made."""
    box = st.container(border=True)
    _head(box, title, note)
    return box


def card_with_tools(
    title: str, note: str, tools: Sequence[float]
) -> tuple[DeltaGenerator, list[DeltaGenerator]]:
    """The same, and places of these widths beside the title, which itself is 1 wide: what is chosen or taken
    away stands in sight without pushing down what the card is for."""
    box = st.container(border=True)
    head, *places = box.columns([1, *tools], vertical_alignment="bottom")
    _head(head, title, note)
    return box, places


def _head(place: DeltaGenerator, title: str, note: str) -> None:
    head = place.container(gap=None)
    head.header(title, anchor=False)
    head.caption(note)
