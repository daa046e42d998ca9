"""What a correction bears on besides results: appeals that are open, plans that are under way."""

from __future__ import annotations

import streamlit as st

from shell.context import Context
from workflow.appeals import bearing


def told(ctx: Context, batch: int) -> None:
    """The numbers of the appeals and plans, for whoever approves."""
    t, found = ctx.t, bearing.follows(ctx.actor, ctx.db, batch)
    for key, numbers in (("review-appeals", found.appeals), ("review-plans", found.plans)):
        if numbers:
            joined = t("list-joint").join(map(str, numbers))
            st.info(t(key, count=len(numbers), numbers=joined), icon=":material/link:")
