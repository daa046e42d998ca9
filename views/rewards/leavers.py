"""Those who left with deferred pay: the statement on paper, or a link by which they see it once."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from documents.paper import pay_statement
from scoring.pay.fen import FEN
from shell import context
from shell.acting import attempt, box
from shell.context import Context
from ui import page
from ui.choice import pick
from ui.tables import Column, Table
from views import paper
from words.text import Text, literal
from workflow.rewards import leaving
from workflow.rewards.leaving import DAYS, MOST_DAYS, Gone

_LINK = "pay-link-made"
"""The link that was made just now, in the session's state: nothing else holds its secret."""


def show(ctx: Context) -> None:
    """Who left with something held; nothing where nobody did."""
    t, state = ctx.t, st.session_state
    found = {one.manager_id: one for one in leaving.gone(ctx.actor, ctx.db)}
    if not found:
        return
    columns: list[Column[Gone]] = [
        Column("name", t("name"), lambda one: t.pick(one.name, one.name_en), "strong"),
        Column("left", t("leavers-left"), lambda one: one.left_on.isoformat()),
        Column("held", t("leavers-held"), lambda one: one.held / FEN, "number"),
        Column("link", t("leavers-link"), lambda one: _link(one, t), wrap=True),
    ]
    title = t("leavers-title", count=len(found))
    with page.card(title, t("leavers-note")):
        Table(columns, list(found.values()), lambda one: one.manager_id).show("leavers", title)
        who = pick(
            t("leavers-whom"),
            list(found),
            lambda one: t.pick(found[one].name, found[one].name_en),
            key="leavers-who",
        )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            _issue(ctx, who)
            paper.buttons(ctx, f"pay-{who}", {form: _made(ctx, who, form) for form in pay_statement.FORMS})
        person, address, until = state.get(_LINK, ("", "", ""))
        if person == who:
            st.success(
                t(
                    "leavers-link-ready",
                    name=literal(t.pick(found[who].name, found[who].name_en)),
                    until=until,
                )
            )
            st.code(address, language=None)


def _link(one: Gone, t: Text) -> str:
    if one.link is None:
        return t("leavers-link-none")
    if one.link.used_at is not None:
        return t("leavers-link-used", day=f"{one.link.used_at:%Y-%m-%d}")
    return t("leavers-link-until", day=f"{one.link.expires_at:%Y-%m-%d}")


def _made(ctx: Context, who: str, form: str) -> Callable[[], bytes]:
    def make() -> bytes:
        return pay_statement.FORMS[form](pay_statement.of_person(ctx.actor, ctx.branch, ctx.t, who), ctx.t)

    return make


def _issue(ctx: Context, who: str) -> None:
    t, state = ctx.t, st.session_state
    with box("leavers-issue", t("leavers-issue"), type="primary"), st.form("leavers-issue", border=False):
        st.number_input(t("leavers-days"), 1, MOST_DAYS, DAYS, key="leavers-days")
        st.text_input(t("links-site"), context.site(), key="leavers-site", help=t("links-site-help"))

        def issue() -> None:
            made = leaving.issue(ctx.actor, ctx.db, who, state["leavers-days"])
            address = str(state["leavers-site"]).rstrip("/") + made.url_path
            state[_LINK] = (who, address, f"{made.expires_at:%Y-%m-%d %H:%M}")

        st.form_submit_button(
            t("leavers-issue"),
            key="leavers-issue-do",
            type="primary",
            on_click=attempt,
            args=(t, issue, t("leavers-issued")),
            kwargs={"closes": "leavers-issue"},
        )
