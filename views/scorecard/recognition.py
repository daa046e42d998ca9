"""What is told beside the ranks, as a person reads it: names alone, and what is the own."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from scoring.periods import Period
from shell.context import Context
from ui import page
from words import format as fmt
from words.text import Text, literal
from workflow.board import recognition
from workflow.results.period_sheets import PersonInfo


def show(ctx: Context, manager_id: str, period: Period) -> None:
    """The card; nothing where the scheme tells nothing, or nobody is to be named."""
    t = ctx.t
    found = recognition.own(ctx.actor, ctx.db, manager_id, period)
    lines = []
    if found.own_gain is not None:
        lines.append(t("recognised-own-gain", gain=fmt.signed(found.own_gain)))
    if found.own_best is not None:
        best = found.own_best
        lines.append(t("recognised-own-best", total=fmt.number(best.total), count=best.periods))
    if found.own_help:
        named = t("list-joint").join(t(f"recognised-{ground}") for ground in found.own_help)
        lines.append(t("recognised-own-help", grounds=named))
    for kind, people in ((recognition.IMPROVED, found.improved), (recognition.HELP, found.helpful)):
        if people:
            lines.append(t("recognised-names", what=t(f"recognised-{kind}"), names=_names(people, t)))
    if lines:
        with page.card(t("recognised"), t("recognised-own-note")):
            st.markdown("\n".join(f"- {line}" for line in lines))


def _names(people: Sequence[PersonInfo], t: Text) -> str:
    return literal(t("list-joint").join(t.pick(p.name, p.name_en) for p in people))
