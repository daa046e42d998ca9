"""What the components are given, named as in their JavaScript."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Slope(NamedTuple):
    """One line of the slope chart: a person's places before and after."""

    name: str
    before: int
    after: int


class PanelItem(NamedTuple):
    """One slider of the weight panel: an indicator's weight, the weight it started from, and the range in
    which the first stay the first."""

    code: str
    label: str
    weight: float
    start: float
    band: Sequence[float] | None


class PanelGroup(NamedTuple):
    """The sliders of a class."""

    label: str
    colour: str
    items: Sequence[PanelItem]


class RankedPerson(NamedTuple):
    """One person of the live ranking: total and rank before (None: without), and how the grade reads."""

    id: str
    name: str
    team: str
    before: float | None
    rank: int | None
    grade: str
