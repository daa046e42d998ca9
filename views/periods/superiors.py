"""Who heads which team, for those who name them."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action, allowed
from shell.acting import attempt, box
from shell.context import Context
from words.text import literal
from workflow.results import superiors

NOBODY = ""


def edit(ctx: Context) -> None:
    """A form with a choice for each team, for whoever names superiors; nothing for the others."""
    if not allowed(ctx.actor, Action.NAME_SUPERIORS):
        return
    t, names = ctx.t, ctx.names
    teams, held = superiors.teams(ctx.actor, ctx.db), superiors.superiors(ctx.actor, ctx.db)
    if not teams:
        return
    options = [NOBODY, *(a.username for a in superiors.choices(ctx.actor, ctx.db))]
    with box("superiors-box", t("superiors-title")), st.form("superiors", border=False):
        st.caption(t("superiors-note"))
        for team, called in teams.items():
            st.selectbox(
                literal(t.pick(*called) or team),
                options,
                options.index(held.get(team, NOBODY)),
                format_func=lambda user: names.get(user, user) if user else t("superiors-nobody"),
                key=f"superior-{team}",
            )

        def keep() -> None:
            chosen = {team: st.session_state[f"superior-{team}"] or None for team in teams}
            superiors.name_all(ctx.actor, ctx.db, chosen)

        st.form_submit_button(
            t("superiors-do"),
            key="superiors-do",
            type="primary",
            on_click=attempt,
            args=(t, keep, t("superiors-done")),
            kwargs={"closes": "superiors-box"},
        )
