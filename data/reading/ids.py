"""Which person an id means, however it was typed; an unknown one is never taken for a known one."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

from data.reading.problems import ERROR, FIXED
from data.reading.text import plain

Reading = tuple[str, list[tuple[str, str, dict[str, object]]]]
"""The id, and what is to be told: (rule, severity, what the sentence is about)."""


def canonical(raw: str) -> str:
    """The id as it is stored: half-width, without blanks or invisible characters; zeros and case stay."""
    return "".join(c for c in plain(raw) if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf"))


def read_id(raw: str, known: Collection[str] | None) -> Reading:
    """Read one id; `known` are those of the people (None: every id is taken)."""
    told: list[tuple[str, str, dict[str, object]]] = []
    text = plain(raw)
    if raw != raw.strip(" ") or any(c in raw for c in "\u3000\u00a0\u200b\t"):
        told.append(("whitespace_id", FIXED, {"id": text}))
    if any("\uff01" <= c <= "\uff5e" for c in raw):
        told.append(("fullwidth_id", FIXED, {"id": text}))
    if not text:
        return "", [("empty", ERROR, {})]
    if known is None or text in known:
        return text, told
    if text.upper() in known or text.lower() in known:
        found = text.upper() if text.upper() in known else text.lower()
        return found, [*told, ("lowercase_id", FIXED, {"id": found})]
    near = _near(text, known)
    if near and near == _zeros(text):
        return text, [*told, ("id_letter_O_for_zero", ERROR, {"near": near})]
    return text, [*told, ("unknown_id", ERROR, {"near": near or "NONE"})]


def _zeros(text: str) -> str:
    return text.upper().replace("O", "0").replace("I", "1").replace("L", "1")


def _near(text: str, known: Collection[str]) -> str:
    """The id that was probably meant: letters for digits, leading zeros lost."""
    if (found := _zeros(text)) in known:
        return found
    if text.isdigit():
        same = [person for person in known if person.lstrip("0") == text.lstrip("0")]
        if len(same) == 1:
            return same[0]
    return ""
