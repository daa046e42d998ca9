"""需要关注: who needs me, and what waits for my decision?"""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from shell import acting, context
from ui import page
from views.attention import matters
from workflow.board import attention

ctx = context.page(Action.COACH)
t = ctx.t
found = attention.attention(ctx.actor, ctx.db)
page.header(t("attention-title"), matters.sentence(ctx, found))
acting.said()
matters.decisions(ctx, found.decisions)
sides = st.columns(2)
for place, matter in enumerate(found.matters):
    with sides[place % 2]:
        matters.matter(ctx, matter)
if not found.matters:
    st.info(t("attention-none" if found.people != 0 else "attention-none-of-nobody"))
