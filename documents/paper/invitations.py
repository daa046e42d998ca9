"""Cards by which customers are invited to a review: a QR code and a link each, four to a page."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple
from xml.etree.ElementTree import Element, fromstring

import segno

from documents.paper.markup import document, element
from words.text import Text

_SHEET = """
@page { size: A4; margin: 12mm; }
body { margin: 0; color: #1F2A37; font: 10pt/1.5 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
main { display: grid; grid-template-columns: 1fr 1fr; }
section { padding: 8mm; border: 1px dashed #5A6673; text-align: center; break-inside: avoid; }
h2 { margin: 0; font-size: 12pt; }
p { margin: 1mm 0; }
svg { width: 42mm; height: 42mm; }
.address { font-size: 7pt; overflow-wrap: anywhere; color: #5A6673; }
"""
_QUIET_ZONE = 4
"""Modules of white around a code, as ISO/IEC 18004 asks."""


class Invitation(NamedTuple):
    """One card: whom it is about, and the whole address that the code holds."""

    name: str
    address: str
    until: str


def sheet(branch: str, invitations: Sequence[Invitation], t: Text) -> bytes:
    """All cards as one HTML file to be printed; it needs nothing from elsewhere."""
    cards = [_card(branch, one, t) for one in invitations]
    lang = "en" if t.lang == "en" else "zh-CN"
    return document(lang, t("invitation-file"), _SHEET, *cards).encode()


def _card(branch: str, one: Invitation, t: Text) -> Element:
    return element(
        "section",
        None,
        element("p", None, branch),
        element("h2", None, t("invitation-title", name=one.name)),
        _code(one.address),
        element("p", None, t("invitation-scan", until=one.until)),
        element("p", {"class": "address"}, one.address),
        element("p", {"class": "address"}, t("invitation-once")),
    )


def _code(address: str) -> Element:
    """The address as a QR code that still reads with a seventh of it soiled."""
    drawn = BytesIO()
    segno.make_qr(address, error="m").save(
        drawn, kind="svg", xmldecl=False, svgns=False, omitsize=True, border=_QUIET_ZONE
    )
    return fromstring(drawn.getvalue())  # noqa: S314 - made here
