"""我的成绩单: where do I stand, why, and what can I do?"""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from shell import context
from ui import charts, page
from views import figures, paper
from views.results import person
from words import format as fmt
from words.text import literal
from workflow.results import scorecards

ctx = context.page(Action.VIEW_SCORECARD)
t, lang = ctx.t, ctx.lang
head, manager_id, period = person.whose(ctx, "scorecard")
card = scorecards.scorecard(ctx.actor, ctx.db, manager_id, period)
name = t.pick(card.person.name, card.person.name_en)

if card.status in ("ranked", "protected"):
    words = [t("scorecard-total", period=fmt.period(period, lang), total=fmt.number(card.total))]
    if card.grade:
        words.append(t("scorecard-place", grade=literal(card.grade), rank=int(card.rank), ranked=card.ranked))
    if card.total_change == card.total_change:
        words.append(t("scorecard-change", change=fmt.signed(card.total_change)))
    if card.lift.grade:
        words.append(t("scorecard-next", grade=literal(card.lift.grade), gap=fmt.number(card.lift.gap)))
else:
    words = [figures.status_reason(card.status, t)]
with head:
    page.header(t("scorecard-title", name=literal(name)), t("sentence-joint").join(words))

rank = f"{int(card.rank)} / {card.ranked}" if card.rank == card.rank else "–"
page.strip(
    [
        page.Figure(t("scorecard-score"), fmt.number(card.total), card.total_change, t("vs-last")),
        page.Figure(
            t("scorecard-grade-rank"),
            f"{card.grade or '–'} · {rank}",
            card.rank_change,
            t("scorecard-rank-note"),
            decimals=0,
        ),
        page.Figure(
            t("scorecard-coefficient"), fmt.number(card.coefficient), note=t("scorecard-coefficient-note")
        ),
        page.Figure(
            t("scorecard-coverage"), fmt.percent(card.coverage, 0), note=t("scorecard-coverage-note")
        ),
        page.Figure(t("leaderboard-state"), t(f"state-{card.state}"), note=t(f"status-{card.status}")),
    ]
)

with page.card(t("scorecard-lines"), t("scorecard-lines-note")):
    points, weights = person.shown(card)
    table = person.lines(card, points, weights, t)
    chosen = table.show("lines", t("scorecard-lines"), selectable=True)
    paper.scorecard(ctx, manager_id, period)
if chosen:
    st.session_state["explained"] = chosen

left, right = st.columns(2)
with left:
    codes_here = [line.step.indicator.code for line in card.lines]
    code = st.session_state.get("explained")
    at = codes_here.index(code) if code in codes_here else 0
    person.explain(ctx, card.lines[at], points[at])
    person.what_lifts(ctx, card)
with right:
    person.why_changed(ctx, card, charts)
st.caption(figures.standing(card.sha256, t))
