"""Somebody's training: what would help most, what was offered and done; and the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from access.permissions import Action, allowed
from data import clock
from shell.acting import Question, ask, attempt, box
from ui import page
from ui.choice import pick
from ui.tables import Column, Table
from ui.theme import palette
from views.growth.parts import About
from words import format as fmt
from workflow.growth import training
from workflow.growth.training import DECLINED, DONE, OFFERED, Course, Suggestion, Training

_SUGGESTED = 3
"""So many suggestions are shown; the rest of the catalogue stands under them."""


def show(about: About, held: tuple[Training, ...], names: Mapping[str, str]) -> None:
    """The card of training; `names` of indicators by code."""
    t, ctx = about.ctx.t, about.ctx
    helping = training.suggested(ctx.actor, ctx.db, about.manager_id, about.period)
    done = training.hours_done(held)
    with page.card(t("growth-training", hours=fmt.quantity(done)), t("growth-training-note")):
        if held:
            _record(about, held)
        else:
            st.markdown(t("growth-training-none"))
        if helping:
            _suggestions(about, helping, names)
        _buttons(about, held, [one.course for one in helping])
        _catalogue(about, names)


def _called(about: About) -> Callable[[Course], str]:
    t = about.ctx.t
    return lambda course: t.pick(course.name, course.name_en)


def _record(about: About, held: tuple[Training, ...]) -> None:
    t, called = about.ctx.t, _called(about)
    colours: dict[str, str] = {DONE: palette().up, OFFERED: palette().accent, DECLINED: palette().secondary}

    def when(one: Training) -> str:
        return about.day(one.on_day or one.since)

    columns: list[Column[Training]] = [
        Column("name", t("growth-course"), lambda one: called(one.course), "strong", wrap=True),
        Column("hours", t("growth-course-hours"), lambda one: one.course.hours, "number", decimals=1),
        Column(
            "state",
            t("growth-state"),
            lambda one: t(f"growth-course-{one.state}"),
            mark=lambda one: colours[one.state],
        ),
        Column("when", t("growth-course-when"), when, "muted"),
        Column("why", t("growth-course-why"), lambda one: one.why or None, wrap=True),
    ]
    rows = columns if any(one.why for one in held) else columns[:-1]
    table = Table(rows, held, lambda one: f"{one.course.course_id} {one.since.isoformat()}")
    table.show(f"training-{about.manager_id}", t("growth-training-record"))
    table.download(f"training-{about.manager_id}.xlsx", t)


def _suggestions(about: About, helping: tuple[Suggestion, ...], names: Mapping[str, str]) -> None:
    t, called = about.ctx.t, _called(about)

    def strengthens(one: Suggestion) -> str:
        return t("list-joint").join(names.get(code, code) for code in one.indicators)

    columns: list[Column[Suggestion]] = [
        Column("name", t("growth-course-suggested"), lambda one: called(one.course), "strong", wrap=True),
        Column("for", t("growth-course-for"), strengthens, wrap=True),
        Column("lost", t("growth-course-lost"), lambda one: one.lost, "number"),
        Column("hours", t("growth-course-hours"), lambda one: one.course.hours, "number", decimals=1),
    ]
    table = Table(columns, helping, lambda one: str(one.course.course_id))
    table.show(f"suggested-{about.key}", t("growth-course-suggested"), most=_SUGGESTED)


def _buttons(about: About, held: tuple[Training, ...], helping: list[Course]) -> None:
    t, ctx, person = about.ctx.t, about.ctx, about.manager_id
    offered = {str(one.course.course_id): one.course for one in held if one.state == OFFERED}
    line = st.container(horizontal=True, vertical_alignment="bottom")
    with line:
        if about.own:
            if offered:
                _answer(about, offered, "decline", training.decline)
            return
        if not about.coaches:
            return
        every = {c.course_id: c for c in (*helping, *training.catalogue(ctx.actor, ctx.db))}
        free = {str(number): c for number, c in every.items() if str(number) not in offered}
        if free:
            key = f"course-offer-{person}"
            with box(key, t("growth-course-offer"), icon=":material/add:"):
                chosen = pick(
                    t("growth-course"), list(free), lambda c: _called(about)(free[c]), key=f"{key}-which"
                )
                st.button(
                    t("growth-course-offer"),
                    type="primary",
                    key=f"{key}-do",
                    on_click=partial(
                        attempt,
                        t,
                        lambda: training.offer(ctx.actor, ctx.db, person, int(chosen)),
                        t("growth-course-offer-done"),
                        closes=key,
                    ),
                )
        if every:
            _done(about, {str(number): c for number, c in every.items()}, list(offered))
        if offered:
            _answer(about, offered, "take-back", training.take_back)


def _done(about: About, every: Mapping[str, Course], first: list[str]) -> None:
    t, ctx, key = about.ctx.t, about.ctx, f"course-done-{about.manager_id}"
    with box(key, t("growth-course-record")):
        order = [*first, *(c for c in every if c not in first)]
        chosen = pick(t("growth-course"), order, lambda c: _called(about)(every[c]), key=f"{key}-which")
        st.date_input(t("growth-course-day"), value=clock.today(), max_value=clock.today(), key=f"{key}-day")

        def do() -> None:
            day = st.session_state[f"{key}-day"] or clock.today()
            training.done(ctx.actor, ctx.db, about.manager_id, int(chosen), day)

        st.button(
            t("gate-write"),
            type="primary",
            key=f"{key}-do",
            on_click=partial(attempt, t, do, t("growth-course-record-done"), closes=key),
        )


def _answer(about: About, offered: Mapping[str, Course], what: str, work: Callable[..., None]) -> None:
    """A box in which one of the courses offered is declined or taken back, with a reason."""
    t, ctx, key = about.ctx.t, about.ctx, f"course-{what}-{about.manager_id}"
    with box(key, t(f"growth-course-{what}"), type="tertiary"):
        chosen = pick(
            t("growth-course"), list(offered), lambda c: _called(about)(offered[c]), key=f"{key}-which"
        )
        st.text_input(t("growth-course-reason"), key=f"{key}-why")
        st.button(
            t("gate-write"),
            key=f"{key}-do",
            on_click=partial(
                attempt,
                t,
                lambda: work(
                    ctx.actor, ctx.db, about.manager_id, int(chosen), st.session_state[f"{key}-why"]
                ),
                t(f"growth-course-{what}-done"),
                (f"{key}-why",),
                closes=key,
            ),
        )


def _catalogue(about: About, names: Mapping[str, str]) -> None:
    """The whole catalogue; superiors keep it."""
    t, ctx, called = about.ctx.t, about.ctx, _called(about)
    courses = training.catalogue(ctx.actor, ctx.db)
    keeps = allowed(ctx.actor, Action.KEEP_COURSES)
    if not courses and not keeps:
        return
    with st.expander(t("growth-catalogue", count=len(courses))):
        columns: list[Column[Course]] = [
            Column("name", t("growth-course"), called, "strong", wrap=True),
            Column("hours", t("growth-course-hours"), lambda c: c.hours, "number", decimals=1),
            Column(
                "for",
                t("growth-course-for"),
                lambda c: t("list-joint").join(names.get(code, code) for code in c.indicators) or None,
                wrap=True,
            ),
        ]
        Table(columns, courses, lambda c: str(c.course_id)).show("courses", t("growth-catalogue-label"))
        if keeps:
            with st.container(horizontal=True, vertical_alignment="bottom"):
                _add(about, names)
                if courses:
                    _retire(about, {str(c.course_id): c for c in courses})


def _add(about: About, names: Mapping[str, str]) -> None:
    t, ctx, key = about.ctx.t, about.ctx, "course-add"
    with box(key, t("growth-course-add"), icon=":material/add:"), st.form(key, border=False):
        st.text_input(t("growth-course-name"), key=f"{key}-name")
        st.text_input(t("growth-course-name-en"), key=f"{key}-name-en")
        st.number_input(
            t("growth-course-hours"), 0.5, training.MOST_HOURS, value=4.0, step=0.5, key=f"{key}-hours"
        )
        st.multiselect(
            t("growth-course-for"),
            list(names),
            format_func=names.__getitem__,
            key=f"{key}-for",
            placeholder=t("growth-course-for-pick"),
        )

        def do() -> None:
            held = st.session_state
            training.add_course(
                *(ctx.actor, ctx.db, held[f"{key}-name"], held[f"{key}-name-en"]),
                *(held[f"{key}-hours"], held[f"{key}-for"]),
            )

        st.form_submit_button(
            t("gate-write"),
            type="primary",
            key=f"{key}-do",
            on_click=partial(
                attempt, t, do, t("growth-course-added"), (f"{key}-name", f"{key}-name-en"), closes=key
            ),
        )


def _retire(about: About, courses: Mapping[str, Course]) -> None:
    t, ctx = about.ctx.t, about.ctx
    chosen = pick(
        t("growth-course"), list(courses), lambda c: _called(about)(courses[c]), key="course-retire-which"
    )
    question = Question("course-retire", t("growth-course-retire"), t("growth-course-retire-why"), "tertiary")
    ask(
        *(t, question, lambda why: training.retire(ctx.actor, ctx.db, int(chosen), why)),
        t("growth-course-retired"),
    )
