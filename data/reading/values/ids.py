"""Which person an id means, however it was typed; an unknown one is never taken for a known one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import TypedDict

from data.reading.problems import ERROR, FIXED
from data.reading.rules import Rule
from data.reading.values.text import has_control, plain, without_control


class About(TypedDict, total=False):
    """What a sentence about an id names: the ``id`` that was read, or the known one that is ``near``."""

    id: str
    near: str


Told = tuple[Rule, str, About]
"""What is told of an id: rule, severity, what the sentence is about."""

_DIGITS, _LETTERS = re.compile(r"\d+"), re.compile(r"[^\W\d_]")


Reading = tuple[str, list[Told]]
"""The id, and what is to be told; an unknown id's ``near`` is the known one probably meant (NONE: none)."""


def canonical(raw: str) -> str:
    """The id as it is stored: half-width, without blanks or unseen characters; case and zeros stay."""
    return "".join(without_control(plain(raw)).split())


def alike(raw: str) -> str:
    """What two ids have in common when they are one: `canonical`, whatever the case. Leading zeros count."""
    return canonical(raw).casefold()


class Ids:
    """The ids that are known, ready to be asked about many; None takes every id."""

    def __init__(self, known: Collection[str] | None) -> None:
        self.known = known
        self._alike: dict[str, list[str]] = {}
        self._loose: dict[str, list[str]] = {}
        for person in known or ():
            self._alike.setdefault(alike(person), []).append(person)
            self._loose.setdefault(_loose(person), []).append(person)
        self._shapes = shapes(known or ())

    def read(self, raw: str) -> Reading:
        """Read one id."""
        text = canonical(raw)
        told: list[Told] = []
        if has_control(raw):
            told.append((Rule.CONTROL_CHARACTERS, FIXED, {"id": text}))
        if any(c.isspace() for c in without_control(raw)):
            told.append((Rule.WHITESPACE_ID, FIXED, {"id": text}))
        if any("\uff01" <= c <= "\uff5e" for c in raw):
            told.append((Rule.FULLWIDTH_ID, FIXED, {"id": text}))
        if not text:
            return "", [(Rule.EMPTY, ERROR, {})]
        if self.known is None or text in self.known:
            return text, told
        same = self._alike.get(text.casefold(), [])
        if len(same) == 1:
            by_case = canonical(same[0]) != text
            return same[0], [*told, (Rule.LOWERCASE_ID, FIXED, {"id": same[0]})] if by_case else told
        near = same or self._loose.get(_loose(text), [])
        if len(near) != 1:
            return text, [*told, (Rule.UNKNOWN_ID, ERROR, {"near": "NONE"})]
        letters = _without_letters(near[0]) == _without_letters(text)
        rule = Rule.ID_LETTER_O_FOR_ZERO if letters else Rule.UNKNOWN_ID
        return text, [*told, (rule, ERROR, {"near": near[0]})]

    def about_a_person(self, raw: str, others: Collection[str] = ()) -> bool:
        """Whether the text of an id column is a known id, or written like one (`others`: the shapes of ids
        where nothing is known)."""
        text = canonical(raw)
        if not text:
            return False
        if self.known is not None:
            return text.casefold() in self._alike or shape(text) in self._shapes
        return shape(text) in others


def shape(text: str) -> str:
    """How an id is written: letters as A, digits as 9."""
    return _LETTERS.sub("A", re.sub(r"\d", "9", canonical(text)))


def shapes(texts: Iterable[str]) -> frozenset[str]:
    """Every way in which the ids are written that holds a digit."""
    return frozenset(s for text in texts if "9" in (s := shape(text)))


def _without_letters(text: str) -> str:
    return canonical(text).upper().replace("O", "0").replace("I", "1").replace("L", "1")


def _loose(text: str) -> str:
    """What is left of an id when letters were typed for digits and a sheet dropped zeros or added ``.0``."""
    found = re.sub(r"^(\d+)\.0+$", r"\1", _without_letters(text))
    return _DIGITS.sub(lambda m: m[0].lstrip("0") or "0", found)
