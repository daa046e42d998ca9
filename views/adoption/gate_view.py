"""The gate before adoption: every requirement with what stands against it, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from access.permissions import Action, allowed
from documents import phrases
from scoring.periods import Period, parse_period
from scoring.scheme import Authorisation
from shell.acting import Question, ask, attempt, box, obstacle
from shell.context import Context
from ui import page
from words import format as fmt
from words.text import Text, literal
from workflow.adoption import gate, impact, lifecycle
from workflow.adoption.gate import Requirement
from workflow.schemes import SchemeInfo

STEPS = ("draft", "proposed", "in-notice", "adopted")


def steps(info: SchemeInfo, ctx: Context) -> None:
    """How far a version has come."""
    words = [ctx.t(f"scheme-status-{step}") for step in STEPS]
    if info.status in STEPS:
        k = STEPS.index(info.status)
        words[k] = f"**{words[k]}**"
    else:
        words = [ctx.t(f"scheme-status-{info.status}")]
    st.markdown(" › ".join(words))


def gate_card(ctx: Context, info: SchemeInfo) -> None:
    """Everything between a version and its adoption, with the action beside each requirement."""
    t = ctx.t
    start = _start(ctx, info)
    found = gate.requirements(ctx.actor, ctx.db, info, start)
    met = sum(r.met for r in found)
    against = objections(ctx, info)
    title = t("gate-title", met=met, all=len(found)) + (f" · {t('gate-opposed')}" if against else "")
    with page.card(title, t("gate-note")):
        steps(info, ctx)
        if against:
            st.warning(against)
        for requirement in found:
            _row(ctx, info, start, requirement)
        if against and met == len(found):
            st.markdown(f":red[{against}]")  # Beside the button as well: whoever adopts has read it.
        _closing(ctx, info, start, found)


def objections(ctx: Context, info: SchemeInfo) -> str | None:
    """Who is against a version and why, as Markdown; None where nobody is."""
    held = gate.standing(ctx.actor, ctx.db, info)
    said = phrases.objections(held.objections, ctx.names, ctx.t)
    return None if said is None else literal(said)


def _start(ctx: Context, info: SchemeInfo) -> Period:
    """The period it is to begin with: proposed already, or chosen here."""
    if info.effective_from is not None and info.status != "draft":
        return info.effective_from
    if gate.setting_up(ctx.actor, ctx.db):
        # Nobody is touched: a branch that sets up its schemes may name any period of its past.
        given = st.text_input(
            ctx.t("adopt-from"), value=str(info.effective_from or ""), key=f"from-{info.key}"
        )
        return parse_period(given) if given.strip() else gate.beginnings(info)[0]
    offered = {p.code: p for p in gate.beginnings(info)}
    chosen = st.selectbox(
        ctx.t("adopt-from"),
        list(offered),
        format_func=lambda c: fmt.period(c, ctx.lang),
        key=f"from-{info.key}",
    )
    return offered[chosen]


def _row(ctx: Context, info: SchemeInfo, start: Period, requirement: Requirement) -> None:
    right = row(ctx.t, requirement)
    action = _ACTIONS.get(requirement.name)
    if action is not None:
        with right:
            action(ctx, info, start, requirement)


def row(t: Text, requirement: Requirement) -> DeltaGenerator:
    """One requirement with what stands against it and should be known; the place for what can be done."""
    left, right = st.columns([4, 1.3], vertical_alignment="center")
    icon = ":green[:material/check_circle:]" if requirement.met else ":red[:material/cancel:]"
    state = t("gate-met" if requirement.met else "gate-unmet")
    lines = [f"{icon} **{t(f'gate-{requirement.name}')}** :small[:gray[{state}]]"]
    lines += [f"- {literal(obstacle(o, t))}" for o in (*requirement.obstacles, *requirement.remarks)]
    left.markdown("\n".join(lines))
    return right


def _impact(ctx: Context, info: SchemeInfo, start: Period, requirement: Requirement) -> None:
    if info.status not in lifecycle.UNDER_DISCUSSION or not allowed(ctx.actor, Action.SIMULATE):
        return
    before = gate.standing(ctx.actor, ctx.db, info).run
    st.button(
        ctx.t("gate-run"),
        key="gate-run",
        type="tertiary" if requirement.met else "secondary",
        on_click=attempt,
        args=(
            ctx.t,
            lambda: impact.run(ctx.actor, ctx.db, info.reference),
            lambda: _ran(ctx, info, before),
        ),
    )


def _ran(ctx: Context, info: SchemeInfo, before: int | None) -> str:
    """What came of working the impact out again: another run, or the one there was."""
    kept = impact.latest(ctx.actor, ctx.db, info.reference)
    if kept is None:
        return ctx.t("gate-ran-none")
    return ctx.t("gate-ran-same" if kept.run_id == before else "gate-ran", run=kept.run_id)


def _warnings(ctx: Context, info: SchemeInfo, start: Period, requirement: Requirement) -> None:
    for found in requirement.obstacles:
        _reason(ctx, info, found.rule)


def _reason(ctx: Context, info: SchemeInfo, rule: str) -> None:
    """Write down why a warning is accepted."""
    if info.status not in lifecycle.UNDER_DISCUSSION or not allowed(ctx.actor, Action.ADOPT_SCHEME):
        return
    ask(
        ctx.t,
        Question(f"reason-{rule}-{info.key}", ctx.t("gate-reason", rule=rule), ctx.t("gate-reason-label")),
        lambda why: lifecycle.reason(ctx.actor, ctx.db, info.reference, rule, why, seen=info.events),
        ctx.t("gate-reasoned"),
    )


def _votes(ctx: Context, info: SchemeInfo, start: Period, requirement: Requirement) -> None:
    may = allowed(ctx.actor, Action.APPROVE_SCHEME) and ctx.actor.username != info.created_by
    if info.status not in lifecycle.UNDER_DISCUSSION or not may:
        return
    for word in ("approve", "object"):
        _vote(ctx, info, word)


def _vote(ctx: Context, info: SchemeInfo, word: str) -> None:
    question = Question(f"vote-{word}-{info.key}", ctx.t(f"gate-{word}"), ctx.t(f"gate-{word}-label"))

    def vote(why: str) -> None:
        approve = word == "approve"
        lifecycle.vote(ctx.actor, ctx.db, info.reference, approve=approve, why=why, seen=info.events)

    ask(ctx.t, question, vote, ctx.t("gate-voted"))


def _authorise(ctx: Context, info: SchemeInfo, start: Period, requirement: Requirement) -> None:
    if info.status not in lifecycle.OPEN or not allowed(ctx.actor, Action.ADOPT_SCHEME):
        return
    t, field = ctx.t, f"authorise-{info.key}"
    with box("authorise-box", t("adopt-record"), width="stretch"), st.form("authorise", border=False):
        st.text_input(t("adopt-reference"), key=f"{field}-reference")
        st.text_input(t("adopt-issued"), placeholder="2026-12-20", key=f"{field}-issued")
        st.text_input(t("adopt-scope"), value=ctx.branch.name(ctx.lang), key=f"{field}-scope")

        def record() -> None:
            given = (st.session_state[f"{field}-{name}"] for name in ("reference", "issued", "scope"))
            leave = Authorisation(*(text.strip() for text in given))
            lifecycle.authorise(ctx.actor, ctx.db, info.reference, leave, seen=info.events)

        st.form_submit_button(
            t("gate-write"),
            type="primary",
            on_click=attempt,
            args=(t, record, t("gate-authorised")),
            kwargs={"closes": "authorise-box"},
        )


def _leave(ctx: Context, info: SchemeInfo, start: Period, requirement: Requirement) -> None:
    """Record the head office's authorisation, or confirm what another person recorded."""
    given = gate.standing(ctx.actor, ctx.db, info).authorised
    may = info.status in lifecycle.OPEN and allowed(ctx.actor, Action.APPROVE_SCHEME)
    if may and given is not None and not given.confirmed_by and given.by != ctx.actor.username:
        st.button(
            ctx.t("gate-confirm"),
            help=ctx.t("gate-confirm-help"),
            key="gate-confirm",
            width="stretch",
            on_click=attempt,
            args=(
                ctx.t,
                lambda: lifecycle.confirm_authorisation(ctx.actor, ctx.db, info.reference, seen=info.events),
                ctx.t("gate-confirmed"),
            ),
        )
    _authorise(ctx, info, start, requirement)


