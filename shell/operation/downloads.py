"""Files that are made at the click on their button stay until the browser has fetched them.

Streamlit makes such a file, tells the browser its address, and counts it as nobody's from the first moment:
two page runs of other people later it is gone, and on a busy server the browser meets 404. So each is held
for a minute, as the file of a session that does not exist.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import PurePosixPath

from streamlit.runtime.media_file_manager import MediaFileManager

SECONDS = 60.0
NOTHING = b""
_TRIES = 5


class Held:
    """The files that are held, each in a place of its own, which is used again once it is free.

    Parameters
    ----------
    manager : the server's files.
    clock : seconds that never go back.
    """

    def __init__(self, manager: MediaFileManager, clock: Callable[[], float] = time.monotonic) -> None:
        self._manager, self._clock = manager, clock
        self._made = manager.execute_deferred
        self._until: dict[int, float] = {}
        self._lock = threading.Lock()

    def make(self, number: str) -> str:
        """Make the file of a button; the address at which it can be fetched for a minute."""
        for _ in range(_TRIES):
            address = self._made(number)
            found = self._manager.read_file(PurePosixPath(address).stem)
            if found is not None:
                with self._lock:
                    place = next(k for k in range(len(self._until) + 1) if self._until.get(k, 0.0) <= 0.0)
                    self._until[place] = self._clock() + SECONDS
                    self._put(place, found.content, found.mimetype, found.filename)
                return address
        return address

    def release(self) -> None:
        """Let go of what was held for long enough."""
        with self._lock:
            for place, until in self._until.items():
                if 0.0 < until <= self._clock():
                    self._until[place] = 0.0
                    self._put(place, NOTHING, "text/plain", None)

    def _put(self, place: int, content: bytes, media: str, name: str | None) -> None:
        """Whoever is no page's run is one and the same session to the manager."""
        self._manager.add(content, media, f"held-{place}", file_name=name, is_for_static_download=True)


def hold(manager: MediaFileManager) -> Held:
    """Have `manager` make its files so that they are held."""
    held = Held(manager)
    # Streamlit asks by the name it gave its parameter, if ever by a name: it is called with one place alone.
    setattr(manager, "execute_deferred", held.make)  # noqa: B010
    return held
