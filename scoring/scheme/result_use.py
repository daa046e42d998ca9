"""What the scheme says of how its results are used: appeals, talks, what is told beside the ranking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.scheme.parts import Grade

OTHERS = ("no-worse", "posted", "unchanged")
"""What a granted appeal may do to others, whose results its peer rules move: nobody gets worse, everything is
posted as it comes out, or nobody else's result is touched."""
LONGEST_DAYS = 250
"""A deadline is at most about a year of working days away."""
RECOGNITION = ("most-improved", "personal-best", "help-given")


@dataclass(frozen=True)
class ResultUse:
    """How results are used.

    ``appeal_days``: working days from the posting within which an appeal may be filed; ``review_days``: those
    from filing within which it is decided; ``others``: one of `OTHERS`; ``talk_grades``: the grades that ask
    for a talk (empty: :func:`talk_grades`); ``talk_days``: working days from the posting until it is due;
    ``falling``: periods of falling in a row that ask for one; ``recognition``: which `RECOGNITION` is told.
    """

    appeal_days: int = 5
    review_days: int = 10
    others: str = OTHERS[0]
    talk_grades: tuple[str, ...] = ()
    talk_days: int = 10
    falling: int = 3
    recognition: tuple[str, ...] = RECOGNITION


def talk_grades(use: ResultUse, grades: Sequence[Grade]) -> tuple[str, ...]:
    """The grades that ask for a talk: those named; else those with a coefficient below 1; else the lowest."""
    if use.talk_grades:
        return use.talk_grades
    low = tuple(g.name for g in grades if g.coefficient is not None and g.coefficient < 1)
    return low or tuple(g.name for g in grades[-1:])
