"""What of a condition somebody meets, and by how much the rest is missed: ``and`` is taken apart."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from scoring.errors import Phrase
from scoring.formula import Formula, Surroundings, Worked, working
from scoring.formula.nodes import Apply
from scoring.formula.text import canonical

_AT_LEAST, _AT_MOST = (">=", ">"), ("<=", "<")


@dataclass(frozen=True, eq=False)
class Part:
    """One of the conditions that ``and`` joins, as it stands for one person.

    Parameters
    ----------
    worked : how it came about. met : whether it holds; None where something is missing, ``why`` says what.
    still : of a comparison with at least or at most what is still needed, in the unit of what is compared, 0
        where it holds; NaN where it is no such comparison, or a side is missing.
    """

    worked: Worked
    met: bool | None
    still: float = math.nan
    why: Phrase | None = None

    @property
    def when(self) -> Formula:
        """The condition by itself."""
        return Formula(canonical(self.worked.node), self.worked.node)

    @property
    def downwards(self) -> bool:
        """Whether the value has to fall."""
        return isinstance(self.worked.node, Apply) and self.worked.node.op in _AT_MOST


def parts(when: Formula, surroundings: Surroundings, row: int) -> tuple[Part, ...]:
    """The parts of a condition for the person in `row`, in the order of the text."""
    return tuple(_part(one) for one in _apart(working(when, surroundings, row)))


def met(found: tuple[Part, ...]) -> bool | None:
    """Whether all parts hold; None where none fails and something is missing."""
    if any(part.met is False for part in found):
        return False
    return None if any(part.met is None for part in found) else True


def _apart(worked: Worked) -> Iterator[Worked]:
    if isinstance(worked.node, Apply) and worked.node.op == "and":
        for inside in worked.parts:
            yield from _apart(inside)
    else:
        yield worked


def _part(worked: Worked) -> Part:
    held = None if math.isnan(worked.value) else bool(worked.value)
    node = worked.node
    if not isinstance(node, Apply) or node.op not in (*_AT_LEAST, *_AT_MOST):
        return Part(worked, held, why=worked.why)
    left, right = (side.value for side in worked.parts)
    short = right - left if node.op in _AT_LEAST else left - right
    return Part(worked, held, 0.0 if held else max(short, 0.0), worked.why)
