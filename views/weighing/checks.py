"""The cards of the weight lab: what a trial does and how far it can be trusted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from access.permissions import Action, allowed
from documents.clauses import cliffs, regulation
from documents.clauses.names import names_of
from scoring import Scheme
from scoring.apportion import adding_up
from scoring.lint import Finding
from shell.acting import attempt
from shell.context import Context
from ui import components, page
from ui.components.models import Slope
from ui.tables import Column, Table
from views.weighing import stage, state
from words import format as fmt
from words.text import Text, leading, literal
from workflow.results.moves import Move, moved
from workflow.weighing import margins, simulation
from workflow.weighing import pay as pay_base
from workflow.weighing.pay import PayBase

MOVERS_SHOWN = 5
FRAGILE_SHOWN = 6
LEVEL = 0.01
"""Points of weight below which two neighbours are as good as level."""
FEW_FINDINGS = 1
"""Up to so many findings there is room to say what findings are for."""
BOX, LARGE_BOX = 236, 258
"""Pixels: what a trial does stands in boxes of one height beside the sliders; longer ones scroll."""


def _box(name: str, title: str) -> DeltaGenerator:
    height = LARGE_BOX if stage.presenting() else BOX
    # By this key frame/boxes.js knows what scrolls.
    box = st.container(border=True, height=height, gap="xsmall", key=f"box-{name}")
    box.markdown(f"**{title}**")
    return box


def movers(ctx: Context, shown: state.Shown) -> None:
    """Who loses or gains a total, and the people who move farthest, before and after, among themselves; where
    nobody moves, who is next to."""
    t, (begun, outcome, called, _) = ctx.t, shown
    rows = sorted((r for r in outcome.rows if moved(r.places)), key=lambda r: -abs(r.places))
    with _box("movers", t("lab-movers", count=len(rows))):
        for key, some in (("lab-lost", outcome.lost), ("lab-gained", outcome.gained)):
            if some:
                people = called.some([m.manager_id for m in some], t)
                st.markdown(f":red-badge[{t('lab-no-total')}] " + t(key, names=people, count=len(some)))
        if not rows:
            touched = state.touched(shown)
            st.markdown(t("lab-movers-none") if touched else t("lab-movers-empty", shown=MOVERS_SHOWN))
            if words := _nearest(ctx, shown):
                st.markdown(words)
        elif called.hidden:
            # Places would tell who is who.
            told = (f"{literal(called.names[r.manager_id])} {fmt.signed(r.places, 0)}" for r in rows)
            st.markdown(t("list-joint").join(told))
        else:
            components.slope_chart(
                [_slope(r, called.names) for r in rows[:MOVERS_SHOWN]],
                [state.before(begun, t), t("lab-after")],
                key="lab-slope",
                label=t("lab-movers", count=len(rows)),
            )


def _slope(row: Move, names: Mapping[str, str]) -> Slope:
    return Slope(names[row.manager_id], (int(row.before_rank), int(row.after_rank)))


def grade_mix(shown: state.Shown, t: Text) -> None:
    """People per grade before and after, and what the pool costs."""
    begun, outcome, _, base = shown
    cost = shown.cost
    before, after = outcome.grade_mix(after=False), outcome.grade_mix(after=True)
    with _box("grades", t("lab-grades")):
        Table(
            [
                Column[str]("grade", t("grade"), str, "strong"),
                Column[str]("before", state.before(begun, t), before.__getitem__, "number", decimals=0),
                Column[str]("after", t("lab-after"), after.__getitem__, "number", decimals=0, strong=True),
            ],
            list(before),
            str,
        ).show("lab-grades", t("lab-grades"))
        yuan = state.paid((cost.total.before, cost.total.after), t) if cost and cost.of_lines else None
        # That the base is assumed stands in the first sentence.
        if words := yuan or state.pool(outcome.pool, replace(base, assumed=False), t):
            st.caption(leading(words))


def pay(ctx: Context, base: PayBase) -> None:
    """Where the branch says what a coefficient of 1 pays; asked for until somebody has."""
    t = ctx.t
    if not allowed(ctx.actor, Action.DRAFT_SCHEME):
        return
    with st.popover(t("lab-pay-set" if base.assumed else "lab-pay-change"), key="lab-pay"):
        st.number_input(
            t("lab-pay-base"), value=base.yuan, min_value=1.0, step=100.0, format="%.0f", key="lab-pay-base"
        )

        def keep() -> None:
            pay_base.set_base(ctx.actor, ctx.db, st.session_state["lab-pay-base"])

        st.button(t("lab-pay-keep"), key="lab-pay-keep", on_click=attempt, args=(t, keep, t("lab-pay-kept")))


def why(ctx: Context, shown: state.Shown, manager_id: str) -> None:
    """What each weight does to one person: the exact split."""
    t, outcome, name = ctx.t, shown.outcome, shown.called.names[manager_id]
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
                Column("before", t("lab-weight-before"), lambda e: e[0].before, "number"),
                Column("after", t("lab-weight-after"), lambda e: e[0].after, "number"),
                Column("points", t("lab-effect"), lambda e: e[1], "delta"),
            ],
            effects,
            lambda e: e[0].indicator,
        ).show("lab-why", t("lab-why", name=name))


def worth(ctx: Context, outcome: simulation.Simulation) -> None:
    """What one more unit pays, the dearest first, and where totals jump."""
    t, scheme = ctx.t, outcome.scheme
    with page.card(t("lab-worth"), t("lab-worth-note")):
        if not st.toggle(t("lab-worth-show"), key="lab-worth-show"):
            return
        paid = {c: p for c, p in simulation.worth(ctx.actor, outcome).items() if p == p}
        names = names_of(scheme, t)
        units = {i.code: i.unit for i in scheme.indicators} | {m.code: m.unit for m in scheme.derived}
        Table(
            [
                Column("name", t("indicator"), lambda row: names.get(row[0], row[0]), wrap=True),
                Column("unit", t("unit"), lambda row: t.term(units.get(row[0], "")), "muted"),
                Column("points", t("lab-worth-points"), lambda row: row[1], "number", decimals=3),
            ],
            sorted(paid.items(), key=lambda item: -item[1]),
            lambda row: row[0],
        ).show("lab-worth", t("lab-worth"))
        _jumps(ctx, outcome, names)


def _jumps(ctx: Context, outcome: simulation.Simulation, names: Mapping[str, str]) -> None:
    """Where a hair's breadth of a figure moves totals, and by how much."""
    t, found = ctx.t, list(enumerate(simulation.jumps(ctx.actor, outcome)))
    if not found:
        st.markdown(t("cliffs-none"))
        return
    st.markdown(f"**{t('cliffs')}**")
    st.caption(t("cliffs-note"))
    Table(
        [
            Column("on", t("cliffs-on"), lambda row: cliffs.subject(row[1], names, t), wrap=True),
            Column("place", t("cliffs-place"), lambda row: cliffs.place(row[1], names, t), wrap=True),
            Column("done", t("cliffs-done"), lambda row: cliffs.done(row[1], names, t), wrap=True),
            Column("points", t("cliffs-points"), lambda row: row[1].points or None, "delta"),
            Column("most", t("cliffs-most"), lambda row: row[1].most or None, "delta"),
            Column("people", t("people"), lambda row: row[1].people, "number", decimals=0),
        ],
        found,
        lambda row: str(row[0]),
    ).show("lab-cliffs", t("cliffs"))


