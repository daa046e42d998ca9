"""What is judged together: the classes of a scheme, or the indicators of one class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Group(NamedTuple):
    """Codes in the scheme's order, what each and the group are called, and the points they have so far."""

    items: Sequence[str]
    names: Mapping[str, str]
    label: str
    points: Mapping[str, float]
