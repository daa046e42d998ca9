"""What a trial does, in so few figures that one line can say it: on the screen, and in the trail of a
meeting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scoring import Scheme
from scoring.change.pay.cost import Cost
from workflow.weighing.simulation import Simulation

NOTICED = 0.05
"""Points of weight that one decimal shows."""

Shift = tuple[str, float, float]
"""A class or an indicator, and its points before and after."""
GradeMove = tuple[str, str, str]
"""A person, and the grades before and after."""


@dataclass(frozen=True)
class Outline:
    """Weights that differ, largest change first; people whose rank changes, and by two places or more; who
    moves to which grade, best rank first; who loses or gains a total; the sum of the grade coefficients
    before and after (None where the scheme has none); errors of the checks; what the lines of pay give before
    and after, in fen (None where the scheme has none that can be worked out)."""

    classes: tuple[Shift, ...]
    indicators: tuple[Shift, ...]
    moved: int
    far: int
    grades: tuple[GradeMove, ...]
    lost: tuple[str, ...]
    gained: tuple[str, ...]
    pool: tuple[float, float] | None
    errors: int
    paid: tuple[int, int] | None = None

    @property
    def nothing(self) -> bool:
        """Whether neither a weight nor a result differs."""
        return not (self.indicators or self.moved or self.grades or self.lost or self.gained)


def outline(start: Scheme, outcome: Simulation, cost: Cost | None = None) -> Outline:
    """The outline of a trial that began from a scheme, with what it costs."""
    return Outline(
        classes=_shifts(start.class_weights(), outcome.scheme.class_weights()),
        indicators=_shifts(_points(start), _points(outcome.scheme)),
        moved=outcome.moved,
        far=outcome.moved_far,
        grades=tuple(
            (m.manager_id, m.before_grade, m.after_grade)
            for m in outcome.rows
            if m.before_grade and m.after_grade and m.before_grade != m.after_grade
        ),
        lost=tuple(m.manager_id for m in outcome.lost),
        gained=tuple(m.manager_id for m in outcome.gained),
        pool=outcome.pool,
        errors=sum(f.severity == "error" for f in outcome.findings),
        paid=None if cost is None or not cost.of_lines else (cost.total.before, cost.total.after),
    )


def _points(scheme: Scheme) -> Mapping[str, float]:
    return dict(zip(scheme.codes, scheme.weights.tolist(), strict=True))


def _shifts(before: Mapping[str, float], after: Mapping[str, float]) -> tuple[Shift, ...]:
    every = [(name, before.get(name, 0.0), points) for name, points in after.items()]
    every += [(name, points, 0.0) for name, points in before.items() if name not in after]
    noticed = (shift for shift in every if abs(shift[2] - shift[1]) >= NOTICED)
    return tuple(sorted(noticed, key=lambda shift: -abs(shift[2] - shift[1])))
