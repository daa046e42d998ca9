"""工作日历: which days are off and which are worked, as every deadline counts them."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from shell import acting, context
from ui import page
from ui.choice import pick
from views.calendar import edit
from views.calendar import year as shown
from words.text import literal
from workflow import calendar

ctx = context.page(Action.KEEP_CALENDAR)
t = ctx.t
head, when = st.columns([3, 1], vertical_alignment="bottom")
offered = calendar.offered(ctx.actor, ctx.db)
with when:
    year = pick(
        t("calendar-year"),
        offered,
        lambda y: t("calendar-year-of", year=str(y)),
        key="calendar-year",
        address="year",
        default=calendar.this_year(),
    )
counted = calendar.counted(ctx.actor, ctx.db)
days = calendar.days(ctx.actor, ctx.db, year)
said = next((y for y in calendar.years(ctx.actor, ctx.db) if y.year == year and y.announced), None)
with head:
    page.header(t("calendar-title"), shown.sentence(ctx, counted, year))
acting.said()
with page.card(t("calendar-months", year=str(year)), t("calendar-legend")):
    shown.draw(ctx, days, year)
left, right = st.columns([2, 1])
with left, page.card(t("calendar-list", year=str(year)), t("calendar-list-note")):
    if days:
        shown.listed(ctx, days, year)
    else:
        st.info(t("calendar-none", year=str(year)))
with right, page.card(t("calendar-keep"), t("calendar-keep-note")):
    if said is not None:
        source = literal(said.source)
        st.markdown(t("calendar-notice-held", source=source, day=f"{said.at:%Y-%m-%d}"))
    edit.notice(ctx, year, first=said is None)
    edit.change(ctx, year)
    if said is not None:
        edit.withdraw(ctx, year)
