"""薪酬核算: what a period pays, by whom it is approved, what is held back, released and recovered."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from shell import acting, context
from ui import page
from ui.choice import pick
from views.rewards import clawback, findings, payroll, release, run

PARTS = {
    "payroll": payroll.show,
    "release": release.show,
    "clawback": clawback.show,
    "findings": findings.show,
}

ctx = context.page(Action.RUN_PAY)
t = ctx.t
top = st.columns([3, 1], vertical_alignment="bottom")
head = top[0].container()
acting.said()
part = pick(
    t("rewards-part"),
    ("run", *PARTS),
    lambda one: t(f"rewards-part-{one}"),
    key="rewards-part",
    address="part",
    kind="segments",
)
if part == "run":
    run.show(ctx, head, top[1])
else:
    with head:
        page.header(t("rewards-title"), t(f"rewards-sentence-{part}"))
    PARTS[part](ctx)
