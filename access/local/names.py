"""User names: how one is written, and which ways of typing it mean the same.

The rule of user names is that of lists, too (`data.reading.values.usernames`).
"""

from __future__ import annotations

import unicodedata

from access.errors import AccountError
from data.reading.values.usernames import LONGEST, is_one
from data.reading.values.usernames import alike as alike

LONGEST_CALLED = 60
"""Characters of what somebody is called."""


def new(typed: str) -> str:
    """The user name as it is stored.

    Raises
    ------
    AccountError : empty or too long, or with something else than letters, digits, Chinese characters and
        ``.-_``; or it begins with one of these.
    """
    name = alike(typed) if len(typed) <= 4 * LONGEST else ""
    if not is_one(name):
        raise AccountError("errors-username", most=LONGEST)
    return name


def is_broken(typed: str) -> bool:
    """Whether half a character is in it, as only a forged client sends: it cannot be stored or compared."""
    return any("\ud800" <= character <= "\udfff" for character in typed)


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


def _is_seen(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn")
