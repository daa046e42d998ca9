"""Files of appeals, handed out by the server to whoever is signed in at the browser and may read them.

Streamlit would keep a file for download where everybody finds it who has its address; this asks each time.
"""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from access import browsers
from access.errors import AccessDenied
from access.sessions import Session
from scoring.errors import SteelyardError
from shell import context
from workflow.appeals import standing

PLACE = "attachment"


def address(number: int) -> str:
    """Where a file is fetched."""
    return f"{context.base()}/{PLACE}/{number}"


async def fetch(request: Request) -> Response:
    """The file, or nothing that tells whether there is one."""
    return await run_in_threadpool(_handed_out, request)


def _handed_out(request: Request) -> Response:
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return Response(status_code=HTTPStatus.FORBIDDEN)
    token, db = request.cookies.get(context.cookie_name()), context.branch().db
    session = browsers.session(db, browsers.hashed(token)) if token else None
    if not isinstance(session, Session):
        return Response(status_code=HTTPStatus.FORBIDDEN, headers={"Cache-Control": "no-store"})
    try:
        found = standing.content(session.actor, db, int(request.path_params["number"]))
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
    """The one address."""
    return [Route(f"{base}/{PLACE}/{{number:int}}", fetch, methods=["GET"])]
