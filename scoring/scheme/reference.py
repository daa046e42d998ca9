"""How a version of a scheme is named: its code and its number."""

from __future__ import annotations

from typing import NamedTuple

from scoring.errors import SteelyardError


class SchemeReference(NamedTuple):
    """A version of a scheme; as text ``code@version``, as people, addresses and the trail write it."""

    code: str
    version: int

    def __str__(self) -> str:
        return f"{self.code}@{self.version}"

    @classmethod
    def parse(cls, text: str) -> SchemeReference:
        """Read ``code@version``.

        Raises
        ------
        SteelyardError : ``errors-scheme-unknown`` when the version is no number, or missing.
        """
        code, _, version = text.partition("@")
        if not version.isdecimal():
            raise SteelyardError("errors-scheme-unknown", code=code, version=version)
        return cls(code, int(version))
