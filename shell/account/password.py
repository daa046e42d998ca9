"""The own password: chosen at the first sign-in before anything else, and anew whenever somebody wants to."""

from __future__ import annotations

import streamlit as st

from access.local import keeping
from access.passwords import LONGEST, SHORTEST
from access.sessions import Session
from shell.acting import attempt, box, said
from shell.context import language
from ui import page
from words.text import Text, text_for
from workflow.branch.setup import Branch

_FIELDS = ("password-old", "password-new", "password-again")
_OPENED, _SAID = "password-box", "password"


def must_change(session: Session, branch: Branch) -> bool:
    """Whether the person sees nothing until a password of the own is chosen."""
    return not branch.demo and keeping.must_change(branch.db, session.actor)


def first(session: Session, branch: Branch) -> None:
    """In the place of every page, as long as the password is one that somebody else has set."""
    t = text_for(language())
    with st.container(width=560):
        page.header(t("password-first-title"), t("password-first"))
        said(_SAID)
        _form(session, branch, t, t("password-given"))


def own(session: Session, branch: Branch, t: Text) -> None:
    """In the side bar: a button that opens the form, for whoever has a password of the own."""
    if branch.demo or keeping.own(branch.db, session.actor) is None:
        return
    said(_SAID)
    with box(_OPENED, t("password-change"), type="tertiary"):
        _form(session, branch, t, t("password-old"))


def _form(session: Session, branch: Branch, t: Text, old: str) -> None:
    state = st.session_state
    with st.form("password", border=False):
        st.text_input(old, type="password", autocomplete="current-password", key=_FIELDS[0])
        st.text_input(t("password-new"), type="password", autocomplete="new-password", key=_FIELDS[1])
        st.text_input(t("password-again"), type="password", autocomplete="new-password", key=_FIELDS[2])
        st.caption(t("password-rule", least=SHORTEST, most=LONGEST))

        def choose() -> None:
            keeping.change_own(session, branch.db, *(state[field] for field in _FIELDS))

        st.form_submit_button(
            t("password-do"),
            key="password-do",
            type="primary",
            on_click=attempt,
            args=(t, choose, t("password-changed"), _FIELDS),
            kwargs={"place": _SAID, "closes": _OPENED},
        )
