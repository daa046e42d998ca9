"""账号管理: who may sign in and as what; making, changing and stopping accounts while the branch works."""

from __future__ import annotations

import streamlit as st

from access.local import keeping
from access.permissions import Action
from shell import acting, context
from ui import page
from views.accounts import bring, edit, listed, make

ctx = context.page(Action.MANAGE_ACCOUNTS)
t = ctx.t
accounts = keeping.standing(ctx.actor, ctx.db)
page.header(t("accounts-title"), listed.sentence(ctx, accounts))
acting.said()
left, right = st.columns([1.7, 1])
with left:
    chosen = listed.table(ctx, accounts)
    if chosen is not None:
        listed.history(ctx, chosen)
with right:
    if chosen is not None:
        edit.one(ctx, chosen)
    make.one(ctx)
    bring.many(ctx)
