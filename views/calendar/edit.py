"""Keeping the calendar: a year's notice taken over, days changed or taken back."""

from __future__ import annotations

from functools import partial

import streamlit as st

from shell.acting import Question, ask, attempt, box
from shell.context import Context
from workflow import calendar

_NOTICE = ("calendar-source", "calendar-notice")
_CHANGE = ("calendar-name", "calendar-name-en", "calendar-why")


def notice(ctx: Context, year: int, *, first: bool) -> None:
    """A form for the state's notice: which one it is, and its text or lines of days; the
    button stands out where none was taken over yet (`first`)."""
    t, state = ctx.t, st.session_state
    kind = "primary" if first else "secondary"
    opened = box("calendar-announce", t("calendar-announce", year=str(year)), type=kind, width="stretch")
    with opened, st.form("calendar-notice-form", border=False):
        st.text_input(t("calendar-source"), key=_NOTICE[0], placeholder=t("calendar-source-example"))
        st.text_area(t("calendar-notice"), key=_NOTICE[1], height=220, help=t("calendar-notice-help"))
        st.caption(t("calendar-notice-help"))

        def take() -> None:
            calendar.announce(ctx.actor, ctx.db, year, state[_NOTICE[0]], state[_NOTICE[1]])

        st.form_submit_button(
            t("calendar-announce-do"),
            key="calendar-announce-do",
            type="primary",
            on_click=attempt,
            args=(t, take, t("calendar-taken-over", year=str(year)), _NOTICE),
            kwargs={"closes": "calendar-announce"},
        )


def change(ctx: Context, year: int) -> None:
    """A form for single days: off, worked, or as usual again; with the reason."""
    t, state = ctx.t, st.session_state
    with (
        box("calendar-change", t("calendar-change"), width="stretch"),
        st.form("calendar-days", border=False),
    ):
        left, right = st.columns(2)
        left.date_input(t("calendar-first"), value=None, key="calendar-first")
        right.date_input(t("calendar-last"), value=None, key="calendar-last")
        st.radio(
            t("calendar-kind"),
            calendar.KINDS,
            format_func=lambda kind: t(f"calendar-kind-{kind}"),
            captions=[t(f"calendar-kind-{kind}-means") for kind in calendar.KINDS],
            key="calendar-kind",
        )
        left, right = st.columns(2)
        left.text_input(t("calendar-name"), key=_CHANGE[0])
        right.text_input(t("calendar-name-en"), key=_CHANGE[1])
        st.text_input(t("calendar-why"), key=_CHANGE[2])

        def keep() -> None:
            first, last = state["calendar-first"], state["calendar-last"]
            names = state[_CHANGE[0]], state[_CHANGE[1]]
            given = calendar.spread(first, last, state["calendar-kind"], *names)
            calendar.set_days(ctx.actor, ctx.db, given, state[_CHANGE[2]])

        st.form_submit_button(
            t("calendar-change-do"),
            key="calendar-change-do",
            type="primary",
            on_click=attempt,
            args=(t, keep, t("calendar-changed"), _CHANGE),
            kwargs={"closes": "calendar-change"},
        )


def withdraw(ctx: Context, year: int) -> None:
    """That a year was announced, taken back with the reason."""
    t = ctx.t
    question = Question(
        "calendar-withdraw", t("calendar-withdraw", year=str(year)), t("calendar-why"), kind="tertiary"
    )
    work = partial(calendar.withdraw, ctx.actor, ctx.db, year)
    ask(t, question, work, t("calendar-withdrawn", year=str(year)))
