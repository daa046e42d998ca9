"""What judgements by any method have in common: the scale of 1 to 9, and the mark of a verdict."""

from __future__ import annotations

import streamlit as st

STRONGEST = 9
"""The end of Saaty's scale."""


def verdict(words: str, *, well: bool | None) -> None:
    """How consistent judgements are, with a mark; None where no limit says whether that is well."""
    icons = {True: ":green[:material/check_circle:] ", False: ":orange[:material/warning:] ", None: ""}
    st.markdown(icons[well] + words)
