"""The facts every page starts from: the signed-in person, the open database and the language.

Pages call :func:`page` first. It stops the script when nobody is signed in or the action is not
granted, so that a page reached by its address shows nothing; the workflow functions behind it ask
``access`` again, because a page is not the last line of defence.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import streamlit as st

from access import accounts, browsers, delegation, sessions
from access.actor import Actor
from access.permissions import Action, allowed
from data.database import Database
from documents.paper.letterhead import anchored
from ui import address_line, choice, runtime, tables
from words.text import Text, text_for
from workflow.branch.setup import Branch, open_branch

Language = Literal["zh", "en"]
DEFAULT_DATABASE = Path("data") / "steelyard.duckdb"
LANGUAGE_KEY = "lang"
ACTING = "acting-for"
"""The number of the delegation by which the person acts for somebody, in the session's state."""
OVER = "over"
"""Why nobody is signed in any more, in the session's state: see `access.browsers.Over`."""


@dataclass(frozen=True)
class Context:
    """One script run's surroundings; ``db`` hands out a fresh cursor at each use."""

    actor: Actor
    branch: Branch
    lang: Language
    t: Text

    @property
    def db(self) -> Database:
        """The open database, to be passed on to workflow functions."""
        return self.branch.db

    @property
    def names(self) -> dict[str, str]:
        """What people are called who act in the branch, by user name; an account's name is as typed in any
        language."""
        return {user: self.t.term(name) for user, name in accounts.names(self.db).items()}


def database_path() -> Path:
    """Where the database is: ``STEELYARD_DB`` or ``data/steelyard.duckdb``."""
    return Path(os.environ.get("STEELYARD_DB", DEFAULT_DATABASE))


def branch() -> Branch:
    """The branch whose database this process serves (opened once, shared by all sessions)."""
    return open_branch(database_path())


def as_language(code: object) -> Language:
    """A language by its code in addresses; Chinese where it is none."""
    return "en" if code == "en" else "zh"


def language() -> Language:
    """The chosen language; Chinese unless the person (or the address) says otherwise."""
    return as_language(choice.followed(LANGUAGE_KEY, LANGUAGE_KEY, ("zh", "en")))


def session() -> sessions.Session | None:
    """This tab's session, if anybody is signed in at this browser, with the person's present role.

    It is looked up in the database at every call, so that signing out in another tab, being away for too long
    and a disabled account end it. What ended it is in the session's state under ``OVER``, for the
    sign-in page.
    """
    state, db = st.session_state, branch().db
    kept = sessions.current(state)
    token = kept.token_sha256 if kept else _cookie()
    if token is None:
        return sessions.keep(state, _acting(kept)) if kept else None
    found = browsers.session(db, token)
    if isinstance(found, sessions.Session):
        return sessions.keep(state, _acting(found))
    if kept:
        leave()
    if found.why:
        state.setdefault(OVER, found.why)
    return None


def _acting(found: sessions.Session) -> sessions.Session:
    """The session with the person in the place of whoever lets them, while that holds and is chosen."""
    person, number = found.own or found.actor, st.session_state.get(ACTING)
    stand_in = delegation.stand_in(branch().db, person, number) if number is not None else None
    if stand_in is None:
        st.session_state.pop(ACTING, None)
        return replace(found, actor=person, own=None)
    return replace(found, actor=stand_in, own=person)


def act_for(number: int | None) -> None:
    """Act for somebody from now on by the delegation `number`, or as oneself again (None). Nothing that was
    tried in one place is found in the other."""
    found, kept = sessions.current(st.session_state), language()
    if found is None:
        return
    _forget(kept)
    if number is not None:
        st.session_state[ACTING] = number
    sessions.keep(st.session_state, found)
    address_line.clear()


def in_fragment() -> None:
    """To be called first in a fragment, which runs again without the script around it: where nobody is
    signed in any more, the whole script runs."""
    address_line.begin()
    if session() is None:
        st.rerun(scope="app")


def _cookie() -> str | None:
    """The hashed token that the browser brought when this tab connected."""
    token = st.context.cookies.get(cookie_name())
    return browsers.hashed(token) if token else None


def cookie_name() -> str:
    """The cookie's name: one for each port, since a browser sends a host's cookies to all of its ports."""
    return f"steelyard_{st.get_option('server.port')}"


def known_name() -> str:
    """The name of the cookie by which a browser is known again; it signs nobody in."""
    return f"known_{st.get_option('server.port')}"


def known_browser() -> str | None:
    """The hashed secret by which the browser of this tab is known, where it has one."""
    secret = st.context.cookies.get(known_name())
    return browsers.hashed(secret) if secret else None


def leave() -> None:
    """Forget everything that is kept for the person; the language stays as it is."""
    _forget(language())


def _forget(kept: Language) -> None:
    sessions.end(st.session_state)
    runtime.silence()
    st.session_state[LANGUAGE_KEY] = kept


def signed_in() -> Actor | None:
    """The person of this session, if anybody has signed in."""
    found = sessions.current(st.session_state)
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
    found = Context(actor=actor, branch=branch(), lang=lang, t=t)
    st.session_state[tables.FOOT] = anchored(found.db, t)
    return found


def site() -> str:
    """Where the pages are for the browser that asks, without the page that it is on."""
    place = urlsplit(st.context.url or "")
    return f"{place.scheme}://{place.netloc}{place.path.rpartition('/')[0]}"


def base() -> str:
    """What stands before every path: empty, or as ``/steelyard`` where a proxy serves several things."""
    path = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""
