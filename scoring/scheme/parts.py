"""What a scheme consists of besides its indicators: grades, sections, lists for positions, and so on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

RANKINGS = ("own", "common")


@dataclass(frozen=True)
class Grade:
    """A grade from a total upwards; `quota` limits the share of people who may have it."""

    name: str
    from_: float
    coefficient: float | None = None
    quota: float | None = None


@dataclass(frozen=True)
class Section:
    """A part of the scheme whose points are added up, up to `cap` points; `scorer` says who fills it in."""

    code: str
    name: Mapping[str, str]
    cap: float | None = None
    scorer: str | None = None


@dataclass(frozen=True)
class Profile:
    """The list of weights for the people who hold one of these `positions`.

    An indicator that is not among `weights` is not theirs; `targets` stand in place of the scheme's own.
    `ranking`: "own", ranked among themselves, or "common", together with all others who are.
    """

    code: str
    name: Mapping[str, str]
    positions: tuple[str, ...]
    weights: Mapping[str, float]
    targets: Mapping[str, float] = field(default_factory=dict)
    ranking: str = "own"


@dataclass(frozen=True)
class Veto:
    """What a veto does: a ceiling on the total and the best grade that is left."""

    ceiling: float = 59.0
    grade: str = "D"


@dataclass(frozen=True)
class Authorisation:
    """The head office's leave to use the scheme."""

    reference: str
    issued_on: str
    scope: str


@dataclass(frozen=True)
class Protection:
    """New joiners: months shown but not ranked, then the target factors of the months after."""

    unranked_months: int = 3
    target_factors: tuple[float, ...] = (0.5, 0.7, 0.85)
