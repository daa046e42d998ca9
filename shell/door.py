"""What the server answers beside Streamlit: the page that a browser loads first, and its sign-in.

A cookie that scripts cannot read is set by an answer of the server and by nothing else, while signing in
happens on a page, over a web socket. So the page gets a ticket, good once and for a minute, and its frame
(`ui/components/browser`) brings it here in exchange for the cookie. ``docs/decisions`` says what else was
tried.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from urllib.parse import urlencode

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from streamlit import file_util

from access import browsers
from scoring.errors import SteelyardError
from shell import attachments, context
from shell.navigation import ENTRIES, MISSING
from shell.operation import health
from shell.without_account import customer, pay_link
from ui import components, page

TICKET_SECONDS = 60.0
TICKET = "ticket"
"""Where a tab's ticket is kept in the session's state."""
TITLE = "绩秤 Steelyard"


class Tickets:
    """Tokens that are waiting to be fetched, by a ticket each.

    Parameters
    ----------
    clock : seconds that never go back.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._waiting: dict[str, tuple[float, str]] = {}
        self._lock = threading.Lock()

    def issue(self, token: str) -> str:
        """A ticket for `token`."""
        ticket = secrets.token_urlsafe(32)
        with self._lock:
            self._forget_old()
            self._waiting[ticket] = (self._clock() + TICKET_SECONDS, token)
        return ticket

    def waits(self, ticket: str) -> bool:
        """Whether nobody has come with the ticket yet, and there is time left to."""
        with self._lock:
            self._forget_old()
            return ticket in self._waiting

    def redeem(self, ticket: str) -> str | None:
        """The token; None where the ticket is none, used or too old."""
        with self._lock:
            self._forget_old()
            _, token = self._waiting.pop(ticket, (0.0, None))
            return token

    def _forget_old(self) -> None:
        now = self._clock()
        self._waiting = {ticket: kept for ticket, kept in self._waiting.items() if kept[0] > now}


tickets = Tickets()
"""The process's own; whoever was signing in while it was restarted signs in again."""


def address() -> str:
    """Where the sign-in of a browser is kept, looked after and given back."""
    return f"{context.base()}/session"


Answer = Callable[[Request], Response]


def _ours(answer: Answer) -> Answer:
    """Refuse what another site's page asks for. The cookie is not sent along with that either (SameSite), and
    the methods are none that a form can use; this is said by the browser itself."""

    @wraps(answer)
    def guarded(request: Request) -> Response:
        site = request.headers.get("sec-fetch-site", "same-origin")
        origin, host = request.headers.get("origin", ""), request.headers.get("host", "")
        # Browsers say where a request is from only to hosts they trust; the origin they always say.
        if site != "same-origin" or (origin and _name(origin.partition("//")[2]) != _name(host)):
            return Response(status_code=403)
        try:
            return answer(request)
        except SteelyardError:
            return Response(status_code=503)

    return guarded


def _name(host: str) -> str:
    """A host without its port, which proxies leave off when they pass a request on."""
    return host.rpartition(":")[0] or host if not host.endswith("]") else host


@_ours
def fetch(request: Request) -> Response:
    """Exchange a ticket for the cookie. Whoever was signed in at this browser before is signed out."""
    token = tickets.redeem(request.headers.get("x-ticket", ""))
    if token is None:
        return Response(status_code=410)
    before = request.cookies.get(context.cookie_name())
    if before and before != token:
        browsers.end(context.branch().db, browsers.hashed(before), "replaced")
    answer = Response(status_code=204)
    give(answer, request, token)
    _make_known(request, answer, token)
    return answer


def give(answer: Response, request: Request, token: str) -> None:
    """Put the cookie of a sign-in into the browser. Without a date on which it ends, it goes with the
    browser."""
    answer.set_cookie(
        context.cookie_name(),
        token,
        path=_path(),
        secure=_is_https(request),
        httponly=True,
        samesite="strict",
    )


def take_back(answer: Response, request: Request) -> None:
    """Take the cookie of a sign-in out of the browser."""
    answer.delete_cookie(
        context.cookie_name(), path=_path(), secure=_is_https(request), httponly=True, samesite="strict"
    )


