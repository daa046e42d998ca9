"""The trail as a table that is filtered by days, person and action."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from data import clock
from shell.context import Context
from ui import page
from ui.choice import pick
from ui.tables import Column, Table
from words.text import Text
from workflow import trail
from workflow.trail import Entry

SHOWN_DAYS = 30
EVERY = ""
NOTHING = "{}"
Days = tuple[dt.date, dt.date]


def days(ctx: Context) -> Days:
    """From which day to which; while only the first is picked, to today."""
    today = clock.today()
    begin = today - dt.timedelta(days=SHOWN_DAYS - 1)
    chosen = st.date_input(ctx.t("trail-days"), (begin, today), max_value=today, key="trail-days")
    picked = tuple(chosen) if isinstance(chosen, tuple) else (chosen,)
    first = picked[0] if picked else begin
    return first, picked[1] if len(picked) > 1 else today


def chosen(ctx: Context, of: Days) -> Sequence[Entry]:
    """The entries that the person asks for."""
    t, offered = ctx.t, trail.offered(ctx.actor, ctx.db)
    with st.container(horizontal=True):
        by = pick(
            t("trail-by"),
            [EVERY, *offered.people],
            lambda name: ctx.names.get(name, name) if name else t("trail-everybody"),
            key="trail-by",
            address="by",
        )
        action = pick(
            t("trail-action"),
            [EVERY, *offered.actions],
            lambda name: did(name, t) if name else t("trail-everything"),
            key="trail-action",
            address="action",
        )
    return trail.entries(ctx.actor, ctx.db, *of, by or None, action or None)


def sentence(ctx: Context, found: Sequence[Entry], of: Days) -> str:
    """How much was done, by how many."""
    people = len({e.by for e in found})
    key = "trail-none" if not found else "trail-most" if len(found) == trail.MOST else "trail-sentence"
    told = {"first": of[0].isoformat(), "last": of[1].isoformat()}
    return ctx.t(key, count=len(found), people=people, **told)


def listed(ctx: Context, found: Sequence[Entry]) -> None:
    """The entries, latest first, to be sorted and taken along."""
    if not found:
        return
    t = ctx.t
    columns: list[Column[Entry]] = [
        Column("number", t("trail-number"), lambda e: e.number, "number", decimals=0),
        Column("at", t("trail-at"), lambda e: f"{e.at:%Y-%m-%d %H:%M:%S}"),
        Column("by", t("trail-by"), lambda e: ctx.names.get(e.by, e.by), "strong"),
        Column("action", t("trail-action"), lambda e: did(e.action, t)),
        Column("subject", t("trail-subject"), lambda e: e.subject or None, wrap=True),
        Column("why", t("trail-why"), lambda e: e.why or None, wrap=True),
    ]
    if any(e.acts_for for e in found):
        columns.insert(
            3, Column("for", t("trail-for"), lambda e: ctx.names.get(e.acts_for, e.acts_for) or None)
        )
    if any(map(_detail, found)):
        columns.append(Column("detail", t("trail-detail"), _detail, "muted", wrap=True))
    title = t("trail-list", count=len(found))
    with page.card(title, t("trail-note")):
        table = Table(columns, found, lambda e: str(e.number))
        table.show("trail", title)
        table.download("trail.xlsx", t, key="trail")


def _detail(entry: Entry) -> str | None:
    """What an entry tells beside who, what and when."""
    return None if entry.detail in ("", NOTHING) else entry.detail


def did(action: str, t: Text) -> str:
    """What was done, in words; as it is stored where the catalogue has none."""
    return t(f"trail-did-{action}") if t.has(f"trail-did-{action}") else action
