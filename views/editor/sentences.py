"""Conditions, lists for posts and grades, each a sentence with its parts to edit; derived measures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from documents.clauses import expressions
from documents.clauses.whole import grade, profile
from scoring import Scheme
from scoring.scheme import document, toml
from scoring.scheme.document import Document, Path
from scoring.scheme.model import SUM_TOLERANCE
from scoring.scheme.parts import EFFECTS, ENTRY, RANKINGS, SECTION, TOTAL
from ui import page
from views.editor import fields, formula
from views.editor.desk import Desk, called
from views.editor.parts import add, remove
from words.text import literal

_ACROSS = 4


def derived(desk: Desk) -> None:
    """Measures that are worked out of others."""
    t = desk.ctx.t
    with page.card(t("editor-derived"), t("editor-derived-note")):
        for k, entry in enumerate(document.tables(desk.table, "derived")):
            path = ("derived", k)
            with st.container(border=True):
                row = st.columns([1, 1.9, 1.9, 0.9, 1.5, 0.6], vertical_alignment="bottom")
                fields.text(desk, (*path, "code"), t("editor-code"), place=row[0])
                fields.name(desk, (*path, "name"), t("editor-name-zh"), t("editor-name-en"), row[1:3])
                fields.text(desk, (*path, "unit"), t("unit"), place=row[3])
                fields.figure(
                    desk, (*path, "start"), t("editor-start"), place=row[4], help=t("editor-start-help")
                )
                remove(desk, "derived", k, row[5])
                unit = t.term(str(entry.get("unit", "")))
                name = called(entry, desk.ctx)
                formula.formula(desk, (*path, "formula"), t("editor-formula"), name=name, unit=unit)
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
    st.markdown(_sentence(desk, "condition", entry))
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


def _sentence(desk: Desk, kind: str, entry: Document) -> str:
    """An entry of a list as the regulation says it, as far as it can be made out."""
    t, names = desk.ctx.t, desk.all_names
    read = toml.read(document.write({kind: [entry]}), Scheme).scheme
    said: list[str] = []
    match kind:
        case "condition":
            said = [one for found in read.conditions for one in expressions.condition(found, names, t)]
        case "profile":
            said = [one for found in read.profiles if found.positions for one in profile(found, names, t)]
        case "grade":
            said = [one for found in read.grades if found.name for one in grade(found, names, t)]
    return literal(t("sentence-joint").join(said)) or f":gray[{t('editor-unfinished')}]"


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


def posts(desk: Desk) -> None:
    """Lists of weights for the people who hold certain posts."""
    t = desk.ctx.t
    with page.card(t("editor-posts"), t("editor-posts-note")):
        for k, profile in enumerate(document.tables(desk.table, "profile")):
            path = ("profile", k)
            with st.container(border=True):
                st.markdown(_sentence(desk, "profile", profile))
                row = st.columns([1, 2, 2, 0.6], vertical_alignment="bottom")
                fields.text(desk, (*path, "code"), t("editor-code"), place=row[0])
                fields.name(desk, (*path, "name"), t("editor-name-zh"), t("editor-name-en"), row[1:3])
                remove(desk, "profile", k, row[3])
                row = st.columns([3, 1.4])
                fields.words(
                    desk,
                    (*path, "positions"),
                    t("editor-positions"),
                    place=row[0],
                    help=t("editor-positions-help"),
                )
                fields.choice(
                    desk,
                    (*path, "ranking"),
                    t("editor-ranking"),
                    RANKINGS,
                    lambda one: t(f"editor-ranking-{one}"),
                    usual="own",
                    place=row[1],
                )
                _weights(desk, k, profile)
                held = profile.get("targets")
                with st.expander(t("editor-post-targets"), expanded=bool(held)):
                    _figures(
                        desk,
                        ("profile", k, "targets"),
                        lambda name: t("editor-target-of", name=literal(name)),
                    )
        codes = [str(e.get("code", "")) for e in document.tables(desk.table, "indicator")]
        weights = {
            str(e.get("code", "")): e.get("weight", 0) for e in document.tables(desk.table, "indicator")
        }
        empty = {"code": "", "name": {"zh": "", "en": ""}, "positions": [], "weights": weights}
        if codes:
            add(desk, "profile", empty, t("editor-post-add"))
        else:
            st.caption(t("editor-posts-first"))


def _weights(desk: Desk, k: int, profile: Mapping[str, Any]) -> None:
    """A weight for each indicator, left empty where it is not theirs, and the sum."""
    t = desk.ctx.t
    _figures(desk, ("profile", k, "weights"), literal)
    held = profile.get("weights")
    total = sum(w for w in held.values() if isinstance(w, int | float)) if isinstance(held, dict) else 0
    points = desk.checked.scheme.points
    key = "editor-sum-whole" if abs(total - points) <= SUM_TOLERANCE else "editor-sum"
    st.caption(t(key, total=fields.shown(round(total, 9)), points=fields.shown(points)))


def _figures(desk: Desk, path: Path, label: Callable[[str], str]) -> None:
    """A number for each indicator, under a label made of its name."""
    entries = document.tables(desk.table, "indicator")
    for first in range(0, len(entries), _ACROSS):
        row = st.columns(_ACROSS, vertical_alignment="bottom")
        for place, entry in zip(row, entries[first : first + _ACROSS], strict=False):
            code, name = str(entry.get("code", "")), called(entry, desk.ctx)
            fields.figure(desk, (*path, code), label(name), place=place)


def grades(desk: Desk) -> None:
    """Grades from the best down, each a sentence."""
    t = desk.ctx.t
    with page.card(t("editor-grades"), t("editor-grades-note")):
        for k, grade in enumerate(document.tables(desk.table, "grade")):
            path = ("grade", k)
            st.markdown(_sentence(desk, "grade", grade))
            row = st.columns([1, 1, 1, 1, 0.6, 1.2], vertical_alignment="bottom")
            fields.text(desk, (*path, "name"), t("grade"), place=row[0])
            fields.figure(desk, (*path, "from"), t("editor-grade-from"), place=row[1])
            fields.figure(desk, (*path, "coefficient"), t("editor-grade-coefficient"), place=row[2])
            fields.figure(
                desk,
                (*path, "quota"),
                t("editor-grade-quota"),
                place=row[3],
                help=t("editor-grade-quota-help"),
            )
            remove(desk, "grade", k, row[4])
            if "when" in grade:
                formula.formula(desk, (*path, "when"), t("editor-grade-when"), example="section(RISK) >= 40")
            else:
                row[5].button(
                    t("editor-grade-condition"),
                    key=desk.key(path, "when"),
                    on_click=lambda path=path: desk.put((*path, "when"), ""),
                )
        add(desk, "grade", {"name": "", "from": 0}, t("editor-grade-add"))
