"""One indicator, opened: what it is, what is scored of it, by which rule, and the rule's line over people."""

from __future__ import annotations

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from scoring.scheme import document
from scoring.scheme.document import Path
from scoring.scheme.indicator import (
    BETWEEN,
    DIMENSIONS,
    DIRECTIONS,
    FAMILIES,
    KINDS,
    MEASURES,
    ON,
    TARGET_FROM,
    WITHOUT_TARGET,
    Indicator,
)
from scoring.scheme.model import CYCLES
from ui import page
from views.editor import curve, fields, formula, rules
from views.editor.desk import Desk, called
from words.text import literal


def card(desk: Desk, at: int) -> None:
    """The indicator at a place of the list."""
    t, path = desk.ctx.t, ("indicator", at)
    entry = document.tables(desk.table, "indicator")[at]
    code = str(entry.get("code", ""))
    with page.card(literal(called(entry, desk.ctx)), t("editor-indicator-note")):
        _what(desk, path, code)
        st.subheader(t("editor-how"), anchor=False)
        _read(desk, path)
        _formulas(desk, path)
        rules.rule(desk, path)
        _bounds(desk, path)
        curve.drawing(desk, code)
        _kept(desk, path)
        _order(desk, at)


def _what(desk: Desk, path: Path, code: str) -> None:
    """Its code, names, unit and class."""
    t = desk.ctx.t
    row = st.columns([1, 2, 2, 1])
    _code(desk, code, row[0])
    fields.name(desk, (*path, "name"), t("editor-name-zh"), t("editor-name-en"), row[1:3])
    fields.text(desk, (*path, "unit"), t("unit"), place=row[3])
    row = list(st.columns(4))
    classes = desk.checked.scheme.classes
    fields.choice(
        desk,
        (*path, "class"),
        t("editor-class"),
        classes,
        lambda one: _word("class", one, desk),
        place=row[0],
    )
    fields.choice(
        desk,
        (*path, "direction"),
        t("editor-direction"),
        DIRECTIONS,
        lambda one: _word("direction", one, desk),
        place=row[1],
    )
    fields.choice(
        desk,
        (*path, "measure"),
        t("editor-measure"),
        MEASURES,
        lambda one: _word("measure", one, desk),
        usual=Indicator.measure,
        place=row[2],
    )
    fields.choice(
        desk,
        (*path, "kind"),
        t("editor-kind"),
        KINDS,
        lambda one: _word("kind", one, desk),
        usual=Indicator.kind,
        place=row[3],
    )
    sections = {str(s.get("code", "")): called(s, desk.ctx) for s in document.tables(desk.table, "section")}
    if sections:
        fields.choice(
            desk,
            (*path, "section"),
            t("editor-section"),
            ["", *sections],
            lambda one: sections.get(one, one) or t("editor-section-none"),
        )


def _code(desk: Desk, code: str, place: DeltaGenerator) -> None:
    """The code, which everything else that names the indicator follows."""
    key = desk.key((), f"code-{code}")
    fields.show_saved(key, code)

    def rename() -> None:
        new = st.session_state[key].strip()
        if new and new != code:
            desk.edit(lambda table: document.renamed(table, code, new))
            st.session_state[desk.key((), "opened")] = new

    place.text_input(desk.ctx.t("editor-code"), key=key, on_change=rename)


