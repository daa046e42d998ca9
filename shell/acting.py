"""Doing something on a page, and saying what came of it.

Buttons call :func:`attempt` as their callback: its arguments are those of the page that the person saw,
so that an action on an older state can be told from one on the present state.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Literal

import streamlit as st

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
) -> None:
    """Run `work`; the page then says `done` (asked for afterwards where it tells what was stored) and
    empties the fields `clear`, or says what is against it and keeps what was typed. It is said where the
    page asks for `place`. Nothing is done for somebody who is not signed in any more: the page that follows
    says so."""
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


def ask(t: Text, question: Question, work: Callable[[str], object], done: str) -> None:
    """Show the button; `work` is done with the sentence that was given, and the page then says `done`."""
    field, asked = f"{question.key}-why", f"{question.key}-asked"
    # Once it was answered the button is another one to the browser, and the box of the old one is closed.
    number = st.session_state.setdefault(asked, 0)
    button = st.popover(
        question.title,
        type=question.kind,
        disabled=question.disabled,
        width="stretch",
        key=f"{question.key}-{number}",
    )

    def answered() -> None:
        work(st.session_state[field])
        st.session_state[asked] = number + 1

    with button, st.form(question.key, border=False):
        st.text_area(question.label, key=field)
        st.form_submit_button(
            t("gate-write"),
            key=f"{question.key}-do",
            type="primary",
            on_click=attempt,
            args=(t, answered, done, (field,)),
        )
