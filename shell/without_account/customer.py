"""What a customer answers by a one-time link: a page without an account, a script, a cookie or a socket.

The link alone says who may answer, once. Nothing of the request is kept: no address, no time, no browser.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from http import HTTPStatus
from urllib.parse import parse_qs
from xml.etree.ElementTree import Element

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from documents.paper.markup import element
from scoring.errors import SteelyardError
from shell import context
from shell.without_account.request import token, words
from ui import page, plain_page
from words.text import Text
from workflow.errors import WorkflowError
from workflow.reviews import links
from workflow.reviews.forms import LONGEST_COMMENT, Item
from workflow.reviews.links import CustomerForm, LinkError

MOST_BYTES = 64 * 1024
"""Of what may be sent: more than every comment at its longest."""
MOST_FIELDS = 100
CANNOT = "0"
"""What is sent of an item in place of a level by whoever cannot judge it."""
_STATUS = {"unknown": HTTPStatus.NOT_FOUND}
"""What is answered for a link that is none; the others were good once."""

Sent = Mapping[str, str]


async def show(request: Request) -> Response:
    """The form, or why there is none."""
    t = words(request)
    return await run_in_threadpool(_served, partial(_shown, token(request), t), t)


async def take(request: Request) -> Response:
    """Take the answer, once; what is missing comes back with what was filled in."""
    t = words(request)
    body = b""
    try:
        async for part in request.stream():
            body += part
            if len(body) > MOST_BYTES:
                return _told(t, "too-much", HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        fields = parse_qs(body.decode(), max_num_fields=MOST_FIELDS, keep_blank_values=True)
    except ClientDisconnect:
        return Response(status_code=HTTPStatus.BAD_REQUEST)
    except ValueError:  # No text, or too many fields: no form of ours.
        return _told(t, "unreadable", HTTPStatus.BAD_REQUEST)
    # A browser ends the lines of a field with two characters, and counts them as one.
    sent = {name: values[-1].replace("\r\n", "\n").strip() for name, values in fields.items()}
    if any(len(text) > LONGEST_COMMENT for text in sent.values()):
        return _told(t, "too-much", HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return await run_in_threadpool(_served, partial(_taken, token(request), sent, t), t)


async def thank(request: Request) -> Response:
    """What is shown after sending; the address names no link any more."""
    return _told(words(request), "thanks", HTTPStatus.OK)


def routes(base: str) -> list[Route]:
    """The form's addresses below `base`."""
    path = f"{base}{links.PLACE}{{token}}"
    return [
        Route(f"{base}{links.PLACE}thanks", thank, methods=["GET"]),
        Route(path, show, methods=["GET"]),
        Route(path, take, methods=["POST"]),
    ]


def _served(work: Callable[[], Response], t: Text) -> Response:
    """What `work` answers; a word where the branch cannot be reached."""
    try:
        return work()
    except SteelyardError:
        return _told(t, "later", HTTPStatus.SERVICE_UNAVAILABLE)


def _shown(token: str, t: Text) -> Response:
    found = links.opened(context.branch().db, token)
    return _closed(found, t) if isinstance(found, LinkError) else _form(found, t, {})


def _taken(token: str, sent: Sent, t: Text) -> Response:
    db = context.branch().db
    found = links.opened(db, token)
    if isinstance(found, LinkError):
        return _closed(found, t)
    levels = {item.code: _level(item, sent) for item in found.items}
    missing = [item for item in found.items if levels[item.code] is None]
    if missing:
        return _form(found, t, sent, missing)
    cannot = {code for code, level in levels.items() if level == int(CANNOT)}
    answers = {code: level for code, level in levels.items() if code not in cannot}
    comments = {item.code: sent.get(_comment(item), "") for item in found.items}
    try:
        links.answer(db, token, answers, cannot, comments)
    except WorkflowError:
        # Somebody has used the link since, or the campaign was closed.
        if isinstance(since := links.opened(db, token), LinkError):
            return _closed(since, t)
        raise
    # Another request shows the thanks, so that nobody sends the form again by loading the page again.
    return RedirectResponse(
        f"thanks?{context.LANGUAGE_KEY}={t.lang}", HTTPStatus.SEE_OTHER, headers=plain_page.policy()
    )


