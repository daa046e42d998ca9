"""Which period a page about results shows; one that cannot be scored says why and what to do, one that is
not published says that it is provisional."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from scoring.periods import Period
from shell.context import Context
from ui import page
from ui.choice import pick
from words import format as fmt
from workflow import schemes
from workflow.results import shown
from workflow.results.scores import PeriodInfo

KEY = "period"


def chosen(ctx: Context, title: str, empty: str, head: DeltaGenerator, place: DeltaGenerator) -> Period:
    """The period picked in `place`, newest first, kept in the address. Ends the script where there is nothing
    to show: with the sentence `empty`, or under `title` in `head` with what is against the period."""
    t = ctx.t
    offered = {p.code: p for p in reversed(shown.offered(ctx.actor, ctx.db))}
    coming = shown.coming(ctx.actor, ctx.db)
    if not offered or (coming is not None and not any(p.scored for p in offered.values())):
        with head:
            page.header(title, t(empty) if coming is None else _coming(coming, ctx))
        st.stop()
    newest = shown.newest(ctx.actor, ctx.db)
    code = stepped(
        ctx,
        list(offered),
        lambda c: label(offered[c], ctx),
        key=KEY,
        address="period",
        place=place,
        default=newest.code if newest else None,
    )
    info = offered[code]
    if not info.scored:
        with head:
            page.header(title, unscored(ctx, info.period))
        st.stop()
    if coming is not None:
        st.info(_coming(coming, ctx), icon=":material/hourglass_top:")
    elif not info.published:
        st.warning(_provisional(ctx, info), icon=":material/hourglass_top:")
    return info.period


def stepped(
    ctx: Context,
    codes: Sequence[str],
    words: Callable[[str], str],
    *,
    key: str,
    address: str,
    place: DeltaGenerator,
    default: str | None = None,
) -> str:
    """One of `codes`, which are newest first, from a list between a step back and a step on."""
    line = place.container(horizontal=True, vertical_alignment="bottom", gap="xsmall")
    earlier = line.container(width="content")
    code = pick(
        ctx.t("period"), codes, words, key=key, default=default, address=address, place=line, bare=True
    )
    at = codes.index(code)
    later = line.container(width="content")
    for where, sign, says, to in (
        (earlier, "◀", "period-earlier", codes[at + 1 : at + 2]),
        (later, "▶", "period-later", codes[max(at - 1, 0) : at]),
    ):
        where.button(
            sign,
            key=f"{key}-{sign}",
            help=ctx.t(says),
            disabled=not to,
            on_click=_go,
            args=(key, to),
            type="tertiary",
        )
    return code


def _go(key: str, to: Sequence[str]) -> None:
    for code in to:
        st.session_state[key] = code


def _coming(info: PeriodInfo, ctx: Context) -> str:
    """That figures of a period are on their way, for whom they are not shown yet."""
    name = fmt.period(info.code, ctx.lang)
    return ctx.t("period-coming", period=name, state=ctx.t(f"state-{info.state}"))


def _provisional(ctx: Context, info: PeriodInfo) -> str:
    name, state = fmt.period(info.code, ctx.lang), ctx.t(f"state-{info.state}")
    settled = shown.settled(ctx.actor, ctx.db, info.period)
    return ctx.t("period-provisional" if settled else "period-unfinished", period=name, state=state)


def label(info: PeriodInfo, ctx: Context) -> str:
    """A period's name, marked where no scheme is in force in it and where it is not published."""
    name = fmt.period(info.code, ctx.lang)
    if not info.scored:
        return ctx.t("period-marked", period=name)
    return name if info.published else ctx.t("period-open", period=name, state=ctx.t(f"state-{info.state}"))


def unscored(ctx: Context, period: Period) -> str:
    """Why there is no result in a period with data, and what to do about it."""
    name, first = fmt.period(period, ctx.lang), schemes.begins(ctx.actor, ctx.db, period.kind)
    if first is None:
        return ctx.t("period-no-scheme-yet", period=name)
    return ctx.t("period-no-scheme", period=name, first=fmt.period(first, ctx.lang))
