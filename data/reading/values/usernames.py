"""User names: which ways of typing one mean the same, and what one may consist of.

After RFC 8265 (UsernameCaseMapped): width and case make no difference, and letters are put together in one
way. Letters are Latin ones and Chinese characters only, so that no two names look the same and are not.
"""

from __future__ import annotations

import unicodedata

LONGEST = 64
"""Characters of a user name."""
_ALSO = frozenset("0123456789.-_")
_LETTERS = ("LATIN SMALL LETTER ", "CJK UNIFIED IDEOGRAPH-")


def alike(typed: str) -> str:
    """What is typed, so that what means the same name is the same: ``Ｌｉ `` and ``li``."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", typed).strip().lower())


def is_one(name: str) -> bool:
    """Whether a name, as `alike` gives it, may be one: letters, digits and ``.-_``, none of these first."""
    return 1 <= len(name) <= LONGEST and name[0] not in ".-_" and all(map(_may_stand, name))


def _may_stand(character: str) -> bool:
    return character in _ALSO or unicodedata.name(character, "").startswith(_LETTERS)
