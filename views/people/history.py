"""People and teams as of a day, and what was recorded of one of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import streamlit as st

from data import clock
from documents import changes as words
from shell.context import Context
from ui import page
from ui.choice import keep
from ui.tables import Column, Table
from words.text import Text, literal
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
        teams = {s.team_id: literal(t.pick(s.team_name, s.team_name_en)) for s in staff if s.team_id}
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
        columns: list[Column[Standing]] = [
            Column("id", t("manager-id"), lambda s: s.manager_id, "muted"),
            Column("name", t("name"), lambda s: t.pick(s.name, s.name_en), "strong"),
            Column("team", t("team"), lambda s: t.pick(s.team_name, s.team_name_en) or None),
            Column("position", t("position"), lambda s: t.term(s.position) or None),
            Column("joined", t("people-joined"), lambda s: _iso(s.joined_on), "muted"),
        ]
        if any(s.left_on or s.state != people.HERE for s in shown):
            columns.append(Column("left", t("people-left-on"), lambda s: _iso(s.left_on), "muted"))
            columns.append(Column("state", t("people-state"), lambda s: t(f"people-{s.state}")))
        table = Table(columns, shown, lambda s: s.manager_id)
        opened = table.show("people", t("people-list", count=len(staff)), selectable=True)
        table.download("people.xlsx", t)
    if opened:
        st.session_state[_OPENED] = opened
    kept = st.session_state.get(_OPENED)
    return next((s for s in shown if s.manager_id == kept), None)


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _told(entry: people.Entry) -> list[str]:
    """What an entry says beyond the day that it stands under."""
    return [c for c in entry.says if c not in ("from_on", "starts_on", "on_date")]


def _entry(entry: people.Entry, names: Mapping[str, str], t: Text) -> str:
    """What an entry says, whether it still holds, and who brought it."""
    by = " → ".join(names.get(n, n) for n in (entry.by, entry.approved_by) if n)
    return t(
        "people-entry",
        what=t(f"fact-{entry.what}"),
        says=words.said(_told(entry), entry.says, t),
        gone="" if entry.holds else t("people-superseded"),
        by=f"{by} {entry.at:%Y-%m-%d}".strip(),
    )


def history(ctx: Context, person: Standing) -> None:
    """What was recorded of a person, by the day from which it holds."""
    t, names = ctx.t, ctx.names
    entries = people.history(ctx.actor, ctx.db, person.manager_id)
    name = t.pick(person.name, person.name_en)
    with page.card(t("people-history", name=literal(name)), t("people-history-note")):
        table = Table(
            [
                Column("from", t("people-from"), lambda row: _start(row[1], t), "strong"),
                Column("says", t("people-says"), lambda row: _entry(row[1], names, t), wrap=True),
            ],
            list(enumerate(entries)),
            lambda row: str(row[0]),
        )
        table.show("people-history", t("people-history", name=name))
        table.download(f"history-{person.manager_id}.xlsx", t)


def _start(entry: people.Entry, t: Text) -> str | None:
    return words.value_words("from_on", entry.from_on, t) if entry.from_on else None
