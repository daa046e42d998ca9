"""我的成绩单: where do I stand, why, and what can I do?"""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from documents.paper.letterhead import anchored, joined
from shell import acting, context
from ui import page
from views import figures, paper
from views.results import person
from views.scorecard import change, lift, lines, opening, receipt, recognition, reviews, total, waiting
from words.text import literal
from workflow.results import scorecards

ctx = context.page(Action.VIEW_SCORECARD)
t = ctx.t
head, manager_id, period = person.whose(ctx, "scorecard")
card = scorecards.scorecard(ctx.actor, ctx.db, manager_id, period)
name = t.pick(card.person.name, card.person.name_en)

with head:
    own = ctx.actor.role == "manager"
    title = t("scorecard-title-own" if own else "scorecard-title", name=literal(name))
    page.header(title, opening.sentence(card, t))
page.strip(opening.strip(card, t))
acting.said()
receipt.show(ctx, card)
if own:
    waiting.show(ctx)

with page.card(t("scorecard-lines"), t("scorecard-lines-note")):
    lines.table(card, t).show("lines", t("scorecard-lines"), legend=figures.legend(card.scheme, t))
    paper.scorecard(ctx, manager_id, period)

left, right = st.columns(2)
with left:
    total.show(card, t)
    lift.show(card, t)
    recognition.show(ctx, manager_id, period)
with right:
    change.show(card, t)
reviews.show(ctx, manager_id)
st.caption(joined(figures.standing(card.sha256, t), anchored(ctx.db, t)))
