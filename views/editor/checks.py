"""Beside what is edited: what is wrong with it, what the checks object to, and storing it as a draft."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from documents.clauses import regulation
from scoring.errors import SteelyardError
from scoring.scheme.parts import TOTAL
from shell import navigation
from ui import page
from views import costs
from views.editor.desk import Desk, keep
from words import format as fmt
from words.text import literal
from workflow.drafting import sketches, trial

_STORED = "editor-stored"
_COLOURS = {"error": "red", "warning": "orange", "info": "gray"}
_SHOWN = 12
_FORMULAS = ("formula", "quantity", "target", "factor", "when", "per")


def panel(desk: Desk) -> None:
    """Faults first, then findings, worst first, each with the article that it objects to."""
    t, checked = desk.ctx.t, desk.checked
    title = t("editor-faults", count=len(checked.faults)) if checked.faults else t("editor-sound")
    with page.card(title, t("editor-faults-note" if checked.faults else "editor-sound-note")):
        for fault in checked.faults[:_SHOWN]:
            said = t.fault(replace(fault, where=_place(desk, fault.where)))
            st.markdown(f":red-badge[{t('severity-error')}] {literal(said)}")
        if len(checked.faults) > _SHOWN:
            st.caption(t("editor-faults-more", count=len(checked.faults) - _SHOWN))
    shown = [f for f in checked.findings if not (checked.faults and f.rule == "W01")]
    articles = regulation(checked.scheme, t)
    with page.card(t("lab-lint", count=len(shown)), t("editor-findings-note")):
        for finding in sorted(shown, key=lambda f: tuple(_COLOURS).index(f.severity)):
            badge = f":{_COLOURS[finding.severity]}-badge[{finding.rule} {t(f'severity-{finding.severity}')}]"
            said = literal(t.finding(finding)) + articles.see(finding, t)
            st.markdown(f"{badge} {said}", help=literal(t.citation(finding)))
        if not shown:
            st.markdown(t("lab-lint-none"))


def pays(desk: Desk) -> None:
    """What the sketch would pay the last period's people, by team, beside the version in force."""
    t, found = desk.ctx.t, trial.pays(desk.ctx.actor, desk.ctx.db, desk.checked)
    if found is None:
        return
    period, version = fmt.period(found.in_force.period, t.lang), found.in_force.scheme.version
    lacking = found.cost.cost.lacking
    title = t("cost-title-none") if lacking else costs.title(found.cost.cost, t)
    with page.card(title, t("cost-editor-note", period=period, version=version)):
        if lacking:
            st.markdown(literal(t.error(lacking)))
            return
        st.markdown(costs.who(found.cost.cost, t))
        names = costs.named(found.in_force, "team", t)
        costs.changes(found.cost.groups["team"], names, t("cost-by-team"), t).show(
            "editor-cost", t("cost-by")
        )


def _place(desk: Desk, where: str) -> str:
    """Where a fault is, as the editor calls it; a key of the file by the name of its field."""
    t = desk.ctx.t
    owner, _, key = where.rpartition(".")
    if key not in _FORMULAS:
        return where
    name = desk.all_names.get(owner) or (t("editor-on-total") if owner == TOTAL else owner)
    return t("editor-place", name=name, part=t(f"editor-place-{key}"))


def storing(desk: Desk) -> None:
    """Storing the sketch as a draft version, with its reason; only when nothing is wrong with it."""
    t = desk.ctx.t
    with st.form("editor-store"):
        note = st.text_input(t("editor-note"), placeholder=t("editor-note-example"), key="editor-note")
        ready = desk.checked.passes
        done = st.form_submit_button(
            t("editor-store"), key="editor-store-do", type="primary", disabled=not ready
        )
        if not ready:
            st.caption(t("editor-store-first"))
    if done:
        try:
            sketches.store(desk.ctx.actor, desk.ctx.db, desk.sketch.sketch_id, desk.sketch.counter, note)
        except SteelyardError as problem:
            st.error(literal(t.error(problem)))
            return
        keep(sketches.sketch(desk.ctx.actor, desk.ctx.db, desk.sketch.sketch_id))
        st.rerun()


def closed(desk: Desk) -> None:
    """In the place of a sketch that is done with: what became of it, and where it goes on."""
    t, sketch = desk.ctx.t, desk.sketch
    if sketch.kind != "stored":
        st.info(t("editor-discarded"))
        return
    code = str(desk.table.get("code", ""))
    reference = f"{code}@{sketch.version}"
    st.success(t("editor-stored", code=literal(code), version=sketch.version or 0))
    with st.container(horizontal=True):
        navigation.link("schemes", t("editor-to-version"), version=reference)
        navigation.link("weight-lab", t("editor-to-lab"), start=reference)
        navigation.link("rounds", t("editor-to-round"))
