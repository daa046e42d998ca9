"""我的趋势: total and every indicator over time, against the peers' middle half."""

from __future__ import annotations

import math

import pandas as pd
import streamlit as st

from access.permissions import Action
from shell import context
from ui import charts, page
from ui.choice import pick
from views.results import person
from words import format as fmt
from words.text import literal
from workflow.results import scorecards

ctx = context.page(Action.VIEW_SCORECARD)
t, lang = ctx.t, ctx.lang
head, manager_id, period = person.whose(ctx, "trends")
card = scorecards.scorecard(ctx.actor, ctx.db, manager_id, period, 36)
known = [(v, p) for v, p in zip(card.totals, card.periods, strict=True) if not math.isnan(v)]
best = max(known, default=(math.nan, period))
name = t.pick(card.person.name, card.person.name_en)
with head:
    sentence = t(
        "trends-sentence", periods=len(known), best=fmt.number(best[0]), when=fmt.period(best[1], lang)
    )
    page.header(t("trends-title", name=literal(name)), sentence)

breaks = [k for k in range(1, len(card.schemes)) if card.schemes[k] != card.schemes[k - 1]]
names = [fmt.period(p, lang) for p in card.periods]
with page.card(t("trends-total"), t("trends-total-note")):
    charts.show(
        charts.trend(card.periods, card.totals, card.peer_low, card.peer_high, breaks, t), key="total"
    )
    charts.behind(
        pd.DataFrame(
            {t("period"): names, t("score"): card.totals, "p25": card.peer_low, "p75": card.peer_high}
        ),
        t,
    )

lines = {line.step.indicator.code: line for line in card.lines}
with page.card(t("trends-indicator"), t("trends-indicator-note")):
    code = pick(
        t("indicator"),
        list(lines),
        lambda c: t.name(lines[c].step.indicator.name, c),
        key="trend-indicator",
        address="indicator",
    )
    line = lines[code]
    unit = t.term(line.step.indicator.unit)
    two = st.columns(2)
    with two[0]:
        st.caption(t("trends-values", unit=literal(unit)))
        low, high = zip(*line.value_bands, strict=True)
        figure = charts.trend(
            card.periods, line.values, low, high, breaks, t, axis=unit, target=line.targets, ticks=4
        )
        charts.show(figure, key="values")
    with two[1]:
        st.caption(t("trends-scores"))
        low, high = zip(*line.score_bands, strict=True)
        charts.show(charts.trend(card.periods, line.scores, low, high, breaks, t, ticks=4), key="scores")
    table = {t("period"): names, t("actual"): line.values, t("target"): line.targets, t("score"): line.scores}
    charts.behind(pd.DataFrame(table), t)
