"""A scheme: one version of the appraisal rules, immutable."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from scoring.errors import Fault, SchemeError
from scoring.scheme import check, toml
from scoring.scheme.model import SchemeModel, weight_faults
from scoring.scheme.toml import Reading
from scoring.scheme.write import write


@dataclass(frozen=True)
class Scheme(SchemeModel):
    """One version of the appraisal rules. Weights are points and sum to ``points``.

    Make one with :meth:`from_toml`, or directly; ``checked()`` refuses a scheme that cannot work.
    """

    @staticmethod
    def from_toml(text: str) -> Scheme:
        """Read a scheme file (the format is in the README of the command line).

        Raises
        ------
        SchemeError : lists every fault, naming the key, the indicator and the reason.
        """
        reading = Scheme.reading(text)
        if reading.faults:
            raise SchemeError(reading.faults)
        return reading.scheme

    @staticmethod
    def reading(text: str) -> Reading[Scheme]:
        """A scheme file as far as it can be made out, with every fault.

        Raises
        ------
        SchemeError : when the text is not TOML at all.
        """
        return toml.read(text, Scheme)

    def to_toml(self) -> str:
        """The scheme as a file; reading it gives an equal scheme."""
        return write(self)

    def with_weights(self, weights: Mapping[str, float]) -> Scheme:
        """The same scheme with other weights; indicators not named keep theirs.

        Raises
        ------
        SchemeError : an unknown code, a negative weight, or a sum other than the scheme's points.
        """
        faults = [Fault("unknown-indicator", code) for code in weights if code not in self.by_code]
        indicators = tuple(
            replace(i, weight=float(weights[i.code])) if i.code in weights else i for i in self.indicators
        )
        other = replace(self, indicators=indicators)
        faults += weight_faults(other)
        if faults:
            raise SchemeError(faults)
        return other

    def with_version(self, version: int) -> Scheme:
        """The same scheme under another version number."""
        return replace(self, version=version)

    def canonical_hash(self) -> str:
        """SHA-256 of the scheme's canonical text."""
        return hashlib.sha256(self.to_toml().encode()).hexdigest()

    def checked(self) -> Scheme:
        """The scheme itself; raises SchemeError with every fault when it cannot work."""
        found = check.faults(self)
        if found:
            raise SchemeError(found)
        return self
