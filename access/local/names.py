"""User names: how one is written, and which ways of typing it mean the same.

After RFC 8265 (UsernameCaseMapped): width and case make no difference, and letters are put together in one
way. Letters are Latin ones and Chinese characters only, so that no two names look the same and are not.
"""

from __future__ import annotations

import unicodedata

from access.errors import AccountError

LONGEST = 64
"""Characters of a user name."""
LONGEST_CALLED = 60
"""Characters of what somebody is called."""
_ALSO = frozenset("0123456789.-_")
_LETTERS = ("LATIN SMALL LETTER ", "CJK UNIFIED IDEOGRAPH-")


def alike(typed: str) -> str:
    """What is typed, so that what means the same name is the same: ``Ｌｉ `` and ``li``."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", typed).strip().lower())


def new(typed: str) -> str:
    """The user name as it is stored.

    Raises
    ------
    AccountError : empty or too long, or with something else than letters, digits, Chinese characters and
        ``.-_``; or it begins with one of these.
    """
    name = alike(typed) if len(typed) <= 4 * LONGEST else ""
    if not 1 <= len(name) <= LONGEST or name[0] in ".-_" or not all(map(_may_stand, name)):
        raise AccountError("errors-username", most=LONGEST)
    return name


def called(typed: str) -> str:
    """What somebody is called, on one line.

    Raises
    ------
    AccountError : too long, or with what nobody sees.
    """
    name = " ".join(unicodedata.normalize("NFC", typed).split()) if len(typed) <= 10 * LONGEST_CALLED else ""
    if bool(name) != bool(typed.strip()) or len(name) > LONGEST_CALLED or not all(map(_is_seen, name)):
        raise AccountError("errors-display-name", most=LONGEST_CALLED)
    return name


def _may_stand(character: str) -> bool:
    return character in _ALSO or unicodedata.name(character, "").startswith(_LETTERS)


def _is_seen(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn")
