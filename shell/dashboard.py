"""One run of the dashboard: who is it, in which language, which page. Streamlit runs it for every click."""

from __future__ import annotations

from functools import partial

import streamlit as st

from scoring.errors import SteelyardError
from shell import context, inbox_watch, navigation, problems, sidebar, sign_in
from shell.account import password
from shell.keeping import backup_watch
from shell.operation import failures
from ui import address_line, page, runtime
from words.text import literal, text_for

st.set_page_config(page_icon=str(sidebar.ICON), layout="wide")
runtime.settle()


def main() -> None:
    """Show the sign-in page or the page asked for."""
    address_line.begin()
    sidebar.brand()
    page.style()
    t = text_for(context.language())
    try:
        branch = context.branch()
    except SteelyardError as problem:
        page.header(t("app-no-database"), literal(t.error(problem)))
        return
    inbox_watch.watch(branch, str(branch.db.path))
    backup_watch.watch(branch, str(branch.db.path))
    session = context.session()
    if session is None:
        navigation.for_everybody(sign_in.render, t("signin-title")).run()
        sidebar.language_switch(t)
        sidebar.frame(branch)
        return
    actor = session.actor
    if password.must_change(session, branch):
        navigation.for_everybody(partial(password.first, session, branch), t("signin-title")).run()
        sidebar.way_out(session, branch, t)
        sidebar.frame(branch)
        return
    chosen = navigation.choose(actor, t)
    entry = navigation.entry_of(chosen)
    navigation.arrive(entry, actor, t)
    sidebar.foot(session, branch, entry, t)
    sidebar.frame(branch)
    if branch.demo:
        page.demo_banner(t)
    notice = st.container()
    navigation.name_tab(chosen, t)
    try:
        chosen.run()
    except SteelyardError as problem:
        st.error(problems.sentence(problem, actor, t))
    finally:
        # Also where the page ended the script, as it does where there is nothing to show.
        problems.unknown(notice, t)
        navigation.name_tab(chosen, t)


with failures.timed():
    main()
