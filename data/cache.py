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


def remembered(db: Database, name: str, key: Hashable, make: Callable[[], T]) -> T:
    """The result of `make`, made once for `key` until something stored changes."""
    full = (db.path, db.head(), name, key)
    with _lock:
        if full in _results:
            known: T = _results[full]
            return known
    result = make()
    with _lock:
        _results[full] = result
    return result
