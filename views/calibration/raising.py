"""Asking for a second look at a rating, and the list of those that were asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from shell.acting import attempt, box
from shell.context import Context
from ui import address_line, page
from ui.choice import pick
from ui.tables import Column, Table
from views import voting
from views.calibration.case import stands
from views.reviews.results import OTHERS, group_column, named
from words import format as fmt
from words.text import Text
from workflow.reviews import calibration
from workflow.reviews.cases import CONFIRMED, Case
from workflow.reviews.results import Result

DAYS = 2

Results = Mapping[tuple[str, str], Result]
"""Person and measure → what was drawn."""


def raising(ctx: Context, campaign_id: int, results: Results) -> None:
    """A box in which a rating is chosen, and who is to vote on it until when."""
    t = ctx.t
    known = {a.username: t.term(a.called(t.lang)) for a in calibration.candidates(ctx.actor, ctx.db)}
    people = {r.ratee_id: t.pick(r.ratee, r.ratee_en) for r in results.values()}
    key = f"calibration-raise-{campaign_id}"
    with box(key, t("calibration-raise"), icon=":material/add:"):
        who = pick(t("calibration-whom"), list(people), people.__getitem__, key=f"{key}-who")
        mine = {measure: r for (ratee, measure), r in results.items() if ratee == who}
        measure = pick(
            t("calibration-measure"),
            list(mine),
            lambda m: t(
                "calibration-rated-at",
                measure=named(mine[m].items, t),
                rated=fmt.number(mine[m].total),
            ),
            key=f"{key}-measure",
        )
        st.text_area(
            t("calibration-question"), placeholder=t("calibration-question-example"), key=f"{key}-why"
        )
        voting.fields(key, t("calibration-members"), known, list(known), DAYS, t)

        def do() -> None:
            why, asked = st.session_state[f"{key}-why"], voting.asked(key)
            number = calibration.raise_case(
                *(ctx.actor, ctx.db, campaign_id, who, measure, why),
                *(asked.deadline, asked.members, asked.quorum),
            )
            address_line.write(case=str(number))

        st.button(
            t("calibration-do"),
            type="primary",
            key=f"{key}-do",
            on_click=partial(attempt, t, do, t("calibration-raised"), (f"{key}-why",), closes=key),
        )


def rated(results: Results, t: Text) -> None:
    """Everything that was drawn and counts: what each group said as far as it may be known, and the total."""
    groups = [g for g in OTHERS if any(g in r.figures for r in results.values())]
    columns: list[Column[Result]] = [
        Column("name", t("name"), lambda r: t.pick(r.ratee, r.ratee_en), "strong"),
        Column("team", t("team"), lambda r: t.pick(r.team, r.team_en), "muted"),
        Column("measure", t("indicator"), lambda r: named(r.items, t), wrap=True),
        *(group_column(group, lambda r: r.figures, t) for group in groups),
        Column("rated", t("calibration-rated"), lambda r: r.total, "number", strong=True),
        Column("value", t("calibration-value"), lambda r: r.calibrated, "number", strong=True),
    ]
    with page.card(t("calibration-drawn"), t("calibration-drawn-note")):
        table = Table(columns, list(results.values()), lambda r: f"{r.ratee_id} {r.measure}")
        table.show("calibration-drawn", t("calibration-drawn"))


def listed(cases: Sequence[Case], results: Results, t: Text) -> None:
    """Every case: what was rated, what became of it."""

    def value(held: Case) -> float | None:
        return held.change.value if held.change and held.change.state == CONFIRMED else None

    def of(held: Case) -> Result:
        return results[held.ratee_id, held.measure]

    columns: list[Column[Case]] = [
        Column("name", t("name"), lambda c: t.pick(of(c).ratee, of(c).ratee_en), "strong"),
        Column("measure", t("indicator"), lambda c: named(of(c).items, t), wrap=True),
        Column("rated", t("calibration-rated"), lambda c: c.rated, "number"),
        Column("value", t("calibration-value"), value, "number", strong=True),
        Column(
            "state",
            t("calibration-state"),
            lambda c: t(f"calibration-state-{stands(c)}", done=c.done, all=len(c.members)),
            "muted",
            wrap=True,
        ),
    ]
    with page.card(t("calibration-cases"), t("calibration-cases-note")):
        table = Table(columns, cases, lambda c: str(c.case_id))
        table.show("calibration-cases", t("calibration-cases"))
        table.download("calibration.xlsx", t)
