"""What a scheme says besides its indicators: how totals are made, sections, lists for posts, grades."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from scoring.scheme import document
from scoring.scheme.model import (
    AGGREGATIONS,
    COMBINATIONS,
    CYCLES,
    MISSING_POLICIES,
    SUM_TOLERANCE,
    SchemeModel,
)
from scoring.scheme.parts import RANKINGS
from ui import page
from views.editor import fields, formula
from views.editor.desk import Desk, called
from words.text import literal


def general(desk: Desk) -> None:
    """Its name and code, the cycle, and how a total is made."""
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
        row = list(st.columns(4))
        _choice(desk, row[0], "missing", MISSING_POLICIES, "missing", SchemeModel.missing)
        fields.figure(desk, ("minimum_coverage",), t("editor-coverage"), place=row[1], placeholder="0.6")
        fields.figure(desk, ("cap",), t("editor-cap"), place=row[2], placeholder="120")
        fields.figure(desk, ("decimals",), t("editor-decimals"), place=row[3], placeholder="2")
        row = list(st.columns(4))
        fields.figure(desk, ("additions_limit",), t("editor-additions"), place=row[0], placeholder="5")
        fields.figure(desk, ("deductions_limit",), t("editor-deductions"), place=row[1], placeholder="10")
        fields.figure(desk, ("veto", "ceiling"), t("editor-veto-ceiling"), place=row[2], placeholder="59")
        fields.text(desk, ("veto", "grade"), t("editor-veto-grade"), place=row[3], placeholder="D")


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


def posts(desk: Desk) -> None:
    """Lists of weights for the people who hold certain posts."""
    t = desk.ctx.t
    with page.card(t("editor-posts"), t("editor-posts-note")):
        for k, profile in enumerate(document.tables(desk.table, "profile")):
            path = ("profile", k)
            with st.container(border=True):
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
    t, across = desk.ctx.t, 4
    entries = document.tables(desk.table, "indicator")
    for first in range(0, len(entries), across):
        for place, entry in zip(st.columns(across), entries[first : first + across], strict=False):
            code = str(entry.get("code", ""))
            fields.figure(
                desk, ("profile", k, "weights", code), literal(called(entry, desk.ctx)), place=place
            )
    held = profile.get("weights")
    total = sum(w for w in held.values() if isinstance(w, int | float)) if isinstance(held, dict) else 0
    points = desk.checked.scheme.points
    key = "editor-sum-whole" if abs(total - points) <= SUM_TOLERANCE else "editor-sum"
    st.caption(t(key, total=fields.shown(round(total, 9)), points=fields.shown(points)))


def grades(desk: Desk) -> None:
    """Grades from the best down, each a sentence."""
    t = desk.ctx.t
    with page.card(t("editor-grades"), t("editor-grades-note")):
        for k, grade in enumerate(document.tables(desk.table, "grade")):
            path = ("grade", k)
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
