"""Deferred pay: what is due, what speaks against it, and its release by two people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import partial

import streamlit as st

from access import accounts
from data import clock
from scoring.pay.fen import FEN
from shell.acting import Question, ask, attempt
from shell.context import Context
from ui import page
from ui.choice import hold, pick
from ui.tables import Column, Table
from views.rewards import leavers
from words import format as fmt
from words.text import Text, literal
from workflow.rewards import holding
from workflow.rewards.holding import POSTPONE, VERDICTS, Check, DueInstalment

_HALF_A_YEAR = dt.timedelta(days=182)


def show(ctx: Context) -> None:
    """What is due with the next step for the chosen one, what comes due later, what was decided, who left."""
    t = ctx.t
    found = {_name(one): one for one in holding.due(ctx.actor, ctx.db)}
    coming = holding.coming(ctx.actor, ctx.db)
    total = fmt.yuan(sum(one.amount for one in found.values()))
    with page.card(t("release-title", count=len(found), amount=total), t("release-note")):
        if not found:
            st.caption(t("release-none") if not coming else t("release-later", day=min(coming).isoformat()))
        else:
            opened = _table(ctx, found)
            chosen = hold(
                t("release-instalment"),
                list(found),
                lambda name: _said(found[name], t),
                key="instalment",
                address="instalment",
                default=next(iter(found)),
                opened=opened,
            )
    if found:
        _next(ctx, found[chosen], chosen)
    if coming:
        _coming(ctx, coming)
    _earlier(ctx)
    leavers.show(ctx)


def _name(one: DueInstalment) -> str:
    return f"{one.manager_id}.{one.period}.{one.instalment}"


def _said(one: DueInstalment, t: Text) -> str:
    name, when = t.pick(one.name, one.name_en), fmt.period(one.period, t.lang)
    part = {"number": one.instalment, "of": one.of}
    return t("release-said", name=name, period=when, amount=fmt.yuan(one.amount), **part)


def _against(one: DueInstalment, t: Text) -> list[str]:
    """What speaks against a release, in sentences."""
    said = []
    for phrase in one.against:
        params = dict(phrase.params)
        if "period" in params:
            params["period"] = fmt.period(str(params["period"]), t.lang)
        said.append(t(phrase.key, **params))
    return said


def _table(ctx: Context, found: dict[str, DueInstalment]) -> str | None:
    t = ctx.t
    columns: list[Column[DueInstalment]] = [
        Column("name", t("name"), lambda one: t.pick(one.name, one.name_en), "strong"),
        Column("period", t("period"), lambda one: fmt.period(one.period, t.lang)),
        Column("part", t("release-part"), lambda one: f"{one.instalment} / {one.of}", right=True),
        Column("amount", t("release-amount"), lambda one: one.amount / FEN, "number"),
        Column("due", t("release-due"), lambda one: one.due_on.isoformat()),
        Column("against", t("release-against"), lambda one: _in_short(one, t), wrap=True),
        Column("state", t("release-state"), lambda one: _state(one, t), wrap=True),
    ]
    table = Table(columns, list(found.values()), _name)
    opened = table.show("release", t("release-list"), selectable=True)
    table.download("deferred-pay.xlsx", t)
    return opened


def _in_short(one: DueInstalment, t: Text) -> str:
    gone = [t("release-left", day=one.left_on.isoformat())] if one.left_on else []
    return t("release-joint").join([*gone, *_against(one, t)]) or t("release-against-nothing")


def _state(one: DueInstalment, t: Text) -> str:
    if one.check is None:
        return t("release-to-check")
    return t("release-to-approve", verdict=t(f"release-verdict-{one.check.verdict}"))


def _next(ctx: Context, one: DueInstalment, name: str) -> None:
    """The next step with the chosen instalment."""
    t = ctx.t
    with page.card(literal(_said(one, t)), t("release-next-note")):
        against = _against(one, t)
        if against:
            st.warning("\n".join(f"- {literal(said)}" for said in against))
        if one.check is None:
            _check(ctx, one, name)
        else:
            _decide(ctx, one.check)


def _check(ctx: Context, one: DueInstalment, name: str) -> None:
    t, state = ctx.t, st.session_state
    verdict = pick(
        t("release-verdict"),
        list(VERDICTS),
        lambda v: t(f"release-verdict-{v}"),
        key=f"release-verdict-{name}",
        kind="segments",
    )
    st.caption(t(f"release-means-{verdict}"))
    until = None
    if verdict == POSTPONE:
        soonest = clock.today() + dt.timedelta(days=1)
        until = st.date_input(
            t("release-until"), clock.today() + _HALF_A_YEAR, min_value=soonest, key=f"release-until-{name}"
        )
    findings, evidence = f"release-findings-{name}", f"release-evidence-{name}"
    st.text_area(t("release-findings"), placeholder=t("release-findings-example"), key=findings)
    st.text_input(t("release-evidence"), placeholder=t("release-evidence-example"), key=evidence)

    def propose() -> None:
        said = (state[findings], state[evidence], until)
        holding.check(ctx.actor, ctx.db, *one.key, verdict, *said)

    st.button(
        t("release-propose"),
        type="primary",
        key=f"release-do-{name}",
        on_click=partial(attempt, t, propose, t("release-proposed"), (findings, evidence)),
    )


def _decide(ctx: Context, check: Check) -> None:
    """The second person's: what the first one found, and the decision."""
    t, number = ctx.t, check.check_id
    by = literal(t.term(accounts.called(ctx.db, check.made_by)))
    verdict, at = t(f"release-verdict-{check.verdict}"), f"{check.made_at:%Y-%m-%d}"
    if check.postponed_to is None:
        st.markdown(t("release-check-said", by=by, at=at, verdict=verdict))
    else:
        st.markdown(t("release-check-until", by=by, at=at, until=check.postponed_to.isoformat()))
    st.markdown(t("release-check-findings", findings=literal(check.findings)))
    st.markdown(t("release-check-evidence", evidence=literal(check.evidence)))
    own = check.made_by == ctx.actor.username
    with st.container(horizontal=True):
        if own:
            st.button(
                t("release-withdraw"),
                key=f"release-withdraw-{number}",
                on_click=partial(
                    attempt,
                    t,
                    partial(holding.withdraw, ctx.actor, ctx.db, number),
                    t("release-withdrawn"),
                ),
            )
            return
        st.button(
            t("release-approve", verdict=verdict),
            type="primary",
            key=f"release-approve-{number}",
            on_click=partial(
                attempt, t, partial(holding.approve, ctx.actor, ctx.db, number), t("release-approved")
            ),
        )
        ask(
            t,
            Question(f"release-turn-down-{number}", t("release-turn-down"), t("release-why")),
            partial(holding.turn_down, ctx.actor, ctx.db, number),
            t("release-turned-down"),
        )


