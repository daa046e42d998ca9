"""How strict superiors are and how far colleagues agree: beside the results, never in their place."""

from __future__ import annotations

import streamlit as st

from shell import problems
from shell.context import Context
from ui import page
from ui.tables import Column, Table
from words import format as fmt
from words.text import Text, literal
from workflow.reviews import results
from workflow.reviews.campaigns import Campaign
from workflow.reviews.drawing import FEWEST_FOR_AGREEMENT
from workflow.reviews.results import Judged, Judging


def show(ctx: Context, campaign: Campaign) -> None:
    """The card for those who release: severity by superior, plain and adjusted means, agreement of peers."""
    t = ctx.t
    with page.card(t("judging-title"), t("judging-note")), problems.standing(ctx):
        found = results.judging(ctx.actor, ctx.db, campaign.campaign_id)
        if found.severity:
            _severity(found, t)
            _adjusted(ctx, campaign, found)
        else:
            st.markdown(t("judging-unconnected"))
        _agreement(campaign, found, t)


def _severity(found: Judging, t: Text) -> None:
    columns: list[Column[str]] = [
        Column("name", t("judging-superior"), lambda who: t.term(found.names[who]), "strong"),
        Column(
            *("severity", t("judging-severity"), lambda who: fmt.plus(found.severity[who])),
            right=True,
            sort=found.severity.__getitem__,
        ),
    ]
    order = sorted(found.severity, key=lambda who: found.severity[who])
    Table(columns, order, str).show("review-severity", t("judging-title"))


def _adjusted(ctx: Context, campaign: Campaign, found: Judging) -> None:
    """What people would have if all superiors were equally strict; nothing is made of it."""
    t = ctx.t
    everybody = results.results(ctx.actor, ctx.db, campaign.campaign_id)
    names = {one.ratee_id: t.pick(one.ratee, one.ratee_en) for one in everybody}
    columns: list[Column[Judged]] = [
        Column("name", t("ratee"), lambda one: names[one.ratee_id], "strong"),
        Column("plain", t("judging-plain"), lambda one: one.plain, "number"),
        Column("adjusted", t("judging-adjusted"), lambda one: one.adjusted, "number"),
        Column("change", t("judging-change"), lambda one: one.adjusted - one.plain, "delta"),
    ]
    with st.expander(t("judging-people")):
        Table(columns, found.people, lambda one: one.ratee_id).show("review-adjusted", t("judging-people"))


def _agreement(campaign: Campaign, found: Judging, t: Text) -> None:
    """How far colleagues agree on each measure, where enough people were rated."""
    if not found.agreement:
        st.caption(t("judging-agreement-few", least=FEWEST_FOR_AGREEMENT))
        return
    names: dict[str, list[str]] = {}
    for item in campaign.items:
        names.setdefault(item.measure, []).append(t.name(item.name, item.code))
    told = [
        t(f"judging-agreement-{band}", measure=literal(t("list-joint").join(names[measure])))
        for measure, band in found.agreement.items()
    ]
    st.markdown(t("judging-agreement", told=t("list-joint").join(told)))


def leniency(ctx: Context, campaigns: dict[int, str]) -> None:
    """For a superior: the own mean and spread in the last of `campaigns` (numbers and names, newest first)
    that is released, beside the other superiors of the same people."""
    t = ctx.t
    for number, name in campaigns.items():
        own = results.leniency(ctx.actor, ctx.db, number)
        if own is None:
            continue
        said = {"people": own.people, "mean": fmt.number(own.mean)}
        spread = t("leniency-spread", spread=fmt.number(own.spread)) if own.spread == own.spread else ""
        if own.apart == own.apart:
            way = "same" if not round(own.apart, 2) else "higher" if own.apart > 0 else "lower"
            line = t(f"leniency-{way}", shared=own.shared, apart=fmt.number(abs(own.apart)))
        else:
            line = t("leniency-alone")
        with page.card(t("leniency-title"), t("leniency-note", campaign=literal(name))):
            st.markdown(t("sentence-joint").join(filter(None, [t("leniency-mean", **said), spread, line])))
        return
