"""A page for somebody without an account: our colours, no script, and what the browser is told with it."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from xml.etree.ElementTree import Element

from documents.paper import markup
from ui import components, theme

_COLOURS = ("ground", "panel", "ink", "secondary", "lines", "accent", "on_accent", "down")


def html(lang: str, title: str, *inside: Element) -> str:
    """The whole page in the language `lang` of HTML."""
    return markup.document(lang, title, _sheet(), *inside)


def policy() -> dict[str, str]:
    """What the browser is told with such a page: keep nothing, tell nobody where it was, run and load
    nothing but our style sheet, and send the form to us only."""
    digest = base64.b64encode(hashlib.sha256(_sheet().encode()).digest()).decode()
    rules = (
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "img-src data:",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
    return {
        "Cache-Control": "no-store",
        "Content-Security-Policy": "; ".join(rules),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex",
    }


@cache
def _sheet() -> str:
    """Our colours and the style sheet."""
    pairs = (
        f"--{name.replace('_', '-')}: light-dark({getattr(theme.LIGHT, name)}, {getattr(theme.DARK, name)});"
        for name in _COLOURS
    )
    return f":root {{ {' '.join(pairs)} }}\n" + components.frame("plain.css")
