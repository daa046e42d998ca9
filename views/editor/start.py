"""Where a scheme begins: a sketch that is there, nothing, a template, a stored version, columns, a file."""

from __future__ import annotations

import tempfile
from pathlib import Path

import streamlit as st

from scoring.errors import SteelyardError
from scoring.scheme import SchemeReference
from shell.acting import attempt, said
from shell.context import Context
from ui import address_line, page
from ui.choice import pick
from views.editor.desk import ADDRESS
from words.text import literal
from workflow import schemes
from workflow.drafting import sketches, starts
from workflow.drafting.sketches import Sketch

WAYS = ("empty", "template", "version", "columns", "file")
_FILES = ["xlsx", "xls", "csv", "tsv", "ods", "html"]


def start(ctx: Context) -> None:
    """The sketches that are there, and the ways to begin another."""
    t = ctx.t
    there = sketches.opened(ctx.actor, ctx.db)
    page.header(t("editor-title"), t("editor-sentence-start", count=len(there)))
    said()
    if there:
        with page.card(t("editor-sketches"), t("editor-sketches-note")):
            names = ctx.names
            for sketch in there:
                _line(ctx, sketch, names.get(sketch.saved_by, sketch.saved_by))
    with page.card(t("editor-begin"), t("editor-begin-note")):
        way = pick(
            t("editor-begin"), WAYS, lambda one: t(f"editor-way-{one}"), key="editor-way", kind="segments"
        )
        try:
            _WAYS[way](ctx)
        except SteelyardError as problem:
            st.error(literal(t.error(problem)))


def _line(ctx: Context, sketch: Sketch, by: str) -> None:
    t = ctx.t
    row = st.columns([4, 4, 1.4, 0.6], vertical_alignment="center")
    row[0].markdown(f"**{literal(sketch.title)}**")
    row[1].caption(t("editor-saved", by=literal(by), at=f"{sketch.saved_at:%Y-%m-%d %H:%M}"))
    number = sketch.sketch_id
    row[2].button(
        t("editor-open"), key=f"editor-open-{number}", on_click=_go, args=(number,), width="stretch"
    )
    row[3].button(
        "",
        key=f"editor-discard-{number}",
        icon=":material/delete:",
        help=t("editor-discard"),
        on_click=attempt,
        args=(
            t,
            lambda: sketches.discard(ctx.actor, ctx.db, number, sketch.counter),
            t("editor-discarded"),
        ),
    )


def _go(number: int) -> None:
    address_line.write(**{ADDRESS: str(number)})


def _begin(ctx: Context, text: str, base: SchemeReference | None = None) -> None:
    _go(sketches.begin(ctx.actor, ctx.db, text, base))
    st.rerun()


def _named(ctx: Context, key: str, code: str, name: str) -> tuple[str, str, bool]:
    """Code and name of the scheme to be, and whether it is to begin."""
    t = ctx.t
    with st.form(f"editor-{key}"):
        row = st.columns([1, 2])
        wanted = row[0].text_input(
            t("editor-code"), code, key=f"editor-{key}-code", help=t("editor-code-help")
        )
        called = row[1].text_input(t("editor-name"), name, key=f"editor-{key}-name")
        done = st.form_submit_button(t("editor-begin-do"), key=f"editor-{key}-do", type="primary")
    return wanted.strip() or code, called.strip() or name, done


def _empty(ctx: Context) -> None:
    code, name, done = _named(ctx, "empty", "scheme", ctx.t("editor-unnamed"))
    if done:
        _begin(ctx, starts.empty(code, name))


def _template(ctx: Context) -> None:
    t = ctx.t
    for name in starts.TEMPLATES:
        row = st.columns([5, 1.4], vertical_alignment="center")
        row[0].markdown(f"**{t(f'editor-template-{name}')}**  \n:small[{t(f'editor-template-{name}-note')}]")
        if row[1].button(t("editor-begin-do"), key=f"editor-template-{name}", width="stretch"):
            _begin(ctx, starts.template(name))


def _version(ctx: Context) -> None:
    t, stored = ctx.t, {i.key: i for i in schemes.schemes(ctx.actor, ctx.db)}
    if not stored:
        st.info(t("editor-version-none"))
        return
    chosen = pick(
        t("version"),
        list(reversed(stored)),
        lambda key: f"{t.name(stored[key].scheme.name, key)} v{stored[key].scheme.version}",
        key="editor-version",
        address="version",
    )
    if st.button(t("editor-begin-do"), key="editor-version-do", type="primary"):
        reference = stored[chosen].reference
        _begin(ctx, starts.version(ctx.actor, ctx.db, reference), reference)


def _columns(ctx: Context) -> None:
    t = ctx.t
    brought = st.file_uploader(t("editor-columns-file"), type=_FILES, key="editor-columns-file")
    if brought is None:
        known = [starts.of_library(one) for one in starts.library(ctx.actor, ctx.db) if one.period]
    else:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / Path(brought.name).name
            path.write_bytes(brought.getvalue())
            known = list(starts.columns(ctx.actor, ctx.db, path))
    if not known:
        st.info(t("editor-columns-none"))
        return
    by_code = {column.code: column for column in known}
    chosen = st.multiselect(
        t("editor-columns"),
        list(by_code),
        list(by_code) if brought is not None else [],
        format_func=lambda code: f"{code} {by_code[code].name}",
        key=f"editor-columns-{brought.file_id if brought is not None else ''}",
        placeholder=t("editor-columns-hint"),
    )
    code, name, done = _named(ctx, "columns", "scheme", t("editor-unnamed"))
    if done and not chosen:
        st.warning(t("editor-columns-choose"))
    elif done:
        _begin(ctx, starts.from_columns(code, name, [by_code[one] for one in chosen]))


def _file(ctx: Context) -> None:
    t = ctx.t
    brought = st.file_uploader(t("editor-file-bring"), type=["toml"], key="editor-start-file")
    if brought is None or not st.button(t("editor-begin-do"), key="editor-file-do", type="primary"):
        return
    try:
        text = brought.getvalue().decode("utf-8-sig")
    except UnicodeDecodeError:
        st.error(t("errors-file-encoding", file=literal(brought.name)))
        return
    _begin(ctx, text)


_WAYS = {"empty": _empty, "template": _template, "version": _version, "columns": _columns, "file": _file}
