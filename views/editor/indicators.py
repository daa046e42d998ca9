"""The list of indicators: each with its rule in words and its weight, their sum; more from the library."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import streamlit as st

from documents.clauses.rules import rule as rule_words
from scoring.scheme import document
from scoring.scheme.document import Document
from scoring.weights import to_sum
from shell.context import Context
from views.editor import fields, indicator
from views.editor.desk import Desk, called
from words import format as fmt
from words.text import Text, literal
from workflow.drafting import starts
from workflow.drafting.starts import LibraryLine

NEW = "NEW"
"""The code of an indicator that has none yet."""
_WIDTHS = (3.4, 4.2, 1.2)


def indicators(desk: Desk) -> None:
    """The whole part: the list, what is added, and the one that is opened."""
    t, entries = desk.ctx.t, document.tables(desk.table, "indicator")
    if not entries:
        st.info(t("editor-indicators-none"))
    else:
        _list(desk, entries)
    _add(desk)


def _list(desk: Desk, entries: Sequence[Document]) -> None:
    t, known = desk.ctx.t, desk.checked.scheme.by_code
    at = _opened(desk, entries)
    with st.container(border=True, gap="xsmall"):
        for k, entry in enumerate(entries):
            row = st.columns(_WIDTHS, vertical_alignment="center")
            code = str(entry.get("code", ""))
            row[0].button(
                f"{literal(code)} {literal(called(entry, desk.ctx))}",
                key=desk.key(("indicator", k), "open"),
                type="primary" if k == at else "tertiary",
                on_click=_open,
                args=(desk, None if k == at else code),
            )
            found = known.get(code)
            said = rule_words(found.rule, t) if found else t("editor-rule-faulty")
            row[1].markdown(f":small[{literal(said)}]")
            fields.figure(
                desk,
                ("indicator", k, "weight"),
                t("editor-weight-of", name=literal(called(entry, desk.ctx))),
                place=row[2],
                label_visibility="collapsed",
            )
            if k == at:
                # Where it was clicked, however long the list is.
                indicator.card(desk, at)
        _sum(desk, entries)


def _sum(desk: Desk, entries: Sequence[Document]) -> None:
    """The sum of the weights beside what it has to be, and a button that makes it so."""
    t, points = desk.ctx.t, desk.checked.scheme.points
    weights = [w for e in entries if isinstance(w := e.get("weight"), int | float)]
    total = math.fsum(weights)
    whole = abs(total - points) <= 1e-6
    row = st.columns(_WIDTHS, vertical_alignment="center")
    said = {"total": fmt.quantity(total), "points": fmt.quantity(points)}
    row[0].markdown(t("editor-sum-whole" if whole else "editor-sum", **said))
    if not whole:
        row[1].button(
            t("editor-sum-scale", points=said["points"]), key="editor-scale", on_click=_scale, args=(desk,)
        )


def _scale(desk: Desk) -> None:
    points = desk.checked.scheme.points

    def scaled(table: Document) -> Document:
        entries = document.tables(table, "indicator")
        held = {
            str(k): float(w) if isinstance(w := e.get("weight"), int | float) else 0.0
            for k, e in enumerate(entries)
        }
        for k, weight in to_sum(held, points, points / 200).items():
            table = document.put(table, ("indicator", int(k), "weight"), fields.number(repr(weight)))
        return table

    desk.edit(scaled)


def _opened(desk: Desk, entries: Sequence[Document]) -> int | None:
    """The place of the indicator that is opened."""
    codes = [str(entry.get("code", "")) for entry in entries]
    wanted = st.session_state.get(_key(desk))
    return codes.index(wanted) if wanted in codes else None


def _key(desk: Desk) -> str:
    return desk.key((), "opened")


def _open(desk: Desk, code: str | None) -> None:
    st.session_state[_key(desk)] = code


def _add(desk: Desk) -> None:
    """More indicators: of the library with their last values, or one that nothing is measured for yet."""
    t, ctx = desk.ctx.t, desk.ctx
    there = {str(e.get("code", "")) for e in document.tables(desk.table, "indicator")}
    lines = {line.code: line for line in starts.library(ctx.actor, ctx.db) if line.code not in there}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        key = desk.key((), "library")
        st.selectbox(
            t("editor-library"),
            list(lines),
            index=None,
            format_func=lambda code: _said(lines, code, ctx),
            placeholder=t("editor-library-hint"),
            key=key,
            on_change=_take,
            args=(desk, lines, key),
        )
        st.button(
            t("editor-indicator-new"),
            key="editor-new",
            icon=":material/add:",
            on_click=_new,
            args=(desk, there),
        )


def _said(lines: Mapping[str, LibraryLine], code: str, ctx: Context) -> str:
    """An indicator of the library with what people were measured at last."""
    line, t = lines[code], ctx.t
    name = f"{code} {t.pick(line.name, line.name_en)}"
    return f"{name} · {_values(line, t, ctx.lang)}"


def _values(line: LibraryLine, t: Text, lang: str) -> str:
    if line.period is None:
        return t("editor-library-nothing")
    return t(
        "editor-library-values",
        period=fmt.period(line.period, lang),
        low=fmt.quantity(line.lowest),
        middle=fmt.quantity(line.median),
        high=t.amount(fmt.quantity(line.highest), line.unit),
    )


def _take(desk: Desk, lines: Mapping[str, LibraryLine], key: str) -> None:
    code = st.session_state[key]
    if code not in lines:  # Nothing, or the words of another language, which nobody picked.
        return
    st.session_state[key] = None
    entry = starts.indicator(starts.of_library(lines[code]))
    desk.edit(lambda table: document.add(table, "indicator", entry))
    st.session_state[_key(desk)] = code


def _new(desk: Desk, there: set[str]) -> None:
    number = next(k for k in range(1, len(there) + 2) if f"{NEW}{k}" not in there)
    entry = starts.indicator(
        starts.FoundColumn(f"{NEW}{number}", desk.ctx.t("editor-indicator-unnamed"), None)
    )
    desk.edit(lambda table: document.add(table, "indicator", entry))
    st.session_state[_key(desk)] = f"{NEW}{number}"
