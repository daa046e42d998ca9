"""Fields that are bound to a place in the scheme file: what is typed is saved, what is saved is shown."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from scoring.scheme import document
from scoring.scheme.document import Path
from ui.choice import keep
from views.editor.desk import WAS, Desk
from words.text import Lang, literal, text_for

_APART = re.compile(r"[,，、;；\s]+")
_ENDLESS = "inf"


def text(
    desk: Desk,
    path: Path,
    label: str,
    *,
    place: DeltaGenerator | None = None,
    **looks: Any,
) -> str:
    """A line of text; what it says."""
    return _typed(desk, path, label, str, lambda typed: typed.strip() or None, place, **looks)


def figure(desk: Desk, path: Path, label: str, *, place: DeltaGenerator | None = None, **looks: Any) -> str:
    """A number, as people type it (1,200; 60%; full-width digits); emptied: none. What is no number is kept
    as it was typed, and the check says so."""
    return _typed(desk, path, label, shown, number, place, **looks)


def figures(desk: Desk, path: Path, label: str, *, place: DeltaGenerator | None = None, **looks: Any) -> str:
    """Numbers one after the other."""
    return _typed(
        desk,
        path,
        label,
        lambda held: ", ".join(map(shown, held)) if isinstance(held, list) else str(held),
        lambda typed: [number(one) for one in _APART.split(typed.strip()) if one] or None,
        place,
        **looks,
    )


def words(desk: Desk, path: Path, label: str, *, place: DeltaGenerator | None = None, **looks: Any) -> str:
    """Texts one after the other."""
    return _typed(
        desk,
        path,
        label,
        lambda held: "、".join(map(str, held)) if isinstance(held, list) else str(held),
        lambda typed: [one.strip() for one in re.split("[,，、;；]+", typed) if one.strip()] or None,
        place,
        **looks,
    )


def lines(desk: Desk, path: Path, label: str, *, place: DeltaGenerator | None = None, **looks: Any) -> str:
    """Texts one below the other."""
    return _typed(
        desk,
        path,
        label,
        lambda held: "\n".join(map(str, held)) if isinstance(held, list) else str(held),
        lambda typed: [one.strip() for one in typed.splitlines() if one.strip()] or None,
        place,
        area=True,
        **looks,
    )


def pairs(desk: Desk, path: Path, label: str, *, place: DeltaGenerator | None = None, **looks: Any) -> str:
    """Pairs of numbers: 80:60, 100:100."""

    def show(held: Any) -> str:
        if not isinstance(held, list) or not all(isinstance(one, list) for one in held):
            return str(held)
        return ", ".join(":".join(map(shown, one)) for one in held)

    def read(typed: str) -> Any:
        parts = [one for one in _APART.split(typed.replace("：", ":").strip()) if one]
        return [[number(side) for side in one.split(":")] for one in parts] or None

    return _typed(desk, path, label, show, read, place, **looks)


def by_name(desk: Desk, path: Path, label: str, *, place: DeltaGenerator | None = None, **looks: Any) -> str:
    """Numbers by name: superior:40, peer:60."""

    def show(held: Any) -> str:
        return (
            ", ".join(f"{k}:{shown(v)}" for k, v in held.items()) if isinstance(held, Mapping) else str(held)
        )

    def read(typed: str) -> Any:
        parts = [one.partition(":") for one in _APART.split(typed.replace("：", ":").strip()) if one]
        return {name: number(value) for name, _, value in parts} or None

    return _typed(desk, path, label, show, read, place, **looks)


def show_saved(key: str, said: str | list[str] | bool) -> None:
    """Have the field `key` show what is saved, where that is something else than it was when it was drawn
    last: a page that is still being drawn must not overrule what was typed into it meanwhile."""
    state, was = st.session_state, f"{key}{WAS}"
    if key not in state or state.get(was) != said:
        state[key] = said
    state[was] = said


def flag(
    desk: Desk, path: Path, label: str, *, usual: bool, place: DeltaGenerator | None = None, **looks: Any
) -> None:
    """Yes or no; the `usual` answer is left out of the file."""
    key, now = desk.key(path), document.at(desk.table, path)
    said = usual if now is None else now is True
    show_saved(key, said)
    where: Any = place or st

    def save() -> None:
        ticked = bool(st.session_state[key])
        desk.put(path, None if ticked == usual else ticked)

    where.checkbox(label, key=key, on_change=save, **looks)


def choice(
    desk: Desk,
    path: Path,
    label: str,
    options: Sequence[str],
    said: Callable[[str], str],
    *,
    usual: str = "",
    place: DeltaGenerator | None = None,
    **looks: Any,
) -> str:
    """One of several words; the `usual` one is left out of the file."""
    key, now = desk.key(path), document.at(desk.table, path)
    chosen = usual if now is None else str(now)
    # What the file says is shown even where it is none of them: the check says what there is.
    known = list(options) if chosen in options else [*options, chosen]
    show_saved(key, chosen)
    keep(key, {option: said(option) for option in known})
    where: Any = place or st

    def save() -> None:
        picked = st.session_state[key]
        # In another language the browser first gives back the old one's words, which nobody picked.
        if picked in known:
            desk.put(path, None if picked == usual else picked)

    where.selectbox(label, known, format_func=said, key=key, on_change=save, **looks)
    return chosen


def several(
    desk: Desk,
    path: Path,
    label: str,
    options: Sequence[str],
    said: Callable[[str], str],
    *,
    usual: Sequence[str] = (),
    place: DeltaGenerator | None = None,
    **looks: Any,
) -> None:
    """Any of several words, in the order in which they were picked; the `usual` ones are left out of the
    file."""
    key, now = desk.key(path), document.at(desk.table, path)
    chosen = list(usual) if now is None else [str(one) for one in now] if isinstance(now, list) else []
    # What the file says is shown even where it is none of them: the check says what there is.
    known = [*options, *(one for one in chosen if one not in options)]
    show_saved(key, chosen)
    keep(key, {option: said(option) for option in known})
    where: Any = place or st

    def save() -> None:
        picked = st.session_state[key]
        # In another language the browser first gives back the old one's words, which nobody picked.
        if all(one in known for one in picked):
            desk.put(path, None if list(picked) == list(usual) else list(picked))

    where.multiselect(label, known, format_func=said, key=key, on_change=save, **looks)


def _typed(
    desk: Desk,
    path: Path,
    label: str,
    show: Callable[[Any], str],
    read: Callable[[str], Any],
    place: DeltaGenerator | None,
    *,
    area: bool = False,
    **looks: Any,
) -> str:
    key, now = desk.key(path), document.at(desk.table, path)
    said = "" if now is None else show(now)
    show_saved(key, said)
    where: Any = place or st
    kind = where.text_area if area else where.text_input
    kind(label, key=key, on_change=lambda: desk.put(path, read(st.session_state[key])), **looks)
    return said


def number(typed: str) -> float | int | str | None:
    """A number as people type it; the text itself where it is none, None where nothing is there."""
    plain = unicodedata.normalize("NFKC", typed).strip()
    if not plain:
        return None
    if plain.casefold() in (_ENDLESS, *(text_for(lang)("editor-endless") for lang in get_args(Lang))):
        return math.inf
    try:
        value = float(plain.replace(",", "").replace("−", "-").removesuffix("%"))
    except ValueError:
        return typed
    if plain.endswith("%"):
        return round(value / 100, 12)
    return int(value) if value.is_integer() else value


def shown(value: object) -> str:
    """A number as it is typed; anything else as it is."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    if math.isinf(value):
        return _ENDLESS
    return str(int(value)) if float(value).is_integer() else repr(value)


def name(desk: Desk, path: Path, label_zh: str, label_en: str, places: Sequence[DeltaGenerator]) -> None:
    """A name in both languages; one that stands for both is parted as soon as either is changed."""
    held = document.at(desk.table, path)
    for lang, label, place in zip(("zh", "en"), (label_zh, label_en), places, strict=True):
        key = desk.key((*path, lang))
        said = str(_in_both(held).get(lang, ""))
        show_saved(key, said)

        def save(lang: str = lang, key: str = key) -> None:
            typed = st.session_state[key].strip()
            desk.change(path, lambda saved: {**_in_both(saved), lang: typed})

        place.text_input(label, key=key, on_change=save)


def _in_both(name: Any) -> dict[str, str]:
    """A name by language; one that is written once stands for both."""
    return {"zh": name, "en": name} if isinstance(name, str) else dict(name or {})


def safe(value: object) -> str:
    """Something of the file within a sentence."""
    return literal(str(value))
