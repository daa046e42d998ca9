"""The one family of errors. A message is a key with parameters; the words are put in by whoever shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


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
        return _without_words(self.key, self.params)


@dataclass(frozen=True)
class Phrase:
    """A part of a sentence that has words of its own: the id of its message in the catalogue, parameters."""

    key: str
    params: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return _without_words(self.key, self.params)


@dataclass(frozen=True)
class Fault:
    """One thing wrong with a scheme or a measurement; `where` is an indicator code or a key.

    The sentence is ``fault-KEY`` in the catalogue. A parameter is a figure, a text, a list of them, or a
    part with words of its own (:class:`Phrase`).
    """

    key: str
    where: str = ""
    params: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        key = f"{self.key} [{self.where}]" if self.where else self.key
        return _without_words(key, self.params)


class FaultError(SteelyardError):
    """Several faults, all listed at once; as text without words, each with its key, place and parameters."""

    def __init__(self, key: str, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(key)

    def __str__(self) -> str:
        return "; ".join(map(str, self.faults))


class SchemeError(FaultError):
    """A scheme that cannot be used; `faults` holds every reason."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        super().__init__("errors-scheme", faults)


class FormulaError(FaultError):
    """An expression that cannot be read, or several that lean on each other in a circle."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        super().__init__("errors-formula", faults)


class MeasurementError(FaultError):
    """Values or targets that the scheme's rules cannot take; `faults` holds every reason."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        super().__init__("errors-measurement", faults)


class AnalysisError(FaultError):
    """Input that a method cannot work on (judgements, matrices, ratings); `faults` holds every reason."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        super().__init__("errors-analysis", faults)


def _without_words(key: str, params: Mapping[str, object]) -> str:
    """A key with its parameters, for logs and for whoever has no catalogue."""
    details = ", ".join(f"{name}={value}" for name, value in params.items())
    return f"{key}: {details}" if details else key
