"""Doing something on a page, and saying what came of it.

Buttons call :func:`attempt` as their callback: its arguments are those of the page that the person saw,
so that an action on an older state can be told from one on the present state.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from scoring.errors import SteelyardError
from shell import context
from words.text import Text, literal
from workflow.adoption.gate import Obstacle

_SAID = "said"


def attempt(
    t: Text,
    work: Callable[[], object],
    done: str | Callable[[], str],
    clear: Collection[str] = (),
    *,
    place: str = "",
    closes: str = "",
) -> None:
    """Run `work`; the page then says `done` (asked for afterwards where it tells what was stored),
    empties the fields `clear` and closes the `box` of the key `closes`; or it says what is against it and
    keeps what was typed. It is said where the page asks for `place`. Nothing is done for somebody who is not
    signed in any more: the page that follows says so."""
    if context.session() is None:
        return
    try:
        work()
    except SteelyardError as problem:
        st.session_state[_SAID] = (
            place,
            False,
            [literal(s) for s in (t.error(problem), *obstacles(problem, t))],
        )
        return
    st.session_state[_SAID] = (place, True, [done if isinstance(done, str) else done()])
    for key in clear:
        st.session_state[key] = ""
    if closes:
        st.session_state[_answered(closes)] += 1


def obstacles(problem: SteelyardError, t: Text) -> list[str]:
    """The sentences of what stands in the way, where the error carries them."""
    found = problem.params.get("obstacles", ())
    return (
        [obstacle(o, t) for o in found if isinstance(o, Obstacle)] if isinstance(found, (tuple, list)) else []
    )


def obstacle(found: Obstacle, t: Text) -> str:
    """One obstacle as a sentence."""
    if found.finding is not None:
        return f"{found.finding.rule} {t.finding(found.finding)}"
    return t(found.key, **{name: readable(value, t) for name, value in found.params.items()})


def readable(value: object, t: Text) -> object:
    """A cycle, a status or one of the demonstration's staff in words; anything else as it is."""
    for prefix in ("cycle", "scheme-status"):
        if t.has(f"{prefix}-{value}"):
            return t(f"{prefix}-{value}")
    return t.term(value) if isinstance(value, str) else value


def said(place: str = "") -> None:
    """What came of the last action, once: at the top of the page, or in the `place` that it named."""
    found = st.session_state.get(_SAID)
    if found is None or found[0] != place:
        return
    _, well, sentences = st.session_state.pop(_SAID)
    show = st.success if well else st.error
    show("\n\n".join(sentences))


@dataclass(frozen=True)
class Question:
    """A button that asks for a sentence: its key on the page, what stands on it, and what is asked."""

    key: str
    title: str
    label: str
    kind: Literal["primary", "secondary", "tertiary"] = "secondary"
    disabled: bool = False


def box(key: str, title: str, **looks: Any) -> DeltaGenerator:
    """A button `title` that opens a box of fields, which :func:`attempt` closes when they were taken; `looks`
    as ``st.popover`` has them."""
    # Once it was answered the button is another one to the browser, and the box of the old one is closed.
    number = st.session_state.setdefault(_answered(key), 0)
    return st.popover(title, key=f"{key}-{number}", **looks)


def _answered(key: str) -> str:
    return f"{key}-answered"


def ask(t: Text, question: Question, work: Callable[[str], object], done: str) -> None:
    """Show the button; `work` is done with the sentence that was given, and the page then says `done`."""
    key, field = question.key, f"{question.key}-why"
    opened = box(key, question.title, type=question.kind, disabled=question.disabled, width="stretch")
    with opened, st.form(key, border=False):
        st.text_area(question.label, key=field)
        st.form_submit_button(
            t("gate-write"),
            key=f"{key}-do",
            type="primary",
            on_click=partial(attempt, t, lambda: work(st.session_state[field]), done, (field,), closes=key),
        )
