"""Signing in with a local account: who it is, and how many wrong tries there may be."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable

from access import passwords
from access.actor import Actor, holder
from access.errors import SignInFailed
from data.database import Database
from data.stores import account_store

TRIES = 5
PAUSE = 60.0
"""So many wrong tries within so many seconds make a name wait."""
NAMES = 10_000
"""So many names are remembered at most. To have one forgotten before its pause is over, somebody would have
to try that many others first, each at the cost of a hash, which takes longer than the pause."""


class LockOut:
    """The tries of the last minute, by name, whether or not there is an account of that name.

    Parameters
    ----------
    clock : seconds that never go back.
    names : how many names are remembered at most; those that were tried longest ago are forgotten.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, names: int = NAMES) -> None:
        self._clock, self._names = clock, names
        self._tries: dict[bytes, list[float]] = {}
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._tries)

    def admits(self, name: str) -> bool:
        """Whether `name` may be tried now. A try counts from here on, before it is known to be wrong, so that
        tries at the same time do not pass together."""
        with self._lock:
            now, key = self._clock(), _key(name)
            recent = [at for at in self._tries.pop(key, ()) if now - at < PAUSE]
            admitted = len(recent) < TRIES
            self._tries[key] = [*recent, now] if admitted else recent
            self._forget_old(now)
            return admitted

    def forgive(self, name: str) -> None:
        """Forget the tries of `name`: a right password, or a new one."""
        with self._lock:
            self._tries.pop(_key(name), None)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._tries.clear()

    def _forget_old(self, now: float) -> None:
        while self._tries:
            oldest = next(iter(self._tries))
            if len(self._tries) <= self._names and now - self._tries[oldest][-1] < PAUSE:
                return
            del self._tries[oldest]


lock_out = LockOut()
"""The process's own; it begins empty after a restart."""


def authenticate(db: Database, username: str, password: str) -> Actor:
    """The actor behind a user name and password. A name that does not exist, a disabled account and a wrong
    password cannot be told apart, neither by the answer nor by its time.

    Raises
    ------
    SignInFailed : wrong, disabled, or too many tries within a minute.
    """
    if not lock_out.admits(username):
        raise SignInFailed("errors-signin-wait")
    with db.read() as cursor:
        account = account_store.account(cursor, username)
        stored = account_store.password_hash(cursor, username)
    right = passwords.matches(stored, password)
    if not right or account is None or not account.in_use:
        raise SignInFailed("errors-signin-wrong")
    lock_out.forgive(username)
    return holder(account)


def _key(name: str) -> bytes:
    """The name as it is remembered: of one size, and not to be read, since people type passwords there."""
    return hashlib.sha256(name.encode(errors="surrogatepass")).digest()
