"""Passwords: what one must be like, how it is kept, whether one is right."""

from __future__ import annotations

import re
import secrets
import threading
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn import zxcvbn

from access.errors import AccountError
from access.local.names import is_broken
from scoring.errors import Phrase

SHORTEST, LONGEST = 10, 128
"""Characters of a password that is chosen."""
LONGEST_TYPED = 1_024
"""Characters of what is looked at when somebody signs in; before, passwords could be of any length."""
STRONG = 3
"""The least that zxcvbn (0 to 4) must give: some 10^8 guesses, far more than the brake lets anybody make."""
_LOOKED_AT = 72
"""How much of a password zxcvbn takes."""
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""What made passwords consist of: nothing that looks like something else on paper."""

_hasher = PasswordHasher()
_hashing = threading.BoundedSemaphore(4)
"""Each hash takes 64 MiB while it is worked out."""
_judging = threading.Lock()
"""zxcvbn keeps the words about the person in a table that all threads share."""


def normal(password: str) -> str:
    """The password however a keyboard puts its letters together (NFC, as RFC 8265 asks)."""
    return unicodedata.normalize("NFC", password)


def can_be_one(password: str) -> bool:
    """Whether this is worth looking at at all; asked before anything is worked out."""
    return 0 < len(password) <= LONGEST_TYPED and not is_broken(password)


def require_acceptable(password: str, about: Sequence[str] = ()) -> None:
    """Raise AccountError unless `password` may be somebody's: every rule of choosing one stands here.

    Parameters
    ----------
    about : words that others would try first: the person's names, the branch's.
    """
    if not can_be_one(password) or not all(unicodedata.category(c)[0] != "C" for c in password):
        raise AccountError("errors-password-characters", least=SHORTEST, most=LONGEST)
    password = normal(password)
    if not SHORTEST <= len(password) <= LONGEST:
        raise AccountError("errors-password-length", least=SHORTEST, most=LONGEST)
    # Words are looked up as they stand in the password: parts of names, too.
    words = [part for text in about for part in (text, *re.split(r"[\W_]+", text)) if len(part) > 1]
    with _judging:
        found = zxcvbn(password[:_LOOKED_AT], user_inputs=words)
    if found["score"] < STRONG:
        parts: Sequence[Any] = found["sequence"]
        raise AccountError("errors-password-weak", why=Phrase(f"password-weak-{_weakness(parts)}", {}))


def _weakness(parts: Sequence[Mapping[str, Any]]) -> str:
    """Why zxcvbn finds a password easy to guess: the longest part that it knows; ``short`` where none."""
    known = [part for part in parts if part["pattern"] != "bruteforce"]
    if not known:
        return "short"
    part = max(known, key=lambda one: len(one["token"]))
    if part["pattern"] != "dictionary":
        return str(part["pattern"]).replace("_", "-")
    return {"passwords": "common", "user_inputs": "own"}.get(part["dictionary_name"], "word")


def made() -> str:
    """A password that nobody could guess and everybody can type, to be changed at the first sign-in."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))


def hashed(password: str) -> str:
    """What is stored instead of the password: argon2id with a salt of its own and its parameters."""
    with _hashing:
        return _hasher.hash(normal(password))


def matches(stored: str | None, password: str) -> bool:
    """Whether `password` is the one that `stored` was made from; False where nothing is stored.

    Either answer costs one hash, so that time does not tell which names have an account.
    """
    nobodys = _nobodys()  # Asked for in every case: the first call makes it.
    try:
        with _hashing:
            right = _hasher.verify(nobodys if stored is None else stored, normal(password))
        return right and stored is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobodys() -> str:
    """A hash that is as costly as everybody's, of a password that nobody knows."""
    return _hasher.hash(secrets.token_urlsafe())
