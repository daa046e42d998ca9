"""Files of appeals and of clawbacks, handed out by the server to whoever is signed in at the browser and may
read them.

Streamlit would keep a file for download where everybody finds it who has its address; this asks each time.
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from access import browsers
from access.actor import Actor
from access.errors import AccessDenied
from access.local import keeping
from access.sessions import Session
from data.database import Database
from data.stores.appeals import appeal_store
from data.stores.pay import clawback_store
from scoring.errors import SteelyardError
from shell import context
from workflow.appeals import standing
from workflow.rewards.clawback import clawing

PLACE, EVIDENCE = "attachment", "evidence"
Read = Callable[[Actor, Database, int], appeal_store.Content | clawback_store.Content]


def address(number: int) -> str:
    """Where a file of an appeal is fetched."""
    return f"{context.base()}/{PLACE}/{number}"


def evidence_address(number: int) -> str:
    """Where a file of a clawback is fetched."""
    return f"{context.base()}/{EVIDENCE}/{number}"


async def fetch(request: Request) -> Response:
    """The file of an appeal, or nothing that tells whether there is one."""
    return await run_in_threadpool(_handed_out, request, standing.content)


async def fetch_evidence(request: Request) -> Response:
    """The file of a clawback, likewise."""
    return await run_in_threadpool(_handed_out, request, clawing.content)


def _handed_out(request: Request, read: Read) -> Response:
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return Response(status_code=HTTPStatus.FORBIDDEN)
    token, db = request.cookies.get(context.cookie_name()), context.branch().db
    session = browsers.session(db, browsers.hashed(token)) if token else None
    if not isinstance(session, Session) or keeping.must_change(db, session.actor):
        return Response(status_code=HTTPStatus.FORBIDDEN, headers={"Cache-Control": "no-store"})
    try:
        found = read(session.actor, db, int(request.path_params["number"]))
    except AccessDenied:
        return Response(status_code=HTTPStatus.NOT_FOUND, headers={"Cache-Control": "no-store"})
    except SteelyardError:
        return Response(status_code=HTTPStatus.SERVICE_UNAVAILABLE)
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(found.name)}",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "no-store",
    }
    return Response(found.content, media_type=found.media, headers=headers)


def routes(base: str) -> list[Route]:
    """An address for each kind of file."""
    return [
        Route(f"{base}/{PLACE}/{{number:int}}", fetch, methods=["GET"]),
        Route(f"{base}/{EVIDENCE}/{{number:int}}", fetch_evidence, methods=["GET"]),
    ]
