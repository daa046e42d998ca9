"""Every account as it stands, and what happened to one of them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from access.local import keeping
from access.local.keeping import Happened, Standing
from access.permissions import ROLES
from shell.context import Context
from ui import page
from ui.tables import Column, Table
from words.text import leading, literal

_OPENED = "accounts-opened"
_SAID = ("role", "name", "manager")
"""What the trail says of a change beside its kind."""


def sentence(ctx: Context, accounts: Sequence[Standing]) -> str:
    """How many accounts there are, how many of them are stopped, and who is signed in."""
    t = ctx.t
    if not accounts:
        return t("accounts-none")
    off = sum(not one.account.in_use for one in accounts)
    now = sum(one.browsers > 0 for one in accounts)
    return t("accounts-sentence", count=len(accounts), off=off, now=now)


def table(ctx: Context, accounts: Sequence[Standing]) -> Standing | None:
    """The accounts that are looked for; the one whose row was opened last."""
    t, state = ctx.t, st.session_state
    with page.card(t("accounts-list", count=len(accounts)), t("accounts-list-note")):
        one, two = st.columns([1, 1.4], vertical_alignment="bottom")
        text = one.text_input(
            t("accounts-search"), key="accounts-search", placeholder=t("accounts-search-by")
        )
        roles = two.pills(
            t("accounts-role"),
            [role for role in ROLES if any(s.account.role == role for s in accounts)],
            format_func=lambda role: t(f"role-{role}"),
            selection_mode="multi",
            key="accounts-roles",
        )
        wanted = text.strip().lower()
        shown = [s for s in accounts if wanted in _searched(s) and (not roles or s.account.role in roles)]
        columns: list[Column[Standing]] = [
            Column("username", t("accounts-username"), lambda s: s.account.username, "strong"),
            Column("name", t("accounts-name"), lambda s: s.account.display_name),
            Column("role", t("accounts-role"), lambda s: t(f"role-{s.account.role}")),
            Column("manager", t("manager-id"), lambda s: s.account.manager_id, "muted"),
            Column("state", t("accounts-state"), lambda s: state_of(ctx, s), wrap=True),
            Column("last", t("accounts-last"), _moment, "muted"),
            Column("browsers", t("accounts-browsers"), lambda s: s.browsers, "number", decimals=0),
        ]
        whole = Table(columns, shown, lambda s: s.account.username, lambda s: t("accounts-dash"))
        if not shown:
            st.info(t("accounts-none-found"))
        else:
            opened = whole.show("accounts", t("accounts-list", count=len(accounts)), selectable=True)
            whole.download("accounts.xlsx", t, key="accounts")
            if opened:
                state[_OPENED] = opened
    return next((s for s in accounts if s.account.username == state.get(_OPENED)), None)


def state_of(ctx: Context, standing: Standing) -> str:
    """Whether one can sign in with the account, and what stands in the way."""
    t, account = ctx.t, standing.account
    if not account.in_use:
        return t("accounts-off")
    if standing.waits_until:
        return t("accounts-waits", time=f"{standing.waits_until:%H:%M}")
    if not account.has_password:
        return t("accounts-single-sign-on")
    return t("accounts-must-change" if account.must_change else "accounts-on")


def history(ctx: Context, standing: Standing) -> None:
    """What happened to the account, by the trail."""
    t, username = ctx.t, standing.account.username
    happened = list(enumerate(keeping.history(ctx.actor, ctx.db, username)))
    with page.card(t("accounts-history", username=literal(username)), t("accounts-history-note")):
        found = Table(
            [
                Column("at", t("accounts-when"), lambda row: f"{row[1].at:%Y-%m-%d %H:%M}", "muted"),
                Column("what", t("accounts-what"), lambda row: _told(ctx, row[1], username), wrap=True),
                Column("by", t("accounts-by"), lambda row: ctx.names.get(row[1].by, row[1].by)),
            ],
            happened,
            lambda row: str(row[0]),
        )
        found.show("accounts-history", t("accounts-history", username=username))
        found.download(f"account-{username}.xlsx", t)


def _told(ctx: Context, one: Happened, username: str) -> str:
    t = ctx.t
    detail = one.detail.get("accounts", one.detail)
    said = detail.get(username, detail) if isinstance(detail, dict) else {}
    if isinstance(said, str):
        said = {"role": said}
    action = f"accounts-did-{'own-password' if said.get('own') else one.action}"
    told = [
        t(f"role-{said[name]}") if name == "role" else str(said[name]) for name in _SAID if said.get(name)
    ]
    what = t(action)
    return leading(t("accounts-did", what=what, says=t("list-joint").join(told)) if told else what)


def _searched(standing: Standing) -> str:
    account = standing.account
    return f"{account.username}\n{account.display_name}\n{account.manager_id or ''}".lower()


def _moment(standing: Standing) -> str | None:
    return f"{standing.signed_in_at:%Y-%m-%d %H:%M}" if standing.signed_in_at else None
