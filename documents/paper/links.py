"""A link as a QR code, to be shown or printed."""

from __future__ import annotations

import io

import segno

_QUIET = 4
"""Modules of white around the code: ISO/IEC 18004 asks for four."""


def qr(link: str, scale: float = 4) -> str:
    """The QR code of a link as an SVG text, `scale` pixels a module; a smudge of the printer does
    no harm."""
    out = io.BytesIO()
    segno.make(link, error="m", micro=False).save(
        out, kind="svg", scale=scale, border=_QUIET, light="white", xmldecl=False, nl=False
    )
    return out.getvalue().decode()
