"""Changes of people and teams: from which day, and why; each waits for a second person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import streamlit as st

from shell.acting import attempt, box
from shell.context import Context
from ui import page
from ui.choice import pick
from workflow.intake import people
from workflow.intake.people import LEAVE_KINDS, Change, Standing

Staff = Mapping[str, Standing]
NEW = "new"


def _label(staff: Staff, ctx: Context, manager_id: str) -> str:
    if manager_id not in staff:
        return ctx.t("people-new")
    return f"{ctx.t.pick(staff[manager_id].name, staff[manager_id].name_en)} {manager_id}"


def _who(ctx: Context, staff: Staff, chosen: Standing | None, key: str, *, new: bool = False) -> str:
    """The person a change is about: the one whose row is open, until another is picked."""
    options = [*staff, NEW] if new else list(staff)
    begin = chosen.manager_id if chosen is not None and chosen.manager_id in staff else options[0]
    if st.session_state.get(f"{key}-begin") != begin:
        st.session_state[f"{key}-begin"] = st.session_state[key] = begin
    return pick(ctx.t("manager"), options, lambda m: _label(staff, ctx, m), key=key)


def person(ctx: Context, staff: Staff, chosen: Standing | None) -> None:
    """Another team, position or name from a day on; joining, leaving, coming back; a new person."""
    t = ctx.t
    teams = people.teams(ctx.actor, ctx.db, dt.date.max)
    with page.card(t("people-change"), t("people-change-note")):
        who = _who(ctx, staff, chosen, "change-who", new=True)
        key = f"change-{who}"
        with st.form(key, border=False):
            new = who == NEW
            if new:
                st.text_input(t("manager-id"), key=f"{key}-id")
            st.text_input(t("name"), key=f"{key}-name", placeholder="" if new else t("people-as-it-is"))
            left, right = st.columns(2)
            left.selectbox(
                t("team"),
                list(teams),
                index=None,
                format_func=lambda team: t.pick(*teams[team]) if team in teams else team,
                placeholder=t("people-pick-team" if new else "people-as-it-is"),
                accept_new_options=True,
                key=f"{key}-team",
            )
            right.text_input(
                t("position"), key=f"{key}-position", placeholder="" if new else t("people-as-it-is")
            )
            left.date_input(t("people-from"), value=None, key=f"{key}-from", help=t("people-from-help"))
            left.date_input(t("people-joined"), value=None, key=f"{key}-joined")
            right.date_input(t("people-left-on"), value=None, key=f"{key}-left")
            right.checkbox(t("people-not-left"), key=f"{key}-stays", disabled=new)
            st.text_input(t("people-why"), key=f"{key}-why")

            def bring() -> None:
                said = {name: st.session_state.get(f"{key}-{name}") for name in _FIELDS}
                wanted = Change(
                    (said["id"] or "").strip() if new else who,
                    from_on=said["from"],
                    **{column: _text(said[column]) for column in ("name", "team", "position")},
                    joined_on=said["joined"],
                    left_on=said["left"],
                    clear=("left_on",) if said["stays"] else (),
                )
                people.change(ctx.actor, ctx.db, wanted, said["why"] or "")

            _send(ctx, key, bring)


_FIELDS = ("id", "name", "team", "position", "from", "joined", "left", "stays", "why")


def _text(value: Any) -> str | None:
    return str(value).strip() or None if value is not None else None


def _send(ctx: Context, key: str, work: Any, closes: str = "") -> None:
    clear = (f"{key}-why",)
    st.form_submit_button(
        ctx.t("people-send"),
        key=f"{key}-do",
        type="primary",
        on_click=attempt,
        args=(ctx.t, work, ctx.t("people-sent"), clear),
        kwargs={"closes": closes},
    )


def absence(ctx: Context, staff: Staff, chosen: Standing | None) -> None:
    """Leave of absence of one person."""
    t = ctx.t
    with box("leave-box", t("people-leave"), width="stretch"):
        who = _who(ctx, staff, chosen, "leave-who")
        with st.form("leave", border=False):
            st.selectbox(t("field-kind"), LEAVE_KINDS, format_func=lambda k: t(f"kind-{k}"), key="leave-kind")
            one, two = st.columns(2)
            one.date_input(t("people-first-day"), value=None, key="leave-from")
            two.date_input(t("people-last-day"), value=None, key="leave-to")
            st.text_input(t("people-why"), key="leave-why")

            def bring() -> None:
                kind, why = st.session_state["leave-kind"], st.session_state["leave-why"]
                days = [st.session_state[name] or dt.date.min for name in ("leave-from", "leave-to")]
                people.add_leave(ctx.actor, ctx.db, who, kind, days[0], days[1], why)

            _send(ctx, "leave", bring, "leave-box")


def book(ctx: Context, staff: Staff, chosen: Standing | None) -> None:
    """A book of loans that one person takes over from another."""
    t = ctx.t
    with box("book-box", t("people-book"), width="stretch"):
        who = _who(ctx, staff, chosen, "book-who")
        with st.form("book", border=False):
            st.selectbox(
                t("people-giver"),
                list(staff),
                index=None,
                format_func=lambda m: _label(staff, ctx, m),
                placeholder=t("people-giver-none"),
                key="book-giver",
            )
            st.date_input(t("people-book-day"), value=None, key="book-day")
            st.text_input(t("field-note"), key="book-note")
            st.text_input(t("people-why"), key="book-why")

            def bring() -> None:
                said = {name: st.session_state[f"book-{name}"] for name in ("giver", "day", "note", "why")}
                people.add_handover(
                    ctx.actor, ctx.db, who, said["giver"], said["day"], said["note"] or "", said["why"]
                )

            _send(ctx, "book", bring, "book-box")


def team(ctx: Context, day: dt.date) -> None:
    """Another name of a team from a day on."""
    t = ctx.t
    teams = people.teams(ctx.actor, ctx.db, dt.date.max)
    with box("team-box", t("people-team"), width="stretch"), st.form("team", border=False):
        st.selectbox(t("team"), list(teams), format_func=lambda k: t.pick(*teams[k]), key="team-which")
        st.text_input(t("people-team-name"), key="team-name")
        st.text_input(t("field-name_en"), key="team-name-en")
        st.date_input(t("people-from"), value=day, key="team-from")
        st.text_input(t("people-why"), key="team-why")

        def bring() -> None:
            said = {n: st.session_state[f"team-{n}"] for n in ("which", "name", "name-en", "from", "why")}
            people.rename_team(
                ctx.actor, ctx.db, said["which"], said["name"], said["name-en"], said["from"], said["why"]
            )

        _send(ctx, "team", bring, "team-box")
