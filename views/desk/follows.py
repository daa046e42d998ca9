"""What a correction bears on besides results: open appeals, plans that are under way, pay that was posted."""

from __future__ import annotations

import streamlit as st

from shell.context import Context
from words import format as fmt
from workflow.appeals import bearing
from workflow.rewards import touched


def told(ctx: Context, batch: int) -> None:
    """The numbers of the appeals and plans, for whoever approves."""
    t, found = ctx.t, bearing.follows(ctx.actor, ctx.db, batch)
    for key, numbers in (("review-appeals", found.appeals), ("review-plans", found.plans)):
        if numbers:
            joined = t("list-joint").join(map(str, numbers))
            st.info(t(key, count=len(numbers), numbers=joined), icon=":material/link:")
    for one in touched.payments(ctx.actor, ctx.db, batch):
        period = fmt.period(one.period.code, ctx.lang)
        st.info(t("review-pay", count=one.people, period=period), icon=":material/payments:")
