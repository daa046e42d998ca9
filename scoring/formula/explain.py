"""How a formula came to what it gives one person, part by part, and why something is missing."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scoring.errors import Phrase
from scoring.formula.arithmetic import slices
from scoring.formula.evaluate import Key, parts, values_of
from scoring.formula.nodes import PEERS, Apply, Formula, Node, Read
from scoring.formula.surroundings import Surroundings
from scoring.formula.text import canonical


@dataclass(frozen=True, eq=False)
class Worked:
    """A part of a formula with what it came to for one person: the tree that explains a figure.

    Parameters
    ----------
    node : what was worked out. value : its number (a condition: 1 or 0), NaN where it is missing or a text.
    back : from how many periods back it was read. parts : what it was worked out from; of ``if`` the
    condition and the branch taken, of ``coalesce`` what was taken.
    why : of a missing value the reason, ``formula-why-…`` in the catalogue. text : the person's position.
    """

    node: Node
    value: float
    back: int = 0
    parts: tuple[Worked, ...] = ()
    why: Phrase | None = None
    text: str = ""

    def slices(self) -> tuple[tuple[float, float], ...]:
        """Of ``brackets`` the parts of its value that are not 0, each with its rate in percent."""
        assert isinstance(self.node, Apply)
        found = ((float(part), rate) for part, rate in slices(self.node.table, self.parts[0].value))
        return tuple((part, rate) for part, rate in found if part > 0)


def working(formula: Formula, surroundings: Surroundings, row: int) -> Worked:
    """How `formula` came to what it gives the person in `row`."""
    return _worked((formula.root, 0), values_of(formula, surroundings, row), surroundings, row)


def _worked(key: Key, values: Mapping[Key, float], surroundings: Surroundings, row: int) -> Worked:
    node, back = key
    value = values.get(key, math.nan)
    inside = tuple(
        _worked(part, values, surroundings, row)
        for part in _looked_at(node, parts(node, back, surroundings), values)
    )
    if isinstance(node, Read) and node.type == "text":
        return Worked(node, value, back, text=str(surroundings.position[row]))
    missing = math.isnan(value) and node.type != "text"
    why = _why(node, back, inside, surroundings, row) if missing else None
    return Worked(node, value, back, inside, why)


def _looked_at(node: Node, inside: Sequence[Key], values: Mapping[Key, float]) -> Sequence[Key]:
    """Those parts that had a say."""
    if isinstance(node, Apply) and node.op == "if":
        condition, then, other = inside
        held = values[condition]
        return [condition] if math.isnan(held) else [condition, then if held else other]
    if isinstance(node, Apply) and node.op == "coalesce":
        there = [part for part in inside if not math.isnan(values[part])]
        return there[:1] or inside
    return inside


def _why(node: Node, back: int, inside: Sequence[Worked], surroundings: Surroundings, row: int) -> Phrase:
    """Why there is nothing: the first reason in the order of the text."""
    if isinstance(node, Read):
        what = "no-past" if back > surroundings.past[row] else f"no-{node.subject}"
        return Phrase(f"formula-why-{what}", {"code": node.code, "back": back})
    assert isinstance(node, Apply)
    if node.op in PEERS:
        in_none = node.op.startswith("team_") and surroundings.team[row] < 0
        return Phrase(
            "formula-why-no-team" if in_none else "formula-why-nobody", {"of": canonical(node.args[0])}
        )
    for part in inside:
        if part.why is not None:
            return part.why
        if isinstance(part.node, Read) and part.node.type == "text" and not part.text:
            return Phrase("formula-why-no-position")
    if node.op == "product":
        for sign, part in zip(node.signs, inside, strict=True):
            if sign == "/" and part.value == 0:
                return Phrase("formula-why-division", {"by": canonical(part.node)})
    return Phrase("formula-why-too-large")
