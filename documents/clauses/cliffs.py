"""Where totals jump, in words: what jumps, at which place, and what is done there."""

from __future__ import annotations

from documents.clauses import expressions
from documents.clauses.names import Names
from documents.formulas import spelled
from scoring.change.cliffs import Cliff
from words import format as fmt
from words.text import Text


def subject(cliff: Cliff, names: Names, t: Text) -> str:
    """What jumps: an indicator, a section's points, the total, or who takes part."""
    if cliff.condition is not None:
        return expressions.subject(cliff.condition, names, t)
    return names.get(cliff.on, cliff.on)


def place(cliff: Cliff, names: Names, t: Text) -> str:
    """Where it jumps: a place of a rule, whole steps, or what a condition compares."""
    if cliff.asked is not None:
        return spelled(cliff.asked, t, names)
    at = [fmt.operand(end) for end in (cliff.value, cliff.last) if end is not None]
    places = t(f"cliff-{cliff.reads}", at=t("cliff-between").join(at))
    return places if cliff.every is None else t("cliff-every", places=places, every=fmt.operand(cliff.every))


def done(cliff: Cliff, names: Names, t: Text) -> str:
    """What is done there: by a condition what it does, else the rule's own jump."""
    if cliff.condition is not None:
        return expressions.effect(cliff.condition, names, t)
    if cliff.asked is not None:
        return t("cliff-by-formula")
    return t("cliff-by-step" if cliff.every is not None else "cliff-by-rule")
