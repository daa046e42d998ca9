"""Making an account: who, as what, and the password that is handed over once."""

from __future__ import annotations

import streamlit as st

from access import accounts, passwords
from access.permissions import ROLES
from shell.acting import attempt, box
from shell.context import Context
from ui import page

_FIELDS = ("accounts-new-username", "accounts-new-name", "accounts-new-manager", "accounts-new-password")


def one(ctx: Context) -> None:
    """A form for a new account."""
    t, state, key = ctx.t, st.session_state, "accounts-new"
    with (
        page.card(t("accounts-make"), t("accounts-make-note")),
        box(key, t("accounts-new"), type="primary", width="stretch"),
        st.form(f"{key}-form", border=False),
    ):
        st.text_input(t("accounts-username"), key=_FIELDS[0], help=t("accounts-username-help"))
        st.text_input(t("accounts-name"), key=_FIELDS[1])
        st.selectbox(
            t("accounts-role"),
            ROLES,
            index=None,
            format_func=lambda r: t(f"role-{r}"),
            key="accounts-new-role",
        )
        st.text_input(t("manager-id"), key=_FIELDS[2], help=t("accounts-manager-help"))
        st.text_input(
            t("accounts-first-password"), type="password", autocomplete="new-password", key=_FIELDS[3]
        )
        st.caption(t("password-rule", least=passwords.SHORTEST, most=passwords.LONGEST))

        def work() -> None:
            username, name, manager, password = (state[field] for field in _FIELDS)
            accounts.add(
                *(ctx.actor, ctx.db, username, state["accounts-new-role"] or "", password),
                display_name=name,
                manager_id=manager.strip() or None,
            )

        st.form_submit_button(
            t("accounts-do"),
            key=f"{key}-do",
            type="primary",
            on_click=attempt,
            args=(t, work, t("accounts-made"), _FIELDS),
            kwargs={"closes": key},
        )
