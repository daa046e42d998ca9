"""What reviews said of somebody, once they are released: the own view beside the others', and their words."""

from __future__ import annotations

import math

import streamlit as st

from scoring.reviews.confidentiality import HIGHEST, LOWEST
from shell.context import Context
from ui import page
from ui.choice import pick
from ui.tables import Column, Table
from views.reviews.results import OTHERS, group_column, named
from words import format as fmt
from words.text import Text, literal
from workflow.reviews import results
from workflow.reviews.results import Own, OwnResult


def show(ctx: Context, manager_id: str) -> None:
    """The card of the newest campaign, or of the one that is chosen; nothing where none is released."""
    t, found = ctx.t, results.own(ctx.actor, ctx.db, manager_id)
    if not found:
        return
    held = {str(one.campaign_id): one for one in found}
    chosen = next(iter(held))
    if len(held) > 1:
        chosen = pick(
            t("campaign"),
            list(held),
            lambda number: held[number].name,
            key="own-campaign",
            address="campaign",
        )
    own = held[chosen]
    note = t("own-note", campaign=literal(own.name), period=fmt.period(own.period, t.lang))
    with page.card(t("own-title"), note):
        st.markdown(_sentence(own, t))
        _table(own, t).show("own-reviews", t("own-title"))
        _calibrated(ctx, own)
        _comments(own, t)


def _calibrated(ctx: Context, own: Own) -> None:
    """What the calibration meeting changed, by whom and why."""
    t = ctx.t
    for one in own.results:
        if one.calibrated is not None:
            told = t(
                "own-calibrated",
                name=literal(named(one.items, t)),
                rated=fmt.number(one.calibrated.rated, 1),
                value=fmt.number(one.calibrated.value, 1),
                by=t("list-joint").join(literal(ctx.names.get(who, who)) for who in one.calibrated.by),
                why=literal(one.calibrated.why),
            )
            st.markdown(told)


def _sentence(own: Own, t: Text) -> str:
    """Where the own view and the others' are a step apart."""
    said = []
    for apart in ("blind-spot", "hidden-strength"):
        names = [literal(named(one.items, t)) for one in own.results if one.apart == apart]
        if names:
            said.append(t(f"own-{apart}", names=t("list-joint").join(names)))
    return t("sentence-joint").join(said) or t("own-even")


def _table(own: Own, t: Text) -> Table[OwnResult]:
    columns: list[Column[OwnResult]] = [
        Column("name", t("own-item"), lambda one: named(one.items, t), "strong", wrap=True),
        Column("self", t("own-self"), lambda one: one.own, "number", decimals=1),
        Column("others", t("own-others"), lambda one: one.others, "number"),
        Column(
            "beside",
            t("own-beside"),
            _beside,
            "band",
            min=LOWEST,
            max=HIGHEST,
            note=lambda one: _spread(one, t),
        ),
    ]
    groups = [group for group in OTHERS if any(group in one.figures for one in own.results)]
    columns += [group_column(group, lambda one: one.figures, t) for group in groups]
    columns.append(Column("total", t("results-total"), lambda one: one.total, "number", decimals=1))
    if any(one.calibrated for one in own.results):
        columns.append(
            Column(
                *("calibrated", t("results-calibrated"), _value, "number"),
                decimals=1,
                strong=True,
                note=lambda one: None if one.calibrated else t("own-not-calibrated"),
            )
        )

    def why(one: OwnResult) -> str:
        return t("results-none-counts" if one.scored else "own-development")

    return Table(columns, own.results, lambda one: one.measure, why)


def _value(one: OwnResult) -> float | None:
    """What the calibration meeting made of the total."""
    return one.calibrated.value if one.calibrated else None


def _beside(one: OwnResult) -> tuple[float, float, float | None] | None:
    """From the lowest to the highest that the others' figures allow, and the own view."""
    shown = [f for group, f in one.figures.items() if group != "self" and f.counts]
    if not shown:
        return None
    own = None if math.isnan(one.own) else one.own
    return min(f.low for f in shown), max(f.high for f in shown), own


def _spread(one: OwnResult, t: Text) -> str | None:
    beside = _beside(one)
    if beside is None:
        return None
    low, high, own = beside
    said = fmt.DASH if own is None else fmt.number(own, 1)
    return t("own-beside-note", low=fmt.number(low, 1), high=fmt.number(high, 1), own=said)


def _comments(own: Own, t: Text) -> None:
    """What others wrote, by item; in the order in which they left the vault, which is random."""
    if own.comments is None:
        st.caption(t("own-comments-closed"))
        return
    others = [one for one in own.comments if one.group != "self"]
    if not others:
        st.caption(t("own-comments-none"))
        return
    items = {item.code: t.name(item.name, item.code) for one in own.results for item in one.items}
    with st.expander(t("own-comments", count=len(others))):
        for code, name in items.items():
            said = [one for one in others if one.item == code]
            if said:
                lines = [f"- {t(f'review-group-{one.group}')}{t('colon')}{literal(one.text)}" for one in said]
                st.markdown("\n".join([f"**{literal(name)}**", "", *lines]))
