"""What the server does before the first visitor: its log, the database, and a look from time to time."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from streamlit import runtime as server

from access import audit
from data.database import Database
from scoring.errors import SteelyardError
from shell import context, inbox_watch
from shell.operation import downloads, logs
from ui import runtime
from workflow.branch.setup import Branch

BEGAN = time.monotonic()
LOOK_SECONDS, PULSE_SECONDS = 5.0, 600.0
opened = threading.Event()
"""Whether the database was opened, and pages can be answered."""
why: str | None = None
"""What is against it, as the key of a sentence."""
_ending = threading.Event()


@asynccontextmanager
async def serving(_app: object) -> AsyncIterator[None]:
    """Around the life of the server. It answers at once, and says meanwhile that it is not ready."""
    logs.begin(context.database_path())
    logs.record("started")
    held = downloads.hold(server.get_instance().media_file_mgr)
    worker = threading.Thread(target=_work, args=(held,), name="operation", daemon=True)
    worker.start()
    try:
        yield
    finally:
        _ending.set()
        await asyncio.to_thread(worker.join, LOOK_SECONDS)
        if opened.is_set():
            # The server ends by the signal that it was sent, which gives nothing else the time to.
            await asyncio.to_thread(context.branch().db.close)
        logs.record("stopped")


def _work(held: downloads.Held) -> None:
    runtime.settle()
    branch = _opened()
    if branch is None:
        return
    inbox_watch.watch(branch, str(branch.db.path))
    head, told = branch.db.head(), -PULSE_SECONDS
    while not _ending.wait(LOOK_SECONDS):
        head = _tell(branch.db, head)
        held.release()
        if time.monotonic() - told >= PULSE_SECONDS:
            told = time.monotonic()
            logs.record("pulse", entry=head, memory_mb=memory_mb(), threads=threading.active_count())


def _opened() -> Branch | None:
    """The branch, once its file can be opened; None where the server ends before."""
    global why  # noqa: PLW0603
    while not _ending.is_set():
        before = time.perf_counter()
        try:
            branch = context.branch()
        except SteelyardError as problem:
            if problem.key != why:
                logs.record("opened", level="error", key=problem.key)
            why = problem.key
            _ending.wait(LOOK_SECONDS)
            continue
        logs.record("opened", ms=round(1000 * (time.perf_counter() - before)), entry=branch.db.head())
        opened.set()
        return branch
    return None


def _tell(db: Database, head: int) -> int:
    """Write what was done since the entry `head`; the number of the last one."""
    if db.head() == head:
        return head
    with db.read() as cursor:
        done = audit.actions_since(cursor, head)
    for number, action in done:
        logs.record("done", action=action, entry=number)
    return done[-1][0] if done else head


def memory_mb() -> int | None:
    """Memory of this process; None where the system does not say."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * 4096 // 2**20 if statm.exists() else None
