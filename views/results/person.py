"""The head of the pages about one person: whose it is, and when."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from scoring.periods import Period
from shell.context import Context
from shell.navigation import page_name
from ui import address_line, page
from ui.choice import pick
from views import neighbours, period_choice
from words import format as fmt
from words.text import literal
from workflow.results import scorecards


def whose(ctx: Context, address: str) -> tuple[DeltaGenerator, str, Period]:
    """The head of the page about one person at `address`: the place for its title, the manager, the period.
    Ends the script with an empty state where there is nothing to show."""
    head, people, times = st.columns([3, 1, 1], vertical_alignment="bottom")
    title = ctx.t(page_name(address, ctx.actor))
    period = period_choice.chosen(ctx, title, "leaderboard-empty", head, times)
    with people:
        manager_id = choose(ctx, period)
    if manager_id is None:
        with head:
            page.header(title, ctx.t("scorecard-none", period=fmt.period(period, ctx.lang)))
        st.stop()
    if ctx.actor.role != "manager":
        found = scorecards.people(ctx.actor, ctx.db, period)
        names = {p.manager_id: ctx.t.pick(p.name, p.name_en) for p in found}
        neighbours.line(ctx, address, manager_id, period, names)
    nothing = next(
        (p for p in scorecards.without_data(ctx.actor, ctx.db, period) if p.manager_id == manager_id), None
    )
    if nothing is not None:
        name = literal(ctx.t.pick(nothing.name, nothing.name_en))
        with head:
            page.header(title, ctx.t("board-person-nothing", name=name, period=fmt.period(period, ctx.lang)))
        st.stop()
    return head, manager_id, period


def _own(ctx: Context) -> str | None:
    """A manager's own, whomever the address names."""
    own, asked = ctx.actor.manager_id, address_line.says("person")
    if asked not in (None, own):
        st.warning(ctx.t("address-own", asked=literal(str(asked))))
        address_line.write(person=None)
    return own


def choose(ctx: Context, period: Period) -> str | None:
    """The manager whose page this is; a manager's own, without a choice. Kept in the address."""
    people = scorecards.people(ctx.actor, ctx.db, period)
    if ctx.actor.role == "manager":
        return _own(ctx) if people else None
    names = {p.manager_id: ctx.t.pick(p.name, p.name_en) for p in people}
    if not names:
        return None
    return pick(
        ctx.t("manager"),
        list(names),
        lambda m: f"{names[m]} · {m}",
        key="person-choice",
        address="person",
    )
