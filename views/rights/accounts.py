"""Which accounts there are, to be read."""

from __future__ import annotations

from access import accounts
from access.permissions import Action, allowed
from data.stores.account_store import Account
from shell.context import Context
from ui import page
from ui.tables import Column, Table


def listed(ctx: Context) -> None:
    """Every account with its role, for whoever may see them; nothing where there is none."""
    if not allowed(ctx.actor, Action.VIEW_ACCOUNTS):
        return
    t, found = ctx.t, accounts.listed(ctx.actor, ctx.db)
    if not found:
        return
    title = t("trail-accounts", count=len(found))
    columns: list[Column[Account]] = [
        Column("username", t("signin-username"), lambda a: a.username, "strong"),
        Column("name", t("name"), lambda a: a.display_name or None),
        Column("role", t("trail-role"), lambda a: t(f"role-{a.role}")),
        Column("manager", t("trail-manager-id"), lambda a: a.manager_id, "muted"),
        Column("state", t("trail-state"), lambda a: t("trail-in-use" if a.in_use else "trail-disabled")),
    ]
    with page.card(title, t("trail-accounts-note")):
        table = Table(columns, found, lambda a: a.username)
        table.show("trail-accounts", title)
        table.download("accounts.xlsx", t, key="trail-accounts")
