"""留痕: who did what, when and why."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from shell import context
from ui import page
from views.rights import accounts, trail

ctx = context.page(Action.VIEW_TRAIL)
t = ctx.t
head, when = st.columns([2, 1], vertical_alignment="bottom")
with when:
    days = trail.days(ctx)
found = trail.chosen(ctx, days)
with head:
    page.header(t("trail-title"), trail.sentence(ctx, found, days))
trail.listed(ctx, found)
accounts.listed(ctx)
