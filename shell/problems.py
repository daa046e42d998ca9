"""Errors on a page: told to whoever may see what they name, and kept from taking down more than they must."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from access.actor import Actor
from access.permissions import Action, allowed
from scoring.errors import MeasurementError, SteelyardError
from shell.context import Context
from ui import choice
from words.text import Text, literal

_NAME_PEOPLE = ("errors-frozen-differs",)


def sentence(problem: SteelyardError, actor: Actor, t: Text) -> str:
    """The error in words, as Markdown. Of a measurement it names people and figures: whoever may see neither
    everybody's results nor the figures that are brought reads who is on it instead."""
    named = isinstance(problem, MeasurementError) or problem.key in _NAME_PEOPLE
    if named and not any(allowed(actor, action) for action in (Action.VIEW_BRANCH, Action.IMPORT)):
        return t("errors-not-for-all")
    return literal(t.error(problem))


@contextmanager
def standing(ctx: Context, key: str = "") -> Iterator[None]:
    """What is drawn within may fail: its error stands in its place, in the sentence `key` where one is given
    (with ``reason``), and the rest of the page is drawn."""
    try:
        yield
    except SteelyardError as problem:
        reason = sentence(problem, ctx.actor, ctx.t)
        st.error(ctx.t(key, reason=reason) if key else reason)


def unknown(place: DeltaGenerator, t: Text) -> None:
    """Say in `place` what the address asked for in vain, a line each."""
    for one in choice.unknown():
        what, asked = literal(one.label), literal(one.asked)
        if one.shown:
            place.warning(t("address-unknown", what=what, asked=asked, shown=literal(one.shown)))
        else:
            place.warning(t("address-unknown-left", what=what, asked=asked))
