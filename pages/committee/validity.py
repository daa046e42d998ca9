"""有效性与公平性: do the scores mean anything, and are they fair?"""

from __future__ import annotations

import streamlit as st

from access.permissions import Action, allowed
from scoring.lint import LintSettings
from shell import context
from ui import components, page, tables
from ui.choice import pick
from views import figures, period_choice
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
    columns = [
        {"id": "name", "label": t("indicator"), "type": "strong"},
        {"id": "nominal", "label": t("validity-nominal"), "type": "number", "decimals": 1},
        {
            "id": "effective",
            "label": t("validity-effective"),
            "type": "number",
            "decimals": 1,
            "strong": True,
        },
        {"id": "discrimination", "label": t("validity-discrimination"), "type": "number", "decimals": 3},
        {"id": "cap", "label": t("validity-cap"), "type": "number", "decimals": 0},
        {"id": "rest", "label": t("validity-rest"), "type": "number"},
        {"id": "people", "label": t("people"), "type": "number", "decimals": 0},
    ]
    rows = [
        {
            "id": one.indicator,
            "cells": {
                "name": names[one.indicator],
                "nominal": 100 * one.nominal,
                "effective": figures.known(100 * one.effective),
                "discrimination": figures.known(one.discrimination),
                "cap": figures.known(100 * one.at_cap),
                "rest": figures.known(one.with_rest),
                "people": one.people,
            },
        }
        for one in found.indicators
    ]
    components.statement_table(columns, rows, key="trust", label=t("validity-indicators"))
    tables.download(columns, rows, f"validity-{period}.xlsx", t)

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
        columns = [
            {"id": "period", "label": t("period"), "type": "strong"},
            {"id": "tau", "label": "Kendall τ", "type": "number", "decimals": 3},
            {"id": "moved", "label": t("validity-moved"), "type": "number", "decimals": 0},
            {"id": "mean", "label": t("validity-mean-move"), "type": "number", "decimals": 1},
            {"id": "regraded", "label": t("validity-regraded"), "type": "number", "decimals": 0},
            {"id": "pool", "label": t("validity-pool"), "type": "delta"},
        ]
        rows = [
            {
                "id": one.period,
                "cells": {
                    "period": fmt.period(one.period, lang),
                    "tau": figures.known(one.kendall_tau),
                    "moved": one.moved,
                    "mean": figures.known(one.mean_move),
                    "regraded": one.regraded,
                    "pool": one.pool_change and 100 * one.pool_change,
                },
            }
            for one in reversed(tested.periods)
        ]
        components.statement_table(columns, rows, key="backtest", label=t("validity-backtest"))
        tables.download(columns, rows, f"back-test-{reference[0]}-{reference[1]}.xlsx", t)
