"""Customers' links: issued in bulk, given once as cards to print, counted, withdrawn where unused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from documents.paper import invitations
from documents.paper.invitations import Invitation
from shell import context
from shell.acting import attempt, box
from shell.context import Context
from ui import page
from ui.choice import pick
from ui.tables import Column, Table
from workflow.reviews import links
from workflow.reviews.campaigns import OPEN, Campaign, Progress
from workflow.reviews.links import LinkCount

COUNT = 8
EVERYBODY = ""
_CARDS = "review-cards"
"""The cards that were made just now, in the session's state: nothing else holds their links."""


def show(ctx: Context, campaign: Campaign, progress: Progress) -> None:
    """The card: how many links there are of each person, new ones, and those that can still be withdrawn."""
    t = ctx.t
    names = {g.ratee_id: t.pick(g.name, g.name_en) for g in progress.groups if g.group == "customers"}
    if not names:
        return
    counts = links.counts(ctx.actor, ctx.db, campaign.campaign_id)
    with page.card(t("links-title"), t("links-note")):
        if campaign.state != OPEN:
            st.caption(t("links-not-open"))
        else:
            with st.container(horizontal=True):
                _issue(ctx, campaign, names)
                _withdraw(ctx, campaign, {c.ratee_id: names[c.ratee_id] for c in counts if c.open})
            _download(ctx, campaign)
        if counts:
            _table(ctx, counts, names)


def _table(ctx: Context, counts: Sequence[LinkCount], names: Mapping[str, str]) -> None:
    t = ctx.t
    columns: list[Column[LinkCount]] = [
        Column("name", t("ratee"), lambda c: names[c.ratee_id], "strong"),
        Column(
            "used",
            t("links-used-of"),
            lambda c: f"{c.used} / {c.issued}",
            right=True,
            sort=lambda c: float(c.used),
        ),
    ]
    Table(columns, counts, lambda c: c.ratee_id).show("review-links", t("links-title"))


def _issue(ctx: Context, campaign: Campaign, names: Mapping[str, str]) -> None:
    t, state = ctx.t, st.session_state
    whom = {EVERYBODY: t("links-everybody"), **names}
    with (
        box("links-issue", t("links-issue"), icon=":material/qr_code_2:", type="primary"),
        st.form("links-issue", border=False),
    ):
        pick(t("links-whom"), list(whom), whom.__getitem__, key="links-whom")
        st.number_input(t("links-count"), 1, 50, COUNT, key="links-count")
        st.text_input(t("links-site"), context.site(), key="links-site", help=t("links-site-help"))

        def work() -> None:
            asked = [state["links-whom"]] if state["links-whom"] else list(names)
            site = str(state["links-site"]).rstrip("/")
            made = [
                Invitation(names[ratee], site + link.url_path, link.expires_on.isoformat())
                for ratee in asked
                for link in links.issue(ctx.actor, ctx.db, campaign.campaign_id, ratee, state["links-count"])
            ]
            state[_CARDS] = (campaign.campaign_id, made, len(asked))

        st.form_submit_button(
            t("links-issue"),
            key="links-issue-do",
            type="primary",
            on_click=attempt,
            args=(t, work, lambda: t("links-issued", count=len(state[_CARDS][1]), people=state[_CARDS][2])),
            kwargs={"closes": "links-issue"},
        )


def _download(ctx: Context, campaign: Campaign) -> None:
    """The cards that were made just now; once they were fetched they are forgotten here too."""
    t, state = ctx.t, st.session_state
    number, made, _ = state.get(_CARDS, (None, [], 0))
    if number != campaign.campaign_id:
        return
    st.success(t("links-ready", count=len(made)))
    st.download_button(
        t("links-download"),
        invitations.sheet(ctx.branch.name(ctx.lang), made, t),
        f"invitations-{number}.html",
        "text/html",
        key="links-download",
        icon=":material/print:",
        on_click=lambda: state.pop(_CARDS, None),
    )


def _withdraw(ctx: Context, campaign: Campaign, names: Mapping[str, str]) -> None:
    t, state = ctx.t, st.session_state
    if not names:
        return
    with (
        box("links-withdraw", t("links-withdraw")),
        st.form("links-withdraw", border=False),
    ):
        pick(t("ratee"), list(names), names.__getitem__, key="links-withdraw-whom")
        st.text_area(t("links-withdraw-why"), key="links-withdraw-why")

        def work() -> None:
            ratee, why = state["links-withdraw-whom"], state["links-withdraw-why"]
            links.withdraw_unused(ctx.actor, ctx.db, campaign.campaign_id, ratee, why)

        st.form_submit_button(
            t("gate-write"),
            key="links-withdraw-do",
            type="primary",
            on_click=attempt,
            args=(t, work, t("links-withdrawn"), ("links-withdraw-why",)),
            kwargs={"closes": "links-withdraw"},
        )
