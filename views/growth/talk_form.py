"""The form in which a superior records a talk."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

import streamlit as st

from data import clock
from shell.acting import attempt, box
from views.growth.parts import About
from words import format as fmt
from workflow.growth import talks, training
from workflow.growth.due import Due
from workflow.growth.talks import SIDES, Agreed

ACTIONS = 3
"""So many actions can be agreed in one talk; a plan has room for more."""
_FOLLOW_UP = dt.timedelta(days=30)


def show(about: About, asked: Due | None) -> None:
    """A box with everything that is recorded of a talk about the period's result."""
    t, ctx, key = about.ctx.t, about.ctx, f"talk-{about.key}"
    needed = asked is not None and asked.state != "done"
    suggested = training.suggested(ctx.actor, ctx.db, about.manager_id, about.period)
    courses = {c.course_id: t.pick(c.name, c.name_en) for c in training.catalogue(ctx.actor, ctx.db)}
    first = [one.course.course_id for one in suggested]
    order = [*first, *(c for c in courses if c not in first)]
    look = "primary" if needed else "secondary"
    with box(key, t("growth-record"), type=look, icon=":material/add:"), st.form(key, border=False):
        period = fmt.period(about.period, ctx.lang)
        st.markdown(t("growth-record-about", name=about.name, period=period))
        st.date_input(t("growth-held-on"), value=clock.today(), max_value=clock.today(), key=f"{key}-day")
        st.text_area(t("growth-points"), key=f"{key}-points", placeholder=t("growth-points-example"))
        st.text_area(t("growth-advice"), key=f"{key}-advice", placeholder=t("growth-advice-example"))
        for k in range(ACTIONS):
            what, who, until = st.columns([2.2, 1, 1.2])
            what.text_input(t("growth-action-number", number=k + 1), key=f"{key}-what-{k}")
            who.selectbox(
                t("growth-action-who"),
                SIDES,
                format_func=lambda s: t(f"growth-side-{s}"),
                key=f"{key}-who-{k}",
            )
            until.date_input(
                t("growth-action-until"), value=clock.today() + _FOLLOW_UP, key=f"{key}-until-{k}"
            )
        if courses:
            st.multiselect(
                t("growth-offer"),
                order,
                format_func=courses.__getitem__,
                key=f"{key}-courses",
                placeholder=t("growth-offer-none"),
            )
        st.date_input(t("growth-follow-up-day"), value=clock.today() + _FOLLOW_UP, key=f"{key}-follow")
        clear = [f"{key}-points", f"{key}-advice", *(f"{key}-what-{k}" for k in range(ACTIONS))]
        st.form_submit_button(
            t("growth-record-do"),
            type="primary",
            key=f"{key}-do",
            on_click=partial(
                attempt,
                t,
                partial(_record, about, key),
                t("growth-recorded", name=about.name),
                clear,
                closes=key,
            ),
        )


def _record(about: About, key: str) -> None:
    held: Any = st.session_state
    actions = [
        Agreed(held[f"{key}-what-{k}"], held[f"{key}-who-{k}"], held[f"{key}-until-{k}"] or dt.date.min)
        for k in range(ACTIONS)
        if held[f"{key}-what-{k}"].strip()
    ]
    talks.record(
        *(about.ctx.actor, about.ctx.db, about.manager_id, about.period),
        held[f"{key}-day"] or dt.date.max,
        held[f"{key}-points"],
        held[f"{key}-advice"],
        actions,
        held.get(f"{key}-courses", ()),
        held[f"{key}-follow"],
    )
