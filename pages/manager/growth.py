"""反馈与成长: what was talked about, what is planned, what I learn, and how far the next post is."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from shell import acting, context
from ui import page
from views.growth import due as due_table
from views.growth import ladder as ladder_card
from views.growth import opening, plans, talks, training, waiting
from workflow.growth import due, ladder, reach
from workflow.growth import plans as planned
from workflow.growth import training as trained

ctx = context.page(Action.VIEW_GROWTH)
t = ctx.t
head, about = opening.whose(ctx)
every = due.due(ctx.actor, ctx.db, about.period)
asked = due_table.of(every, about.manager_id)
held = planned.plans(ctx.actor, ctx.db, about.manager_id)
learnt = trained.record(ctx.actor, ctx.db, about.manager_id)
climb = ladder.climb(ctx.actor, ctx.db, about.manager_id)
with head:
    title = t("growth-title-own") if about.own else t("growth-title", name=about.name)
    page.header(title, opening.sentence(about, asked, held[0] if held else None, climb))
acting.said()
if about.own and (waits := waiting.told(ctx)):
    st.info(waits, icon=":material/draw:")
opening.strip(about, asked, held[0] if held else None, learnt, climb)
if not about.own:
    due_table.show(about, every)
indicators = reach.scheme(ctx.actor, ctx.db, about.manager_id, about.period).by_code
names = {code: t.name(one.name, code) for code, one in indicators.items()}
left, right = st.columns(2)
with left:
    talks.show(about, asked)
    training.show(about, learnt, names)
with right:
    plans.show(about, held)
    ladder_card.show(about, climb, indicators)
