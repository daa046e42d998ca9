"""Passwords: what one must be like, how it is kept, whether one is right."""

from __future__ import annotations

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from access.errors import AccountError

MINIMUM_LENGTH = 10
"""Characters."""

_hasher = PasswordHasher()


def require_acceptable(password: str) -> None:
    """Raise AccountError unless `password` may be somebody's: every rule of choosing one stands here."""
    if len(password) < MINIMUM_LENGTH:
        raise AccountError("errors-password-short", length=MINIMUM_LENGTH)


def hashed(password: str) -> str:
    """What is stored instead of the password: argon2id with a salt of its own and its parameters."""
    return _hasher.hash(password)


def matches(stored: str | None, password: str) -> bool:
    """Whether `password` is the one that `stored` was made from; False where nothing is stored.

    Either answer costs one hash, so that time does not tell which names have an account.
    """
    nobodys = _nobodys()  # Asked for in every case: the first call makes it.
    try:
        return _hasher.verify(nobodys if stored is None else stored, password) and stored is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobodys() -> str:
    """A hash that is as costly as everybody's, of a password that nobody knows."""
    return _hasher.hash(secrets.token_urlsafe())
