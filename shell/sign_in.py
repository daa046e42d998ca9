"""Signing in: one click per invented person in a demo branch, otherwise a local account."""

from __future__ import annotations

from itertools import groupby

import streamlit as st

from access import accounts, browsers, demo, sessions
from access.actor import Actor
from access.errors import SignInFailed
from access.permissions import ROLES
from access.sign_in import authenticate
from shell import door
from shell.context import OVER, branch, known_browser, language
from shell.operation import logs
from shell.single_sign_on import offer as single_sign_on
from words.text import Text, literal, text_for


def render() -> None:
    """The sign-in page, shown at every address as long as nobody is signed in."""
    t = text_for(language())
    with st.container(width=760):
        st.title(t("signin-title"))
        over = st.session_state.get(OVER)
        if over and t.has(f"signin-over-{over}"):
            st.info(t(f"signin-over-{over}", minutes=f"{branch().idle_minutes:g}"))
        st.markdown(t("signin-purpose"))
        if branch().demo:
            _demo_people(t)
            return
        single_sign_on.offer(t)
        if accounts.any_account(branch().db):
            if single_sign_on.is_offered():
                st.caption(t("sso-or-local"))
            _account_form(t)
        elif not single_sign_on.is_offered():
            st.info(t("signin-no-accounts"))
            st.code("python manage.py user add wang --role admin", language="bash")


def _demo_people(t: Text) -> None:
    st.warning(t("signin-demo-note"))
    actors = sorted(demo.actors(branch().db), key=lambda a: ROLES.index(a.role))
    for role, people in groupby(actors, key=lambda a: a.role):
        with st.container(border=True):
            st.subheader(t(f"role-{role}"))
            st.caption(t(f"signin-role-{role}"))
            members = list(people)
            if role == "manager":
                _choose_manager(members, t)
                continue
            with st.container(horizontal=True):
                for actor in members:
                    key = f"signin-{actor.username}"
                    st.button(literal(t.term(actor.called(t.lang))), key=key, on_click=_enter, args=(actor,))


def _choose_manager(members: list[Actor], t: Text) -> None:
    """48 buttons would bury the rest: the managers are picked from a list."""
    by_name = {a.username: a for a in members}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            t("signin-choose-manager"),
            list(by_name),
            format_func=lambda name: f"{by_name[name].called(t.lang)} · {by_name[name].manager_id}",
            key="signin-manager",
        )
        # Asked at the click: whoever picks and clicks before the page is drawn again means the one picked.
        st.button(
            t("signin-enter"),
            type="primary",
            key="signin-manager-enter",
            on_click=lambda: _enter(by_name[st.session_state["signin-manager"]]),
        )


def _account_form(t: Text) -> None:
    with st.form("signin"):
        username = st.text_input(t("signin-username"), autocomplete="username")
        password = st.text_input(t("signin-password"), type="password", autocomplete="current-password")
        if st.form_submit_button(t("signin-enter"), type="primary"):
            try:
                _enter(authenticate(branch().db, username, password, known_browser()))
                st.rerun()
            except SignInFailed as failure:
                logs.record("sign-in-failed", level="warning", key=failure.key)
                st.error(literal(t.error(failure)))


def _enter(actor: Actor) -> None:
    """Runs before the script, so that another click in the meantime cannot lose it."""
    token, session = browsers.begin(branch().db, actor)
    sessions.keep(st.session_state, session)
    logs.record("sign-in", role=actor.role)
    st.session_state.pop(OVER, None)
    st.session_state[door.TICKET] = door.tickets.issue(token)
