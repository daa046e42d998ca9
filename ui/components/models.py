"""What the components are given, named as in their JavaScript."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Slope(NamedTuple):
    """One line of the slope chart: a person's place in each column (None: without)."""

    name: str
    places: Sequence[int | None]


class PanelItem(NamedTuple):
    """One slider of the weight panel: an indicator's weight, the weight it started from, the range in which
    the first stay the first, or why there is none."""

    code: str
    label: str
    weight: float
    start: float
    band: Sequence[float] | None
    lacking: str = ""


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
