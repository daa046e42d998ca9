"""What a scheme consists of besides its indicators: grades, sections, lists for positions, and so on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from scoring.formula import Formula

RANKINGS = ("own", "common")
Effect = Literal["at_least", "at_most", "multiply", "add", "exclude"]
EFFECTS: tuple[Effect, ...] = ("at_least", "at_most", "multiply", "add", "exclude")
SECTION, TOTAL, ENTRY = "section:", "total", "entry"
"""What a condition may be on besides an indicator."""


@dataclass(frozen=True)
class Grade:
    """A grade from a total upwards; `quota` limits the share of people who may have it."""

    name: str
    from_: float
    coefficient: float | None = None
    quota: float | None = None
    when: Formula | None = None
    """What has to hold besides the threshold."""


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
class Measure:
    """A derived measure: what it is worked out from, and what it was before a person's first period (`start`,
    None: missing)."""

    code: str
    name: Mapping[str, str]
    formula: Formula
    unit: str = ""
    start: float | None = None


@dataclass(frozen=True)
class Condition:
    """Where `when` holds, `effect` is done to what it is `on`: an indicator's score, a section's points
    ("section:CODE"), the "total", or the "entry", which is then shown but not ranked.

    ``add`` adds `amount`, times `per` where that is given.
    """

    on: str
    when: Formula
    effect: Effect
    amount: float = 0.0
    per: Formula | None = None
    reason: Mapping[str, str] = field(default_factory=dict)

    @property
    def section(self) -> str | None:
        """The code of the section that it is on; None where it is on something else."""
        return self.on.removeprefix(SECTION) if self.on.startswith(SECTION) else None

    @property
    def formulas(self) -> tuple[tuple[str, Formula], ...]:
        """Its formulas by the key of the scheme file."""
        return (("when", self.when), *((("per", self.per),) if self.per is not None else ()))


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
