"""Whether the dashboard works, for whatever watches over it: ``/healthz`` below the base path.

Outsiders learn whether it does, and nothing else. On the machine itself (and not through the proxy) it also
says what an administrator would look at next: no names and nobody's figures.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import shutil
import time
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from access.actor import operator
from scoring.errors import SteelyardError
from shell import context
from shell.operation import logs, start
from workflow.branch.setup import Branch
from workflow.intake import inbox
from workflow.keeping import backups

PLACE = "healthz"
SECONDS = 5.0
"""The database answers within so many seconds, or counts as not answering."""
LEAST_DISK_MB = 500
"""With less room than that on the database's volume, writing is about to fail."""
OK, WRONG = "ok", "wrong"
_ACTOR = operator("health")
Sign = Callable[[Branch], dict[str, object]]


async def answer(request: Request) -> Response:
    """200 where the database answers, 503 where it does not (yet)."""
    try:
        found = await asyncio.wait_for(asyncio.to_thread(look), SECONDS)
    except TimeoutError:
        found = {"status": WRONG, "why": "no answer"}
    shown = found if _is_inside(request) else {"status": found["status"]}
    code = 200 if found["status"] == OK else 503
    return JSONResponse(shown, status_code=code, headers={"Cache-Control": "no-store"})


def look() -> dict[str, object]:
    """What there is to know now; ``why`` is the key of the sentence that a page would show."""
    if not start.opened.is_set():
        return {"status": WRONG, "why": start.why or "starting"}
    try:
        branch = context.branch()
        branch.db.ask()
        head = branch.db.head()
    except SteelyardError as problem:
        return {"status": WRONG, "why": problem.key}
    except Exception as problem:
        return {"status": WRONG, "why": logs.kind(problem)}
    found: dict[str, object] = {
        "status": OK,
        "entries": head,
        "up_seconds": round(time.monotonic() - start.BEGAN),
    }
    for sign in SIGNS:
        found |= sign(branch)
    return found


def disk(branch: Branch) -> dict[str, object]:
    """Room on the database's volume and the size of its file."""
    path = branch.db.path
    free = shutil.disk_usage(path.parent).free // 2**20
    return {
        "database_mb": path.stat().st_size // 2**20,
        "disk_free_mb": free,
        "disk": OK if free >= LEAST_DISK_MB else "low",
    }


def waiting(branch: Branch) -> dict[str, object]:
    """Files in the inbox: how many wait, and for how many minutes the oldest of them."""
    place = inbox.folder(branch.db)
    if not place.is_dir():
        return {"inbox": "none"}
    files = [p for p in place.iterdir() if p.is_file() and p.suffix.lower() in inbox.ENDINGS]
    oldest = min((p.stat().st_mtime for p in files), default=None)
    minutes = 0 if oldest is None else int((dt.datetime.now().timestamp() - oldest) / 60)
    return {"inbox": OK if minutes < 10 else "stuck", "inbox_files": len(files), "inbox_minutes": minutes}


def copies(branch: Branch) -> dict[str, object]:
    """How the daily copies stand (off, failed, none, old or ok), and how old the newest is."""
    found = backups.standing(_ACTOR, branch.db)
    return {"backup": found.state} | ({} if found.hours is None else {"backup_hours": round(found.hours)})


SIGNS: tuple[Sign, ...] = (disk, waiting, copies)
"""What else is told on the machine itself."""


def _is_inside(request: Request) -> bool:
    """Whether somebody on the machine asks, and no proxy does for somebody elsewhere."""
    host = request.client.host if request.client else ""
    return host in ("127.0.0.1", "::1") and "x-forwarded-for" not in request.headers


def routes(base: str) -> list[Route]:
    """The address."""
    return [Route(f"{base}/{PLACE}", answer, methods=["GET"])]
