"""From when on managers see results, and how long a notice runs, for those who publish."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action, allowed
from shell.acting import attempt, box
from shell.context import Context
from workflow.results import publishing, shown

_SINCE, _DAYS = "posting-since", "posting-days"


def edit(ctx: Context) -> None:
    """A form for whoever publishes; nothing for the others."""
    if not allowed(ctx.actor, Action.PUBLISH):
        return
    t = ctx.t
    since, days = shown.since(ctx.actor, ctx.db), publishing.notice_days(ctx.actor, ctx.db)
    with box("posting-box", t("posting")), st.form("posting", border=False):
        st.radio(
            t("posting-since"),
            shown.SINCE,
            shown.SINCE.index(since),
            format_func=lambda state: t(f"posting-since-{state}"),
            key=_SINCE,
        )
        st.number_input(t("posting-days"), 1, publishing.LONGEST_NOTICE, days, key=_DAYS)

        def keep() -> None:
            if st.session_state[_SINCE] != since:
                shown.show_since(ctx.actor, ctx.db, st.session_state[_SINCE])
            if st.session_state[_DAYS] != days:
                publishing.set_notice_days(ctx.actor, ctx.db, st.session_state[_DAYS])

        st.form_submit_button(
            t("posting-do"),
            key="posting-do",
            type="primary",
            on_click=attempt,
            args=(t, keep, t("posting-done")),
            kwargs={"closes": "posting-box"},
        )
