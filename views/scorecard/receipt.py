"""Signing for a scorecard: by whose it is; when that was done, for everybody who reads it."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action, allowed
from documents.paper.card import SHORT
from shell.acting import attempt, box
from shell.context import Context
from words.text import Text, literal
from workflow import receipts
from workflow.receipts import Receipt
from workflow.results.scorecards import Scorecard

_REMARK = "receipt-remark"


def show(ctx: Context, card: Scorecard) -> None:
    """Whether the posted result is signed for, and the box to do so for whose it is; nothing before it is
    posted."""
    if card.sha256 is None:
        return
    t, who = ctx.t, card.person.manager_id
    given = receipts.receipt(ctx.actor, ctx.db, who, card.when)
    own = allowed(ctx.actor, Action.SIGN_RECEIPT, who)
    if given is not None and given.holds:
        st.caption(signed(given, t))
    elif own:
        with st.container(horizontal=True, vertical_alignment="center", key="receipt"):
            st.markdown(t("receipt-again" if given else "receipt-asked"), width="content")
            _sign(ctx, card, card.sha256)
    else:
        st.caption(t("receipt-missing-again" if given else "receipt-missing"))


def signed(given: Receipt, t: Text) -> str:
    """When a result was signed for, which one, and what was remarked."""
    said = t("receipt-signed", at=f"{given.at:%Y-%m-%d %H:%M}", sha256=given.sha256[:SHORT])
    return said + (t("receipt-remarked", remark=literal(given.remark)) if given.remark else "")


def _sign(ctx: Context, card: Scorecard, sha256: str) -> None:
    t, who = ctx.t, card.person.manager_id
    with box("receipt-box", t("receipt-sign"), type="primary"), st.form("receipt-form", border=False):
        st.markdown(t("receipt-what", sha256=sha256[:SHORT]))
        st.text_area(t("receipt-remark"), key=_REMARK, max_chars=receipts.LONGEST_REMARK)

        def sign() -> None:
            remark = st.session_state[_REMARK]
            receipts.sign(ctx.actor, ctx.db, who, card.when, sha256, remark)

        st.form_submit_button(
            t("receipt-do"),
            key="receipt-do",
            type="primary",
            on_click=attempt,
            args=(t, sign, t("receipt-done"), (_REMARK,)),
            kwargs={"closes": "receipt-box"},
        )
