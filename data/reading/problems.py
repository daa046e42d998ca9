"""What is said about a file: objections and mendings, each with the place as the person sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

ERROR, WARNING, FIXED = "error", "warning", "fixed"
"""Held back until a person decides; taken, but look at it; mended without doubt."""

SEVERITIES = (ERROR, WARNING, FIXED)
"""What a person must look at first stands first."""

TOLD_ONE_BY_ONE = 10
"""So many of one kind in one column are told one by one; more are told as one, with their number."""


@dataclass(frozen=True)
class Problem:
    """One thing said; row and column as the person sees them. ``rule`` is a key of the catalogue
    (``rule-…``); ``count`` how many cells it stands for."""

    rule: str
    severity: str
    sheet: str = ""
    row: int | None = None
    column: str = ""
    raw: str = ""
    params: dict[str, object] = field(default_factory=dict)
    count: int = 1


def gathered(problems: Iterable[Problem]) -> list[Problem]:
    """Mendings of one kind in one column as one, where there are many; by row."""
    groups: dict[tuple[str, str, str], list[Problem]] = {}
    kept: list[Problem] = []
    for problem in problems:
        if problem.severity == ERROR:
            kept.append(problem)
        else:
            groups.setdefault((problem.rule, problem.sheet, problem.column), []).append(problem)
    for found in groups.values():
        if len(found) <= TOLD_ONE_BY_ONE:
            kept += found
            continue
        first = min(found, key=lambda p: p.row or 0)
        total = sum(p.count for p in found)
        kept.append(
            Problem(
                first.rule,
                first.severity,
                first.sheet,
                first.row,
                first.column,
                first.raw,
                first.params,
                total,
            )
        )
    return sorted(kept, key=lambda p: (p.sheet, p.row or 0, p.column))