def _read(desk: Desk, path: Path) -> None:
    """What the rule reads: the value, the completion or the excess, and the target."""
    t, row, below = desk.ctx.t, st.columns(3), st.columns([1, 2])
    fields.choice(
        desk,
        (*path, "on"),
        t("editor-on"),
        ON,
        lambda one: t(f"editor-on-{one}"),
        usual=Indicator.on,
        place=row[0],
    )
    target = (*path, "target")
    if not isinstance(document.at(desk.table, target), str):
        fields.figure(desk, target, t("target"), place=row[1], help=t("editor-target-help"))
    fields.choice(
        desk,
        (*path, "target_from"),
        t("editor-target-from"),
        TARGET_FROM,
        lambda one: t(f"editor-target-from-{one}"),
        usual=Indicator.target_from,
        place=below[0],
    )
    fields.choice(
        desk,
        (*path, "without_target"),
        t("editor-without-target"),
        WITHOUT_TARGET,
        lambda one: t(f"editor-without-target-{one}"),
        usual=Indicator.without_target,
        place=below[1],
    )
    fields.figure(desk, (*path, "steps"), t("editor-steps"), place=row[2], help=t("editor-steps-help"))
    if isinstance(document.at(desk.table, target), str):
        unit = t.term(str(document.at(desk.table, (*path, "unit")) or ""))
        formula.formula(desk, target, t("target"), unit=unit, or_number=True)


def _formulas(desk: Desk, path: Path) -> None:
    """What is scored where it is not the measured value, and what the score is multiplied by."""
    t, unit = desk.ctx.t, desk.ctx.t.term(str(document.at(desk.table, (*path, "unit")) or ""))
    scored, factor = t("explain-quantity"), t("explain-factor")
    formula.formula(desk, (*path, "quantity"), t("editor-quantity"), name=scored, unit=unit)
    formula.formula(desk, (*path, "factor"), t("editor-factor"), name=factor, example="month()/12")


def _bounds(desk: Desk, path: Path) -> None:
    t, row = desk.ctx.t, st.columns(3)
    fields.figure(desk, (*path, "lowest"), t("editor-lowest"), place=row[0])
    fields.figure(desk, (*path, "highest"), t("editor-highest"), place=row[1])


def _kept(desk: Desk, path: Path) -> None:
    """How often it is measured, where its figures come from, and by what a rating goes."""
    t = desk.ctx.t
    with st.expander(t("editor-kept")):
        row = list(st.columns(3))
        for place, key in zip(row, ("source", "owner", "cut_off"), strict=True):
            label = t(f"editor-{key.replace('_', '-')}")
            fields.text(desk, (*path, key), label, place=place)
        rarely = document.at(desk.table, (*path, "frequency")) is not None
        row = list(st.columns(4 if rarely else 3))
        fields.choice(
            desk,
            (*path, "frequency"),
            t("editor-frequency"),
            ["", *CYCLES],
            lambda one: t(f"cycle-{one}") if one else t("editor-frequency-usual"),
            place=row[0],
        )
        kept: list[tuple[str, tuple[str, ...], str]] = [
            *([("between", BETWEEN, Indicator.between)] if rarely else ()),
            ("dimension", DIMENSIONS, Indicator.dimension),
            ("family", FAMILIES, Indicator.family),
        ]
        for place, (key, options, usual) in zip(row[1:], kept, strict=True):
            fields.choice(
                desk,
                (*path, key),
                t(f"editor-{key}"),
                options,
                partial(_word, key, desk=desk),
                usual=usual,
                place=place,
            )
        fields.lines(desk, (*path, "anchors"), t("editor-anchors"), help=t("editor-anchors-help"), height=110)


def _order(desk: Desk, at: int) -> None:
    """Further up or down the list, or away."""
    t, last = desk.ctx.t, len(document.tables(desk.table, "indicator")) - 1
    with st.container(horizontal=True):
        for word, by, stuck in (("editor-up", -1, at == 0), ("editor-down", 1, at == last)):
            st.button(
                t(word),
                key=word,
                disabled=stuck,
                on_click=lambda by=by: desk.edit(lambda table: document.moved(table, "indicator", at, by)),
            )
        st.button(
            t("editor-remove"),
            key="editor-remove-indicator",
            icon=":material/delete:",
            on_click=lambda: desk.edit(lambda table: document.without(table, "indicator", at)),
        )


def _word(kind: str, one: str, desk: Desk) -> str:
    t = desk.ctx.t
    return t(f"{kind}-{one}") if t.has(f"{kind}-{one}") else one or t("editor-unchosen")
