"""人员与团队: who is where as of a day, how it came to be so, and changes that say from when and why."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from shell import acting, context
from ui import page
from views.people import change, history
from views.periods import superiors
from workflow.intake import people

ctx = context.page(Action.KEEP_PEOPLE)
t = ctx.t
head, when = st.columns([3, 1], vertical_alignment="bottom")
with when:
    day = history.day(ctx)
staff = people.staff(ctx.actor, ctx.db, day)
here = [s for s in staff if s.state == people.HERE]
teams = len({s.team_id for s in here})
with head:
    told = t("people-sentence", here=len(here), teams=teams, day=day.isoformat())
    page.header(t("people-title"), told if staff else t("people-none"))
if not staff:
    st.stop()
acting.said()
left, right = st.columns([1.4, 1])
with left:
    chosen = history.staff_table(ctx, staff)
with right:
    if chosen is not None:
        history.history(ctx, chosen)
    today = history.today(ctx)
    change.person(ctx, today, chosen)
    change.absence(ctx, today, chosen)
    change.book(ctx, today, chosen)
    change.team(ctx, day)
    superiors.edit(ctx)
