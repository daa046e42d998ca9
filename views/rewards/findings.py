"""The register of deductions and vetoes: who answers for what, and recording a finding."""

from __future__ import annotations

from functools import partial

import streamlit as st

from shell.acting import attempt
from shell.context import Context
from ui import page
from ui.choice import hold, pick
from ui.tables import Column, Table
from ui.theme import palette
from words import format as fmt
from words.text import Text, literal
from workflow.rewards import findings
from workflow.rewards.findings import CONFIRMED, EXEMPT, PENDING, REDUCED, STATES, Answerable


def show(ctx: Context) -> None:
    """Every deduction and veto with its finding; the chosen one can be found otherwise."""
    t = ctx.t
    found = {_name(one): one for one in findings.register(ctx.actor, ctx.db)}
    waiting = sum(one.state == PENDING for one in found.values())
    with page.card(t("findings-title", count=len(found), pending=waiting), t("findings-note")):
        if not found:
            st.caption(t("findings-none"))
            return
        opened = _table(ctx, found)
        chosen = hold(
            t("findings-matter"),
            list(found),
            lambda name: _said(found[name], t),
            key="finding",
            address="finding",
            default=next(iter(found)),
            opened=opened,
        )
    _decide(ctx, found[chosen], chosen)


def _name(one: Answerable) -> str:
    return ".".join(one.key)


def _said(one: Answerable, t: Text) -> str:
    name, when = t.pick(one.name, one.name_en), fmt.period(one.period, t.lang)
    return t("finding-said", name=name, period=when, kind=t(f"kind-{one.kind}"), reason=one.reason)


def _table(ctx: Context, found: dict[str, Answerable]) -> str | None:
    t, colours = ctx.t, palette()
    colour = {PENDING: colours.accent, EXEMPT: colours.up, REDUCED: colours.down, CONFIRMED: colours.down}
    columns: list[Column[Answerable]] = [
        Column("name", t("name"), lambda one: t.pick(one.name, one.name_en), "strong"),
        Column("period", t("period"), lambda one: fmt.period(one.period, t.lang)),
        Column("kind", t("finding-kind"), lambda one: t(f"kind-{one.kind}")),
        Column("reason", t("finding-reason"), lambda one: one.reason, wrap=True),
        Column("points", t("finding-points"), lambda one: one.points or None, "number"),
        Column(
            "state",
            t("finding-state"),
            lambda one: _state(one, t),
            wrap=True,
            mark=lambda one: colour.get(one.state, colours.lines),
        ),
        Column("counts", t("finding-counts"), lambda one: t("finding-yes" if one.counts else "finding-no")),
        Column("document", t("finding-document"), lambda one: one.document or None, "muted", wrap=True),
    ]
    table = Table(columns, list(found.values()), _name)
    opened = table.show("findings", t("findings-list"), selectable=True)
    table.download("findings.xlsx", t)
    return opened


def _state(one: Answerable, t: Text) -> str:
    said = t(f"finding-{one.state or 'none'}")
    if one.waiting is not None:
        return t("finding-waits-short", state=said, then=t(f"finding-{one.waiting.state or 'none'}"))
    return t("finding-late", since=one.since.isoformat()) if one.late else said


def _decide(ctx: Context, one: Answerable, name: str) -> None:
    """What is to be found of the chosen one."""
    t = ctx.t
    with page.card(literal(_said(one, t)), t("finding-decide-note")):
        if one.waiting is not None:
            state, batch = t(f"finding-{one.waiting.state or 'none'}"), one.waiting.batch
            st.info(t("finding-waits", batch=batch, state=state, points=one.waiting.points))
            return
        states = [s for s in STATES if one.kind != "veto" or s != REDUCED]
        with st.container(horizontal=True, vertical_alignment="bottom"):
            state = pick(t("finding-state"), states, lambda s: t(f"finding-{s}"), key=f"finding-state-{name}")
            points = None
            if one.kind == "deduction":
                points = st.number_input(
                    t("finding-points"), 0.0, one.most, one.points, key=f"finding-points-{name}"
                )
            document, why = f"finding-document-{name}", f"finding-why-{name}"
            st.text_input(t("finding-document"), placeholder=t("finding-document-example"), key=document)
        st.caption(t(f"finding-means-{state}"))
        st.text_area(t("finding-why"), key=why)

        def record() -> None:
            said = (state, points, st.session_state[document], st.session_state[why])
            findings.set_finding(ctx.actor, ctx.db, one.key, *said)

        st.button(
            t("finding-record"),
            type="primary",
            key=f"finding-do-{name}",
            on_click=partial(attempt, t, record, t("finding-recorded"), (document, why)),
        )
