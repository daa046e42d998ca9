"""The brake on guessing passwords: how many tries there may be at a name, and in all.

Whoever guesses is somebody at a browser that has never been the person's: a stranger. Strangers share the
tries of a name, and all strangers together those of the server. A browser in which the person has signed in
before has tries of its own, so that strangers can keep nobody out of it.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

TRIES = 5
"""So many wrong tries in a row make a name wait."""
PAUSES = (60.0, 120.0, 240.0, 480.0, 900.0)
"""Seconds that it waits: the first time, the second …; the last holds from then on."""
IN_ALL, MINUTE = 60, 60.0
"""So many wrong tries within so many seconds, at whatever names, make all strangers wait."""
FORGOTTEN = 24 * 60 * 60.0
"""Seconds without a try after which a name's wrong tries are forgotten."""
NAMES = 10_000
"""So many names are remembered at most. To have one forgotten, a stranger would have to try that many others
first, which takes hours at the rate that all strangers have together."""


class Key(NamedTuple):
    """Whose tries are counted: a hashed name, and the hashed browser known for it ("" for strangers)."""

    name: str
    browser: str = ""


@dataclass
class _Tries:
    wrong: int = 0
    pauses: int = 0
    until: float = 0.0
    last: float = 0.0


class Pause(NamedTuple):
    """That a name waits: how many times in a row it had to, and for how many more seconds."""

    pauses: int
    seconds: float


class Brake:
    """The tries of a process.

    Parameters
    ----------
    clock : seconds that never go back.
    names : how many names are remembered at most; those that were tried longest ago are forgotten.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, names: int = NAMES) -> None:
        self._clock, self._names = clock, names
        self._tries: dict[Key, _Tries] = {}
        self._strangers: deque[float] = deque()
        self._lock = threading.Lock()
        self._restored: set[object] = set()

    def __len__(self) -> int:
        return len(self._tries)

    def admit(self, key: Key) -> float:
        """0 where there may be a try now; else the seconds to wait. A try counts from here on, before it is
        known to be wrong, so that tries at the same time do not pass together; waiting is not prolonged by
        trying."""
        with self._lock:
            now = self._clock()
            tries = self._tries.get(key) or _Tries()
            if now - tries.last >= FORGOTTEN:
                tries = _Tries()
            wait = max(tries.until - now, 0.0 if key.browser else self._all(now))
            if wait > 0:
                return wait
            tries.wrong, tries.last = tries.wrong + 1, now
            if tries.wrong >= TRIES:
                tries.wrong, tries.pauses = 0, tries.pauses + 1
                tries.until = now + PAUSES[min(tries.pauses, len(PAUSES)) - 1]
            self._put(key, tries)
            if not key.browser:
                self._strangers.append(now)
            return 0.0

    def right(self, key: Key) -> None:
        """The try that was admitted was right: it and the wrong ones before it are forgotten."""
        with self._lock:
            self._tries.pop(key, None)
            if not key.browser and self._strangers:
                self._strangers.pop()

    def pause(self, name: str) -> Pause | None:
        """How a name waits for strangers; None where it does not."""
        with self._lock:
            tries, now = self._tries.get(Key(name)), self._clock()
            return None if tries is None or tries.until <= now else Pause(tries.pauses, tries.until - now)

    def pauses(self, name: str) -> int:
        """How many times in a row strangers had to wait for a name."""
        with self._lock:
            tries = self._tries.get(Key(name))
            return tries.pauses if tries else 0

    def forgive(self, name: str) -> None:
        """Forget the tries at a name, whoever's they are."""
        with self._lock:
            for key in [key for key in self._tries if key.name == name]:
                del self._tries[key]

    def restore(self, of: object, waiting: Callable[[], Iterable[tuple[str, Pause]]]) -> None:
        """Take over once for each `of` what was `waiting` when the process before ended."""
        with self._lock:
            if of in self._restored:
                return
            self._restored.add(of)
            now = self._clock()
            for name, pause in waiting():
                self._put(Key(name), _Tries(0, pause.pauses, now + min(pause.seconds, PAUSES[-1]), now))

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._tries.clear()
            self._strangers.clear()
            self._restored.clear()

    def _all(self, now: float) -> float:
        """The seconds that all strangers wait."""
        while self._strangers and now - self._strangers[0] >= MINUTE:
            self._strangers.popleft()
        return self._strangers[0] + MINUTE - now if len(self._strangers) >= IN_ALL else 0.0

    def _put(self, key: Key, tries: _Tries) -> None:
        self._tries.pop(key, None)
        self._tries[key] = tries
        while len(self._tries) > self._names:
            del self._tries[next(iter(self._tries))]