def _coming(ctx: Context, coming: Mapping[dt.date, tuple[int, int]]) -> None:
    """What comes due later, by day."""
    t = ctx.t
    rows = list(coming.items())
    title = t("release-coming", amount=fmt.yuan(sum(amount for _, (_, amount) in rows)))
    with st.expander(title):
        table = Table(
            [
                Column("day", t("release-due"), lambda row: row[0].isoformat(), "strong"),
                Column("count", t("release-instalments"), lambda row: row[1][0], "number", decimals=0),
                Column("amount", t("release-amount"), lambda row: row[1][1] / FEN, "number"),
            ],
            rows,
            lambda row: row[0].isoformat(),
        )
        table.show("release-coming", title)


def _earlier(ctx: Context) -> None:
    """What was decided."""
    t = ctx.t
    ended = [one for one in holding.checks(ctx.actor, ctx.db) if one.end is not None]
    if not ended:
        return

    def called(username: str) -> str:
        return t.term(accounts.called(ctx.db, username))

    title = t("release-earlier", count=len(ended))
    columns: list[Column[Check]] = [
        Column("number", t("release-number"), lambda one: one.check_id, "number", decimals=0),
        Column("who", t("paper-number"), lambda one: one.manager_id, "strong"),
        Column("period", t("period"), lambda one: fmt.period(one.period, t.lang)),
        Column("amount", t("release-amount"), lambda one: one.amount / FEN, "number"),
        Column("verdict", t("release-verdict"), lambda one: t(f"release-verdict-{one.verdict}")),
        Column("findings", t("release-findings"), lambda one: one.findings, wrap=True),
        Column("by", t("release-by"), lambda one: called(one.made_by), "muted"),
        Column("end", t("release-state"), lambda one: t(f"release-end-{one.end.kind}") if one.end else None),
        Column("decided", t("release-decided"), lambda one: called(one.end.by) if one.end else None, "muted"),
    ]
    with st.expander(title):
        table = Table(columns, ended, lambda one: str(one.check_id))
        table.show("release-earlier", title)
        table.download("risk-checks.xlsx", t)
