"""Choosing from a list, kept by what was chosen, in the session and in the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui import address_line

T = TypeVar("T", str, int)
JOINT = ","
"""Between several values of one name in an address."""
_UNKNOWN, _VISIT = "address-unknown", "address-visit"


@dataclass(frozen=True)
class Unknown:
    """Something that an address asked for and that there is not: what it would be, what was asked for,
    what is shown in its place (nothing: it was left out)."""

    label: str
    asked: str
    shown: str = ""


def arrive(page: str) -> None:
    """Begin a run of the page at the address `page`, before anything is chosen on it."""
    before = st.session_state.get(_VISIT, ("", False))[0]
    st.session_state[_VISIT] = (page, page != before)
    st.session_state[_UNKNOWN] = []


def here() -> str:
    """The page on which this run is."""
    return str(st.session_state.get(_VISIT, ("", False))[0])


def unknown() -> list[Unknown]:
    """What the address asked for in vain in this run."""
    return list(st.session_state.get(_UNKNOWN, ()))


def refuse(label: str, asked: str, shown: str = "") -> None:
    """Have the page say that what the address asked for is not there."""
    st.session_state.setdefault(_UNKNOWN, []).append(Unknown(label, asked, shown))


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
    kind: Literal["list", "segments"] = "list",
    bare: bool = False,
) -> T:
    """One of `options` (references, not empty), kept for the session; `default` or the first to begin with.
    `bare` where the options say themselves what they are: the label is then for screen readers only.

    With `address` it stands in the address line under that name, and an address that names another one of the
    options is followed: one that came with a link, or that "back" leads to.
    """
    state = st.session_state
    held: Any = state.get(key)
    first: T = default if default is not None and default in options else options[0]
    asked = _asked(key, address, emptied="" in options)
    if asked is not None:
        found = {str(option): option for option in options}.get(asked)
        if found is None:
            refuse(label, asked, words(held if held in options else first))
        else:
            held = found
    if held not in options:
        held = first
    other = state.get(key) != held
    if other:
        state[key] = held
    written = keep(key, {option: words(option) for option in options}) or other
    # On another page the list is a new one, which begins with its own choice whatever the session holds.
    where: Any = place or st
    chosen: T
    if kind == "list":
        at = 0 if written else next(k for k, option in enumerate(options) if option == held)
        chosen = where.selectbox(
            label,
            list(options),
            at,
            format_func=words,
            key=key,
            persist_state="session",
            label_visibility="collapsed" if bare else "visible",
        )
    else:
        chosen = where.segmented_control(
            label,
            list(options),
            default=None if written else held,
            format_func=words,
            key=key,
            required=True,
            label_visibility="collapsed",
            persist_state="session",
        )
    _write(key, address, str(chosen))
    return chosen


def hold(
    label: str,
    options: Sequence[str],
    words: Callable[[str], str],
    *,
    key: str,
    address: str,
    default: str,
    opened: str | None = None,
) -> str:
    """One of `options` that is chosen elsewhere on the page, in a table: `opened` where that was just done.
    Kept as `pick` does, without a list."""
    asked = opened or _asked(key, address)
    held = str(st.session_state.get(key))
    if held not in options:
        held = default
    if asked is not None and asked in options:
        held = asked
    elif asked is not None:
        refuse(label, asked, words(held))
    st.session_state[key] = held
    _write(key, address, held)
    return held


def pick_several(
    label: str,
    options: Sequence[T],
    words: Callable[[T], str],
    *,
    key: str,
    address: str | None = None,
    place: DeltaGenerator | None = None,
    most: int | None = None,
    placeholder: str | None = None,
) -> list[T]:
    """Any of `options`, none to begin with, at most `most`; kept as `pick` does. An address without the
    name asks for none of them, unless one has just come to the page. A `placeholder` says what none of them
    means, and of what: the label is then for screen readers only."""
    state = st.session_state
    held = [option for option in state.get(key, ()) if option in options]
    asked = _asked(key, address, emptied=True)
    if asked is not None:
        known = {str(option): option for option in options}
        names = [name for name in asked.split(JOINT) if name]
        held = [known[name] for name in names if name in known][:most]
        for name in names:
            if name not in known:
                refuse(label, name)
    other = list(state.get(key, ())) != held
    if other:
        state[key] = held
    written = keep(key, {option: words(option) for option in options}) or other
    chosen: list[T] = (place or st).multiselect(
        label,
        list(options),
        None if written else held,
        format_func=words,
        key=key,
        max_selections=most,
        placeholder=placeholder,
        persist_state="session",
        label_visibility="collapsed" if placeholder else "visible",
    )
    _write(key, address, JOINT.join(str(option) for option in chosen))
    return chosen


def followed(key: str, address: str, options: Sequence[str]) -> str:
    """What `pick` will find chosen of `options`, for what is drawn before it."""
    found = _asked(key, address), st.session_state.get(key)
    return next((str(one) for one in found if one in options), options[0])


def _asked(key: str, address: str | None, *, emptied: bool = False) -> str | None:
    """What the address asks for, where it is something else than what `key` wrote there last. Where nothing
    may be chosen (`emptied`), an address without the name asks for that, unless one has just come."""
    if address is None:
        return None
    asked, wrote = address_line.says(address), st.session_state.get(f"{key}-address")
    if asked is None and emptied and wrote and not st.session_state.get(_VISIT, ("", True))[1]:
        return ""
    return asked if asked != wrote else None


def _write(key: str, address: str | None, text: str) -> None:
    """Have the address say what is chosen."""
    if address is None:
        return
    st.session_state[f"{key}-address"] = text
    address_line.write(**{address: text})
