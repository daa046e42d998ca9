"""Campaigns of reviews: which there are, a new one, and what moves one from state to state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from data import clock
from scoring.periods import parse_period, period_of
from shell.acting import Question, ask, attempt, box
from shell.context import Context
from ui import address_line
from ui.choice import pick
from words import format as fmt
from words.text import Text, literal
from workflow.results import scores
from workflow.reviews import campaigns
from workflow.reviews.campaigns import Campaign, Use
from workflow.reviews.forms import Item

DAYS = 10
"""How long a new campaign runs unless somebody says otherwise."""
PERIODS = 12


def label(campaign: Campaign, t: Text) -> str:
    """A campaign's name and state."""
    return t("campaign-label", name=campaign.name, state=t(f"campaign-state-{campaign.state}"))


def choose(ctx: Context, found: Sequence[Campaign]) -> Campaign | None:
    """The campaign that the page shows, the newest to begin with; None where there is none."""
    if not found:
        return None
    known = {str(one.campaign_id): one for one in found}
    number = pick(
        ctx.t("campaign"),
        list(known),
        lambda number: label(known[number], ctx.t),
        # Whoever comes after another was begun finds the newest.
        key=f"campaign-chosen-{next(iter(known))}",
        address="campaign",
    )
    return known[number]


def sentence(campaign: Campaign, t: Text) -> str:
    """How a campaign stands and what is to be done, as Markdown."""
    today = clock.today()
    state = campaign.state
    if state == "open" and not campaign.is_open(today):
        state = "coming" if today < campaign.opens_on else "over"
    return t(
        f"campaign-sentence-{state}",
        name=literal(campaign.name),
        opens=campaign.opens_on.isoformat(),
        closes=campaign.closes_on.isoformat(),
        days=(campaign.closes_on - today).days,
    )


def create(ctx: Context) -> None:
    """A box for a new campaign: name, period, window; what is asked stands in it."""
    t, state = ctx.t, st.session_state
    today = clock.today()
    with (
        box("campaign-new", t("campaign-new"), icon=":material/add:", type="primary"),
        st.form("campaign-new", border=False),
    ):
        st.text_input(t("campaign-name"), key="campaign-name", placeholder=t("campaign-name-example"))
        codes = _periods(ctx)
        pick(t("period"), codes, lambda code: fmt.period(code, ctx.lang), key="campaign-period")
        days = (today, today + dt.timedelta(days=DAYS - 1))
        st.date_input(t("campaign-window"), days, key="campaign-window", help=t("campaign-window-help"))

        def begin() -> None:
            window = state["campaign-window"]
            period = parse_period(state["campaign-period"])
            # Of a window whose end nobody chose there is the first day only.
            number = campaigns.create(
                ctx.actor, ctx.db, state["campaign-name"], period, window[0], window[-1]
            )
            address_line.write(campaign=str(number))

        st.form_submit_button(
            t("campaign-create"),
            type="primary",
            on_click=attempt,
            args=(t, begin, t("campaign-created"), ("campaign-name",)),
            kwargs={"closes": "campaign-new"},
        )


def _periods(ctx: Context) -> list[str]:
    """The periods that figures can be brought for: the one in which this half year ends, as long as those of
    the branch, and the twelve before it."""
    known = scores.periods(ctx.actor, ctx.db)
    kind = known[-1].period.kind if known else "month"
    found = [period_of(clock.today(), "half-year").as_kind(kind)]
    while len(found) <= PERIODS:
        found.append(found[-1].previous())
    return [period.code for period in found]


