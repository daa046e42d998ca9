"""What is said about a file: objections and mendings, each with the place as the person sees it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from data.reading.rules import Rule

ERROR, WARNING, FIXED = "error", "warning", "fixed"
"""Held back until a person decides; taken, but look at it; mended without doubt."""

SEVERITIES = (ERROR, WARNING, FIXED)
"""What a person must look at first stands first."""

TOLD_ONE_BY_ONE = 10
"""So many of one kind in one column are told one by one; more are told as one, with their number."""


@dataclass(frozen=True)
class Problem:
    """One thing said; row and column as the person sees them. ``count``: how many cells it stands for."""

    rule: Rule
    severity: str
    sheet: str = ""
    row: int | None = None
    column: str = ""
    raw: str = ""
    params: dict[str, object] = field(default_factory=dict)
    count: int = 1

    def __post_init__(self) -> None:
        if not isinstance(self.rule, Rule):
            object.__setattr__(self, "rule", Rule(self.rule))


@dataclass(frozen=True)
class Choice:
    """One way to settle a doubt. ``key`` tells the choices of one question apart; ``text`` is what the cell
    would then be read as ("" for `LEAVE_OUT`); the sentence is ``choice-…`` by `name`, with `params`."""

    key: str
    name: str
    text: str = ""
    params: dict[str, object] = field(default_factory=dict)


LEAVE_OUT = Choice("leave-out", "leave-out")
"""Every question can be answered by leaving the row or cell out."""


def question_key(rule: Rule, sheet: str, row: int, column: str) -> str:
    """What the question of this rule about this cell is named by."""
    return f"{rule}|{sheet}|{row}|{column}"


@dataclass(frozen=True)
class Question:
    """A doubt that only a person can settle: where it stands, and the ways to settle it."""

    rule: Rule
    sheet: str
    row: int
    column: str
    raw: str
    choices: tuple[Choice, ...]
    params: dict[str, object] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What answers name it by: the same for the same file, however often it is read."""
        return question_key(self.rule, self.sheet, self.row, self.column)


Answers = Mapping[str, str]
"""Question's key → choice's key, as a person decided; a file is judged again with them."""


def gathered(problems: Iterable[Problem]) -> list[Problem]:
    """Many of one kind in one column as one, by row: mendings and hints whatever stood there, errors for each
    value. The one that stands for many names up to ten of their rows (``params["rows"]``).

    A person's decisions are never gathered: each of them is kept.
    """
    groups: dict[tuple[str, ...], list[Problem]] = {}
    kept: list[Problem] = []
    for problem in problems:
        if problem.rule == Rule.DECIDED:
            kept.append(problem)
            continue
        value = problem.raw if problem.severity == ERROR else ""
        key = (problem.rule, problem.severity, problem.sheet, problem.column, value)
        groups.setdefault(key, []).append(problem)
    for found in groups.values():
        kept += found if len(found) <= TOLD_ONE_BY_ONE else [_as_one(found)]
    return sorted(kept, key=lambda p: (p.sheet, p.row or 0, p.column))


def _as_one(found: list[Problem]) -> Problem:
    first = min(found, key=lambda p: p.row or 0)
    rows = sorted({p.row for p in found if p.row})[:TOLD_ONE_BY_ONE]
    params = first.params | {"rows": ", ".join(map(str, rows))}
    return replace(first, params=params, count=sum(p.count for p in found))
