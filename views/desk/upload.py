"""Bringing a file: read, matched, judged, submitted."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from data.errors import WrongAnswer
from data.reading.columns.kinds import MEASURED
from data.reading.problems import ERROR, SEVERITIES, Problem
from documents import templates
from documents.reports import rule_words
from scoring.errors import SteelyardError
from shell.acting import attempt
from shell.context import Context
from ui import page
from ui.choice import pick
from ui.tables import Column, Table
from views.desk import doubts
from words.text import Text, literal
from workflow.intake import batches, imports

KINDS = ("metrics", "targets", "people", "events", "leave", "handovers", "outcomes", "indicators")
TYPES = ["xlsx", "xls", "ods", "csv", "tsv", "txt", "html", "htm"]
LARGEST_MB = 60
TOLD = 300
_READ = "desk-read"


def upload(ctx: Context) -> None:
    """One file: dropped, judged, mended where it can be without doubt, submitted."""
    t = ctx.t
    with page.card(t("desk-bring"), t("desk-bring-note")):
        one, two, three = st.columns([1.2, 1, 1], vertical_alignment="bottom")
        kind = pick(t("desk-kind"), KINDS, lambda k: t(f"desk-kind-{k}"), key="desk-kind", place=one)
        source = two.text_input(t("desk-source"), placeholder=t("desk-source-example"), key="desk-source")
        with three:
            _template(ctx, kind)
        given = st.file_uploader(t("desk-file"), type=TYPES, max_upload_size=LARGEST_MB, key="desk-file")
        if given is None:
            st.session_state.pop(_READ, None)
            return
        found = _read(ctx, kind, source.strip(), given.name, given.getvalue())
        if found is not None:
            _judged(ctx, found)


def _template(ctx: Context, kind: str) -> None:
    st.download_button(
        ctx.t("desk-template"),
        data=lambda: templates.template(ctx.actor, ctx.db, kind, ctx.lang),
        file_name=f"template-{kind}.xlsx",
        on_click="ignore",
        icon=":material/download:",
        key="desk-template",
        width="stretch",
    )


def _read(ctx: Context, kind: str, source: str, name: str, content: bytes) -> imports.ReadFile | None:
    """The judged file, read once for the same content, kind, source, matching and decisions."""
    sha256 = hashlib.sha256(content).hexdigest()
    answers = doubts.answers(sha256)
    key = (sha256, kind, source, ctx.db.head(), tuple(answers.items()))
    kept: tuple[object, imports.ReadFile] | None = st.session_state.get(_READ)
    if kept and kept[0] == key:
        return kept[1]
    bar = st.progress(0.0, ctx.t("desk-reading"))

    def read(share: float) -> None:
        bar.progress(share, ctx.t("desk-reading"))

    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / imports.short_name(Path(name).name)
            path.write_bytes(content)
            mapping = imports.mapping_for(ctx.actor, ctx.db, source) if kind in MEASURED else None
            found = imports.read_file(
                ctx.actor,
                ctx.db,
                kind,
                path,
                mapping=mapping,
                source=source or None,
                name=Path(name).name,
                answers=answers,
                progress=read,
            )
    except WrongAnswer:
        # The file or what is known has moved on since: everything is asked again.
        doubts.forget(sha256)
        st.rerun()
    except SteelyardError as problem:
        st.error(literal(ctx.t.error(problem)))
        return None
    finally:
        bar.empty()
    st.session_state[_READ] = (key, found)
    return found


def _judged(ctx: Context, found: imports.ReadFile) -> None:
    t, judged = ctx.t, found.judged
    things = "" if judged.kind in MEASURED else "-rows"
    by = {s: sum(p.count for p in judged.problems if p.severity == s) for s in SEVERITIES}
    st.markdown(
        t(
            f"desk-judged{things}",
            rows=judged.rows_read,
            taken=len(judged.accepted),
            held=by[ERROR],
            looked=by["warning"],
            mended=by["fixed"],
        )
    )
    unmapped = [p for p in judged.problems if p.rule == "unmapped_column"]
    if unmapped:
        _match(ctx, found, unmapped)
    doubts.ask(ctx, found)
    told(judged.problems, t, f"problems-{found.sha256[:8]}")
    if not len(judged.accepted):
        st.warning(t("desk-nothing"))
        return
    again = False
    if earlier := imports.earlier_batch(ctx.actor, ctx.db, found.sha256):
        st.warning(t("desk-again", batch=earlier))
        again = st.checkbox(t("desk-again-do"), key=f"desk-again-{found.sha256[:8]}")
    word = t(("desk-submit-valid" if judged.refused else "desk-submit") + things, count=len(judged.accepted))
    st.button(
        word,
        type="primary",
        key="desk-submit",
        disabled=bool(earlier) and not again,
        on_click=attempt,
        args=(t, lambda: _submit(ctx, found, again), t("desk-submitted")),
    )


def _submit(ctx: Context, found: imports.ReadFile, again: bool) -> None:
    imports.submit(ctx.actor, ctx.db, found, accept_valid=True, again=again)
    doubts.forget(found.sha256)
    st.session_state.pop(_READ, None)


def _match(ctx: Context, found: imports.ReadFile, unmapped: list[Problem]) -> None:
    """Columns that no indicator was found for: matched by a person, remembered for the source."""
    t = ctx.t
    library = batches.library(ctx.actor, ctx.db)
    choices = ["", *library]

    def label(code: str) -> str:
        return t("desk-leave-out") if not code else f"{t.pick(*library[code])} {code}"

    with st.form("desk-match"):
        st.markdown(t("desk-match"))
        columns = st.columns(3)
        for k, problem in enumerate(unmapped):
            near = str(problem.params.get("near") or "")
            pick(
                literal(problem.column),
                choices,
                label,
                key=f"match-{found.sha256[:8]}-{problem.column}",
                default=near,
                place=columns[k % 3],
            )

        def remember() -> None:
            pairs = {p.column: st.session_state[f"match-{found.sha256[:8]}-{p.column}"] for p in unmapped}
            imports.remember_mapping(ctx.actor, ctx.db, found.source or "", pairs)

        said = t("desk-matched", source=literal(found.source or t("desk-source-none")))
        st.form_submit_button(t("desk-match-do"), on_click=attempt, args=(t, remember, said))


def told(problems: Sequence[Problem], t: Text, key: str) -> None:
    """Everything said about a file, what is held back first; to be taken along as a workbook."""
    if not problems:
        return
    first = sorted(problems, key=lambda p: (SEVERITIES.index(p.severity), p.sheet, p.row or 0))
    table = Table(
        [
            Column("severity", t("problem-severity"), lambda row: t(f"problem-{row[1].severity}"), "strong"),
            Column("sheet", t("problem-sheet"), lambda row: row[1].sheet or None, "muted"),
            Column("row", t("problem-row"), lambda row: row[1].row, "number", decimals=0),
            Column("column", t("problem-column"), lambda row: row[1].column or None),
            Column("raw", t("problem-raw"), lambda row: row[1].raw[:40] or None),
            Column("rule", t("problem-rule"), lambda row: rule_words(row[1], t), wrap=True),
            Column("count", t("problem-count"), lambda row: row[1].count, "number", decimals=0),
        ],
        list(enumerate(first)),
        lambda row: str(row[0]),
    )
    held = sum(p.severity == ERROR for p in problems)
    label = t("desk-problems", count=len(problems), held=held)
    with st.expander(label, expanded=held > 0):
        table.show(key, label, most=TOLD)
        table.download(f"{key}.xlsx", t)
