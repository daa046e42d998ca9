"""有效性与公平性: do the scores mean anything, and are they fair?"""

from __future__ import annotations

import streamlit as st

from access.permissions import Action, allowed
from scoring.lint import LintSettings
from shell import context
from ui import page
from ui.choice import pick
from ui.tables import Column, Table
from views import period_choice
from views.adoption import version_view
from words import format as fmt
from words.text import literal
from workflow import schemes
from workflow.results import scores, validity

ctx = context.page(Action.VIEW_BRANCH)
t, lang = ctx.t, ctx.lang
top = st.columns([4, 1], vertical_alignment="bottom")
period = period_choice.chosen(ctx, t("validity-title"), "validity-empty", top[0], top[1])
found = validity.trust(ctx.actor, ctx.db, period)
scheme = scores.period_sheet(ctx.actor, ctx.db, period).scheme
names = {i.code: t.name(i.name, i.code) for i in scheme.indicators}

rho = {
    name: fmt.number(value)
    for name, value in (("rho", found.tenure.rho), ("low", found.tenure.low), ("high", found.tenure.high))
}
share = fmt.percent(found.teams.between_share, 0)
words = [
    t("validity-teams-share", share=share) if found.teams.teams > 1 else t("validity-teams-none"),
    t("validity-tenure" if found.tenure.enough else "validity-tenure-none", **rho),
    t("validity-flat", flat=found.flat),
]
with top[0]:
    page.header(t("validity-title"), t("sentence-joint").join(words))

limit = fmt.number(LintSettings().least_discrimination)
page.strip(
    [
        page.Figure(t("validity-between"), share, note=t("validity-between-note")),
        page.Figure(
            t("validity-rho"), rho["rho"], note=t("validity-rho-note", low=rho["low"], high=rho["high"])
        ),
        page.Figure(t("validity-flat-label"), str(found.flat), note=t("validity-flat-note", limit=limit)),
        page.Figure(t("validity-soft"), str(found.soft), note=t("validity-soft-note")),
        page.Figure(
            t("validity-overlap"),
            str(len(found.overlaps)),
            note=t("validity-overlap-note", limit=fmt.number(validity.OVERLAP, 1)),
        ),
    ]
)

with page.card(t("validity-indicators"), t("validity-indicators-note")):
    indicators = Table(
        [
            Column("name", t("indicator"), lambda one: names[one.indicator], "strong"),
            Column("nominal", t("validity-nominal"), lambda one: 100 * one.nominal, "number", 1),
            Column(
                "effective",
                t("validity-effective"),
                lambda one: 100 * one.effective,
                "number",
                1,
                strong=True,
            ),
            Column(
                "discrimination", t("validity-discrimination"), lambda one: one.discrimination, "number", 3
            ),
            Column("cap", t("validity-cap"), lambda one: 100 * one.at_cap, "number", 0),
            Column("rest", t("validity-rest"), lambda one: one.with_rest, "number"),
            Column("people", t("people"), lambda one: one.people, "number", 0),
        ],
        found.indicators,
        lambda one: one.indicator,
    )
    indicators.show("trust", t("validity-indicators"))
    indicators.download(f"validity-{period}.xlsx", t)

with page.card(t("validity-overlaps"), t("validity-overlaps-note")):
    pairs = [
        "- " + t("validity-pair", first=literal(names[first]), second=literal(names[second]), r=fmt.number(r))
        for first, second, r in found.overlaps
    ]
    st.markdown("\n".join(pairs) or t("validity-overlaps-none"))

stored = {i.key: i for i in schemes.schemes(ctx.actor, ctx.db)}
if stored and allowed(ctx.actor, Action.SIMULATE):
    # What is not in force comes first: the version in force would only be set beside itself.
    held = str(scheme.reference)
    order = sorted(reversed(stored), key=lambda key: key == held)
    with page.card(t("validity-backtest"), t("validity-backtest-note", periods=12)):
        chosen = pick(
            t("validity-version"),
            order,
            lambda key: version_view.label(stored[key], t),
            key="backtest-version",
        )
        reference = stored[chosen].reference
        tested = validity.tested(ctx.actor, ctx.db, reference, period)
        periods = Table(
            [
                Column("period", t("period"), lambda one: fmt.period(one.period, lang), "strong"),
                Column("tau", "Kendall τ", lambda one: one.kendall_tau, "number", 3),
                Column("moved", t("validity-moved"), lambda one: one.moved, "number", 0),
                Column("mean", t("validity-mean-move"), lambda one: one.mean_move, "number", 1),
                Column("regraded", t("validity-regraded"), lambda one: one.regraded, "number", 0),
                Column(
                    "pool", t("validity-pool"), lambda one: one.pool_change and 100 * one.pool_change, "delta"
                ),
            ],
            list(reversed(tested.periods)),
            lambda one: one.period,
        )
        periods.show("backtest", t("validity-backtest"))
        periods.download(f"back-test-{reference[0]}-{reference[1]}.xlsx", t)
