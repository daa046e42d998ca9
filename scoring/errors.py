"""The one family of errors. A message is a key with parameters; the words are put in by whoever shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from scoring.wording import sentence

Lang = Literal["zh", "en"]


class SteelyardError(Exception):
    """Something a person can act on.

    Parameters
    ----------
    key : the id of the sentence in the catalogue.
    params : what the sentence names (file, person, indicator, figures …).
    """

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.params.items())
        return f"{self.key}: {details}" if details else self.key


@dataclass(frozen=True)
class Phrase:
    """A part of a sentence that has words of its own: a key with parameters, as in :class:`Fault`."""

    key: str
    params: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Fault:
    """One thing wrong with a scheme or a measurement; `where` is an indicator code or a key."""

    key: str
    where: str = ""
    params: dict[str, object] = field(default_factory=dict)

    def text(self, lang: str) -> str:
        """The fault as a sentence."""
        given = {"where": self.where, **self.params}
        return sentence(self.key, lang, {name: spoken(value, lang) for name, value in given.items()})

    @property
    def message(self) -> str:
        """The fault in English."""
        return self.text("en")


def spoken(value: object, lang: str) -> object:
    """A phrase or a fault in its words; anything else as it is."""
    if isinstance(value, Fault):
        return value.text(lang)
    return sentence(value.key, lang, value.params) if isinstance(value, Phrase) else value


class FaultError(SteelyardError):
    """Several faults, all listed at once."""

    def __init__(self, key: str, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(key)

    def text(self, lang: str) -> str:
        """All faults, one after the other."""
        return (" " if lang == "en" else "").join(fault.text(lang) for fault in self.faults)

    def __str__(self) -> str:
        return self.text("en")


class SchemeError(FaultError):
    """A scheme that cannot be used; `faults` holds every reason."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        super().__init__("errors-scheme", faults)


class MeasurementError(FaultError):
    """Values or targets that the scheme's rules cannot take; `faults` holds every reason."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        super().__init__("errors-measurement", faults)


class AnalysisError(FaultError):
    """Input that a method cannot work on (judgements, matrices, ratings); `faults` holds every reason."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        super().__init__("errors-analysis", faults)
