"""What who decides appeals can do with one: take it, ask, propose with the effect in sight, confirm."""

from __future__ import annotations

from functools import partial

import streamlit as st

from access.permissions import Action, allowed
from shell.acting import Question, ask, attempt, box
from shell.context import Context
from ui import page
from ui.choice import pick
from views import before_after
from views.appeals import words
from words import format as fmt
from words.text import literal
from workflow.appeals import effect, figures, granting, reviewing
from workflow.appeals.effect import Effect
from workflow.appeals.reviewing import Candidate
from workflow.appeals.standing import FILED, PROPOSED, Appeal


def show(ctx: Context, held: Appeal) -> None:
    """The next step, for whoever may take it; for others what is against it."""
    if not held.is_open or not allowed(ctx.actor, Action.DECIDE_APPEALS):
        return
    known = {one.username: one for one in reviewing.candidates(ctx.actor, ctx.db, held.appeal_id)}
    me = known.get(ctx.actor.username)
    if held.state == PROPOSED:
        _confirm(ctx, held, me)
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _take(ctx, held, known)
    if held.reviewer == ctx.actor.username:
        _decide(ctx, held)
    elif me is not None and me.against:
        st.info(ctx.t(f"appeal-against-{me.against}"))


def _take(ctx: Context, held: Appeal, known: dict[str, Candidate]) -> None:
    t, key = ctx.t, f"appeal-{held.appeal_id}"
    me = known.get(ctx.actor.username)
    if held.reviewer != ctx.actor.username and me is not None and not me.against:
        st.button(
            t("appeal-take"),
            type="primary" if held.state == FILED else "secondary",
            key=f"{key}-take",
            on_click=attempt,
            args=(t, lambda: reviewing.take(ctx.actor, ctx.db, held.appeal_id), t("appeal-taken")),
        )
    others = {n: one for n, one in known.items() if n not in (ctx.actor.username, held.reviewer)}
    if not others:
        return
    with box(f"{key}-give", t("appeal-give")):
        for one in others.values():
            if one.against:
                st.caption(
                    f"{literal(t.term(one.name))}{t('colon')}{t(f'appeal-against-other-{one.against}')}"
                )
        free = [name for name, one in others.items() if not one.against]
        if free:
            pick(t("appeal-give-whom"), free, lambda n: t.term(others[n].name), key=f"{key}-to")
            st.button(
                t("appeal-give-do"),
                type="primary",
                key=f"{key}-give-do",
                on_click=lambda: attempt(
                    t,
                    lambda: reviewing.take(ctx.actor, ctx.db, held.appeal_id, st.session_state[f"{key}-to"]),
                    t("appeal-given"),
                    closes=f"{key}-give",
                ),
            )


def _decide(ctx: Context, held: Appeal) -> None:
    """The reviewer's: ask, turn down, or propose with the effect in sight."""
    t, number, key = ctx.t, held.appeal_id, f"appeal-{held.appeal_id}"
    with page.card(t("appeal-decide"), t("appeal-decide-note")):
        value, correct = _value(ctx, held)
        if correct:
            found = effect.effect(ctx.actor, ctx.db, number, value)
            if found.worse:
                st.warning(t("appeal-worse"))
            else:
                told(ctx, held, found)
        why = f"{key}-why"
        st.text_area(t("appeal-why"), placeholder=t("appeal-why-example"), key=why)
        with st.container(horizontal=True):
            st.button(
                t("appeal-propose"),
                type="primary",
                key=f"{key}-propose",
                on_click=lambda: attempt(
                    t,
                    lambda: reviewing.propose(
                        ctx.actor, ctx.db, number, st.session_state[why], value, correct=correct
                    ),
                    t("appeal-proposed"),
                    (why,),
                ),
            )
            st.button(
                t("appeal-turn-down"),
                key=f"{key}-turn-down",
                on_click=lambda: attempt(
                    t,
                    lambda: reviewing.turn_down(ctx.actor, ctx.db, number, st.session_state[why]),
                    t("appeal-turned-down"),
                    (why,),
                ),
            )
            ask(
                t,
                Question(f"{key}-ask", t("appeal-ask"), t("appeal-ask-label")),
                partial(reviewing.ask, ctx.actor, ctx.db, number),
                t("appeal-asked"),
            )


def _value(ctx: Context, held: Appeal) -> tuple[float | None, bool]:
    """What the figure is to become, and whether it is corrected at all."""
    t, key = ctx.t, f"appeal-{held.appeal_id}"
    if held.subject == figures.RESULT:
        st.caption(t("appeal-without-correction"))
        return None, False
    ways = ["value", "none"] if held.subject != figures.EVENT else ["value", "back", "none"]
    way = pick(t("appeal-way"), ways, lambda w: t(f"appeal-way-{w}"), key=f"{key}-way")
    if way != "value":
        return None, way == "back"
    row = held.copied["row"]
    start = held.wanted if held.wanted is not None else row.get("value") or 0.0
    label = literal(t.in_unit(t("appeal-value"), row.get("unit", "")))
    return float(st.number_input(label, value=float(start), key=f"{key}-value", format="%.2f")), True


def told(ctx: Context, held: Appeal, found: Effect) -> None:
    """What granting does to the person and to the others, before it is done."""
    t = ctx.t
    name = literal(t.pick(held.name, held.name_en))
    st.markdown(t("appeal-effect-own", name=name, said=words.own(found.own, t)))
    others = found.of_others()
    st.markdown(t(f"appeal-effect-others-{found.others}", count=len(others)))
    later = [fmt.period(one.period, t.lang) for one in found.periods if one.period != held.period]
    if later:
        st.markdown(t("appeal-effect-later", periods=t("list-joint").join(later)))
    if found.periods:
        table = before_after.differences(
            found.periods, t, t("appeal-before"), t("appeal-after"), by_period=True
        )
        with st.expander(t("appeal-effect", count=len(table.rows))):
            table.show(f"appeal-effect-{held.appeal_id}", t("appeal-effect", count=len(table.rows)))


def _confirm(ctx: Context, held: Appeal, me: Candidate | None) -> None:
    """The second person's: see the effect as it is now, and confirm or send back."""
    t, number, key, proposal = ctx.t, held.appeal_id, f"appeal-{held.appeal_id}", held.proposal
    assert proposal is not None
    detail = proposal.detail or {}
    with page.card(t("appeal-confirm-title"), t("appeal-confirm-note")):
        if detail.get("correct"):
            told(ctx, held, effect.effect(ctx.actor, ctx.db, number, detail.get("value")))
        else:
            st.markdown(t("appeal-without-correction"))
        if me is None or me.against or proposal.by == ctx.actor.username:
            against = me.against if me is not None else ""
            st.info(t(f"appeal-against-{against}" if against else "appeal-confirm-not"))
            return
        with st.container(horizontal=True):
            st.button(
                t("appeal-confirm"),
                type="primary",
                key=f"{key}-confirm",
                on_click=attempt,
                args=(t, lambda: granting.confirm(ctx.actor, ctx.db, number), t("appeal-granted")),
            )
            ask(
                t,
                Question(f"{key}-back", t("appeal-send-back"), t("appeal-send-back-label")),
                partial(reviewing.send_back, ctx.actor, ctx.db, number),
                t("appeal-sent-back"),
            )
