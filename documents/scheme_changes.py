"""What two versions differ in, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import cast

from documents.clauses import expressions, pay, whole
from documents.clauses.names import Names, names_of
from documents.clauses.rules import grade, rule
from documents.formulas import spelled
from scoring import Scheme
from scoring.formula import Formula
from scoring.scheme import Condition, Grade, Measure, Profile, Protection, Section, Veto
from scoring.scheme.pay import PayLine, Payment
from scoring.scheme.rules import Rule
from words import format as fmt
from words.text import Text, leading, literal
from workflow.schemes import SchemeChange

_WORDED = (
    "aggregation",
    "missing",
    "direction",
    "measure",
    "cycle",
    "kind",
    "between",
    "dimension",
    "family",
    "combine",
    "on",
    "without_target",
    "target_from",
    "others",
)
_NAMED = "class"
_ENTRIES = (Section, Profile, Measure, Condition, PayLine)


def unmarked(typed: str) -> str:
    """A scheme's own words without what would end a bold name."""
    return typed.replace("*", "∗")


def sentences(
    before: Scheme,
    after: Scheme,
    changes: tuple[SchemeChange, ...],
    t: Text,
    typed: Callable[[str], str] = literal,
) -> list[str]:
    """One sentence for each change, the largest of weights first; names are marked bold as in Markdown, and
    `typed` makes what comes from the scheme safe where the sentence is shown."""
    result = []
    for change in sorted(changes, key=_size):
        held = before if change.what == "removed" else after
        subject = t.name(held.by_code[change.indicator].name, change.indicator) if change.indicator else ""
        old, new = (_value(change.what, v, before, after, t) for v in _apart(change))
        words = {"name": typed(subject), "before": typed(old), "after": typed(new)}
        if change.what in ("added", "removed"):
            result.append(t(f"diff-{change.what}", **words))
        else:
            what = t(f"diff-field-{change.what.rstrip('_')}")
            key = "diff-of-indicator" if change.indicator else "diff-of-scheme"
            result.append(t(key, what=what, **words))
    # A change is read at a glance only where its two sides stay on one line.
    return [leading(line).replace(" → ", "\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}") for line in result]


def _size(change: SchemeChange) -> float:
    """Weights first, the largest change before the others; the rest as it comes."""
    if change.what != "weight":
        return 0.0
    return -abs(float(str(change.after)) - float(str(change.before)))


def _apart(change: SchemeChange) -> tuple[object, object]:
    """The two sides; of lists of which each entry stands for itself what the other side lacks."""
    sides = change.before, change.after
    lists = [side for side in sides if isinstance(side, tuple)]
    if len(lists) < 2 or not any(isinstance(part, _ENTRIES) for side in lists for part in side):
        return sides
    old, new = lists
    return tuple(p for p in old if p not in new), tuple(p for p in new if p not in old)


def _value(what: str, value: object, before: Scheme, after: Scheme, t: Text) -> str:
    """A field's value as people say it."""
    word = f"{_NAMED if what == 'class_' else what}-{value}"
    if what == "talk_grades" and value == ():
        return t("diff-talk-grades-usual")
    if value is None or value == ():
        return t("diff-nothing")
    if what == "rule":
        return rule(cast(Rule, value), t)
    if isinstance(value, Formula):
        return spelled(value, t, {**names_of(before, t), **names_of(after, t)})
    if isinstance(value, Veto):
        return t("diff-veto", ceiling=fmt.operand(value.ceiling), grade=value.grade)
    if isinstance(value, Protection):
        months = t("list-joint").join(fmt.percent(f, 0) for f in value.target_factors) or fmt.DASH
        return t("diff-protection", months=value.unranked_months, factors=months)
    if isinstance(value, Payment):
        names = {**names_of(before, t), **names_of(after, t)}
        said = t("sentence-joint").join(pay.payment(value, names, t))
        return said.rstrip(t("sentence-end")) or t("diff-nothing")
    if isinstance(value, Mapping):
        return t.name(value)
    if what == "recognition":
        return t("list-joint").join(t(f"recognition-{one}") for one in cast(tuple[str, ...], value))
    if what == "talk_grades":
        return t("list-joint").join(cast(tuple[str, ...], value))
    if isinstance(value, tuple):
        return t("clause-joint").join(_part(part, before, after, t) for part in value)
    if what in _WORDED or what in ("class_", "frequency"):
        word = f"cycle-{value}" if what == "frequency" else word
        return t(word) if t.has(word) else str(value)
    if what == "minimum_coverage":
        return fmt.percent(float(str(value)), 0)
    return fmt.operand(float(value)) if isinstance(value, int | float) else str(value)


def _part(part: object, before: Scheme, after: Scheme, t: Text) -> str:
    """One grade, an entry of a list as its article says it, or one indicator that breaks ties."""
    if isinstance(part, Grade):
        return grade(part, t)
    for held in (before, after):
        if part in (*held.sections, *held.profiles, *held.derived, *held.conditions, *held.pay):
            told = _article(part, held, names_of(held, t), t)
            return t("sentence-joint").join(told).rstrip(t("sentence-end"))
    known, code = {**before.by_code, **after.by_code}, str(part)
    return t.name(known[code].name, code) if code in known else code


def _article(part: object, scheme: Scheme, names: Names, t: Text) -> Iterable[str]:
    if isinstance(part, Section):
        return whole.section(part, scheme, names, t)
    if isinstance(part, Profile):
        return whole.profile(part, names, t)
    if isinstance(part, Measure):
        return expressions.measure(part, names, t)
    if isinstance(part, PayLine):
        return pay.line(part, scheme.pay, names, t)
    return expressions.condition(part, names, t) if isinstance(part, Condition) else ()
