"""The facts every page starts from: the signed-in person, the open database and the language.

Pages call :func:`page` first. It stops the script when nobody is signed in or the action is not
granted, so that a page reached by its address shows nothing; the workflow functions behind it ask
``access`` again, because a page is not the last line of defence.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import streamlit as st

from access import sessions
from access.actor import Actor
from access.permissions import Action, allowed
from words.text import Text, text_for
from workflow.branch.setup import Branch, open_branch

Language = Literal["zh", "en"]
DEFAULT_DATABASE = Path("data") / "steelyard.duckdb"
LANGUAGE_KEY = "lang"


@dataclass(frozen=True)
class Context:
    """One script run's surroundings; ``db`` hands out a fresh cursor at each use."""

    actor: Actor
    branch: Branch
    lang: Language
    t: Text

    @property
    def db(self):
        """The open database, to be passed on to workflow functions."""
        return self.branch.db


def database_path() -> Path:
    """Where the database is: ``STEELYARD_DB`` or ``data/steelyard.duckdb``."""
    return Path(os.environ.get("STEELYARD_DB", DEFAULT_DATABASE))


def branch() -> Branch:
    """The branch whose database this process serves (opened once, shared by all sessions)."""
    return open_branch(database_path())


def language() -> Language:
    """The chosen language; Chinese unless the person (or the address) says otherwise."""
    chosen = st.session_state.get(LANGUAGE_KEY) or st.query_params.get(LANGUAGE_KEY)
    return "en" if chosen == "en" else "zh"


def session() -> sessions.Session | None:
    """This browser tab's session, if anybody has signed in."""
    return sessions.current(st.session_state)


def signed_in() -> Actor | None:
    """The person of this session, if anybody has signed in."""
    found = session()
    return found.actor if found else None


def page(action: Action) -> Context:
    """The context of a page that needs `action`; stops the script when it is not granted."""
    actor = signed_in()
    lang = language()
    t = text_for(lang)
    if actor is None:
        st.info(t("signin-needed"))
        st.stop()
    if not allowed(actor, action, actor.manager_id):
        st.error(t("signin-not-allowed"))
        st.stop()
    return Context(actor=actor, branch=branch(), lang=lang, t=t)
