"""Choosing one thing from a list, kept by what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

T = TypeVar("T", str, int)


def pick(
    label: str,
    options: Sequence[T],
    words: Callable[[T], str],
    *,
    key: str,
    default: T | None = None,
    address: str | None = None,
    place: DeltaGenerator | None = None,
) -> T:
    """One of `options` (references, not empty), kept for the session; `default` or the first to begin with.

    Streamlit keeps a list's choice by its words, which change with the language and with the facts; here it
    is kept by the reference. With `address` it stands in the address line under that name, and an address
    that names another one of the options is followed.
    """
    state = st.session_state
    held = state.get(key)
    asked = st.query_params.get(address) if address else None
    followed = f"{key}-address"
    if asked in options and asked != state.get(followed):
        held = asked
    if held not in options:
        held = default if default in options else options[0]
    shown = [words(option) for option in options]
    # Only where it must be: what is written here would overrule a choice made while the page is drawn.
    if state.get(key) != held or state.get(f"{key}-words") != shown:
        state[key] = held
    state[f"{key}-words"] = shown
    chosen = (place or st).selectbox(
        label, list(options), format_func=words, key=key, persist_state="session"
    )
    if address:
        state[followed] = chosen
        if asked != chosen:
            st.query_params[address] = chosen
    return chosen
