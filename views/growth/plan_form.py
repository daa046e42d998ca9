"""The forms in which a plan is drawn up and changed: which indicators, where they are to be, and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from data import clock
from scoring.periods import Period
from shell.acting import attempt, box
from views.growth.parts import About
from words import format as fmt
from words.text import literal
from workflow.growth import plans, talks
from workflow.growth.plan_states import Plan
from workflow.growth.plans import Candidate, Wanted

_MONTHS = dt.timedelta(days=91)
"""Plans usually run for three months."""
_FIRST = 2
"""So many of the weakest indicators are put forward."""


def draw_up(about: About) -> None:
    """A box in which the manager or a superior draws a plan up after the period's result."""
    t, ctx, key = about.ctx.t, about.ctx, f"plan-new-{about.key}"
    found = {c.indicator.code: c for c in plans.candidates(ctx.actor, ctx.db, about.manager_id, about.period)}
    last = next(
        (x for x in talks.talks(ctx.actor, ctx.db, about.manager_id) if x.period == about.period), None
    )
    talk = last.talk_id if last is not None and last.state != talks.WITHDRAWN else None
    weakest = [code for code, one in found.items() if one.lost][:_FIRST]
    today = clock.today()
    begun = {code: Wanted(code, one.target, today, today + _MONTHS) for code, one in found.items()}
    with box(key, t("growth-draw-up"), icon=":material/add:"):
        wanted = _fields(about, key, about.period, found, begun, weakest)

        def do() -> None:
            plans.draw_up(ctx.actor, ctx.db, about.manager_id, about.period, wanted(), talk)

        st.button(
            t("growth-draw-up-do"),
            type="primary",
            key=f"{key}-do",
            on_click=partial(attempt, t, do, t("growth-drawn-up"), closes=key),
        )


def change(about: About, plan: Plan) -> None:
    """A box in which other goals are asked for; both sides sign anew."""
    t, ctx, key = about.ctx.t, about.ctx, f"plan-change-{plan.plan_id}-{plan.revision.number}"
    found = {c.indicator.code: c for c in plans.candidates(ctx.actor, ctx.db, about.manager_id, plan.period)}
    now = {g.indicator_code: g for g in plan.revision.goals}
    today = clock.today()
    begun = {code: Wanted(code, one.target, today, plan.ends_on) for code, one in found.items()}
    begun |= {code: Wanted(code, g.target, g.begins_on, g.ends_on) for code, g in now.items()}
    with box(key, t("growth-change")):
        wanted = _fields(about, key, plan.period, found, begun, [code for code in now if code in found])
        st.text_area(t("growth-change-why"), key=f"{key}-why")

        def do() -> None:
            why = st.session_state[f"{key}-why"]
            plans.change(ctx.actor, ctx.db, plan.plan_id, plan.revision.number, wanted(), why)

        st.button(
            t("growth-change-do"),
            type="primary",
            key=f"{key}-do",
            on_click=partial(attempt, t, do, t("growth-changed"), (f"{key}-why",), closes=key),
        )


def _fields(
    about: About,
    key: str,
    period: Period,
    found: Mapping[str, Candidate],
    begun: Mapping[str, Wanted],
    chosen: Sequence[str],
) -> Callable[[], list[Wanted]]:
    """The goals' fields, which begin as `begun` for those `chosen`; what reads them."""
    t = about.ctx.t

    def called(code: str) -> str:
        return t.name(found[code].indicator.name, code)

    st.caption(t("growth-goals-note", period=fmt.period(period, about.ctx.lang)))
    codes = st.multiselect(
        t("growth-goals-which"), list(found), list(chosen), format_func=called, key=f"{key}-codes"
    )
    for code in codes:
        one, goal = found[code], begun[code]
        unit = one.indicator.unit
        value = t.amount(fmt.quantity(one.value), unit)
        way = t("growth-higher" if one.indicator.higher else "growth-lower")
        st.markdown(t("growth-goal-field", name=literal(called(code)), value=literal(value), way=way))
        target, first, last = st.columns(3)
        target.number_input(
            t("growth-goal-target"), value=float(goal.target), step=0.01, key=f"{key}-{code}-target"
        )
        first.date_input(t("growth-goal-begins"), value=goal.begins_on, key=f"{key}-{code}-begins")
        last.date_input(t("growth-goal-ends"), value=goal.ends_on, key=f"{key}-{code}-ends")

    def wanted() -> list[Wanted]:
        held: Any = st.session_state
        return [
            Wanted(
                code,
                float(held[f"{key}-{code}-target"]),
                held[f"{key}-{code}-begins"] or dt.date.max,
                held[f"{key}-{code}-ends"] or dt.date.min,
            )
            for code in held[f"{key}-codes"]
        ]

    return wanted
