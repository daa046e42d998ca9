"""申诉裁定: what is objected to, by whom it is decided, and what granting it would do."""

from __future__ import annotations

import streamlit as st

from access import accounts
from access.permissions import Action, allowed
from shell import acting, context
from ui import page
from ui.choice import hold
from ui.tables import Column, Table
from views.appeals import case, deciding, words
from words import format as fmt
from workflow.appeals import board, standing
from workflow.appeals.standing import Appeal

ctx = context.page(Action.VIEW_APPEALS)
t = ctx.t
held = standing.appeals(ctx.actor, ctx.db)
waiting = board.waiting(ctx.actor, ctx.db) if allowed(ctx.actor, Action.DECIDE_APPEALS) else ()
mine = {one.appeal.appeal_id: one.step for one in waiting}
left = [one for one in held if one.is_open]
late = sum(one.late for one in waiting)
sentence = "none" if not held else "mine" if mine else "open" if left else "over"
page.header(
    t("appeals-title"),
    t(f"appeals-sentence-{sentence}", all=len(held), open=len(left), mine=len(mine), late=late),
)
acting.said()
if not held:
    st.stop()
order = sorted(held, key=lambda one: (one.appeal_id not in mine, not one.is_open, one.decide_by))
by_number = {str(one.appeal_id): one for one in order}


def state(one: Appeal) -> str:
    """Where it stands, and whether it waits for oneself."""
    step = mine.get(one.appeal_id)
    return t(f"appeal-step-{step}") if step else words.state(one, t)


columns: list[Column[Appeal]] = [
    Column("number", t("appeal-number"), lambda one: one.appeal_id, "number", decimals=0),
    Column("name", t("name"), lambda one: t.pick(one.name, one.name_en), "strong"),
    Column("period", t("period"), lambda one: fmt.period(one.period, t.lang)),
    Column("kind", t("appeal-kind"), lambda one: t(f"appeal-kind-{one.kind}")),
    Column("about", t("appeal-row-about"), lambda one: words.about(one, t), wrap=True),
    Column("state", t("appeal-state"), state, wrap=True),
    Column(
        "reviewer",
        t("appeal-reviewer"),
        lambda one: t.term(accounts.called(ctx.db, one.reviewer)) if one.reviewer else None,
        "muted",
    ),
    Column("until", t("appeal-decide-by"), lambda one: one.decide_by.isoformat() if one.is_open else None),
]
title = t("appeals-list", open=len(left), all=len(held))
with page.card(title, t("appeals-list-note")):
    table = Table(columns, order, lambda one: str(one.appeal_id))
    opened = table.show("appeals", title, selectable=True)
    table.download("appeals.xlsx", t)
number = hold(
    t("appeal"),
    list(by_number),
    lambda one: words.about(by_number[one], t),
    key="appeal",
    address="appeal",
    default=next(iter(by_number)),
    opened=opened,
)
case.show(ctx, by_number[number])
deciding.show(ctx, by_number[number])
