"""What depends on conditions, each a sentence with its parts to edit; and measures that are worked out."""

from __future__ import annotations

from typing import Any

import streamlit as st

from documents.clauses import expressions
from scoring import Scheme
from scoring.scheme import document, toml
from scoring.scheme.document import Document
from scoring.scheme.parts import EFFECTS, ENTRY, SECTION, TOTAL
from ui import page
from views.editor import fields, formula
from views.editor.desk import Desk, called
from views.editor.parts import add, remove
from words.text import literal


def derived(desk: Desk) -> None:
    """Measures that are worked out of others."""
    t = desk.ctx.t
    with page.card(t("editor-derived"), t("editor-derived-note")):
        for k, entry in enumerate(document.tables(desk.table, "derived")):
            path = ("derived", k)
            with st.container(border=True):
                row = st.columns([1, 2, 2, 1, 1, 0.6], vertical_alignment="bottom")
                fields.text(desk, (*path, "code"), t("editor-code"), place=row[0])
                fields.name(desk, (*path, "name"), t("editor-name-zh"), t("editor-name-en"), row[1:3])
                fields.text(desk, (*path, "unit"), t("unit"), place=row[3])
                fields.figure(
                    desk, (*path, "start"), t("editor-start"), place=row[4], help=t("editor-start-help")
                )
                remove(desk, "derived", k, row[5])
                unit = t.term(str(entry.get("unit", "")))
                formula.formula(desk, (*path, "formula"), t("editor-formula"), unit=unit)
        number = len(document.tables(desk.table, "derived")) + 1
        empty = {"code": f"K{number}", "name": {"zh": "", "en": ""}, "unit": "", "formula": ""}
        add(desk, "derived", empty, t("editor-derived-add"))


def conditions(desk: Desk) -> None:
    """What is done to a score, a section, the total or an entry where something holds."""
    t = desk.ctx.t
    with page.card(t("editor-conditions"), t("editor-conditions-note")):
        for k, entry in enumerate(document.tables(desk.table, "condition")):
            with st.container(border=True):
                _condition(desk, k, entry)
        empty = {"on": TOTAL, "when": "", "then": {"at_most": 100}}
        add(desk, "condition", empty, t("editor-condition-add"))


def _condition(desk: Desk, k: int, entry: Document) -> None:
    t, path = desk.ctx.t, ("condition", k)
    st.markdown(_sentence(desk, entry))
    formula.formula(desk, (*path, "when"), t("editor-when"), example=t("editor-when-example"))
    row = st.columns([1.6, 1.4, 1, 0.5], vertical_alignment="bottom")
    subjects = _subjects(desk)
    fields.choice(
        desk,
        (*path, "on"),
        t("editor-condition-on"),
        list(subjects),
        lambda one: subjects.get(one, one),
        place=row[0],
    )
    _then(desk, k, entry, row[1], row[2])
    remove(desk, "condition", k, row[3])
    if "add" in (entry.get("then") or {}):
        formula.formula(desk, (*path, "per"), t("editor-condition-per"))
    row = list(st.columns(2))
    fields.name(desk, (*path, "reason"), t("editor-reason-zh"), t("editor-reason-en"), row)


def _sentence(desk: Desk, entry: Document) -> str:
    """The condition as the regulation says it, as far as it can be made out."""
    read = toml.read(document.write({"condition": [entry]}), Scheme).scheme.conditions
    if not read:
        return f":gray[{desk.ctx.t('editor-condition-unfinished')}]"
    names = desk.names | {
        str(s.get("code", "")): called(s, desk.ctx) for s in document.tables(desk.table, "section")
    }
    return literal(desk.ctx.t("sentence-joint").join(expressions.condition(read[0], names, desk.ctx.t)))


def _subjects(desk: Desk) -> dict[str, str]:
    """What a condition may be on."""
    t = desk.ctx.t
    found = {TOTAL: t("editor-on-total"), ENTRY: t("editor-on-entry")}
    for kind, before in (("section", SECTION), ("indicator", "")):
        for entry in document.tables(desk.table, kind):
            code = str(entry.get("code", ""))
            found[before + code] = f"{code} {called(entry, desk.ctx)}"
    return found


def _then(desk: Desk, k: int, entry: Document, place: Any, beside: Any) -> None:
    """What is done, and how much."""
    t, path = desk.ctx.t, ("condition", k, "then")
    given = entry.get("then")
    then: dict[str, Any] = given if isinstance(given, dict) else {}
    effect = next(iter(then), "")
    key = desk.key(path, "effect")
    fields.show_saved(key, effect)

    def choose() -> None:
        picked = st.session_state[key]
        if picked not in EFFECTS:  # The words of another language, which nobody picked.
            return
        desk.edit(lambda table: _with(table, k, picked))

    place.selectbox(
        t("editor-effect"),
        EFFECTS if effect in EFFECTS else (*EFFECTS, effect),
        format_func=lambda one: t(f"editor-effect-{one.replace('_', '-')}") if one in EFFECTS else one,
        key=key,
        on_change=choose,
    )
    if effect and effect != "exclude":
        fields.figure(desk, (*path, effect), t("editor-amount"), place=beside)


def _amount(then: Any, effect: str) -> Any:
    """What goes with an effect: as much as with the one before, where that had an amount."""
    held = next(iter(then.values()), 0) if isinstance(then, dict) else 0
    return True if effect == "exclude" else 0 if held is True else held


def _with(table: Document, k: int, effect: str) -> Document:
    """A condition of another effect: one that excludes is on the entry; only what is added is multiplied by
    something."""
    path = ("condition", k, "then")
    table = document.put(table, path, {effect: _amount(document.at(table, path), effect)})
    if effect == "exclude":
        table = document.put(table, ("condition", k, "on"), ENTRY)
    return table if effect == "add" else document.put(table, ("condition", k, "per"), None)
