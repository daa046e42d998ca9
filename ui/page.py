"""What every page is laid out with: a sentence first, a strip of figures, cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui import format as fmt
from ui.text import Text


class Figure(NamedTuple):
    """One figure of the strip; `change` is signed, `note` is small print."""

    label: str
    value: str
    change: float | None = None
    note: str = ""


STYLE = """
<style>
[data-testid="stMainBlockContainer"] { padding: 2.2rem 2rem 3rem; max-width: 1560px; }
[data-testid="stSidebar"] { min-width: 218px; max-width: 218px; }
[data-testid="stMain"] h1 { font-size: 1.7rem; padding: 0.2rem 0; }
[data-testid="stMetricValue"] { font-size: 1.55rem; font-variant-numeric: tabular-nums; }
[data-testid="stMetric"] { min-height: 7.2rem; }
[data-testid="stAlert"] p { font-size: 0.86rem; }
</style>
"""


def style() -> None:
    """Closer margins than Streamlit's own; fixed text, nothing from data."""
    st.html(STYLE)


def header(title: str, sentence: str) -> None:
    """The title and, under it, the answer in plain words."""
    st.title(title, anchor=False)
    st.markdown(sentence)


def demo_banner(t: Text) -> None:
    """Says on every page that people and figures are invented."""
    st.warning(t("app-demo-banner"), icon=":material/info:")


def strip(figures: Sequence[Figure]) -> None:
    """At most five figures side by side."""
    for column, figure in zip(st.columns(len(figures)), figures, strict=True):
        changed = figure.change is not None and figure.change == figure.change
        column.metric(
            figure.label,
            figure.value,
            round(figure.change, 2) if changed and figure.change is not None else figure.note or None,
            delta_color="normal" if changed else "off",
            delta_arrow="auto" if changed else "off",
            help=figure.note if changed and figure.note else None,
            border=True,
        )


def card(title: str, note: str) -> DeltaGenerator:
    """A bordered part of the page whose title says the finding and whose note says how it is made."""
    box = st.container(border=True)
    box.markdown(f"**{title}**")
    box.caption(note)
    return box


def empty(t: Text, key: str, **params: object) -> None:
    """An empty state that says what to do next; ends the script."""
    st.info(t(key, **params))
    st.stop()


def period_picker(codes: Sequence[str], lang: str, label: str) -> str:
    """Which period, newest first; kept in the address."""
    choices = list(reversed(codes))
    return st.selectbox(
        label,
        choices,
        format_func=lambda code: fmt.period(code, lang),
        key="period",
        bind="query-params",
        persist_state="session",
    )
