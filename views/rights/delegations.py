"""Delegations: giving one, seeing those that were given and taken, and ending one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from access import delegation
from access.permissions import Action
from data import clock
from data.stores.rights.delegation_store import Delegation
from shell import navigation
from shell.acting import Question, ask, attempt, box
from shell.context import Context
from ui import page
from ui.choice import pick
from ui.tables import Column, Table
from words.text import literal

KEY = "delegation"
DAYS = 7


def held(ctx: Context) -> Sequence[Delegation]:
    """Those that the person gave or took."""
    return delegation.given_and_taken(ctx.actor, ctx.db)


def sentence(ctx: Context, found: Sequence[Delegation]) -> str:
    """Who acts for whom today."""
    today = clock.today()
    now = [d for d in found if d.holds(today)]
    for_me = [d for d in now if d.giver == ctx.actor.username]
    key = "none" if not now else "both" if 0 < len(for_me) < len(now) else "given" if for_me else "taken"
    return ctx.t(f"delegation-sentence-{key}", given=len(for_me), taken=len(now) - len(for_me))


def give(ctx: Context) -> None:
    """The box in which somebody is let to act."""
    t = ctx.t
    takers = {one.username: one for one in delegation.takers(ctx.actor, ctx.db)}
    if not takers:
        st.info(t("delegation-nobody"))
        return
    with box(KEY, t("delegation-give"), icon=":material/add:"):
        st.caption(t("delegation-note"))
        pick(t("delegation-taker"), list(takers), lambda u: _called(ctx, u, takers[u].role), key=f"{KEY}-to")
        offered = delegation.delegable(ctx.actor.role)
        chosen = st.multiselect(
            t("delegation-actions"), offered, format_func=lambda a: t(f"action-{a}"), key=f"{KEY}-actions"
        )
        if chosen:
            st.caption(_pages(ctx, chosen))
        first, last = st.columns(2)
        today = clock.today()
        first.date_input(t("delegation-first"), today, min_value=today, key=f"{KEY}-first")
        until = today + dt.timedelta(days=DAYS - 1)
        last.date_input(t("delegation-last"), until, min_value=today, key=f"{KEY}-last")
        st.text_input(t("delegation-why"), placeholder=t("delegation-why-example"), key=f"{KEY}-why")
        st.button(
            t("delegation-do"),
            type="primary",
            key=f"{KEY}-do",
            on_click=lambda: attempt(
                t, lambda: _give(ctx), t("delegation-given"), (f"{KEY}-why",), closes=KEY
            ),
        )


def _give(ctx: Context) -> None:
    kept, today = st.session_state, clock.today()
    wanted = delegation.Wanted(
        kept[f"{KEY}-to"],
        tuple(kept[f"{KEY}-actions"]),
        kept[f"{KEY}-first"] or today,
        kept[f"{KEY}-last"] or today,
        kept[f"{KEY}-why"],
    )
    delegation.give(ctx.actor, ctx.db, wanted)


def _pages(ctx: Context, chosen: Sequence[Action]) -> str:
    """Which pages that opens; every action is done on one of them."""
    t = ctx.t
    opened = [e for e in navigation.ENTRIES if e.action in chosen]
    names = t("list-joint").join(t(f"nav-{e.address}") for e in opened)
    here = {action for e in opened for action in (e.action, *e.offers)} | {Action.VIEW_SCHEMES}
    reached = {a for e in navigation.ENTRIES if e.action in here for a in (e.action, *e.offers)}
    nowhere = [a for a in chosen if a not in reached]
    if nowhere:
        needs = dict.fromkeys(e.action for e in navigation.ENTRIES if nowhere[0] in e.offers)
        missing = t("list-joint").join(t(f"action-{a}") for a in needs)
        return t("delegation-needs", action=t(f"action-{nowhere[0]}"), needs=missing)
    return t("delegation-opens", pages=names or t("nav-schemes"))


def listed(ctx: Context, found: Sequence[Delegation]) -> None:
    """All of them, latest first, and the way to end one."""
    t, today = ctx.t, clock.today()
    if not found:
        return
    columns: list[Column[Delegation]] = [
        Column("giver", t("delegation-giver"), lambda d: ctx.names.get(d.giver, d.giver), "strong"),
        Column("taker", t("delegation-taker"), lambda d: ctx.names.get(d.taker, d.taker), "strong"),
        Column("actions", t("delegation-actions"), lambda d: _actions(ctx, d), wrap=True),
        Column("first", t("delegation-first"), lambda d: d.first_day.isoformat()),
        Column("last", t("delegation-last"), lambda d: d.last_day.isoformat()),
        Column("why", t("delegation-why"), lambda d: d.why, wrap=True),
        Column("state", t("delegation-state"), lambda d: _state(ctx, d, today), wrap=True),
    ]
    title = t("delegation-list", count=len(found))
    with page.card(title, t("delegation-list-note")):
        table = Table(columns, found, lambda d: str(d.delegation_id))
        table.show("delegations", title)
        table.download("delegations.xlsx", t, key="delegations")
        with st.container(horizontal=True):
            for d in found:
                if d.ended_at is None and d.last_day >= today:
                    _end(ctx, d)


def _end(ctx: Context, d: Delegation) -> None:
    t, other = ctx.t, d.taker if d.giver == ctx.actor.username else d.giver
    label = t(
        "delegation-end", name=literal(t.term(ctx.names.get(other, other))), last=d.last_day.isoformat()
    )
    ask(
        t,
        Question(f"{KEY}-end-{d.delegation_id}", label, t("delegation-end-why")),
        lambda why: delegation.end(ctx.actor, ctx.db, d.delegation_id, why),
        t("delegation-ended"),
    )


def _actions(ctx: Context, d: Delegation) -> str:
    t = ctx.t
    known = set(map(str, Action))
    return t("list-joint").join(t(f"action-{a}") for a in d.actions if a in known)


def _state(ctx: Context, d: Delegation, today: dt.date) -> str:
    t = ctx.t
    if d.ended_at is not None:
        by = ctx.names.get(d.ended_by or "", d.ended_by or "")
        return t("delegation-state-ended", by=by, day=f"{d.ended_at:%Y-%m-%d}", why=d.ended_why or "")
    state = "now" if d.holds(today) else "coming" if today < d.first_day else "over"
    return t(f"delegation-state-{state}")


def _called(ctx: Context, username: str, role: str) -> str:
    return f"{ctx.names.get(username, username)} · {ctx.t(f'role-{role}')}"
