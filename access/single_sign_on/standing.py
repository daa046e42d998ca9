"""What stands of a provider's word while somebody is signed in: until when, and the token that signs out
there.

It is kept in the server's memory and nowhere else, so that no token of the provider's is in the database, in
a cookie or in a copy of either. After a restart whoever came by a provider comes by it once more, mostly
without being asked anything there.
"""

from __future__ import annotations

import datetime as dt
import threading
from dataclasses import dataclass

from access import audit

MOST = 10_000
"""So many are kept; beyond it those that end first are over."""


@dataclass(frozen=True)
class Word:
    """``until`` (UTC, without zone) the sign-in stands; ``id_token`` is the provider's own note of it."""

    until: dt.datetime
    id_token: str


class Standing:
    """Words by the hashed token of the browser.

    Parameters
    ----------
    most : how many are kept.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._words: dict[str, Word] = {}
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._words)

    def hold(self, token_sha256: str, word: Word) -> None:
        """Keep the word that a browser's sign-in rests on, in place of an earlier one."""
        with self._lock:
            self._words[token_sha256] = word
            if len(self._words) > self._most:
                now = audit.now()
                kept = sorted(self._words.items(), key=lambda item: item[1].until)
                kept = [item for item in kept if item[1].until > now]
                self._words = dict(kept[-self._most :])

    def left(self, token_sha256: str) -> dt.timedelta:
        """How long the sign-in may still stand; nothing or less where it may not."""
        with self._lock:
            word = self._words.get(token_sha256)
        return word.until - audit.now() if word else dt.timedelta(0)

    def take(self, token_sha256: str) -> str:
        """The provider's token, which is forgotten here; empty where there is none."""
        with self._lock:
            word = self._words.pop(token_sha256, None)
        return word.id_token if word else ""

    def clear(self) -> None:
        """Forget everything, as a restart does."""
        with self._lock:
            self._words.clear()


standing = Standing()
"""The process's own."""
