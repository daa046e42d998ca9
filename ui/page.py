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
        with column:
            st.metric(
                figure.label,
                figure.value,
                None if figure.change is None or figure.change != figure.change else round(figure.change, 2),
                border=True,
            )
            if figure.note:
                st.caption(figure.note)


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
