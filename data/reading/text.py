"""Text as it is typed in Chinese offices, made plain: full-width letters, blanks of all kinds, signs."""

from __future__ import annotations

import re
import unicodedata

_BLANKS = re.compile(r"[\s\u3000\u00a0\u200b-\u200f\u2060\ufeff]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_MINUS = str.maketrans({"−": "-", "﹣": "-", "‐": "-", "‑": "-", "’": "'", "‘": "'"})
_FORMULA = re.compile(r"^[=@]|^[+\-](?![\d.,\s(（]*\d)[^\s]")
_SCRIPT = re.compile(r"<\s*/?\s*(script|iframe|img|svg|object|embed|style|a)\b|javascript:", re.I)


def plain(raw: str) -> str:
    """Half-width, one kind of minus, no blanks at the ends."""
    return unicodedata.normalize("NFKC", raw).translate(_MINUS).strip(" \t\r\n\u3000\u00a0\u200b\ufeff")


def compact(raw: str) -> str:
    """The same without any blanks, in lower case: for comparing headings and names."""
    return _BLANKS.sub("", plain(raw)).casefold()


def has_control(raw: str) -> bool:
    """Whether there are characters that no keyboard types."""
    return _CONTROL.search(raw) is not None


def without_control(raw: str) -> str:
    """The text without them."""
    return _CONTROL.sub("", raw)


def is_dangerous(raw: str) -> bool:
    """Whether a spreadsheet or a browser might run the text instead of showing it."""
    found = plain(raw)
    return bool(_FORMULA.search(found) or _SCRIPT.search(found))