def _level(item: Item, sent: Sent) -> int | None:
    """The level that was chosen, 0 for "cannot judge", None for nothing that is on the form."""
    chosen = sent.get(item.code, "")
    known = (CANNOT, *(str(k) for k in range(1, len(item.anchors) + 1)))
    return int(chosen) if chosen in known else None


def _comment(item: Item) -> str:
    return f"comment-{item.code}"


def _form(form: CustomerForm, t: Text, sent: Sent, missing: list[Item] | None = None) -> Response:
    """The form with what was sent filled in, and which items are missing."""
    about = {"name": t.pick(form.ratee, form.ratee_en), "position": t.term(form.position)}
    inside = [
        _head(t, t.pick(form.branch_zh, form.branch_en)),
        *([element("p", {"class": "note"}, t("app-demo-banner"))] if context.branch().demo else []),
        element("h1", None, t("customer-title", **about)),
        element("p", {"class": "note"}, t("customer-note")),
    ]
    if missing:
        linked = [
            element("li", None, element("a", {"href": f"#{item.code}"}, t.name(item.name)))
            for item in missing
        ]
        said = t("customer-missing", count=len(missing))
        inside.append(element("div", {"class": "wrong", "role": "alert"}, said, element("ul", None, *linked)))
    fields = [_item(item, t, sent, item in (missing or ())) for item in form.items]
    send = element("button", {"type": "submit"}, t("customer-send"))
    once = element("p", {"class": "note"}, t("customer-once"))
    inside.append(element("form", {"method": "post"}, *fields, send, once))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if missing else HTTPStatus.OK
    return _page(t, t("customer-tab", **about), inside, status)


def _item(item: Item, t: Text, sent: Sent, missing: bool) -> Element:
    """One question with its levels, and room for a comment."""
    chosen = sent.get(item.code)
    levels = [(str(k), t.name(anchor)) for k, anchor in enumerate(item.anchors, 1)]
    lines = [_choice(item, value, value, words, chosen) for value, words in levels]
    lines.append(_choice(item, CANNOT, "–", t("customer-cannot"), chosen))
    field = {"name": _comment(item), "maxlength": str(LONGEST_COMMENT), "rows": "2"}
    text = element("textarea", field, sent.get(_comment(item), ""))
    comment = element("label", {"class": "comment"}, t("customer-comment"), text)
    looks = {"id": item.code} | ({"class": "missing"} if missing else {})
    return element("fieldset", looks, element("legend", None, t.name(item.question)), *lines, comment)


def _choice(item: Item, value: str, mark: str, words: str, chosen: str | None) -> Element:
    button = {"type": "radio", "name": item.code, "value": value}
    if value == chosen:
        button["checked"] = "checked"
    return element(
        "label",
        {"class": "level"},
        element("input", button),
        element("b", None, mark),
        element("span", None, words),
    )


def _head(t: Text, branch: str) -> Element:
    """Whose form it is, and the way to the other language."""
    other = "zh" if t.lang == "en" else "en"
    link = {"href": f"?{context.LANGUAGE_KEY}={other}", "hreflang": other, "lang": page.html_language(other)}
    return element("header", None, element("span", None, branch), element("a", link, t("customer-other")))


def _closed(problem: LinkError, t: Text) -> Response:
    return _told(t, problem.why, _STATUS.get(problem.why, HTTPStatus.GONE))


def _told(t: Text, what: str, status: HTTPStatus) -> Response:
    """A page of one sentence and what to do next."""
    title = t(f"customer-{what}")
    inside = [
        _head(t, ""),
        element("h1", None, title),
        element("p", None, t(f"customer-{what}-next")),
    ]
    return _page(t, title, inside, status)


def _page(t: Text, title: str, inside: list[Element], status: HTTPStatus) -> Response:
    made = plain_page.html(page.html_language(t.lang), title, *inside)
    return HTMLResponse(made, status, headers=plain_page.policy())
