"""我的趋势: total and every indicator over time, against the peers' middle half."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from shell import context
from ui import charts, page, trend
from ui.choice import pick
from views.results import person
from views.scorecard import trends
from words.text import literal
from workflow.results import scorecards

ctx = context.page(Action.VIEW_SCORECARD)
t = ctx.t
head, manager_id, period = person.whose(ctx, "trends")
card = scorecards.scorecard(ctx.actor, ctx.db, manager_id, period, 36)
breaks = trends.breaks(card)
name = t.pick(card.person.name, card.person.name_en)
with head:
    page.header(t("trends-title", name=literal(name)), trends.sentence(card, t))

with page.card(t("trends-total"), t("trends-total-note")):
    band = list(zip(card.peer_low, card.peer_high, strict=True))
    series = trend.Series(card.totals, t("score"), band)
    figure = trend.figure(card.periods, series, breaks, t("score-points"), t)
    label = f"{name}{t('colon')}{t('trends-total')}"
    charts.show(figure, trends.totals_behind(card, t), key="total", label=label, t=t)

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
    values = t.in_unit(t("trends-values"), line.step.indicator.unit)
    of_values, of_scores = trends.bands(line)
    called = t("comma-joint").join([name, t.name(line.step.indicator.name, code), ""])
    two = st.columns(2)
    with two[0]:
        st.caption(literal(values))
        series = trend.Series(line.values, t("actual"), of_values, line.targets, False)
        figure = trend.figure(card.periods, series, breaks, unit, t)
        label = called + values
        charts.show(figure, trends.values_behind(card, line, t), key="values", label=label, t=t)
    with two[1]:
        st.caption(t("trends-scores"))
        series = trend.Series(line.scores, t("score"), of_scores)
        figure = trend.figure(card.periods, series, breaks, t("score-points"), t)
        label = called + t("trends-scores")
        charts.show(figure, trends.scores_behind(card, line, t), key="scores", label=label, t=t)
