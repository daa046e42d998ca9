"""What somebody who left sees of the own pay by a one-time link: a page without an account or a script.

A button opens it, not the fetching of it: programs that show what is behind a link would use it up.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from xml.etree.ElementTree import Element

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from documents.paper import pay_statement
from documents.paper.markup import element
from documents.paper.pay_statement import Pages
from scoring.errors import SteelyardError
from shell import context
from shell.without_account.request import token, words
from ui import page, plain_page
from words.text import Text
from workflow.rewards import leaving
from workflow.rewards.leaving import Why

_STATUS: dict[str, HTTPStatus] = {"unknown": HTTPStatus.NOT_FOUND}
"""What is answered for a link that is none; the others were good once."""


async def ask(request: Request) -> Response:
    """The button that opens the link, or why it does not open; of whom it is stands nowhere."""
    t = words(request)
    return await run_in_threadpool(_served, partial(_asked, token(request), t), t)


async def take(request: Request) -> Response:
    """Open the link: the statement, once."""
    t = words(request)
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return _told(t, "unknown", HTTPStatus.FORBIDDEN)
    return await run_in_threadpool(_served, partial(_opened, token(request), t), t)


def routes(base: str) -> list[Route]:
    """The link's address below `base`."""
    path = f"{base}{leaving.PLACE}{{token}}"
    return [Route(path, ask, methods=["GET"]), Route(path, take, methods=["POST"])]


def _served(work: Callable[[], Response], t: Text) -> Response:
    """What `work` answers; a word where the branch cannot be reached."""
    try:
        return work()
    except SteelyardError:
        return _told(t, "later", HTTPStatus.SERVICE_UNAVAILABLE)


def _asked(token: str, t: Text) -> Response:
    why = leaving.looked_at(context.branch().db, token)
    if why is not None:
        return _closed(why, t)
    button = element("button", {"type": "submit"}, t("pay-link-open"))
    inside = [
        _head(t),
        element("h1", None, t("pay-link-title")),
        element("p", None, t("pay-link-note")),
        element("form", {"method": "post"}, button, element("p", {"class": "note"}, t("pay-link-once"))),
    ]
    return _page(t, t("pay-link-title"), inside, HTTPStatus.OK)


def _opened(token: str, t: Text) -> Response:
    found = leaving.opened(context.branch().db, token)
    if isinstance(found, str):
        return _closed(found, t)
    made = pay_statement.pages(found, context.branch(), t)
    return _page(t, made.title, [_head(t), *_statement(made)], HTTPStatus.OK)


def _statement(made: Pages) -> list[Element]:
    """The statement as it is printed."""
    inside = [element("h1", None, made.title), element("p", {"class": "note"}, made.branch)]
    inside += [element("p", None, f"{label}: {words}") for label, words in made.identity]
    for table in made.tables:
        looks = [{"class": "figure"} if figure else {} for figure in table.figures]
        lines = [("th", table.heads), *(("td", row) for row in table.rows)]
        rows = [
            element(
                "tr", None, *(element(cell, look, words) for look, words in zip(looks, line, strict=True))
            )
            for cell, line in lines
        ]
        sheet = element("div", {"class": "sheet"}, element("table", None, *rows))
        inside += [element("h2", None, table.title), sheet]
    inside += [element("p", {"class": "note"}, note) for note in made.notes]
    return inside


def _head(t: Text) -> Element:
    """Whose page it is, and the way to the other language."""
    other = "zh" if t.lang == "en" else "en"
    link = {"href": f"?{context.LANGUAGE_KEY}={other}", "hreflang": other, "lang": page.html_language(other)}
    branch = element("span", None, context.branch().name(t.lang))
    return element("header", None, branch, element("a", link, t("customer-other")))


def _closed(why: Why, t: Text) -> Response:
    return _told(t, why, _STATUS.get(why, HTTPStatus.GONE))


def _told(t: Text, what: str, status: HTTPStatus) -> Response:
    """A page of one sentence and what to do next."""
    title = t(f"pay-link-{what}")
    inside = [_head(t), element("h1", None, title), element("p", None, t(f"pay-link-{what}-next"))]
    return _page(t, title, inside, status)


def _page(t: Text, title: str, inside: list[Element], status: HTTPStatus) -> Response:
    made = plain_page.html(page.html_language(t.lang), title, *inside)
    return HTMLResponse(made, status, headers=plain_page.policy())
