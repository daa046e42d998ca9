"""Text as it is typed in Chinese offices, made plain: full-width letters, blanks of all kinds, signs."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
"""Soft hyphen, characters without width, and those that turn the reading direction round."""
_BLANKS = re.compile(rf"[\s\u3000\u00a0{_UNSEEN}]+")
_CONTROL = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_UNSEEN}]")
_MINUS = str.maketrans({"−": "-", "﹣": "-", "‐": "-", "‑": "-", "’": "'", "‘": "'"})
_FORMULA = re.compile(r"^[=@]|^[+\-](?![\d.,\s(（]*\d)[^\s]")
_SCRIPT = re.compile(r"<\s*/?\s*(script|iframe|img|svg|object|embed|style|a)\b|javascript:", re.I)
_MARKUP = re.compile(r"!\[|\]\(")


def plain(raw: str) -> str:
    """Half-width, one kind of minus, no blanks at the ends."""
    if raw.isascii():
        return raw.strip(" \t\r\n")
    return unicodedata.normalize("NFKC", raw).translate(_MINUS).strip(" \t\r\n\u3000\u00a0\u200b\ufeff")


def compact(raw: str) -> str:
    """The same without any blanks, in lower case: for comparing headings and names."""
    return _BLANKS.sub("", plain(raw)).casefold()


def has_control(raw: str) -> bool:
    """Whether there are characters that no keyboard types: control characters, and unseen ones."""
    return _CONTROL.search(raw) is not None


def without_control(raw: str) -> str:
    """The text without them."""
    return _CONTROL.sub("", raw)


def is_dangerous(raw: str) -> bool:
    """Whether a spreadsheet, a browser or a page that reads Markdown might act on the text instead of
    showing it."""
    found = plain(raw)
    return bool(_FORMULA.search(found) or _SCRIPT.search(found) or _MARKUP.search(found))
