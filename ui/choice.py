"""Choosing from a list, kept by what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

T = TypeVar("T", str, int)


def keep(key: str, words: Mapping[T, str]) -> bool:
    """Keep what is chosen in the list `key` although the words of its options are others now; called before
    it is drawn. Of several that were chosen, those that are still options are kept. Whether it had to be
    written anew.

    Streamlit keeps a choice by its words, which change with the language and with the facts.
    """
    state, shown = st.session_state, list(words.values())
    # Only where it must be: what is written here would overrule a choice made while the page is drawn.
    renamed = key in state and state.get(f"{key}-words", shown) != shown
    if renamed:
        held = state[key]
        if isinstance(held, list):
            state[key] = [one for one in held if one in words]
        elif held in words:
            state[key] = held
    state[f"{key}-words"] = shown
    return renamed


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

    With `address` it stands in the address line under that name, and an address that names another one of the
    options is followed.
    """
    state = st.session_state
    held = state.get(key)
    asked = st.query_params.get(address) if address else None
    followed = f"{key}-address"
    if asked in options and asked != state.get(followed):
        held = asked
    if held not in options:
        held = default if default in options else options[0]
    at = next(k for k, option in enumerate(options) if option == held)
    other = state.get(key) != held
    if other:
        state[key] = held
    written = keep(key, {option: words(option) for option in options}) or other
    # On another page the list is a new one, which begins with its index whatever the session holds.
    chosen = (place or st).selectbox(
        label, list(options), 0 if written else at, format_func=words, key=key, persist_state="session"
    )
    if address:
        state[followed] = chosen
        if asked != chosen:
            st.query_params[address] = str(chosen)
    return chosen
