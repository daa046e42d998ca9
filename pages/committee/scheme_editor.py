"""方案设计: a scheme made piece by piece, checked and tried at every change, until it is a draft version."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from scoring.errors import SteelyardError
from shell import context
from ui import address_line, choice, page
from views.editor import checks, desk, file, indicators, parts, sentences, start
from views.editor.pay import lines
from words.text import literal

PARTS = {
    "indicators": indicators.indicators,
    "derived": sentences.derived,
    "general": parts.general,
    "sections": parts.sections,
    "posts": sentences.posts,
    "grades": sentences.grades,
    "conditions": sentences.conditions,
    "pay": lines.lines,
    "file": file.file,
}

ctx = context.page(Action.DRAFT_SCHEME)
t = ctx.t
asked = address_line.says(desk.ADDRESS) or ""
if not asked:
    start.start(ctx)
    st.stop()
head = st.container()
try:
    opened = desk.opened(ctx, int(asked) if asked.isdecimal() else 0)
except SteelyardError as problem:
    page.header(t("editor-title"), literal(t.error(problem)))
    st.button(t("editor-back"), key="editor-back", on_click=address_line.clear)
    st.stop()

checked = opened.checked
with head:
    faults = len(checked.faults)
    page.header(
        t("editor-heading", name=literal(desk.called(opened.table, ctx))),
        t(
            "editor-sentence",
            indicators=len(checked.scheme.indicators),
            faults=faults,
            findings=len(checked.findings),
        ),
    )
    if not opened.sketch.open:
        checks.closed(opened)
    st.button(
        t("editor-back"),
        key="editor-back",
        type="tertiary",
        icon=":material/arrow_back:",
        on_click=address_line.clear,
    )
if not opened.sketch.open:
    st.stop()
left, right = st.columns([2.5, 1])
with left:
    desk.steps(opened)
    part = choice.pick(
        t("editor-part"),
        list(PARTS),
        lambda one: t(f"editor-part-{one}"),
        key="editor-part",
        address="part",
        kind="segments",
    )
    PARTS[part](opened)
with right:
    checks.storing(opened)
    checks.panel(opened)
    checks.pays(opened)
