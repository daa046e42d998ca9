"""PDF by typst: a template, and data that it reads as JSON, never as markup. PDF/A-2a, with our own font.

Characters that our font lacks (names hold rare ones) are taken from the machine's fonts; what no font has is
printed as 〓 with its number, because no sheet may show an empty box in a name.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import orjson
import typst

FONTS = Path(__file__).parents[2] / "static" / "fonts"
TEMPLATES = Path(__file__).parent / "templates"
STANDARD: typst.PDFStandard = "a-2a"
GETA = "\u3013"
"""〓, which printers set where a type is lacking."""
_DROPPED = ("Cc", "Cf", "Cs", "Co")
_UNBROKEN = re.compile(r"[!-~]{24}")
_PROBE = b'#set text(font: "Steelyard Han SC")\n#sys.inputs.text'


def pdf(template: str, content: Mapping[str, object], on: dt.date) -> bytes:
    """The template `template` filled with `content` (texts, numbers, lists and mappings of them), dated `on`.
    The same content gives the same bytes on the same machine.

    Raises
    ------
    typst.TypstError : a template that asks for what the content does not hold.
    """
    dated = {**content, "on": [on.year, on.month, on.day]}
    text = orjson.dumps(_clean(dated)).decode()
    try:
        return _compiled(template, text, system=False)
    except typst.TypstError:
        lacking = _lacking("".join(sorted(set(text))), system=False)
        if not lacking:
            raise
    for character in _lacking(lacking, system=True):
        text = text.replace(character, f"{GETA}(U+{ord(character):04X})")
    return _compiled(template, text, system=True)


def _clean(content: Any) -> Any:
    """Texts on one line, without characters that are nothing to be seen, with places to break where there is
    none for long."""
    if isinstance(content, str):
        line = " ".join(content.split())
        seen = "".join(c for c in line if unicodedata.category(c) not in _DROPPED)
        return _UNBROKEN.sub("\\g<0>\u200b", seen)
    if isinstance(content, Mapping):
        return {name: _clean(value) for name, value in content.items()}
    if isinstance(content, (list, tuple)):
        return [_clean(value) for value in content]
    return content


@cache
def _fonts(*, system: bool) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=system, include_embedded_fonts=False, font_paths=[str(FONTS)])


def _compiled(template: str, text: str, *, system: bool) -> bytes:
    compiler = typst.Compiler(
        str(TEMPLATES / f"{template}.typ"),
        root=str(TEMPLATES),
        font_paths=_fonts(system=system),
        sys_inputs={"data": text},
    )
    made = compiler.compile(format="pdf", pdf_standards=STANDARD)
    if not isinstance(made, bytes):
        raise TypeError("typst gave no document")
    return made


@cache
def _shows(characters: str, *, system: bool) -> bool:
    """Whether there is a glyph for every one of the characters; typst refuses to make a PDF/A without."""
    compiler = typst.Compiler(_PROBE, font_paths=_fonts(system=system), sys_inputs={"text": characters})
    try:
        compiler.compile(format="pdf", pdf_standards=STANDARD)
    except typst.TypstError:
        return False
    return True


def _lacking(characters: str, *, system: bool) -> str:
    """Those of the characters that no font shows, found by halves."""
    if not characters or _shows(characters, system=system):
        return ""
    if len(characters) == 1:
        return characters
    half = len(characters) // 2
    return _lacking(characters[:half], system=system) + _lacking(characters[half:], system=system)
