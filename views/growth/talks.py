"""The talks with somebody: what was said, advised and agreed, and what became of it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from shell.acting import Question, ask, attempt, box
from ui import page
from ui.tables import Column, Table
from views.growth import talk_form
from views.growth.parts import About, lines
from words import format as fmt
from words.text import literal
from workflow.growth import talks, training
from workflow.growth.due import Due
from workflow.growth.talks import HOWS, WITHDRAWN, Came, Talk


def show(about: About, asked: Due | None) -> None:
    """All talks, the latest first and in full; and for superiors the way to record one."""
    t, ctx = about.ctx.t, about.ctx
    held = talks.talks(ctx.actor, ctx.db, about.manager_id)
    there = [talk for talk in held if talk.state != WITHDRAWN]
    with page.card(t("growth-talks", count=len(there)), t("growth-talks-note")):
        if about.coaches:
            talk_form.show(about, asked)
        if not held:
            st.markdown(t("growth-talks-none-own" if about.own else "growth-talks-none"))
        for place, talk in enumerate(held):
            title = _title(about, talk)
            if place:
                with st.expander(title):
                    _talk(about, talk)
            else:
                st.markdown(f"**{title}**")
                _talk(about, talk)


def _title(about: About, talk: Talk) -> str:
    t = about.ctx.t
    return t(
        "growth-talk-title",
        day=about.day(talk.held_on),
        by=about.who(talk.held_by),
        period=fmt.period(talk.period, about.ctx.lang),
        state=t(f"growth-talk-is-{talk.state}"),
    )


def _talk(about: About, talk: Talk) -> None:
    t, ctx = about.ctx.t, about.ctx
    if talk.withdrawn is not None:
        said = talk.withdrawn
        st.markdown(t("growth-withdrawn", by=about.who(said.by), why=literal(said.says)))
        return
    for label, text in (("growth-points", talk.points), ("growth-advice", talk.advice)):
        st.markdown(f":gray[{t(label)}]  \n{lines(text)}")
    if talk.actions:
        _actions(about, talk)
    if talk.courses:
        known = {
            c.course_id: c
            for c in (one.course for one in training.record(ctx.actor, ctx.db, about.manager_id))
        }
        names = [literal(t.pick(known[c].name, known[c].name_en)) for c in talk.courses if c in known]
        if names:
            st.markdown(t("growth-courses-offered", courses=t("list-joint").join(names)))
    for view in talk.views:
        st.markdown(t("growth-view", by=about.name, day=about.day(view.at), says=literal(view.says)))
    if talk.followed_up is not None:
        by = about.who(talk.followed_up.by)
        st.caption(t("growth-followed-up", day=about.day(talk.followed_up.at), by=by))
    elif talk.follow_up_on is not None:
        st.caption(t("growth-follow-up-on", day=about.day(talk.follow_up_on)))
    _buttons(about, talk)


def _actions(about: About, talk: Talk) -> None:
    t = about.ctx.t
    rows = list(enumerate(talk.actions))

    def came(k: int) -> str | None:
        if not talk.came:
            return None
        one = talk.came[k]
        how = t(f"growth-came-{one.how}")
        return t("growth-came", how=how, says=one.says) if one.says else how

    columns: list[Column[tuple[int, talks.Agreed]]] = [
        Column("what", t("growth-action"), lambda r: r[1].what, wrap=True),
        Column("who", t("growth-action-who"), lambda r: t(f"growth-side-{r[1].who}"), "muted"),
        Column("until", t("growth-action-until"), lambda r: about.day(r[1].until), "muted"),
    ]
    if talk.came:
        columns.append(Column("came", t("growth-action-came"), lambda r: came(r[0]), wrap=True))
    Table(columns, rows, lambda r: str(r[0])).show(f"talk-actions-{talk.talk_id}", t("growth-actions"))


def _buttons(about: About, talk: Talk) -> None:
    """What can be done with a talk by whoever looks at it."""
    t, ctx, number = about.ctx.t, about.ctx, talk.talk_id
    line = st.container(horizontal=True, vertical_alignment="bottom")
    if about.own:
        if talk.state == talks.RECORDED:
            line.button(
                t("growth-confirm"),
                key=f"talk-confirm-{number}",
                type="primary",
                on_click=partial(
                    attempt, t, lambda: talks.confirm(ctx.actor, ctx.db, number), t("growth-confirmed")
                ),
            )
        with line.container(width="content"):
            question = Question(f"talk-view-{number}", t("growth-view-add"), t("growth-view-label"))
            ask(
                *(t, question, lambda says: talks.view_otherwise(ctx.actor, ctx.db, number, says)),
                t("growth-view-added"),
            )
        return
    if not about.coaches:
        return
    if talk.followed_up is None:
        with line:
            _follow_up(about, talk)
    if talk.held_by == ctx.actor.username:
        question = Question(
            f"talk-withdraw-{number}", t("growth-withdraw"), t("growth-withdraw-label"), "tertiary"
        )
        with line.container(width="content"):
            ask(
                *(t, question, lambda why: talks.withdraw(ctx.actor, ctx.db, number, why)),
                t("growth-withdrawn-done"),
            )


def _follow_up(about: About, talk: Talk) -> None:
    """A box that asks what came of each action."""
    t, ctx, key = about.ctx.t, about.ctx, f"talk-follow-{talk.talk_id}"
    with box(key, t("growth-follow-up")), st.form(key, border=False):
        if not talk.actions:
            st.markdown(t("growth-follow-up-plain"))
        for k, action in enumerate(talk.actions):
            st.markdown(literal(action.what))
            how, says = st.columns([1, 2])
            how.selectbox(
                t("growth-action-came"),
                HOWS,
                format_func=lambda h: t(f"growth-came-{h}"),
                key=f"{key}-how-{k}",
            )
            says.text_input(t("growth-came-says"), key=f"{key}-says-{k}")

        def do() -> None:
            held = st.session_state
            came = [Came(held[f"{key}-how-{k}"], held[f"{key}-says-{k}"]) for k in range(len(talk.actions))]
            talks.follow_up(ctx.actor, ctx.db, talk.talk_id, came)

        st.form_submit_button(
            t("gate-write"),
            type="primary",
            key=f"{key}-do",
            on_click=partial(attempt, t, do, t("growth-follow-up-done"), closes=key),
        )
