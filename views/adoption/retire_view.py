"""Laying an adopted version aside on the page: the proposal, what is still asked for, what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from access.permissions import Action, allowed
from data import clock
from documents import phrases
from shell.acting import Question, ask, attempt
from shell.context import Context
from ui import page
from views.adoption.gate_view import row
from views.adoption.version_view import label
from words.text import literal
from workflow.adoption import lifecycle, retirement
from workflow.adoption.gate import Requirement
from workflow.adoption.standing import NOTICE_RULE, Retirement
from workflow.schemes import SchemeInfo


def card(ctx: Context, info: SchemeInfo) -> None:
    """The retirement that is under discussion, if one is."""
    t, held = ctx.t, retirement.under_way(ctx.actor, ctx.db, info)
    if held is None:
        return
    found = retirement.requirements(ctx.actor, ctx.db, info)
    met = sum(r.met for r in found)
    title = t("retire-title", version=literal(label(info, t)), met=met, all=len(found))
    known = ctx.names
    against = phrases.objections(held.objections, known, t)
    with page.card(title, t("retire-note")):
        by, day = known.get(held.proposed.by, held.proposed.by), f"{clock.local(held.proposed.at):%Y-%m-%d}"
        st.markdown(t("retire-proposed-by", by=literal(by), day=day, why=literal(held.proposed.why)))
        if against:
            st.warning(literal(against))
        for requirement in found:
            with row(t, requirement):
                _action(ctx, info, held, requirement)
        _closing(ctx, info, ready=met == len(found))


def sentences(ctx: Context, stored: Sequence[SchemeInfo]) -> list[str]:
    """A sentence for every version that is about to be laid aside, for everybody to read."""
    found = []
    for info in stored:
        held = retirement.under_way(ctx.actor, ctx.db, info) if info.status == "adopted" else None
        if held is not None:
            name, day = literal(label(info, ctx.t)), f"{clock.local(held.proposed.at):%Y-%m-%d}"
            found.append(ctx.t("retire-under-way", name=name, day=day))
    return found


def propose(ctx: Context, info: SchemeInfo) -> None:
    """The way to propose it; or to do it, where a branch that sets up its schemes needs no proposal."""
    if retirement.under_way(ctx.actor, ctx.db, info) is not None:
        return
    found = retirement.requirements(ctx.actor, ctx.db, info)
    if all(r.met for r in found) and allowed(ctx.actor, Action.ADOPT_SCHEME):
        _do(ctx, info, ready=True)
    elif allowed(ctx.actor, Action.DRAFT_SCHEME) and found[0].met:
        _ask(ctx, info, "propose", retirement.propose, "retire-proposed-done")


def _action(ctx: Context, info: SchemeInfo, held: Retirement, requirement: Requirement) -> None:
    """What can be done about one requirement."""
    t, may = ctx.t, allowed(ctx.actor, Action.ADOPT_SCHEME)
    others = allowed(ctx.actor, Action.APPROVE_SCHEME) and ctx.actor.username != held.proposed.by
    if requirement.name == "approvals" and others:
        for word in ("approve", "object"):
            _vote(ctx, info, word)
    elif requirement.name == "notice" and may and held.posted is None:
        st.button(
            t("gate-post"),
            key="retire-post",
            width="stretch",
            on_click=attempt,
            args=(
                t,
                lambda: retirement.give_notice(ctx.actor, ctx.db, info.reference, seen=info.events),
                t("retire-posted"),
            ),
        )
    elif requirement.name == "notice" and may and not requirement.met:
        question = Question(
            f"retire-reason-{info.key}", t("gate-reason", rule=NOTICE_RULE), t("retire-reason-label")
        )
        ask(
            t,
            question,
            lambda why: retirement.reason(ctx.actor, ctx.db, info.reference, why, seen=info.events),
            t("gate-reasoned"),
        )


def _vote(ctx: Context, info: SchemeInfo, word: str) -> None:
    t, approve = ctx.t, word == "approve"
    question = Question(f"retire-{word}-{info.key}", t(f"gate-{word}"), t(f"gate-{word}-label"))
    ask(
        t,
        question,
        lambda why: retirement.vote(
            ctx.actor, ctx.db, info.reference, approve=approve, why=why, seen=info.events
        ),
        t("gate-voted"),
    )


def _closing(ctx: Context, info: SchemeInfo, *, ready: bool) -> None:
    with st.container(horizontal=True):
        if allowed(ctx.actor, Action.ADOPT_SCHEME):
            _do(ctx, info, ready=ready)
        if allowed(ctx.actor, Action.DRAFT_SCHEME):
            _ask(ctx, info, "withdraw", retirement.withdraw, "retire-withdrawn")


def _do(ctx: Context, info: SchemeInfo, *, ready: bool) -> None:
    t = ctx.t
    ask(
        t,
        Question(f"retire-{info.key}", t("retire-do"), t("gate-retire-label"), "primary", not ready),
        lambda why: lifecycle.retire(ctx.actor, ctx.db, info.reference, why, seen=info.events),
        t("gate-retired"),
    )


def _ask(ctx: Context, info: SchemeInfo, step: str, work: Callable[..., None], done: str) -> None:
    t = ctx.t
    label_ = t("retire-propose-label" if step == "propose" else "gate-withdraw-label")
    ask(
        t,
        Question(f"retire-{step}-{info.key}", t(f"retire-{step}"), label_),
        lambda why: work(ctx.actor, ctx.db, info.reference, why, seen=info.events),
        t(done),
    )
