"""The audit sample on the data desk: drawn, held against the source documents, what it shows."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from shell import problems
from shell.acting import attempt
from shell.context import Context
from ui import page
from ui.choice import pick
from words import format as fmt
from words.text import literal
from workflow.intake import batches, sampling

SIZE, LARGEST, SHOWN = 30, 500, 8


def audit_card(ctx: Context, periods: Sequence[str]) -> None:
    """Draw a sample, check it, read the error rate."""
    t = ctx.t
    if not periods:
        return
    held = sampling.samples(ctx.actor, ctx.db)
    with page.card(t("audit-title"), t("audit-note")):
        with st.form("audit-draw", border=False):
            one, two, three = st.columns([1.2, 1, 1], vertical_alignment="bottom")
            newest_first = list(reversed(periods))
            pick(
                t("period"),
                newest_first,
                lambda p: fmt.period(p, ctx.lang),
                key="audit-period",
                place=one,
            )
            two.number_input(t("audit-size"), 1, LARGEST, SIZE, key="audit-size")

            def draw() -> None:
                asked = st.session_state["audit-period"], int(st.session_state["audit-size"])
                sampling.draw(ctx.actor, ctx.db, *asked)

            three.form_submit_button(
                t("audit-draw"), on_click=attempt, args=(t, draw, t("audit-drawn")), width="stretch"
            )
        if not held:
            st.markdown(t("audit-none"))
            return
        by_number = {s.sample_id: s for s in held}

        def label(number: int) -> str:
            sample = by_number[number]
            words = {"period": fmt.period(sample.period, ctx.lang), "day": f"{sample.at:%Y-%m-%d}"}
            return t("audit-label", sample=number, **words)

        chosen = pick(t("audit-sample"), list(by_number), label, key="audit-chosen")
        with problems.standing(ctx):
            _findings(ctx, by_number[chosen])


def _findings(ctx: Context, chosen: sampling.Sample) -> None:
    t = ctx.t
    found = sampling.findings(ctx.actor, ctx.db, chosen.sample_id)
    counts = {"items": len(found.items), "population": chosen.population, "checked": found.checked}
    if found.rate is None:
        st.markdown(t("audit-unchecked", **counts))
    else:
        shares = {"rate": found.rate, "low": found.low, "high": found.high}
        words = {name: fmt.percent(share) for name, share in shares.items()}
        st.markdown(t("audit-rate", **counts, errors=found.errors, **words))
    if found.effect and (rescored := [m for m in found.effect.moves if m.rescored]):
        names = t("list-joint").join(
            f"{literal(t.pick(*found.effect.names[m.manager_id]))} {fmt.signed(m.change)}"
            for m in rescored[:SHOWN]
        )
        st.markdown(t("audit-effect", people=len(found.effect.moves), names=names))
    people, library = batches.people(ctx.actor, ctx.db), batches.library(ctx.actor, ctx.db)
    shown = pd.DataFrame(
        {
            "person": [t.pick(*people.get(m, (m, m))) for m in found.items["manager_id"]],
            "indicator": [t.pick(*library.get(c, (c, c))) for c in found.items["indicator"]],
            # As arrays: columns with an index of their own would be moved against the names.
            "value": found.items["value"].to_numpy(),
            "found": found.items["found"].to_numpy(),
            "note": found.items["note"].fillna("").to_numpy(),
        },
        index=found.items["item"],
    )
    with st.form("audit-check", border=False):
        edited = st.data_editor(
            shown,
            column_config={
                "person": st.column_config.TextColumn(t("name"), disabled=True),
                "indicator": st.column_config.TextColumn(t("indicator"), disabled=True),
                "value": st.column_config.NumberColumn(t("audit-value"), disabled=True),
                "found": st.column_config.NumberColumn(t("audit-found")),
                "note": st.column_config.TextColumn(t("schemes-note")),
            },
            hide_index=True,
            key=f"audit-{chosen.sample_id}",
        )
        if st.form_submit_button(t("audit-save")):
            given = [
                (int(item), float(new["found"]), str(new["note"] or ""))
                for item, new, old in zip(
                    edited.index.tolist(), edited.to_dict("records"), shown.to_dict("records"), strict=True
                )
                if not math.isnan(new["found"]) and any(new[c] != old[c] for c in ("found", "note"))
            ]
            if given:
                attempt(
                    t,
                    lambda: sampling.check(ctx.actor, ctx.db, chosen.sample_id, given),
                    t("audit-saved", count=len(given)),
                )
                st.rerun()
