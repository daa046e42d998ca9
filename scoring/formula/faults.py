"""What can be wrong with an expression: where, what stands there, what was expected, the nearest name."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches

from scoring.errors import Fault, FormulaError, Phrase

LONGEST = 2_000
"""Characters of one expression."""
DEEPEST = 40
"""Operations one inside the other, brackets counted too."""
LARGEST_SCHEME = 10_000
"""Nodes of all expressions of a scheme when every derived measure is written out where it is named."""

_SHOWN = 40


def expected(at: int, found: str, wanted: Phrase) -> FormulaError:
    """In column `at` stands `found` ("" = the text ends), where something else was expected."""
    what = shortened(found) if found else Phrase("formula-end")
    return FormulaError([Fault("formula-expected", params={"at": at, "found": what, "expected": wanted})])


def want(what: str, **params: object) -> Phrase:
    """What was expected: ``formula-want-…`` in the catalogue."""
    return Phrase(f"formula-want-{what}", params)


def near(name: str, names: Iterable[str]) -> Phrase | str:
    """The nearest of `names` as a part of a sentence, "" where none is near; capitals do not tell apart."""
    folded: dict[str, str] = {}
    for one in names:
        folded.setdefault(one.casefold(), one)
    close = get_close_matches(name.casefold(), folded, n=1, cutoff=0.5)
    return Phrase("formula-near", {"name": folded[close[0]]}) if close else ""


def unknown_function(at: int, name: str, names: Collection[str]) -> FormulaError:
    """There is no function of this name."""
    params = {"at": at, "name": shortened(name), "near": near(name, names)}
    return FormulaError([Fault("formula-function", params=params)])


def too_long(length: int) -> FormulaError:
    """The text has more characters than one expression may have."""
    return FormulaError([Fault("formula-long", params={"length": length, "limit": LONGEST})])


def too_deep(at: int) -> FormulaError:
    """Too many operations stand one inside the other."""
    return FormulaError([Fault("formula-deep", params={"at": at, "limit": DEEPEST})])


def too_large(at: int, found: str) -> FormulaError:
    """A number that nobody can mean."""
    return FormulaError([Fault("formula-large", params={"at": at, "found": shortened(found)})])


def result_of_the_past(at: int, name: str) -> FormulaError:
    """A result, which is known for the period itself only, stands inside a function of time."""
    return FormulaError([Fault("formula-past-result", params={"at": at, "name": name})])


def shortened(text: str) -> str:
    """A text as it is quoted in a sentence: its beginning, where it is long."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
