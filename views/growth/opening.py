"""The head of the page: whose it is, after which result, and in a sentence what is to be done."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from scoring.periods import Period
from shell.context import Context
from ui import address_line, page
from ui.choice import pick
from ui.page import Figure
from views import period_choice
from views.growth.parts import About
from words import format as fmt
from words.text import literal
from workflow.growth import due, reach, standing
from workflow.growth.due import Due
from workflow.growth.ladder import Climb
from workflow.growth.plan_states import OPEN, Plan
from workflow.growth.training import OFFERED, Training, hours_done


def whose(ctx: Context) -> tuple[DeltaGenerator, About]:
    """The place for the title, and whom the page is about. Ends the script with an empty state where nothing
    is posted, or somebody has no people."""
    t = ctx.t
    head, people, times = st.columns([3, 1, 1], vertical_alignment="bottom")
    posted = {p.code: p for p in reversed(standing.posted(ctx.actor, ctx.db))}
    if not posted:
        with head:
            page.header(t("nav-growth"), t("growth-nothing-posted"))
        st.stop()
    code = period_choice.stepped(
        ctx,
        list(posted),
        lambda c: fmt.period(c, ctx.lang),
        key=period_choice.KEY,
        address="period",
        place=times,
    )
    period = posted[code]
    found = {p.manager_id: p for p in reach.people(ctx.actor, ctx.db, period)}
    own = ctx.actor.role == "manager"
    if own and (asked := address_line.says("person")) not in (None, ctx.actor.manager_id):
        st.warning(t("address-own", asked=literal(str(asked))))
        address_line.write(person=None)
    if not found:
        with head:
            none = "growth-own-none" if own else "growth-no-people"
            page.header(t("nav-growth"), t(none, period=fmt.period(period, ctx.lang)))
        st.stop()
    if own:
        return head, About(ctx, next(iter(found.values())), period, own)
    with people:
        chosen = pick(
            t("manager"),
            list(found),
            lambda m: f"{t.pick(found[m].name, found[m].name_en)} · {m}",
            key="person-choice",
            default=first if (first := _asked_for(ctx, period)) in found else None,
            address="person",
        )
    return head, About(ctx, found[chosen], period, own)


def _asked_for(ctx: Context, period: Period) -> str | None:
    """Who should be talked with first."""
    every = due.due(ctx.actor, ctx.db, period)
    return next((one.person.manager_id for one in every if one.state != "done"), None)


def sentence(about: About, asked: Due | None, plan: Plan | None, climb: Climb) -> str:
    """What is to be done about the person, in words."""
    return about.ctx.t("sentence-joint").join((talk(about, asked), _plan(about, plan), _climb(about, climb)))


def talk(about: About, asked: Due | None) -> str:
    """Whether the result asks for a talk, why, and until when."""
    t, period = about.ctx.t, fmt.period(about.period, about.ctx.lang)
    if asked is None:
        return t("growth-talk-none", period=period)
    until = about.day(asked.until)
    return t(
        f"growth-talk-{asked.state}", period=period, why=reasons(about, asked), until=until, late=asked.late
    )


def reasons(about: About, asked: Due) -> str:
    """Why a talk is due."""
    t = about.ctx.t
    return t("list-joint").join(
        t(f"growth-why-{one.kind}", grade=literal(one.grade), falls=one.falls) for one in asked.reasons
    )


def _plan(about: About, plan: Plan | None) -> str:
    t = about.ctx.t
    if plan is None or plan.state not in OPEN:
        return t("growth-plan-no")
    behind, met = len(plan.behind), sum(goal.standing == "met" for goal in plan.goals)
    return t(f"growth-plan-is-{plan.state}", goals=len(plan.goals), met=met, behind=behind)


def _climb(about: About, climb: Climb) -> str:
    t = about.ctx.t
    if climb.next is None:
        return t("growth-climb-top")
    post = literal(t.name(climb.next.name))
    if climb.period is None:
        return t("growth-climb-nothing", post=post)
    return t(
        "growth-climb-missing" if climb.missing else "growth-climb-ready", post=post, count=climb.missing
    )


def strip(
    about: About, asked: Due | None, plan: Plan | None, training: tuple[Training, ...], climb: Climb
) -> None:
    """The four figures of the page."""
    t = about.ctx.t
    state = "none" if asked is None else asked.state
    is_open = plan is not None and plan.state in OPEN
    met = sum(goal.standing == "met" for goal in plan.goals) if plan is not None and is_open else 0
    hours = hours_done(training, about.period.shift(-12).last_day)
    offered = sum(one.state == OFFERED for one in training)
    page.strip(
        [
            Figure(
                t("growth-talk"),
                t(f"growth-talk-state-{state}"),
                note=t("growth-until", until=about.day(asked.until)) if asked and state != "done" else "",
            ),
            Figure(
                t("growth-plan"),
                t(f"growth-plan-state-{plan.state}")
                if plan is not None and is_open
                else t("growth-plan-state-none"),
                note=t("growth-goals-met", met=met, of=len(plan.goals))
                if plan is not None and is_open
                else "",
            ),
            Figure(
                t("growth-hours"),
                t("growth-hours-count", hours=fmt.quantity(hours)),
                note=t("growth-offered", count=offered) if offered else "",
            ),
            Figure(
                t("growth-next-post"),
                t.name(climb.next.name) if climb.next else t("growth-post-top"),
                note=t("growth-needs-missing", count=climb.missing, of=len(climb.asked))
                if climb.asked
                else "",
            ),
        ]
    )