def items(ctx: Context, campaign: Campaign) -> None:
    """What is asked: each item with its anchors, who is asked it, and which indicator it feeds."""
    t = ctx.t
    uses = {use.measure: use for use in campaigns.uses(ctx.actor, ctx.db, campaign)}
    with st.expander(t("campaign-items", count=len(campaign.items)), icon=":material/format_list_numbered:"):
        for item in campaign.items:
            feeds = _feeds(item, uses[item.measure], t)
            asked = t("list-joint").join(t(f"review-group-{group}") for group in item.groups)
            st.subheader(literal(t.name(item.name)), anchor=False)
            st.caption(t("campaign-item-note", feeds=feeds, groups=asked))
            lines = [literal(t.name(item.question))]
            lines += [f"{k}. {literal(t.name(anchor))}" for k, anchor in enumerate(item.anchors, 1)]
            st.markdown("\n\n".join([lines[0], "\n".join(lines[1:])]))


def _feeds(item: Item, use: Use, t: Text) -> str:
    """What the scheme in force makes of an item: the indicator, and what each group counts in it."""
    if not item.indicator:
        return t("campaign-feeds-none")
    if not use.scored:
        return t("campaign-feeds-not", indicator=item.indicator)
    whole = sum(use.weights.values())
    shares = [
        t("campaign-share", group=t(f"review-group-{group}"), share=fmt.percent(weight / whole, 0))
        for group, weight in use.weights.items()
    ]
    return t("campaign-feeds", indicator=item.indicator, shares=t("list-joint").join(shares))


def steps(ctx: Context, campaign: Campaign, *, assigned: bool) -> None:
    """What can be done to the whole campaign in its state; it opens once raters are `assigned`."""
    t, number, actor, db = ctx.t, campaign.campaign_id, ctx.actor, ctx.db
    places = iter(st.columns(4))
    if campaign.state == campaigns.DRAFT and assigned:
        next(places).button(
            t("campaign-open"),
            key="campaign-open",
            type="primary",
            width="stretch",
            on_click=attempt,
            args=(t, lambda: campaigns.open_(actor, db, number), t("campaign-opened")),
        )
    if campaign.state == campaigns.OPEN:
        if campaign.is_open(clock.today()):
            next(places).button(
                t("campaign-remind"),
                key="campaign-remind",
                icon=":material/notifications:",
                width="stretch",
                on_click=_remind,
                args=(ctx, number),
            )
        with next(places):
            _extend(ctx, campaign)
        with next(places):
            ask(
                t,
                Question("campaign-close", t("campaign-close"), t("campaign-close-why")),
                lambda why: campaigns.close(actor, db, number, why),
                t("campaign-closed"),
            )
    if campaign.state in (campaigns.DRAFT, campaigns.OPEN, campaigns.CLOSED):
        with next(places):
            ask(
                t,
                Question("campaign-call-off", t("campaign-call-off"), t("campaign-call-off-why"), "tertiary"),
                lambda why: campaigns.call_off(actor, db, number, why),
                t("campaign-called-off"),
            )


def _remind(ctx: Context, number: int) -> None:
    reminded: list[int] = []
    attempt(
        ctx.t,
        lambda: reminded.append(campaigns.remind(ctx.actor, ctx.db, number)),
        lambda: ctx.t("campaign-reminded", count=reminded[0]),
    )


def _extend(ctx: Context, campaign: Campaign) -> None:
    t, state = ctx.t, st.session_state
    with (
        box("campaign-extend", t("campaign-extend"), width="stretch"),
        st.form("campaign-extend", border=False),
    ):
        st.date_input(
            t("campaign-extend-to"), campaign.closes_on + dt.timedelta(days=7), key="campaign-extend-to"
        )
        st.text_area(t("campaign-extend-why"), key="campaign-extend-why")

        def work() -> None:
            to, why = state["campaign-extend-to"], state["campaign-extend-why"]
            campaigns.extend(ctx.actor, ctx.db, campaign.campaign_id, to, why)

        st.form_submit_button(
            t("gate-write"),
            type="primary",
            on_click=attempt,
            args=(t, work, t("campaign-extended"), ("campaign-extend-why",)),
            kwargs={"closes": "campaign-extend"},
        )