def _make_known(request: Request, answer: Response, token: str) -> None:
    """Have the browser known again when next somebody signs in there with a password; it opens nothing. A
    demonstration has no passwords."""
    if context.branch().demo:
        return
    known = request.cookies.get(context.known_name()) or secrets.token_urlsafe(32)
    browsers.know(context.branch().db, token, known)
    answer.set_cookie(
        context.known_name(),
        known,
        max_age=browsers.KNOWN_DAYS * 24 * 60 * 60,
        path=_path(),
        secure=_is_https(request),
        httponly=True,
        samesite="strict",
    )


@_ours
def look(request: Request) -> Response:
    """How many seconds are left until nobody has been at it for too long."""
    return _left(request, used=False)


@_ours
def use(request: Request) -> Response:
    """Somebody is at it; how many seconds are left from now on."""
    return _left(request, used=True)


@_ours
def give_back(request: Request) -> Response:
    """Take the cookie out of the browser, once its sign-in is over."""
    token = request.cookies.get(context.cookie_name())
    if token and browsers.left(context.branch().db, browsers.hashed(token)):
        return Response(status_code=409)
    answer = Response(status_code=204)
    take_back(answer, request)
    return answer


def _left(request: Request, *, used: bool) -> Response:
    token = request.cookies.get(context.cookie_name())
    seconds = browsers.left(context.branch().db, browsers.hashed(token), used=used) if token else 0.0
    return JSONResponse({"left": seconds}, headers={"Cache-Control": "no-store"})


def _path() -> str:
    return context.base() or "/"


def _is_https(request: Request) -> bool:
    return "https" in (request.url.scheme, request.headers.get("x-forwarded-proto", ""))


@cache
def _index(lang: str) -> str:
    """Streamlit's first page in the language asked for and with our name. It is told where the server
    is, else it looks for it below every page first; and which changes of the address are steps."""
    text = Path(file_util.get_static_dir(), "index.html").read_text(encoding="utf-8")
    place = f'location.origin + "{context.base()}/"'
    told = f"window.__streamlit = {{ BACKEND_BASE_URL: {place}, MAIN_PAGE_BASE_URL: {place} }};"
    history = components.frame("history.js")
    steps = f'<script data-base="{context.base()}/">(() => {{\n{history}}})();</script>'
    for old, new in (
        ('<html lang="en">', f'<html lang="{lang}">'),
        ("<title>Streamlit</title>", f"<title>{TITLE}</title>"),
        ("<head>", f"<head>\n    <script>{told}</script>\n    {steps}"),
    ):
        if text.count(old) != 1:
            raise ValueError(f"Streamlit's index.html has changed: {old}")
        text = text.replace(old, new)
    return text


def first_page(request: Request) -> Response:
    """What a browser loads at the address of any page; nothing of the branch is in it."""
    lang = page.html_language(context.as_language(request.query_params.get(context.LANGUAGE_KEY)))
    return HTMLResponse(_index(lang), headers={"Cache-Control": "no-cache"})


class _PageName(Convertor[str]):
    """What could be the address of a page: no file, nothing below it."""

    regex = "[A-Za-z0-9_-]+"

    def convert(self, value: str) -> str:
        """The address as it stands."""
        return value

    def to_string(self, value: str) -> str:
        """The address as it stands."""
        return value


register_url_convertor("page", _PageName())


def no_page(request: Request) -> Response:
    """An address at which there is no page leads to the first page, which says so."""
    asked = {MISSING: request.path_params["name"], **request.query_params}
    return RedirectResponse(f"{context.base()}/?{urlencode(asked)}", status_code=302)


def routes() -> list[Route]:
    """Everything that the server answers beside Streamlit."""
    paths = ["", *(entry.address for entry in ENTRIES)]
    return [
        Route(address(), fetch, methods=["PUT"]),
        Route(address(), look, methods=["GET"]),
        Route(address(), use, methods=["POST"]),
        Route(address(), give_back, methods=["DELETE"]),
        *customer.routes(context.base()),
        *attachments.routes(context.base()),
        *pay_link.routes(context.base()),
        *health.routes(context.base()),
        *(Route(f"{context.base()}/{path}", first_page) for path in paths),
        Route(f"{context.base()}/{{name:page}}", no_page),
    ]
