"""The cards of the weight lab: what a trial does and how far it can be trusted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from documents import phrases
from scoring.apportion import adding_up
from scoring.lint import Finding
from shell.context import Context
from ui import components, page
from ui.components.models import Slope
from ui.tables import Column, Table
from words import format as fmt
from words.text import Text, literal
from workflow.results.moves import moved
from workflow.weighing import simulation

MOVERS_SHOWN = 12
FRAGILE_SHOWN = 6
_Side = tuple[str, Mapping[str, int]]
"""The key of a side's name, and its people per grade."""


def movers(outcome: simulation.Simulation, names: Mapping[str, str], t: Text) -> None:
    """The people who move farthest, before and after, among themselves."""
    rows = sorted((r for r in outcome.rows if moved(r.places)), key=lambda r: -abs(r.places))
    with page.card(t("lab-movers"), t("lab-movers-note")):
        if not rows:
            st.markdown(t("lab-movers-none"))
            return
        components.slope_chart(
            [Slope(names[r.manager_id], int(r.before_rank), int(r.after_rank)) for r in rows[:MOVERS_SHOWN]],
            key="lab-slope",
            label=t("lab-movers"),
        )


def grade_mix(outcome: simulation.Simulation, t: Text) -> None:
    """People per grade before and after."""
    before, after = outcome.grade_mix(after=False), outcome.grade_mix(after=True)
    with page.card(t("lab-grades"), t("lab-grades-note")):
        columns = [Column[_Side]("side", "", lambda side: t(side[0]), "muted"), *map(_people, before)]
        rows = [("lab-before", before), ("lab-after", after)]
        Table(columns, rows, lambda row: row[0]).show("lab-grades", t("lab-grades"))
        if words := phrases.pool(outcome.pool, t):
            st.caption(words)


def _people(grade: str) -> Column[_Side]:
    return Column(grade, grade, lambda side: side[1][grade], "number", decimals=0)


def why(ctx: Context, outcome: simulation.Simulation, manager_id: str, name: str) -> None:
    """What each weight does to one person: the exact split."""
    t = ctx.t
    found = simulation.why(ctx.actor, outcome, manager_id)
    change = next(row.change for row in outcome.rows if row.manager_id == manager_id)
    points = adding_up([e.points for e in found], change)
    effects = [(e, p) for e, p in zip(found, points, strict=True) if p]
    with page.card(t("lab-why", name=literal(name)), t("lab-why-note")):
        if not effects:
            st.markdown(t("lab-why-none"))
            return
        known = outcome.scheme.by_code

        def name_of(line: tuple[simulation.Effect, float]) -> str:
            return t.name(known[line[0].indicator].name, line[0].indicator)

        Table(
            [
                Column(
                    "name",
                    t("indicator"),
                    name_of,
                    wrap=True,
                ),
                Column("score", t("score"), lambda e: e[0].score, "number"),
                Column("before", t("lab-before"), lambda e: e[0].before, "number"),
                Column("after", t("lab-after"), lambda e: e[0].after, "number"),
                Column("points", t("lab-effect"), lambda e: e[1], "delta"),
            ],
            effects,
            lambda e: e[0].indicator,
        ).show("lab-why", t("lab-why", name=name))


def worth(ctx: Context, outcome: simulation.Simulation) -> None:
    """What one more unit of each indicator pays, the dearest first."""
    t = ctx.t
    with page.card(t("lab-worth"), t("lab-worth-note")):
        if not st.toggle(t("lab-worth-show"), key="lab-worth-show"):
            return
        paid = {c: p for c, p in simulation.worth(ctx.actor, outcome).items() if p == p}
        known = outcome.scheme.by_code
        Table(
            [
                Column("name", t("indicator"), lambda row: t.name(known[row[0]].name, row[0]), wrap=True),
                Column("unit", t("unit"), lambda row: t.term(known[row[0]].unit), "muted"),
                Column("points", t("lab-worth-points"), lambda row: row[1], "number", decimals=3),
            ],
            sorted(paid.items(), key=lambda item: -item[1]),
            lambda row: row[0],
        ).show("lab-worth", t("lab-worth"))


def firmness(ctx: Context, outcome: simulation.Simulation, names: Mapping[str, str]) -> None:
    """On demand: would it have come out like this under slightly other weights?"""
    t = ctx.t
    with page.card(t("lab-firm"), t("lab-firm-note", draws=simulation.DRAWS)):
        # Draws hold for these weights, this period, these figures, and for nothing else.
        key = (outcome.scheme.canonical_hash(), outcome.comparisons[-1][0], ctx.db.head())
        if st.button(t("lab-firm-do"), key="lab-firm"):
            bar = st.progress(0.0)

            def drawn(share: float) -> None:
                bar.progress(share)

            found = simulation.firmness(ctx.actor, outcome, simulation.DRAWS, drawn)
            bar.empty()
            st.session_state["lab-firmness"] = (key, found)
        kept = st.session_state.get("lab-firmness")
        if kept is None or kept[0] != key:
            return
        for manager, share in kept[1].first:
            st.markdown(
                t("lab-firm-first", name=literal(names[manager]), top=kept[1].top_k, share=fmt.percent(share))
            )
        for upper, lower, share in kept[1].fragile[:FRAGILE_SHOWN]:
            words = {
                "upper": literal(names[upper]),
                "lower": literal(names[lower]),
                "share": fmt.percent(share),
            }
            st.markdown(f":orange-badge[{t('lab-fragile')}] " + t("lab-fragile-pair", **words))
        if not kept[1].fragile:
            st.markdown(t("lab-fragile-none"))


def churn(outcome: simulation.Simulation, t: Text) -> None:
    """How much the order changes in each of the periods looked at."""
    if len(outcome.churn) < 2:
        return
    with page.card(t("lab-churn"), t("lab-churn-note")):
        Table(
            [
                Column("period", t("period"), lambda row: fmt.period(row[0], t.lang)),
                Column("tau", "Kendall τ", lambda row: row[1], "number", decimals=3),
                Column("moved", t("lab-moved"), lambda row: row[2], "number", decimals=0),
            ],
            outcome.churn,
            lambda row: row[0],
        ).show("lab-churn", t("lab-churn"))


def findings(found: Sequence[Finding], t: Text) -> None:
    """What the checks object to, and what each rests on."""
    with page.card(t("lab-lint", count=len(found)), t("lab-lint-note")):
        colours = {"error": "red", "warning": "orange", "info": "gray"}
        for f in found:
            badge = f":{colours[f.severity]}-badge[{f.rule} {t(f'severity-{f.severity}')}]"
            st.markdown(f"{badge} {literal(t.finding(f))}")
            st.caption(literal(t.citation(f)))
        if not found:
            st.markdown(t("lab-lint-none"))
