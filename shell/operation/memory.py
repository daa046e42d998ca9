"""Memory of the process, and giving back what the C library keeps of it.

Every page is run in a thread of its own, and glibc gives threads arenas, up to eight for each core: what is
free in one is of no use to another, so that the memory of a busy server creeps up.
"""

from __future__ import annotations

import ctypes
from functools import cache
from pathlib import Path

_ARENA_MAX = -8
"""``M_ARENA_MAX`` of <malloc.h>."""
_ARENAS = 2


@cache
def _glibc() -> ctypes.CDLL | None:
    """The C library; None where it is another one than glibc."""
    try:
        found = ctypes.CDLL(None)
    except (OSError, TypeError):
        return None
    return found if hasattr(found, "gnu_get_libc_version") else None


def settle() -> None:
    """Have threads share arenas; to be called before there are many threads."""
    if (libc := _glibc()) is not None:
        libc.mallopt(_ARENA_MAX, _ARENAS)


def give_back() -> None:
    """Give back to the system what is free."""
    if (libc := _glibc()) is not None:
        libc.malloc_trim(0)


def used_mb() -> int | None:
    """Memory of this process in MB; None where the system does not say."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * 4096 // 2**20 if statm.exists() else None
