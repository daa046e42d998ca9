"""What stands in the address line besides the page: what a page shows, so that a link shows the same.

A request of the browser carries the address as it was when somebody clicked. What was written into it in
answer to the click before may not have arrived there yet: where nobody went anywhere, what was written here
last counts, and is written again.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

_SHOWN = "address-shown"
"""The page and what stood in its address last, in the session's state."""
_FOLLOW = "follow"
"""Stands in the address of a link to the page on which it is."""


def begin() -> None:
    """Begin a run of the script or of a fragment: before anything else reads or writes the address."""
    run = get_script_run_ctx()
    page, went = (run.page_script_hash, run.is_history_navigation) if run else ("", False)
    asked, (before, shown) = st.query_params.to_dict(), st.session_state.get(_SHOWN, (None, {}))
    linked = asked.pop(_FOLLOW, None) is not None
    if page == before and not went and not linked:
        asked = shown
    st.session_state[_SHOWN] = (page, asked)
    _bring()


def says(name: str) -> str | None:
    """What stands under `name`; None where nothing does."""
    return st.query_params.get(name)


def write(**values: str | None) -> None:
    """Have it say each of `values` under its name; nothing under those that are empty."""
    page, shown = st.session_state.get(_SHOWN) or (None, everything())
    rest = {name: text for name, text in shown.items() if name not in values}
    st.session_state[_SHOWN] = (page, rest | {name: text for name, text in values.items() if text})
    _bring()


def clear() -> None:
    """Have it say nothing but the page."""
    write(**dict.fromkeys(everything()))


def everything() -> dict[str, str]:
    """All that it says, by name."""
    return st.query_params.to_dict()


def to_here(parameters: Mapping[str, str]) -> dict[str, str]:
    """`parameters` for a link to the page on which it stands: one that is followed like any other."""
    return {**parameters, _FOLLOW: "1"}


def _bring() -> None:
    """Tell the browser, where it says something else."""
    shown = st.session_state[_SHOWN][1]
    if st.query_params.to_dict() != shown:
        st.query_params.from_dict(shown)
