"""Remembering results by the version of everything they were made from."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from cachetools import LRUCache

from data.database import Database

T = TypeVar("T")
_results: LRUCache[Hashable, Any] = LRUCache(maxsize=512)
_lock = threading.Lock()


def remembered(
    db: Database, name: str, key: Hashable, make: Callable[[], T], *, version: int | None = None
) -> T:
    """The result of `make`, made once for `key` until something stored changes; or until `version` does, the
    number of the last change that the result depends on."""
    full = (db.path, db.head() if version is None else version, name, key)
    with _lock:
        if full in _results:
            known: T = _results[full]
            return known
    result = make()
    with _lock:
        _results[full] = result
    return result
