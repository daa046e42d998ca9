"""What nobody foresaw: a number on the page, by which the administrator finds it in the log; and how long
pages take."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from scoring.errors import SteelyardError
from shell import context, problems
from shell.operation import logs
from ui import choice
from words.text import Text, literal, text_for

SLOW_MS = 2000
"""A page that took so long is told in the log."""


def number() -> str:
    """A number to be read out on the telephone."""
    return secrets.token_hex(3).upper()


def on_page(problem: Exception) -> bool:
    """Say on the page that something went wrong, and under which number; Streamlit's own word for it, in
    English only, is left out (True)."""
    t, actor = _words(), context.signed_in()
    told = number()
    logs.failed(told, problem, page=choice.here() or None, role=actor.role if actor else None)
    if isinstance(problem, SteelyardError):
        st.error(problems.sentence(problem, actor, t) if actor else literal(t.error(problem)))
    else:
        st.error(t("operation-unexpected", number=told))
    return True


async def on_route(request: Request, problem: Exception) -> Response:
    """The same for what the server answers beside the pages."""
    told = number()
    logs.failed(told, problem)
    both = [text_for(lang)("operation-unexpected", number=told) for lang in ("zh", "en")]
    return PlainTextResponse("\n\n".join(both), status_code=500, headers={"Cache-Control": "no-store"})


@contextmanager
def timed() -> Iterator[None]:
    """One run of the script: told in the log where it takes long."""
    start = time.perf_counter()
    try:
        yield
    finally:
        ms = round(1000 * (time.perf_counter() - start))
        if ms >= SLOW_MS:
            actor = context.signed_in()
            logs.record("slow-page", page=choice.here(), ms=ms, role=actor.role if actor else None)


def _words() -> Text:
    """The chosen language, as far as it can be known while something is wrong."""
    with suppress(Exception):
        return text_for(context.language())
    return text_for("zh")
