"""Text of an expression, word by word; signs as Chinese keyboards type them mean the same as plain ones."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Kind = Literal["number", "word", "text", "sign", "unknown", "end"]

_SIGNS = dict(zip("×＊÷／−－＋（），＜＞＝≤≥≠！", [*"**//--+(),<>=", "<=", ">=", "!=", "!"], strict=True))
_TOKEN = re.compile(
    r"""\s*(?:
    (?P<number>[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?!\w))
    |(?P<word>\w+)
    |(?P<text>"[^"\n]*"|'[^'\n]*'|“[^”\n]*”)
    |(?P<sign>[<>=!＜＞＝！][=＝]|[-+*/(),<>=\[\]×＊÷／−－＋（），＜＞＝≤≥≠])
    |(?P<unknown>.)
    |(?P<end>\Z))""",
    re.VERBOSE | re.DOTALL,
)
_CODE = re.compile(r"\[\s*([^\[\]\n]*[^\[\]\s])\s*\]")


class Token(NamedTuple):
    """A word of an expression; ``at`` is its column from 1, ``text`` what was meant, ``typed`` what stands
    there."""

    kind: Kind
    text: str
    at: int
    typed: str


class Scanner:
    """Reads one token after the other; ``token`` is the one that comes next."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._end = 0
        self.token = self._read(0)

    def take(self) -> Token:
        """The next token, which is passed."""
        taken = self.token
        self.token = self._read(self._end)
        return taken

    def take_code(self) -> str | None:
        """A code in ``[ ]`` that begins at the next token, which is passed; None where there is none."""
        match = _CODE.match(self._text, self.token.at - 1)
        if match is None:
            return None
        self.token = self._read(match.end())
        return match[1]

    def _read(self, start: int) -> Token:
        match = _TOKEN.match(self._text, start)
        assert match is not None  # one of the alternatives always fits
        kind: Kind = match.lastgroup  # type: ignore[assignment]
        typed, self._end = match[kind], match.end()
        text = typed
        if kind == "sign":
            text = "".join(_SIGNS.get(sign, sign) for sign in typed)
        elif kind == "text":
            text = typed[1:-1]
        return Token(kind, text, match.start(kind) + 1, typed)
