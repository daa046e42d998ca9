"""Accounts by a list: read, judged, made, and the first passwords handed out once."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

import streamlit as st

from access.local import bringing
from access.local.bringing import Slip
from data.reading.judged import Judged
from documents.people import account_slips
from scoring.errors import SteelyardError
from shell.acting import attempt
from shell.context import Context
from ui import page
from views.desk.upload import TYPES, told
from words.text import literal
from workflow.intake.imports import short_name

_SLIPS, _READ = "accounts-slips", "accounts-read"


def many(ctx: Context) -> None:
    """A file of accounts: what is in it, what cannot be taken, and the button that makes the rest."""
    t = ctx.t
    with page.card(t("accounts-bring"), t("accounts-bring-note")):
        slips: list[Slip] | None = st.session_state.get(_SLIPS)
        if slips is not None:
            _hand_out(ctx, slips)
            return
        given = st.file_uploader(t("accounts-file"), type=TYPES, max_upload_size=5, key="accounts-file")
        st.caption(t("accounts-columns"))
        if given is None:
            return
        judged = _read(ctx, given.name, given.getvalue())
        if judged is not None:
            _judged(ctx, judged)


def _read(ctx: Context, name: str, content: bytes) -> Judged | None:
    key = (hashlib.sha256(content).hexdigest(), ctx.db.head())
    kept: tuple[object, Judged] | None = st.session_state.get(_READ)
    if kept and kept[0] == key:
        return kept[1]
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / short_name(Path(name).name)
            path.write_bytes(content)
            found = bringing.read(ctx.actor, ctx.db, path)
    except SteelyardError as problem:
        st.error(literal(ctx.t.error(problem)))
        return None
    st.session_state[_READ] = (key, found)
    return found


def _judged(ctx: Context, judged: Judged) -> None:
    t, taken = ctx.t, len(judged.accepted)
    st.markdown(t("accounts-judged", rows=judged.rows_read, taken=taken))
    told(judged.problems, t, "accounts-problems")

    def take() -> None:
        with st.spinner(t("accounts-making")):
            st.session_state[_SLIPS] = bringing.take(ctx.actor, ctx.db, judged)

    st.button(
        t("accounts-take", count=taken),
        type="primary",
        key="accounts-take",
        disabled=not taken,
        on_click=attempt,
        args=(t, take, t("accounts-taken", count=taken)),
    )


def _hand_out(ctx: Context, slips: list[Slip]) -> None:
    """The first passwords, until the administrator has them."""
    t = ctx.t
    st.warning(t("accounts-hand-out", count=len(slips)))
    st.download_button(
        t("accounts-slips-file"),
        data=lambda: account_slips.workbook(slips, t),
        file_name="accounts-first-passwords.xlsx",
        on_click="ignore",
        icon=":material/download:",
        type="primary",
        key="accounts-slips-file",
    )
    st.button(t("accounts-slips-done"), key="accounts-slips-done", on_click=_forget)


def _forget() -> None:
    st.session_state.pop(_SLIPS, None)
    st.session_state.pop(_READ, None)
