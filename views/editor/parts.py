"""What a scheme says besides its indicators: how totals are made, how people come and go, sections."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from scoring.scheme import document
from scoring.scheme.model import (
    AGGREGATIONS,
    COMBINATIONS,
    CYCLES,
    FIVE_CLASSES,
    MISSING_POLICIES,
    SchemeModel,
)
from scoring.scheme.parts import Protection
from scoring.scheme.result_use import OTHERS, RECOGNITION, ResultUse
from ui import page
from views.editor import fields
from views.editor.desk import Desk
from words import format as fmt

_USE = "result_use"


def general(desk: Desk) -> None:
    """Its name and code, the cycle, how a total is made, and what holds for people who come and go."""
    t = desk.ctx.t
    with page.card(t("editor-general"), t("editor-general-note")):
        row = st.columns([1, 2, 2])
        fields.text(desk, ("code",), t("editor-code"), place=row[0])
        fields.name(desk, ("name",), t("editor-name-zh"), t("editor-name-en"), row[1:])
        row = list(st.columns(4))
        _choice(desk, row[0], "cycle", CYCLES, "cycle")
        fields.figure(desk, ("points",), t("editor-points"), place=row[1], placeholder="100")
        _choice(desk, row[2], "combine", COMBINATIONS, "editor-combine", SchemeModel.combine)
        _choice(desk, row[3], "aggregation", AGGREGATIONS, "aggregation", SchemeModel.aggregation)
        row = list(st.columns([1.9, 1, 1, 1]))
        _choice(desk, row[0], "missing", MISSING_POLICIES, "missing", SchemeModel.missing)
        fields.figure(desk, ("minimum_coverage",), t("editor-coverage"), place=row[1], placeholder="0.6")
        fields.figure(desk, ("cap",), t("editor-cap"), place=row[2], placeholder="120")
        fields.figure(desk, ("decimals",), t("editor-decimals"), place=row[3], placeholder="2")
        row = list(st.columns(4))
        fields.figure(desk, ("additions_limit",), t("editor-additions"), place=row[0], placeholder="5")
        fields.figure(desk, ("deductions_limit",), t("editor-deductions"), place=row[1], placeholder="10")
        fields.figure(desk, ("veto", "ceiling"), t("editor-veto-ceiling"), place=row[2], placeholder="59")
        fields.text(desk, ("veto", "grade"), t("editor-veto-grade"), place=row[3], placeholder="D")
    with page.card(t("editor-people"), t("editor-people-note")):
        row = list(st.columns(3))
        joined, usual = "protection", SchemeModel.handover_months
        months, factors = Protection.unranked_months, Protection.target_factors
        fields.figure(
            desk, (joined, "unranked_months"), t("editor-unranked"), place=row[0], placeholder=str(months)
        )
        fields.figures(
            desk,
            (joined, "target_factors"),
            t("editor-target-factors"),
            place=row[1],
            placeholder=", ".join(fmt.percent(factor, 0) for factor in factors),
            help=t("editor-target-factors-help"),
        )
        fields.figure(desk, ("handover_months",), t("editor-handover"), place=row[2], placeholder=str(usual))
        row = list(st.columns([1, 1.35]))
        codes = [str(entry.get("code", "")) for entry in document.tables(desk.table, "indicator")]
        fields.several(
            desk,
            ("tie_breakers",),
            t("editor-ties"),
            codes,
            lambda code: f"{code} {desk.names.get(code, '')}",
            place=row[0],
            placeholder=t("editor-ties-none"),
        )
        fields.words(
            desk,
            ("classes",),
            t("editor-classes"),
            place=row[1],
            placeholder=t("list-joint").join(t(f"class-{one}") for one in FIVE_CLASSES),
            help=t("editor-classes-help"),
        )
    _result_use(desk)


def _result_use(desk: Desk) -> None:
    """What follows from a result: appeals, talks, what is told beside the ranks."""
    t, usual = desk.ctx.t, ResultUse()
    with page.card(t("editor-use"), t("editor-use-note")):
        row = list(st.columns([1, 1, 2]))
        for name, place in (("appeal_days", row[0]), ("review_days", row[1])):
            _days(desk, name, place)
        fields.choice(
            desk,
            (_USE, "others"),
            t("editor-others"),
            OTHERS,
            lambda one: t(f"others-{one}"),
            usual=usual.others,
            place=row[2],
        )
        row = list(st.columns([1, 1, 1, 1.6]))
        for name, place in (("talk_days", row[1]), ("falling", row[2])):
            _days(desk, name, place)
        fields.several(
            desk,
            (_USE, "talk_grades"),
            t("editor-talk-grades"),
            [str(entry.get("name", "")) for entry in document.tables(desk.table, "grade")],
            str,
            place=row[0],
            placeholder=t("editor-talk-grades-usual"),
        )
        fields.several(
            desk,
            (_USE, "recognition"),
            t("editor-recognition"),
            RECOGNITION,
            lambda one: t(f"recognition-{one}"),
            usual=usual.recognition,
            place=row[3],
            placeholder=t("editor-recognition-none"),
        )


def _days(desk: Desk, name: str, place: Any) -> None:
    label, usual = desk.ctx.t(f"editor-{name.replace('_', '-')}"), getattr(ResultUse, name)
    fields.figure(desk, (_USE, name), label, place=place, placeholder=str(usual))


def _choice(desk: Desk, place: Any, key: str, options: tuple[str, ...], words: str, usual: str = "") -> None:
    t = desk.ctx.t
    fields.choice(
        desk, (key,), t(f"editor-{key}"), options, lambda one: t(f"{words}-{one}"), usual=usual, place=place
    )


def sections(desk: Desk) -> None:
    """Parts of the scheme whose points are added up."""
    t = desk.ctx.t
    with page.card(t("editor-sections"), t("editor-sections-note")):
        for k, _ in enumerate(document.tables(desk.table, "section")):
            path = ("section", k)
            row = st.columns([1, 2, 2, 1, 1.4, 0.6], vertical_alignment="bottom")
            fields.text(desk, (*path, "code"), t("editor-code"), place=row[0])
            fields.name(desk, (*path, "name"), t("editor-name-zh"), t("editor-name-en"), row[1:3])
            fields.figure(desk, (*path, "cap"), t("editor-section-cap"), place=row[3])
            fields.text(desk, (*path, "scorer"), t("editor-section-scorer"), place=row[4])
            remove(desk, "section", k, row[5])
        add(desk, "section", {"code": "", "name": {"zh": "", "en": ""}}, t("editor-section-add"))


def remove(desk: Desk, kind: str, k: int, place: Any) -> None:
    """The button that takes one of a list away."""
    place.button(
        "",
        key=desk.key((kind, k), "remove"),
        icon=":material/delete:",
        help=desk.ctx.t("editor-remove"),
        on_click=lambda: desk.edit(lambda table: document.without(table, kind, k)),
    )


def add(desk: Desk, kind: str, entry: Mapping[str, Any], label: str) -> None:
    """The button that adds one to a list."""
    st.button(
        label,
        key=desk.key((kind,), "add"),
        icon=":material/add:",
        on_click=lambda: desk.edit(lambda table: document.add(table, kind, entry)),
    )
