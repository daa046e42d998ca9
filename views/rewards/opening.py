"""Whose pay is looked at: one's own, or one of those who have any."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from shell.context import Context
from ui import address_line, page
from ui.choice import pick
from words.text import literal
from workflow.errors import WorkflowError
from workflow.rewards import standing
from workflow.rewards.standing import Statement


def whose(ctx: Context) -> tuple[DeltaGenerator, Statement]:
    """The place of the title, and the statement of the person that is chosen. Ends the script where nobody
    has any pay yet."""
    t, own = ctx.t, ctx.actor.manager_id
    head, people = st.columns([3, 1], vertical_alignment="bottom")
    if own:
        if (asked := address_line.says("person")) not in (None, own):
            st.warning(t("address-own", asked=literal(str(asked))))
            address_line.write(person=None)
        found = _own(ctx, own)
    else:
        every = {one.manager_id: one for one in standing.people(ctx.actor, ctx.db)}
        if not every:
            with head:
                page.header(t("nav-pay"), t("pay-none"))
            st.stop()
        with people:
            chosen = pick(
                t("manager"),
                list(every),
                lambda m: f"{t.pick(every[m].name, every[m].name_en)} · {m}",
                key="pay-person",
                address="person",
            )
        found = standing.statement(ctx.actor, ctx.db, chosen)
    if found is None or not found.periods:
        with head:
            page.header(t("pay-title"), t("pay-none"))
        st.stop()
    return head, found


def _own(ctx: Context, manager_id: str) -> Statement | None:
    """The actor's own statement; None while the branch has nobody of that number."""
    try:
        return standing.statement(ctx.actor, ctx.db, manager_id)
    except WorkflowError as problem:
        if problem.key == "errors-pay-person-unknown":
            return None
        raise
