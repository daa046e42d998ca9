"""What requests of people without an account have in common: the secret of their link, and their language."""

from __future__ import annotations

from starlette.requests import Request

from shell import context
from words.text import Text, text_for


def token(request: Request) -> str:
    """The secret that the address ends with."""
    return str(request.path_params["token"])


def words(request: Request) -> Text:
    """The texts in the language that the address asks for."""
    return text_for(context.as_language(request.query_params.get(context.LANGUAGE_KEY)))