def _notice(ctx: Context, info: SchemeInfo, start: Period, requirement: Requirement) -> None:
    if not allowed(ctx.actor, Action.ADOPT_SCHEME):
        return
    older = info.status == "in-notice" and any(o.key == "errors-notice-older" for o in requirement.obstacles)
    if info.status == "proposed" or older:
        st.button(
            ctx.t("gate-post-again" if older else "gate-post"),
            key="gate-post",
            width="stretch",
            on_click=attempt,
            args=(
                ctx.t,
                lambda: lifecycle.give_notice(ctx.actor, ctx.db, info.reference, seen=info.events),
                ctx.t("gate-posted"),
            ),
        )
    for found in requirement.obstacles:
        if found.rule:
            _reason(ctx, info, found.rule)


_ACTIONS: dict[str, Callable[[Context, SchemeInfo, Period, Requirement], None]] = {
    "warnings": _warnings,
    "impact": _impact,
    "approvals": _votes,
    "authorisation": _leave,
    "notice": _notice,
}


def _closing(ctx: Context, info: SchemeInfo, start: Period, found: tuple[Requirement, ...]) -> None:
    """Propose, adopt, withdraw, lay aside: what moves the version as a whole."""
    t, reference = ctx.t, info.reference
    may_draft, may_adopt = (
        allowed(ctx.actor, action) for action in (Action.DRAFT_SCHEME, Action.ADOPT_SCHEME)
    )
    voted = any(r.name == "approvals" for r in found)
    with st.container(horizontal=True):
        if info.status == "draft" and voted and may_draft:
            ask(
                t,
                Question(f"propose-{info.key}", t("gate-propose"), t("gate-propose-label"), "primary"),
                lambda why: lifecycle.propose(ctx.actor, ctx.db, reference, start, why, seen=info.events),
                t("gate-proposed"),
            )
        elif may_adopt:
            ready = all(r.met for r in found)
            ask(
                t,
                Question(f"adopt-{info.key}", t("adopt-do"), t("adopt-why"), "primary", not ready),
                lambda why: lifecycle.adopt(ctx.actor, ctx.db, reference, start, why, seen=info.events),
                t("gate-adopted", period=fmt.period(start, ctx.lang)),
            )
        if info.status in lifecycle.UNDER_DISCUSSION and may_draft:
            ask(
                t,
                Question(f"withdraw-{info.key}", t("gate-withdraw"), t("gate-withdraw-label")),
                lambda why: lifecycle.withdraw(ctx.actor, ctx.db, reference, why, seen=info.events),
                t("gate-withdrawn"),
            )
        if may_adopt:
            retire(ctx, info)


def retire(ctx: Context, info: SchemeInfo) -> None:
    """Lay a version aside."""
    ask(
        ctx.t,
        Question(f"retire-{info.key}", ctx.t("gate-retire"), ctx.t("gate-retire-label")),
        lambda why: lifecycle.retire(ctx.actor, ctx.db, info.reference, why, seen=info.events),
        ctx.t("gate-retired"),
    )
