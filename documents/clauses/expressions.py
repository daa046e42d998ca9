"""What a scheme works out and makes depend on conditions, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from documents.clauses.names import Names
from documents.formulas import as_factor, spelled
from scoring.scheme import Condition, Measure
from scoring.scheme.parts import ENTRY, TOTAL
from words import format as fmt
from words.text import Text


def measure(found: Measure, names: Names, t: Text) -> Iterator[str]:
    """What a derived measure is, and what it was before there were any periods."""
    formula = spelled(found.formula, t, names)
    yield t("regulation-measure", name=names[found.code], code=found.code, formula=formula)
    if found.unit not in ("", "1"):
        yield t("regulation-unit", unit=t.term(found.unit))
    if found.start is not None:
        yield t("regulation-start", start=fmt.operand(found.start))


def condition(found: Condition, names: Names, t: Text) -> Iterator[str]:
    """What is done to what, when, and why."""
    when, done = spelled(found.when, t, names), effect(found, names, t)
    yield t("regulation-condition", subject=subject(found, names, t), when=when, done=done)
    if reason := t.name(found.reason):
        yield t("regulation-reason", reason=reason)


def effect(found: Condition, names: Names, t: Text) -> str:
    """What is done where a condition holds."""
    done = t(f"condition-{found.effect.replace('_', '-')}", amount=fmt.operand(found.amount))
    if found.per is not None:
        done += t("condition-per", per=as_factor(found.per.root, spelled(found.per, t, names)))
    return done


def subject(found: Condition, names: Names, t: Text) -> str:
    """What a condition is on."""
    if found.on == TOTAL:
        return t("formula-spelled-total")
    if found.on == ENTRY:
        return t("regulation-entry")
    name = t("formula-named", name=names.get(found.on, found.section or found.on))
    return t("formula-spelled-score" if found.section is None else "formula-spelled-section", name=name)
