"""Which checks the branch's schemes go through: to be read by all, chosen by who looks after the database."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action, allowed
from data import clock
from scoring.lint import RULE_SETS
from shell.acting import attempt, box
from shell.context import Context
from words.text import literal
from workflow.branch import setup

_CHOSEN = "rules-chosen"


def tell(ctx: Context) -> None:
    """A line that says which checks there are, and since when."""
    t, held = ctx.t, setup.rules(ctx.actor, ctx.db)
    said = t("rules-now", name=t(f"rules-{held.name}"), means=t(f"rules-{held.name}-means"))
    if held.chosen is not None:
        at, by = held.chosen
        day = f"{clock.local(at):%Y-%m-%d}"
        said += t("sentence-joint") + t("rules-by", by=literal(ctx.names.get(by, by)), day=day)
    st.caption(said)


def edit(ctx: Context) -> None:
    """A form for whoever keeps the accounts; nothing for the others."""
    if not allowed(ctx.actor, Action.MANAGE_ACCOUNTS):
        return
    t, held = ctx.t, setup.rules(ctx.actor, ctx.db)
    with box("rules-box", t("rules-title")), st.form("rules", border=False):
        st.radio(
            t("rules-title"),
            RULE_SETS,
            RULE_SETS.index(held.name),
            format_func=lambda name: t(f"rules-{name}"),
            captions=[t(f"rules-{name}-means") for name in RULE_SETS],
            key=_CHOSEN,
            label_visibility="collapsed",
        )

        def choose() -> None:
            if st.session_state[_CHOSEN] != held.name:
                setup.set_rules(ctx.actor, ctx.db, st.session_state[_CHOSEN])

        st.form_submit_button(
            t("branch-name-do"),
            key="rules-do",
            type="primary",
            on_click=attempt,
            args=(t, choose, t("rules-set")),
            kwargs={"closes": "rules-box"},
        )
