"""What may be wrong with a sign-in by a provider."""

from __future__ import annotations

from collections.abc import Iterable

from scoring.errors import Phrase, SteelyardError


class Refused(SteelyardError):
    """The provider's word does not sign anybody in; the sentence says why and what to do."""


class WrongSettings(SteelyardError):
    """Settings that cannot be used; `faults` holds every reason as a sentence's key with parameters."""

    def __init__(self, faults: Iterable[Phrase]) -> None:
        self.faults = tuple(faults)
        super().__init__("errors-sso-settings", count=len(self.faults))
