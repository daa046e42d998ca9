"""Remembering results by the version of everything they were made from."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, TypeVar

from cachetools import LRUCache

from data.database import Database

T = TypeVar("T")
Key = tuple[Path, int, bool, str, Hashable]
"""The database, the number, whether that is the number of everything stored, the name and what it is of."""
_results: LRUCache[Key, Any] = LRUCache(maxsize=512)
_heads: dict[Path, int] = {}
_lock = threading.Lock()


def remembered(
    db: Database, name: str, key: Hashable, make: Callable[[], T], *, version: int | None = None
) -> T:
    """The result of `make`, made once for `key` until something stored changes; or until `version` does, the
    number of the last change that the result depends on."""
    full = (db.path, db.head() if version is None else version, version is None, name, key)
    with _lock:
        if version is None and _heads.get(db.path) != full[1]:
            _let_go(db.path, full[1])
        if full in _results:
            known: T = _results[full]
            return known
    result = make()
    with _lock:
        _results[full] = result
    return result


def _let_go(path: Path, head: int) -> None:
    """Let go of what was made before the last change: nobody can ask for it again, and a branch's sheets
    are large."""
    _heads[path] = head
    for old in [key for key in _results if key[0] == path and key[2] and key[1] < head]:
        del _results[old]
