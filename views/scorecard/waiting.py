"""What waits for a manager oneself, beside the signature under the result."""

from __future__ import annotations

import streamlit as st

from shell import navigation
from shell.context import Context
from views import told
from workflow.board import attention


def show(ctx: Context) -> None:
    """A strip of links, each to where it is dealt with; nothing where nothing waits."""
    items = attention.own(ctx.actor, ctx.db)
    if not items:
        return
    with st.container(border=True, gap=None, key="own-waiting"):
        st.markdown(f"**{ctx.t('own-waiting')}**")
        for item in items:
            navigation.link(item.address, told.waiting(item, ctx.t), **item.query)