def _nearest(ctx: Context, shown: state.Shown) -> str:
    """The two who change places first, and the smallest change of weights that makes them; nothing where
    nobody can, or where names are hidden."""
    near = None if shown.called.hidden else margins.nearest(ctx.actor, shown.outcome)
    if near is None:
        return ""
    upper, lower = (literal(shown.called.names[m]) for m in (near.upper, near.lower))
    how = "lab-nearest" if near.points >= LEVEL else "lab-nearest-level"
    return ctx.t(how, points=fmt.number(near.points), upper=upper, lower=lower)


def firmness(ctx: Context, shown: state.Shown) -> None:
    """Which neighbours are nearest, and on demand: would it have come out like this under slightly other
    weights?"""
    t, (_, outcome, called, _) = ctx.t, shown
    names = called.names
    low, high = simulation.usual_draw()
    note = t("lab-firm-note", draws=simulation.DRAWS, low=fmt.number(low, 1), high=fmt.number(high, 1))
    with page.card(t("lab-firm"), note):
        if called.hidden:
            # Who stays among the first is known to everybody from the leaderboard.
            st.markdown(t("lab-firm-hidden"))
            return
        if near := _nearest(ctx, shown):
            st.markdown(near)
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
        # Neighbours change places often in any crowd: the few who do so most are named, the others counted.
        fragile = sorted(kept[1].fragile, key=lambda pair: -pair[2])
        for upper, lower, share in fragile[:FRAGILE_SHOWN]:
            words = {
                "upper": literal(names[upper]),
                "lower": literal(names[lower]),
                "share": fmt.percent(share),
            }
            st.markdown(f":orange-badge[{t('lab-fragile')}] " + t("lab-fragile-pair", **words))
        if len(fragile) > FRAGILE_SHOWN:
            st.caption(t("lab-fragile-more", count=len(fragile) - FRAGILE_SHOWN))
        if not fragile:
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


def findings(found: Sequence[Finding], scheme: Scheme, t: Text) -> None:
    """How much is measured and how much judged; what the checks object to in a scheme, worst first, where it
    stands, and what each rests on."""
    order = ("error", "warning", "info")
    with _box("lint", t("lab-lint", count=len(found))):
        colours = {"error": "red", "warning": "orange", "info": "gray"}
        articles = regulation(scheme, t)
        kinds = {kind: fmt.number(weight, 1) for kind, weight in scheme.kind_weights().items()}
        st.caption(t("lab-kinds", **kinds))
        for f in sorted(found, key=lambda f: order.index(f.severity)):
            badge = f":{colours[f.severity]}-badge[{f.rule} {t(f'severity-{f.severity}')}]"
            said = literal(t.finding(f)) + articles.see(f, t)
            st.markdown(f"{badge} {said}", help=literal(t.citation(f)))
        if not found:
            st.markdown(t("lab-lint-none"))
        # Of few findings the rest of the box would say nothing.
        if len(found) <= FEW_FINDINGS:
            st.caption(t("lab-lint-meaning"))
