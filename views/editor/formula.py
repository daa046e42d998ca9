"""A field for an expression: codes by their names, what is wrong where, and what it gives three people."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from difflib import get_close_matches

import streamlit as st

from documents import formulas
from scoring.errors import Fault, FormulaError, SteelyardError
from scoring.formula import Formula, Subject, check, parse
from scoring.formula.functions import FUNCTIONS
from scoring.formula.text import code_text
from scoring.scheme import document
from scoring.scheme.document import Path
from views.editor import fields
from views.editor.desk import Desk
from words.text import Text, literal
from workflow.drafting import trial

_MATCHES = 6
_WORD = re.compile(r"[^\W\d]\w*")


def formula(
    desk: Desk,
    path: Path,
    label: str,
    *,
    name: str = "",
    unit: str = "",
    example: str = "",
    or_number: bool = False,
) -> None:
    """The expression at a path: typed, completed, checked and tried at once; what it gives is called `name`,
    or as the field; `or_number`: a number does."""
    t = desk.ctx.t
    row = st.columns([3, 1.3], vertical_alignment="bottom")
    field = fields.figure if or_number else fields.text
    text = field(desk, path, label, place=row[0], placeholder=example or t("editor-formula-example"))
    _insert(desk, path, row[1])
    if not text:
        return
    try:
        found = parse(text)
    except FormulaError as problem:
        _faults(desk, path, text, problem.faults)
        return
    names = [*desk.names]
    known: dict[Subject, list[str] | None] = {**trial.ANY, "value": names, "target": names}
    named = check(found, known)
    if named:
        _faults(desk, path, text, named)
    elif found.uses:  # A figure alone is the same for everybody.
        _tried(desk, path, found, name or label, unit)


def _insert(desk: Desk, path: Path, place: st.delta_generator.DeltaGenerator) -> None:
    """Every code with its name, and every function, to be put at the end."""
    t, key = desk.ctx.t, desk.key(path, "insert")
    options = [*desk.names, *(f"{name}()" for name in FUNCTIONS)]

    def put() -> None:
        picked = st.session_state[key]
        if picked not in options:  # Nothing, or the words of another language, which nobody picked.
            return
        st.session_state[key] = None
        added = picked if picked.endswith("()") else code_text(picked)
        desk.change(path, lambda saved: f"{saved or ''} {added}".strip())

    place.selectbox(
        t("editor-formula-insert"),
        options,
        index=None,
        format_func=lambda one: _said(desk, one, t),
        placeholder=t("editor-library-hint"),
        key=key,
        on_change=put,
        label_visibility="collapsed",
    )


def _said(desk: Desk, one: str, t: Text) -> str:
    if one.endswith("()"):
        name = one.removesuffix("()")
        said = name.replace("_", "-")
        return f"{name}( ) {t(f'editor-function-{said}')}"
    return f"{one} {desk.names[one]}"


def _faults(desk: Desk, path: Path, text: str, faults: list[Fault] | tuple[Fault, ...]) -> None:
    """Each fault with its place marked in the text, and the codes that may have been meant."""
    t = desk.ctx.t
    for fault in faults:
        said = literal(t.fault(replace(fault, where=_holder(desk, path))))
        st.markdown(f":red-badge[{t('severity-error')}] {said}  \n{_marked(text, fault)}")
    fault = faults[0]
    at, wrong = int(str(fault.params.get("at", 1))) - 1, str(fault.params.get("name", ""))
    held = _WORD.match(text, at)
    if not held or not wrong:
        return
    with st.container(horizontal=True, gap="xsmall"):
        for code in _matching(desk, wrong):
            st.button(
                f"{literal(code)} {literal(desk.names[code])}",
                key=desk.key(path, f"match-{code}"),
                on_click=_replaced(desk, path, text, held, code),
            )


def _holder(desk: Desk, path: Path) -> str:
    """What the expression belongs to, as a fault names it."""
    entry = document.at(desk.table, path[:2]) or {}
    return str(entry.get("code") or entry.get("on") or entry.get("name") or "")


def _marked(text: str, fault: Fault) -> str:
    """The text with the place of a fault in it."""
    at = fault.params.get("at")
    if not isinstance(at, int):
        return literal(text)
    before, rest = text[: at - 1], text[at - 1 :]
    held = _WORD.match(rest)
    wrong = rest[: held.end() if held else 1]
    mark = literal(wrong.strip()) or "▲"
    return f"{literal(before)} :red-background[{mark}] {literal(rest[len(wrong) :])}"


def _matching(desk: Desk, wrong: str) -> list[str]:
    """Codes that hold what was typed in their code or name."""
    part = wrong.casefold()
    found = [c for c, name in desk.names.items() if part in c.casefold() or part in name.casefold()]
    folded = {code.casefold(): code for code in desk.names}
    near = [folded[one] for one in get_close_matches(part, folded, n=_MATCHES)]
    return list(dict.fromkeys((*found, *near)))[:_MATCHES]


def _replaced(desk: Desk, path: Path, text: str, held: re.Match[str], code: str) -> Callable[[], None]:
    mended = text[: held.start()] + code_text(code) + text[held.end() :]
    return lambda: desk.change(path, lambda saved: mended if str(saved) == text else saved)


def _tried(desk: Desk, path: Path, found: Formula, name: str, unit: str) -> None:
    """What it gives whom it gives least, the one in the middle, and whom it gives most."""
    ctx, t = desk.ctx, desk.ctx.t
    condition = path[1] if path[0] == "condition" and isinstance(path[1], int) else None
    try:
        of_pay = path[0] in ("pay", "payment")
        tried = trial.worked(ctx.actor, ctx.db, desk.checked, found, condition, of_pay=of_pay)
    except SteelyardError as problem:
        st.caption(t("editor-formula-nobody", why=literal(t.error(problem))))
        return
    if tried is None:
        st.caption(t("editor-formula-later"))
        return
    names = {code: name for code, name in desk.names.items() if name}
    lines = [
        f"- **{literal(t.pick(one.person.name, one.person.name_en))}** "
        + literal(formulas.statement(name, one.worked, t, unit, names))
        for one in tried.examples
    ]
    lead = t("editor-formula-tried")
    if found.is_condition:
        lead = t("editor-formula-held", holds=tried.holds, people=tried.people)
    st.caption(lead + "\n" + "\n".join(lines))
