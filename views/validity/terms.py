"""Terms of statistics in plain words, at hand where they are used."""

from __future__ import annotations

import streamlit as st

from words.text import Text

TERMS = ("effective", "covariance", "cap", "r", "eta", "icc", "p", "interval", "rho", "retest", "tau", "pool")


def explained(t: Text, *terms: str) -> None:
    """A button that opens the explanation of some of the `TERMS`."""
    with st.popover(t("validity-terms"), icon=":material/help:", type="tertiary"):
        st.markdown("\n".join(f"- **{t(f'term-{name}')}**{t(f'term-{name}-is')}" for name in terms))


def rounded(r: float) -> float:
    """A correlation as it is shown, never ``-0.00``."""
    return round(float(r), 2) + 0.0
