"""What is found where something is not as it was."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Difference:
    """Something that is not as it was: a sentence of the catalogue with what it is about."""

    key: str
    params: dict[str, object]
