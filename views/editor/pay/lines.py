"""Lines of pay, each a sentence with its parts to edit, and how they are paid out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from documents.clauses import pay
from scoring import Scheme
from scoring.scheme import document, toml
from scoring.scheme.document import Document, Path
from scoring.scheme.pay import KINDS, Payment
from scoring.scheme.pay.lines import CLOSED, INTO, NOBODY, WITHIN
from ui import page
from views.editor import fields, formula
from views.editor.desk import Desk, called
from views.editor.parts import add, remove
from words.text import literal

DRAFTS: Mapping[str, Mapping[str, Any]] = {
    "price": {"quantity": "", "price": 0},
    "pool": {"pool": "", "share": "", "nobody": NOBODY[0]},
    "coefficient": {"base": 0, "factors": ["coefficient()"]},
    "step": {"on": "", "edges": [0], "amounts": [0, 0]},
    "bonus": {"when": "", "amount": 0},
    "fine": {"amount": 0},
    "floor": {"amount": 0},
    "ceiling": {"amount": 0},
    "brackets": {"table": [[0, 0]], "into": INTO[0]},
}
"""What a line of each kind begins with."""
_COMMON = ("code", "name", "kind", "positions", "when", "deferrable")
_EXPRESSIONS = ("quantity", "price", "pool", "share", "base", "on", "amount")
_WORDS = {
    "within": (WITHIN, WITHIN[0]),
    "nobody": (NOBODY, ""),
    "into": (INTO, ""),
    "closed": (CLOSED, CLOSED[0]),
}


def lines(desk: Desk) -> None:
    """How pay is paid out, and every line."""
    t = desk.ctx.t
    _payment(desk)
    with page.card(t("editor-pay"), t("editor-pay-note")):
        for k, entry in enumerate(document.tables(desk.table, "pay")):
            with st.container(border=True):
                _line(desk, k, entry)
        number = len(document.tables(desk.table, "pay")) + 1
        empty = {"code": f"P{number}", "name": {"zh": "", "en": ""}, "kind": "price", **DRAFTS["price"]}
        add(desk, "pay", empty, t("editor-pay-add"))


def _payment(desk: Desk) -> None:
    t, usual = desk.ctx.t, Payment()
    with page.card(t("editor-payment"), t("editor-payment-note")):
        row = list(st.columns([3, 1, 1]))
        fields.words(desk, ("payment", "material"), t("editor-payment-material"), place=row[0])
        fields.figure(
            desk, ("payment", "deferred"), t("editor-payment-deferred"), place=row[1], placeholder="0"
        )
        years = str(usual.years)
        fields.figure(desk, ("payment", "years"), t("editor-payment-years"), place=row[2], placeholder=years)
        for name in ("wage", "minimum"):
            formula.formula(desk, ("payment", name), t(f"editor-payment-{name}"), or_number=True)


def _line(desk: Desk, k: int, entry: Document) -> None:
    t, path = desk.ctx.t, ("pay", k)
    st.markdown(_sentence(desk, entry))
    row = st.columns([1, 1.9, 1.9, 1.6, 0.6], vertical_alignment="bottom")
    fields.text(desk, (*path, "code"), t("editor-code"), place=row[0])
    fields.name(desk, (*path, "name"), t("editor-name-zh"), t("editor-name-en"), row[1:3])
    _kind(desk, k, entry, row[3])
    remove(desk, "pay", k, row[4])
    kind = str(entry.get("kind", ""))
    for name in DRAFTS.get(kind, {}):
        if name in _EXPRESSIONS:
            formula.formula(desk, (*path, name), t(f"pay-field-{name}"), or_number=True)
    _own(desk, path, kind)
    row = st.columns([3, 1.2], vertical_alignment="bottom")
    fields.words(
        desk, (*path, "positions"), t("editor-positions"), place=row[0], placeholder=t("editor-pay-everybody")
    )
    fields.flag(desk, (*path, "deferrable"), t("pay-field-deferrable"), usual=True, place=row[1])
    formula.formula(desk, (*path, "when"), t("pay-field-when"), example=t("editor-when-example"))


def _own(desk: Desk, path: Path, kind: str) -> None:
    """The fields of a kind besides its expressions."""
    t = desk.ctx.t
    match kind:
        case "price":
            shares, help_ = t("pay-field-shares"), t("editor-pay-shares-help")
            fields.by_name(desk, (*path, "shares"), shares, placeholder="LEAD:70, ASSIST:30", help=help_)
        case "pool":
            row = list(st.columns(2))
            _word(desk, path, "within", row[0])
            _word(desk, path, "nobody", row[1])
        case "coefficient":
            fields.lines(desk, (*path, "factors"), t("pay-field-factors"), help=t("editor-pay-factors-help"))
        case "step":
            row = list(st.columns(3))
            fields.figures(desk, (*path, "edges"), t("pay-field-edges"), place=row[0])
            fields.figures(desk, (*path, "amounts"), t("pay-field-amounts"), place=row[1])
            _word(desk, path, "closed", row[2])
        case "fine":
            fields.flag(desk, (*path, "loss"), t("pay-field-loss"), usual=False)
        case "floor" | "ceiling":
            _of(desk, path)
        case "brackets":
            row = list(st.columns([2, 1]))
            fields.pairs(
                desk, (*path, "table"), t("pay-field-table"), place=row[0], help=t("editor-help-pairs")
            )
            _word(desk, path, "into", row[1])
            _of(desk, path)


def _word(desk: Desk, path: Path, name: str, place: Any) -> None:
    t, (words, usual) = desk.ctx.t, _WORDS[name]
    label = t(f"pay-field-{name}")
    fields.choice(
        desk, (*path, name), label, words, lambda one: t(f"pay-{name}-{one}"), usual=usual, place=place
    )


def _of(desk: Desk, path: Path) -> None:
    """The other lines that one looks at."""
    t = desk.ctx.t
    own = str(document.at(desk.table, (*path, "code")) or "")
    named = {str(e.get("code", "")): called(e, desk.ctx) for e in document.tables(desk.table, "pay")}
    fields.several(
        desk,
        (*path, "of"),
        t("pay-field-of"),
        [code for code in named if code != own],
        lambda code: f"{code} {named.get(code, '')}",
        placeholder=t("editor-pay-of-usual"),
    )


def _kind(desk: Desk, k: int, entry: Document, place: Any) -> None:
    """The kind of a line; with another one it keeps what both kinds have."""
    t, key, now = desk.ctx.t, desk.key(("pay", k, "kind")), str(entry.get("kind", ""))
    fields.show_saved(key, now)

    def choose() -> None:
        picked = st.session_state[key]
        if picked in KINDS:  # Else the words of another language, which nobody picked.
            desk.edit(lambda table: _with(table, k, picked))

    place.selectbox(
        t("editor-pay-kind"),
        KINDS if now in KINDS else (*KINDS, now),
        format_func=lambda one: t(f"pay-kind-{one}") if one in KINDS else one,
        key=key,
        on_change=choose,
    )


def _with(table: Document, k: int, kind: str) -> Document:
    """The file with a line of another kind."""
    held = document.tables(table, "pay")[k]
    own = {name: held.get(name, value) for name, value in DRAFTS[kind].items()}
    kept = {name: held[name] for name in _COMMON if name in held}
    return document.put(table, ("pay", k), kept | {"kind": kind} | own)


def _sentence(desk: Desk, entry: Document) -> str:
    """A line as the regulation says it, as far as it can be made out."""
    t = desk.ctx.t
    read = toml.read(document.write({"pay": [entry]}), Scheme).scheme
    all_lines = desk.checked.scheme.pay
    said = [one for found in read.pay for one in pay.line(found, all_lines, desk.all_names, t)]
    return literal(t("sentence-joint").join(said)) or f":gray[{t('editor-unfinished')}]"
