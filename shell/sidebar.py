"""The frame around every page: name, language, who is signed in."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from access import sessions
from access.sessions import Session
from shell import why
from shell.context import LANGUAGE_KEY, language
from shell.navigation import PageEntry
from words.text import Text, literal
from workflow.branch.setup import Branch

LOGO = Path(__file__).parent.parent / "static" / "logo.svg"
ICON = LOGO.with_name("icon.svg")


def brand() -> None:
    """The product's name at the top of the sidebar."""
    st.logo(LOGO, size="large", icon_image=ICON)


def language_switch(t: Text) -> None:
    """中文 / English, kept in the address so that a link keeps its language.

    The widget's own binding would write the shown word there, not the code.
    """
    st.session_state.setdefault(LANGUAGE_KEY, language())
    with st.sidebar:
        st.segmented_control(
            t("nav-language"),
            ["zh", "en"],
            format_func={"zh": "中文", "en": "English"}.__getitem__,
            key=LANGUAGE_KEY,
            required=True,
            label_visibility="collapsed",
        )
    if st.query_params.get(LANGUAGE_KEY, "zh") != language():
        st.query_params[LANGUAGE_KEY] = language()


def foot(session: Session, branch: Branch, entry: PageEntry, t: Text) -> None:
    """Whose eyes this is and why they may see the page, the way out, and the language."""
    actor = session.actor
    with st.sidebar:
        st.caption(t("nav-branch", branch=literal(branch.name(t.lang))))
        st.markdown(f"**{literal(actor.display_name)}** · {t(f'role-{actor.role}')}")
        why.explain(session, entry, t)
        if st.button(t("nav-sign-out"), key="sign-out", type="tertiary"):
            _leave()
            st.rerun()
    language_switch(t)


def _leave() -> None:
    """End the session; the language stays as it is."""
    kept = language()
    sessions.end(st.session_state)
    st.query_params.clear()
    st.session_state[LANGUAGE_KEY] = kept
