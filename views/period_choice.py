"""Which period a page about results shows; a period that cannot be scored says why and what to do."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from scoring.periods import Period
from shell.context import Context
from ui import page
from ui.choice import pick
from words import format as fmt
from workflow import schemes
from workflow.results import scores
from workflow.results.scores import PeriodInfo


def chosen(ctx: Context, title: str, empty: str, head: DeltaGenerator, place: DeltaGenerator) -> Period:
    """The period picked in `place`, newest first, kept in the address. Ends the script where there is nothing
    to show: with the sentence `empty`, or under `title` in `head` with what is against the period."""
    t = ctx.t
    offered = {p.code: p for p in reversed(scores.offered(ctx.actor, ctx.db))}
    if not offered:
        with head:
            page.header(title, t(empty))
        st.stop()
    code = pick(
        t("period"),
        list(offered),
        lambda c: label(offered[c], ctx),
        key="period",
        default=next((c for c, p in offered.items() if p.scored), None),
        address="period",
        place=place,
    )
    if not offered[code].scored:
        with head:
            page.header(title, unscored(ctx, offered[code].period))
        st.stop()
    return offered[code].period


def label(info: PeriodInfo, ctx: Context) -> str:
    """A period's name, marked where no scheme is in force in it."""
    name = fmt.period(info.code, ctx.lang)
    return name if info.scored else ctx.t("period-marked", period=name)


def unscored(ctx: Context, period: Period) -> str:
    """Why there is no result in a period with data, and what to do about it."""
    name, first = fmt.period(period, ctx.lang), schemes.begins(ctx.actor, ctx.db, period.kind)
    if first is None:
        return ctx.t("period-no-scheme-yet", period=name)
    return ctx.t("period-no-scheme", period=name, first=fmt.period(first, ctx.lang))
