"""Changing one account: password, role, name, manager's id; stopping it, and undoing that."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from access import accounts, passwords
from access.local import keeping
from access.local.keeping import Standing
from access.permissions import ROLES
from access.single_sign_on import identities
from shell.acting import attempt, box
from shell.context import Context
from shell.single_sign_on.settings import configured
from ui import page
from views.accounts.listed import state_of
from words.text import literal


def one(ctx: Context, standing: Standing) -> None:
    """Everything that can be done to the account whose row is open."""
    t, account = ctx.t, standing.account
    username, shown = account.username, literal(account.username)
    title = t("accounts-one", username=shown, name=literal(account.display_name))
    note = t("accounts-one-note", state=state_of(ctx, standing))
    with page.card(title, note):
        _password(ctx, username)
        if account.username != ctx.actor.username:
            _role(ctx, standing)
        _name(ctx, standing)
        if account.role == "manager":
            _manager(ctx, standing)
        _identity(ctx, username)
        _button(ctx, standing)


def _button(ctx: Context, standing: Standing) -> None:
    t, account, shown = ctx.t, standing.account, literal(standing.account.username)
    with st.container(horizontal=True):
        if standing.browsers:
            _do(ctx, "sign-out", keeping.sign_out, account.username, t("accounts-signed-out", username=shown))
        if not account.in_use:
            _do(ctx, "enable", keeping.enable, account.username, t("accounts-enabled", username=shown))
        elif account.username != ctx.actor.username:
            _do(ctx, "disable", accounts.disable, account.username, t("accounts-disabled", username=shown))
    if account.username == ctx.actor.username:
        st.caption(t("accounts-own"))


def _do(ctx: Context, name: str, work: Callable[..., None], username: str, done: str) -> None:
    st.button(
        ctx.t(f"accounts-{name}"),
        key=f"accounts-{name}",
        help=ctx.t(f"accounts-{name}-help"),
        on_click=attempt,
        args=(ctx.t, partial(work, ctx.actor, ctx.db, username), done),
    )


def _send(ctx: Context, key: str, work: Callable[[], object], done: str, fields: tuple[str, ...]) -> None:
    st.form_submit_button(
        ctx.t("accounts-do"),
        key=f"{key}-do",
        type="primary",
        on_click=attempt,
        args=(ctx.t, work, done, fields),
        kwargs={"closes": key},
    )


def _password(ctx: Context, username: str) -> None:
    t, key = ctx.t, "accounts-password"
    with box(key, t("accounts-password"), width="stretch"), st.form(f"{key}-form", border=False):
        st.text_input(t("password-new"), type="password", autocomplete="new-password", key=f"{key}-new")
        st.caption(t("password-rule", least=passwords.SHORTEST, most=passwords.LONGEST))
        st.caption(t("accounts-password-note"))

        def work() -> None:
            accounts.set_password(ctx.actor, ctx.db, username, st.session_state[f"{key}-new"])

        _send(ctx, key, work, t("accounts-password-set", username=literal(username)), (f"{key}-new",))


def _role(ctx: Context, standing: Standing) -> None:
    t, key, account = ctx.t, "accounts-change-role", standing.account
    field, person = f"{key}-{account.username}-{account.role}", f"{key}-manager"
    with box(key, t("accounts-change-role"), width="stretch"), st.form(f"{key}-form", border=False):
        place = ROLES.index(account.role) if account.role in ROLES else 0
        st.selectbox(
            t("accounts-role"), ROLES, index=place, format_func=lambda role: t(f"role-{role}"), key=field
        )
        st.text_input(t("manager-id"), key=person, help=t("accounts-manager-help"))
        st.caption(t("accounts-ends-note"))

        def work() -> None:
            state = st.session_state
            wanted = state[person].strip() or None
            accounts.set_role(ctx.actor, ctx.db, account.username, state[field], wanted)

        done = t("accounts-role-set", username=literal(account.username))
        _send(ctx, key, work, done, (person,))


def _name(ctx: Context, standing: Standing) -> None:
    t, key, account = ctx.t, "accounts-change-name", standing.account
    field = f"{key}-{account.username}"
    with box(key, t("accounts-change-name"), width="stretch"), st.form(f"{key}-form", border=False):
        st.text_input(t("accounts-name"), value=account.display_name, key=field)

        def work() -> None:
            keeping.set_name(ctx.actor, ctx.db, account.username, st.session_state[field])

        _send(ctx, key, work, t("accounts-named", username=literal(account.username)), ())


def _manager(ctx: Context, standing: Standing) -> None:
    t, key, account = ctx.t, "accounts-change-manager", standing.account
    field = f"{key}-{account.username}"
    with box(key, t("accounts-change-manager"), width="stretch"), st.form(f"{key}-form", border=False):
        st.text_input(t("manager-id"), value=account.manager_id or "", key=field)
        st.caption(t("accounts-ends-note"))

        def work() -> None:
            keeping.set_manager(ctx.actor, ctx.db, account.username, st.session_state[field])

        _send(ctx, key, work, t("accounts-manager-set", username=literal(account.username)), ())


def _identity(ctx: Context, username: str) -> None:
    """Whose account it is at the provider of single sign-on, where there is one."""
    t, key, settings = ctx.t, "accounts-identity", configured()
    held, shown = identities.linked(ctx.db).get(username), literal(username)
    if held is not None:
        st.caption(t("accounts-linked-to", identity=literal(held)))
        _do(ctx, "unlink", identities.unlink, username, t("accounts-unlinked", username=shown))
        return
    if not isinstance(settings, tuple):
        return
    issuer, subject = f"{key}-issuer-{username}", f"{key}-subject-{username}"
    with box(key, t("accounts-link"), width="stretch"), st.form(f"{key}-form", border=False):
        st.text_input(t("accounts-issuer"), value=settings[0].issuer, key=issuer)
        st.text_input(t("accounts-subject"), key=subject, help=t("accounts-subject-help"))
        st.caption(t("accounts-link-note"))

        def work() -> None:
            state = st.session_state
            identities.link(ctx.actor, ctx.db, username, state[issuer].strip(), state[subject].strip())

        _send(ctx, key, work, t("accounts-linked", username=shown), (subject,))
