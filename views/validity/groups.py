"""What totals follow besides the work: teams and time in service; whether they come again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

import streamlit as st

from documents import validity as written
from scoring.evidence.correlation import Evidence
from scoring.evidence.teams import TeamRow
from ui import page
from ui.tables import Column, Table
from views.validity.terms import explained
from words import format as fmt
from words.text import Text
from workflow.validity.history import IndicatorSteadiness, Steadiness, Stretch
from workflow.validity.one_period import Trust

Row = TypeVar("Row")


def teams(trust: Trust, t: Text) -> None:
    """How much lies between teams, what chance alone would bring, and the teams behind it."""
    share = trust.teams
    said = {
        "share": fmt.percent(share.share, 0),
        "chance": fmt.percent(share.by_chance, 0),
        "most": fmt.percent(share.chance_high, 0),
        "p": fmt.number(share.p, 3),
        "icc": fmt.percent(share.icc, 0),
        "low": fmt.percent(share.icc_low, 0),
        "high": fmt.percent(share.icc_high, 0),
        "people": share.people,
        "teams": share.teams,
    }
    title = "validity-teams-more" if share.enough else "validity-teams-chance"
    if share.share != share.share:
        title = "validity-teams-none"
    with page.card(t(title, **said), t("validity-teams-note", **said)):
        explained(t, "eta", "icc", "p", "interval", "rho")
        Table(
            [
                Column("team", t("team"), lambda row: _team(trust, row, t), "strong"),
                Column("people", t("people"), lambda row: row.people, "number", 0),
                Column("mean", t("validity-mean"), lambda row: row.mean, "number", strong=True),
                Column("low", t("validity-low"), lambda row: row.low, "number"),
                Column("high", t("validity-high"), lambda row: row.high, "number"),
                Column("spread", t("validity-spread"), lambda row: row.spread, "number"),
            ],
            share.rows,
            lambda row: row.team,
            lambda row: t("validity-alone"),
        ).show("teams", t("validity-teams"))
        rho = trust.tenure
        st.markdown(
            t(
                "validity-tenure" if rho.enough else "validity-tenure-none",
                rho=fmt.number(rho.rho),
                interval=written.interval(rho, t),
                people=rho.people,
            )
        )


def _team(trust: Trust, row: TeamRow, t: Text) -> str:
    return t.pick(*trust.team_names.get(row.team, (row.team, row.team)))


def reliability(steadiness: Steadiness, names: Mapping[str, str], t: Text) -> None:
    """Whether a result comes again in the next period: totals by scheme, indicators under the last one."""
    found = steadiness.totals
    said = {"r": fmt.number(found.value.rho), "interval": written.interval(found.value, t)} if found else {}
    title = t("validity-steady-is", **said) if found else t("validity-steady-unknown")
    span = {
        "first": fmt.period(steadiness.first, t.lang),
        "last": fmt.period(steadiness.last, t.lang),
        "periods": steadiness.periods,
    }
    with page.card(title, t("validity-steady-note", **span)):
        explained(t, "retest", "rho", "r", "interval")
        Table(
            [
                Column("scheme", t("validity-version"), lambda row: _stretch(row, t), "strong"),
                Column("pairs", t("validity-pairs"), lambda row: row.totals.pairs, "number", 0),
                Column("people", t("people"), lambda row: row.totals.rank.people, "number", 0),
                *_figures(lambda row: row.totals.rank, "rank", t("validity-of-ranks"), t),
                *_figures(lambda row: row.totals.value, "value", t("validity-of-totals"), t),
            ],
            steadiness.stretches,
            lambda row: f"{row.before}-{row.after}",
        ).show("steady", t("validity-steady"))
        shown = Table(
            [
                Column("name", t("indicator"), lambda row: names[row.indicator], "strong"),
                Column("pairs", t("validity-fresh"), lambda row: row.scores.pairs, "number", 0),
                Column("repeated", t("validity-repeated"), lambda row: row.repeated, "number", 0),
                *_figures(lambda row: row.scores.value, "value", t("validity-of-scores"), t),
            ],
            sorted(steadiness.indicators, key=_steadiest),
            lambda row: row.indicator,
            lambda row: t("validity-not-measured-anew"),
        )
        with st.expander(t("validity-steady-indicators")):
            shown.show("steady-indicators", t("validity-steady-indicators"))
            if any(one.review for one in steadiness.indicators):
                st.markdown(t("validity-reviews"))


def _figures(of: Callable[[Row], Evidence], key: str, label: str, t: Text) -> list[Column[Row]]:
    """A correlation and its interval."""
    return [
        Column(key, label, lambda row: of(row).rho, "number", strong=True),
        Column(f"{key}-interval", t("validity-interval"), lambda row: written.interval(of(row), t)),
    ]


def _steadiest(row: IndicatorSteadiness) -> tuple[bool, float]:
    r = row.scores.value.rho
    return r != r, r


def _stretch(row: Stretch, t: Text) -> str:
    if row.before == row.after:
        return t("validity-within", version=row.after.version)
    return t("validity-across", before=row.before.version, after=row.after.version)
