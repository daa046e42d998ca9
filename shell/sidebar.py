"""The frame around every page: name, language, who is signed in."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from access import accounts, browsers, delegation, sessions
from access.sessions import Session
from shell import door, why
from shell.account import password
from shell.context import LANGUAGE_KEY, OVER, act_for, language, leave
from shell.navigation import PageEntry
from shell.single_sign_on import offer as single_sign_on
from ui import address_line, components, page
from ui.choice import pick
from words.text import Text, literal
from workflow.branch.setup import Branch

LOGO = Path(__file__).parent.parent / "static" / "logo.svg"
ICON = LOGO.with_name("icon.svg")


def brand() -> None:
    """The product's name at the top of the sidebar."""
    st.logo(LOGO, size="large", icon_image=ICON)


def language_switch(t: Text) -> None:
    """中文 / English, kept in the address so that a link keeps its language."""
    with st.sidebar:
        pick(
            t("nav-language"),
            ["zh", "en"],
            {"zh": "中文", "en": "English"}.__getitem__,
            key=LANGUAGE_KEY,
            address=LANGUAGE_KEY,
            kind="segments",
        )


def foot(session: Session, branch: Branch, entry: PageEntry, t: Text) -> None:
    """Whose eyes this is and why they may see the page, the way out, and the language."""
    actor = session.actor
    with st.sidebar:
        st.caption(t("nav-branch", branch=literal(branch.name(t.lang))))
        st.markdown(f"**{literal(t.term(actor.called(t.lang)))}** · {t(f'role-{actor.role}')}")
        _places(session, branch, t)
        why.explain(session, branch, entry, t)
        password.own(session, branch, t)
        _ways_out(session, branch, t)
    language_switch(t)


def way_out(session: Session, branch: Branch, t: Text) -> None:
    """Who is signed in, and the way out, where there is no page yet."""
    with st.sidebar:
        st.markdown(f"**{literal(session.actor.called(t.lang))}**")
        _ways_out(session, branch, t)
    language_switch(t)


def _places(session: Session, branch: Branch, t: Text) -> None:
    """For whom the person acts, and the way there and back."""
    person = session.own or session.actor
    if session.own is not None:
        name = literal(t.term(accounts.called(branch.db, session.actor.acts_for)))
        st.warning(t("acting-for", name=name))
        st.button(t("acting-own"), key="act-own", type="tertiary", on_click=act_for, args=(None,))
        return
    for held in delegation.open_to(branch.db, person):
        name = literal(t.term(accounts.called(branch.db, held.giver)))
        label = t("acting-begin", name=name, last=held.last_day.isoformat())
        key = f"act-{held.delegation_id}"
        st.button(label, key=key, type="tertiary", on_click=act_for, args=(held.delegation_id,))


def _ways_out(session: Session, branch: Branch, t: Text) -> None:
    """Sign out here and, for whoever is signed in at other browsers too, everywhere."""
    st.button(t("nav-sign-out"), key="sign-out", type="tertiary", on_click=_leave, args=(branch, session))
    if session.token_sha256 and (others := browsers.others(branch.db, session)):
        st.button(
            t("nav-sign-out-everywhere", others=others),
            key="sign-out-everywhere",
            type="tertiary",
            on_click=_leave_everywhere,
            args=(branch, session),
        )


def frame(branch: Branch) -> None:
    """What the browser does around every page: see `ui.components.browser`."""
    state, session = st.session_state, sessions.current(st.session_state)
    ticket = state.get(door.TICKET)
    with st.sidebar:
        components.browser(
            lang=page.html_language(language()),
            door=door.address(),
            ticket=ticket if ticket and door.tickets.waits(ticket) else None,
            idle_seconds=browsers.asks_after(branch.db, session.token_sha256)
            if session and session.token_sha256
            else None,
            left=state.get(OVER) in ("left", "everywhere"),
        )


def _leave(branch: Branch, session: Session) -> None:
    """End the sign-in of this browser, in all its tabs."""
    if session.token_sha256:
        browsers.end(branch.db, session.token_sha256)
    _forget(branch, session)


def _leave_everywhere(branch: Branch, session: Session) -> None:
    browsers.end_everywhere(branch.db, session)
    _forget(branch, session)


def _forget(branch: Branch, session: Session) -> None:
    leave()
    # On the way to the provider the cookie goes along and says whose sign-in there is to end.
    by_provider = single_sign_on.leave(branch, session.actor.username)
    st.session_state[OVER] = "provider" if by_provider else "left"
    address_line.clear()
