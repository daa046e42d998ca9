"""Single sign-on on the sign-in page, and the way out of it."""

from __future__ import annotations

import streamlit as st

from access.single_sign_on import identities
from access.single_sign_on.errors import WrongSettings
from shell.single_sign_on.settings import configured
from words.text import Text, literal
from workflow.branch.setup import Branch


def is_offered() -> bool:
    """Whether there is a provider to sign in by."""
    return isinstance(configured(), tuple)


def offer(t: Text) -> None:
    """The button that leads to the provider; a word where the settings are wrong; nothing without any."""
    settings = configured()
    if isinstance(settings, WrongSettings):
        st.warning(t("sso-off", count=len(settings.faults)))
        st.code("python manage.py sso check", language="bash")
    elif settings:
        name = literal(settings[1].name)
        if st.button(t("sso-enter", name=name or t("sso-provider")), type="primary", key="sso-enter"):
            st.login()


def leave(branch: Branch, username: str) -> bool:
    """Sign out at the provider, too, where the person came by it; whether that is so."""
    if not is_offered() or username not in identities.linked(branch.db):
        return False
    st.logout()
    return True
