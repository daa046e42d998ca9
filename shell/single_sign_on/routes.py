"""The addresses of single sign-on: to the provider, back from it, and out. They stand where Streamlit has
its own, so that what is registered at a provider for Streamlit holds here, and so that Streamlit's cannot be
asked.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Coroutine
from functools import partial, wraps
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from access import audit, browsers
from access.sessions import Session
from access.single_sign_on.claims import vouched
from access.single_sign_on.errors import Refused
from access.single_sign_on.joining import joined
from access.single_sign_on.rules import CALLBACK, Rules
from access.single_sign_on.standing import Word, standing
from documents.paper.markup import element
from scoring.errors import SteelyardError
from shell import context, door
from shell.navigation import ENTRIES
from shell.single_sign_on.provider import Answer, Cancelled, Client
from shell.single_sign_on.settings import configured
from ui import page, plain_page
from words.text import text_for

WAY = "steelyard_way"
"""Where in the browser's signed note of a sign-in on its way it stands where to go afterwards, by state."""
NOTE = "_state_steelyard_"
"""What Authlib's own note of it begins with, before the state."""
MOST_WAYS = 2
"""So many sign-ins may be on their way in a browser; the note is a cookie and must stay small."""
LONGEST_WAY = 600
_AWAY = frozenset({"errors-sso-away", "errors-sso-later"})
_log = logging.getLogger("steelyard.sign_in")

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


def routes() -> list[Route]:
    """The addresses; none where no single sign-on is set up."""
    settings = configured()
    if not isinstance(settings, tuple):
        return []
    base, client, rules = context.base(), Client(*settings), settings[1]
    return [
        Route(f"{base}/auth/login", _told(rules, partial(enter, client)), methods=["GET"]),
        Route(f"{base}{CALLBACK}", _told(rules, partial(come_back, client, rules)), methods=["GET"]),
        Route(f"{base}/auth/logout", _told(rules, partial(leave, client)), methods=["GET"]),
    ]


async def enter(client: Client, request: Request) -> Response:
    """To the provider; the page that was asked for is kept for the way back."""
    if not _from_here(request):
        return Response(status_code=HTTPStatus.FORBIDDEN)
    state = secrets.token_urlsafe(24)
    ways = dict(request.session.get(WAY, {}))
    ways = dict([*ways.items()][-(MOST_WAYS - 1) :]) | {state: _wanted(request)}
    # Authlib forgets what another tab has begun; what was begun and left would fill the cookie.
    others = {key: kept for key, kept in request.session.items() if key.rpartition(NOTE)[2] in ways}
    request.session[WAY] = ways
    response = await client.way_in(request, state)
    request.session.update(others)
    return response


async def come_back(client: Client, rules: Rules, request: Request) -> Response:
    """Back from the provider: the browser is signed in, or a page says why not."""
    query = request.query_params
    ways = dict(request.session.get(WAY, {}))
    way = ways.pop(query.get("state", ""), None)
    if not query.get("code") and not query.get("error"):
        # Back from signing out.
        return RedirectResponse(_home(), HTTPStatus.FOUND)
    request.session[WAY] = ways
    request.state.way = way
    try:
        answer = await client.back(request)
    except Cancelled:
        # Some providers say so without the state: back to where one began last.
        return RedirectResponse(way or next(reversed(ways.values()), _home()), HTTPStatus.FOUND)
    return await run_in_threadpool(_signed_in, rules, answer, way or _home(), request)


def _signed_in(rules: Rules, answer: Answer, way: str, request: Request) -> Response:
    """The way to the page that was asked for, with the cookie of the sign-in."""
    branch = context.branch()
    if branch.demo:
        raise Refused("errors-sso-demo")
    db = branch.db
    said = vouched(rules, answer.claims, audit.now())
    actor = joined(db, rules, said)
    word = Word(said.until, answer.id_token)
    before = request.cookies.get(context.cookie_name())
    found = browsers.session(db, browsers.hashed(before)) if before else None
    response = RedirectResponse(way, HTTPStatus.FOUND)
    if before and isinstance(found, Session) and found.actor == actor:
        # Somebody came a second time, from another tab: both tabs go on with one sign-in.
        standing.hold(browsers.hashed(before), word)
        return response
    token = browsers.begin_vouched(db, actor, word)
    if before:
        browsers.end(db, browsers.hashed(before), "replaced")
    door.give(response, request, token)
    return response


async def leave(client: Client, request: Request) -> Response:
    """Out here, and to where the provider signs out."""
    if not _from_here(request):
        return Response(status_code=HTTPStatus.FORBIDDEN)
    token = request.cookies.get(context.cookie_name())
    id_token = ""
    if token:
        id_token = standing.take(browsers.hashed(token))
        await run_in_threadpool(browsers.end, context.branch().db, browsers.hashed(token))
    way = await client.way_out(id_token) if id_token else None
    response = RedirectResponse(way or _home(), HTTPStatus.FOUND)
    if token:
        door.take_back(response, request)
    return response


def _told(rules: Rules, answer: Handler) -> Handler:
    """Answers with a page that says what went wrong, instead of nothing."""

    @wraps(answer)
    async def guarded(request: Request) -> Response:
        try:
            return await answer(request)
        except Refused as problem:
            return _refused(problem, rules, request)
        except SteelyardError:
            return _refused(Refused("errors-sso-later"), rules, request)

    return guarded


def _refused(problem: Refused, rules: Rules, request: Request) -> Response:
    # The key alone: whose sign-in it was is nobody's business who reads the log.
    _log.warning("single sign-on refused: %s", problem.key)
    way = getattr(request.state, "way", None) or _wanted(request)
    lang = parse_qs(urlsplit(way).query).get(context.LANGUAGE_KEY, [""])[0]
    t = text_for(context.as_language(lang))
    inside = [
        element("h1", None, t("sso-refused")),
        element("p", None, t.error(problem)),
        element("p", {"class": "note"}, t("sso-ask", contact=rules.contact or t("role-admin"))),
        element("p", None, element("a", {"href": way}, t("sso-back"))),
    ]
    status = HTTPStatus.SERVICE_UNAVAILABLE if problem.key in _AWAY else HTTPStatus.FORBIDDEN
    made = plain_page.html(page.html_language(t.lang), t("sso-refused"), *inside)
    return HTMLResponse(made, status, headers=plain_page.policy())


def _wanted(request: Request) -> str:
    """The page of ours that the browser comes from, as a path; the first one where it is none of ours."""
    found = urlsplit(request.headers.get("referer", ""))
    base = context.base()
    known = {f"{base}/", *(f"{base}/{entry.address}" for entry in ENTRIES)}
    if found.path not in known or len(found.query) > LONGEST_WAY:
        return _home()
    return f"{found.path}?{found.query}" if found.query else found.path


def _home() -> str:
    return f"{context.base()}/"


def _from_here(request: Request) -> bool:
    """Whether it was asked for on a page of ours or typed, as the browser says itself."""
    return request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")
