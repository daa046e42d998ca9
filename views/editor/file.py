"""The file that the editor makes: shown, saved, brought in, and beside a stored version as text."""

from __future__ import annotations

import difflib

import streamlit as st

from scoring.errors import SchemeError
from scoring.scheme import document
from ui import page
from ui.choice import pick
from views.editor.desk import Desk, held
from words.text import literal
from workflow import schemes


def file(desk: Desk) -> None:
    """The whole part."""
    t = desk.ctx.t
    code = str(desk.table.get("code", "scheme"))
    with page.card(t("editor-file"), t("editor-file-note")):
        st.download_button(
            t("editor-file-save"),
            desk.sketch.toml,
            f"{code}.toml",
            mime="application/toml",
            key="editor-file-save",
            on_click="ignore",
            icon=":material/download:",
        )
        with st.expander(t("editor-file-text")):
            st.code(desk.sketch.toml, language="toml")
        _bring(desk)
    _beside(desk)


def _bring(desk: Desk) -> None:
    """A scheme file that takes the place of what is there; a step that can be undone."""
    t, key = desk.ctx.t, "editor-file-bring"
    brought = st.file_uploader(t("editor-file-bring"), type=["toml"], key=key)
    if brought is None or not st.button(t("editor-file-take"), key="editor-file-take", type="primary"):
        return
    try:
        text = brought.getvalue().decode("utf-8-sig")
        document.read(text)
    except UnicodeDecodeError:
        st.error(t("errors-file-encoding", file=literal(brought.name)))
    except SchemeError as problem:
        st.error(literal(t.error(problem)))
    else:
        desk.write(held(desk.sketch), text)
        st.rerun()


def _beside(desk: Desk) -> None:
    """What stands otherwise than in a stored version, line by line."""
    ctx, t = desk.ctx, desk.ctx.t
    stored = {i.key: i for i in schemes.schemes(ctx.actor, ctx.db)}
    if not stored:
        return
    base = str(desk.sketch.base) if desk.sketch.base else None
    with page.card(t("editor-compare"), t("editor-compare-note")):
        chosen = pick(
            t("version"),
            list(stored),
            lambda key: f"{t.name(stored[key].scheme.name, key)} v{stored[key].scheme.version}",
            key="editor-compared",
            default=base if base in stored else list(stored)[-1],
        )
        theirs = document.write(document.read(stored[chosen].scheme.to_toml()))
        ours = desk.checked.scheme.to_toml() if desk.checked.passes else desk.sketch.toml
        lines = list(
            difflib.unified_diff(
                theirs.splitlines(), ours.splitlines(), chosen, desk.sketch.title, lineterm="", n=1
            )
        )
        if lines:
            st.code("\n".join(lines), language="diff")
        else:
            st.markdown(t("editor-compare-same"))
