"""Putting right what is stored: one value, or one addition, deduction or veto."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from shell.acting import attempt
from shell.context import Context
from ui import page
from ui.choice import pick
from words import format as fmt
from words.text import literal
from workflow.intake import batches, corrections


def correction(ctx: Context, periods: Sequence[str]) -> None:
    """One value put right: what was stored, the new value, the reason."""
    t = ctx.t
    people, library = batches.people(ctx.actor, ctx.db), batches.library(ctx.actor, ctx.db)
    if not people or not periods:
        return
    with page.card(t("correct-title"), t("correct-note")):
        one, two = st.columns(2)
        newest_first = list(reversed(periods))
        person = pick(
            t("manager"),
            list(people),
            lambda p: f"{t.pick(*people[p])} {p}",
            key="correct-person",
            place=one,
        )
        period = pick(
            t("period"), newest_first, lambda p: fmt.period(p, ctx.lang), key="correct-period", place=two
        )
        code = pick(
            t("indicator"),
            list(library),
            lambda c: t.pick(*library[c]),
            key="correct-indicator",
        )
        which = st.segmented_control(
            t("correct-which"),
            ["measurement", "target"],
            default="measurement",
            format_func=lambda table: t(f"fact-{table}"),
            required=True,
            key="correct-which",
        )
        work = corrections.target if which == "target" else corrections.value
        held = batches.history(ctx.actor, ctx.db, person, period, code, which or "measurement")
        if not held:
            st.markdown(t("correct-none"))
            return
        known = ctx.names
        for value in held:
            words = {
                "value": fmt.quantity(value.value),
                "at": f"{value.at:%Y-%m-%d %H:%M}",
                "file": value.file_name,
            }
            line = t(
                "correct-held",
                **words,
                by=known.get(value.by, value.by),
                approved=known.get(value.approved_by, value.approved_by),
            )
            st.markdown(f"- {literal(line)} {literal(value.why)}")
        cell = f"{which}-{person}-{period}-{code}"
        value_field, why_field = f"correct-value-{cell}", f"correct-why-{cell}"
        with st.form("correct", border=False):
            left, right = st.columns([1, 2])
            left.number_input(t("correct-value"), value=None, key=value_field, format="%.4f")
            right.text_input(t("correct-why"), key=why_field)
            st.form_submit_button(
                t("correct-do"),
                on_click=attempt,
                args=(
                    t,
                    lambda: work(
                        ctx.actor,
                        ctx.db,
                        person,
                        period,
                        code,
                        st.session_state[value_field],
                        st.session_state[why_field],
                    ),
                    t("correct-done"),
                    (why_field,),
                ),
            )


def event(ctx: Context) -> None:
    """One addition, deduction or veto put right: other points, another finding, or taken back."""
    t = ctx.t
    people = batches.people(ctx.actor, ctx.db)
    found = {e.number: e for e in corrections.events(ctx.actor, ctx.db)}
    if not found:
        return

    def label(number: int) -> str:
        one = found[number]
        name = t.pick(*people.get(one.manager_id, (one.manager_id, one.manager_id)))
        when, kind = fmt.period(one.period, ctx.lang), t(f"kind-{one.kind}")
        return t("correct-event-label", period=when, name=name, kind=kind, reason=one.reason)

    with page.card(t("correct-event"), t("correct-event-note")):
        number = pick(t("fact-event"), list(found), label, key="correct-event")
        one = found[number]
        key = f"event-{number}"
        with st.form(key, border=False):
            left, right = st.columns(2)
            left.number_input(
                t("field-points"),
                value=one.points,
                min_value=0.0,
                key=f"{key}-points",
                disabled=one.kind == "veto",
            )
            right.selectbox(
                t("field-finding"),
                corrections.FINDINGS,
                index=corrections.FINDINGS.index(one.finding),
                format_func=lambda f: t(f"finding-{f or 'none'}"),
                key=f"{key}-finding",
            )
            st.checkbox(t("correct-withdraw"), key=f"{key}-withdraw")
            st.text_input(t("correct-why"), key=f"{key}-why")

            def bring() -> None:
                said = {n: st.session_state[f"{key}-{n}"] for n in ("points", "finding", "withdraw", "why")}
                values = {"points": said["points"], "finding": said["finding"] or None}
                fact = corrections.event({**one.row, **values}, withdrawn=said["withdraw"])
                corrections.fact(ctx.actor, ctx.db, fact, said["why"])

            st.form_submit_button(
                t("correct-do"),
                key=f"{key}-do",
                on_click=attempt,
                args=(t, bring, t("correct-done"), (f"{key}-why",)),
            )
