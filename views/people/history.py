"""People and teams as of a day, and what was recorded of one of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from access import accounts
from data import clock
from documents import changes as words
from shell.context import Context
from ui import components, page, tables
from ui.choice import keep
from workflow.intake import people
from workflow.intake.people import Standing

_OPENED = "people-opened"


def day(ctx: Context) -> dt.date:
    """The day as of which the page shows people."""
    asked = st.date_input(ctx.t("people-day"), value=clock.today(), key="people-day", persist_state="session")
    return asked if isinstance(asked, dt.date) else clock.today()


def today(ctx: Context) -> dict[str, Standing]:
    """Everybody as of today, by id: what a change starts from."""
    return {s.manager_id: s for s in people.staff(ctx.actor, ctx.db, clock.today())}


def staff_table(ctx: Context, staff: Sequence[Standing]) -> Standing | None:
    """Everybody, by team; the one whose row was opened last."""
    t = ctx.t
    with page.card(t("people-list", count=len(staff)), t("people-list-note")):
        teams = {s.team_id: t.pick(s.team_name, s.team_name_en) for s in staff if s.team_id}
        keep("people-teams", teams)
        wanted = st.pills(
            t("team"),
            list(teams),
            format_func=lambda team: teams[team],
            selection_mode="multi",
            key="people-teams",
            persist_state="session",
        )
        everybody = st.toggle(t("people-left-too"), key="people-left-too", persist_state="session")
        shown = [
            s for s in staff if (not wanted or s.team_id in wanted) and (everybody or s.state != people.LEFT)
        ]
        columns: list[dict[str, object]] = [
            {"id": "id", "label": t("manager-id"), "type": "muted"},
            {"id": "name", "label": t("name"), "type": "strong"},
            {"id": "team", "label": t("team"), "type": "text"},
            {"id": "position", "label": t("position"), "type": "text"},
            {"id": "joined", "label": t("people-joined"), "type": "muted"},
        ]
        if any(s.left_on or s.state != people.HERE for s in shown):
            columns.append({"id": "left", "label": t("people-left-on"), "type": "muted"})
            columns.append({"id": "state", "label": t("people-state"), "type": "text"})
        rows = [
            {
                "id": s.manager_id,
                "cells": {
                    "id": s.manager_id,
                    "name": t.pick(s.name, s.name_en),
                    "team": t.pick(s.team_name, s.team_name_en) or None,
                    "position": t.term(s.position) or None,
                    "joined": s.joined_on.isoformat() if s.joined_on else None,
                    "left": s.left_on.isoformat() if s.left_on else None,
                    "state": t(f"people-{s.state}"),
                },
            }
            for s in shown
        ]
        opened = components.statement_table(
            columns, rows, key="people", label=t("people-list", count=len(staff)), selectable=True
        )
        tables.download(columns, rows, "people.xlsx", t)
    if opened:
        st.session_state[_OPENED] = opened
    kept = st.session_state.get(_OPENED)
    return next((s for s in shown if s.manager_id == kept), None)


def _told(entry: people.Entry) -> list[str]:
    """What an entry says beyond the day that it stands under."""
    return [c for c in entry.says if c not in ("from_on", "starts_on", "on_date")]


def history(ctx: Context, person: Standing) -> None:
    """What was recorded of a person, by the day from which it holds."""
    t, names = ctx.t, accounts.names(ctx.db)
    entries = people.history(ctx.actor, ctx.db, person.manager_id)
    title = t("people-history", name=t.pick(person.name, person.name_en))
    with page.card(title, t("people-history-note")):
        columns: list[dict[str, object]] = [
            {"id": "from", "label": t("people-from"), "type": "strong"},
            {"id": "says", "label": t("people-says"), "type": "text", "wrap": True},
        ]
        rows = []
        for k, entry in enumerate(entries):
            by = " → ".join(names.get(n, n) for n in (entry.by, entry.approved_by) if n)
            told = {
                "what": t(f"fact-{entry.what}"),
                "says": words.said(_told(entry), entry.says, t),
                "gone": "" if entry.holds else t("people-superseded"),
                "by": f"{by} {entry.at:%Y-%m-%d}".strip(),
            }
            start = words.value_words("from_on", entry.from_on, t) if entry.from_on else None
            rows.append({"id": str(k), "cells": {"from": start, "says": t("people-entry", **told)}})
        components.statement_table(columns, rows, key="people-history", label=title)
        tables.download(columns, rows, f"history-{person.manager_id}.xlsx", t)
