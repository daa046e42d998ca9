"""How what the pay lines give is paid out: what is held back, for how long, and the bounds the law sets."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.formula import Formula

DEFERRED_AT_LEAST = 0.4
YEARS_AT_LEAST = 3
"""银监发〔2010〕14号, art. 16, for posts that bear on risk; the regulator's own text prevails."""


@dataclass(frozen=True)
class Payment:
    """How pay is paid out.

    ``material``: the positions that bear materially on risk, whose pay is deferred; ``deferred``: the share
    of it that is held back, 0 to 1, where no line of brackets says how much; ``years``: in how many equal
    yearly parts it is released; ``minimum``: yuan below which nobody may fall in a period, by law;
    ``wage``: the wage of the period that deductions for losses are held against (both may be expressions,
    such as the code of a measure; None: not known, which the guards say).
    """

    material: tuple[str, ...] = ()
    deferred: float = 0.0
    years: int = YEARS_AT_LEAST
    minimum: Formula | None = None
    wage: Formula | None = None
