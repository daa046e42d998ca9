"""What a scheme costs beside another: in all, by line and by group, and who gains and loses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from scoring.errors import SteelyardError
from scoring.pay import PayRun, pay
from scoring.pay.compared import REST, safe
from scoring.pay.fen import fen
from scoring.sheet import ScoreSheet

Fen = NDArray[np.int64]
NOTICED = 100
"""Fen by which pay has to change for somebody to gain or lose: a pool's last yuan moves with everything."""


@dataclass(frozen=True, eq=False)
class Paid:
    """What a sheet pays.

    Parameters
    ----------
    granted, held : (n,) fen, people in the sheet's order; what each gets, and the part that is held back.
    run : of a scheme with pay lines; None where pay is a base times the coefficient of the grade.
    lacking : what keeps the pay lines from being worked out; nothing is granted then.
    """

    people: tuple[str, ...]
    granted: Fen
    held: Fen
    run: PayRun | None = None
    lacking: SteelyardError | None = None


@dataclass(frozen=True)
class GroupCost:
    """What some people cost, in fen, and how many of them gain and lose; ``name`` None: those in no group,
    and those of groups too small to be shown."""

    name: str | None
    people: int
    before: int
    after: int
    gaining: int
    losing: int

    @property
    def change(self) -> int:
        """After less before."""
        return self.after - self.before

    @property
    def share(self) -> float:
        """The change as a part of what it was; NaN where it was nothing."""
        return self.change / self.before if self.before else float("nan")


@dataclass(frozen=True, eq=False)
class Cost:
    """What two sheets of the same period pay, over everybody who stands in one of them.

    ``before``, ``after`` : (n,) fen of each of `people`, 0 where a sheet does not have the person; ``held`` :
    fen held back before and after. ``by_lines`` : whether the sides pay by lines, or by a base times the
    coefficient of the grade. ``lacking`` : what keeps the lines of a side from being worked out; the figures
    say nothing then.
    """

    people: tuple[str, ...]
    before: Fen
    after: Fen
    held: tuple[int, int]
    by_lines: tuple[bool, bool]
    lacking: SteelyardError | None = None

    @property
    def of_lines(self) -> bool:
        """Whether both sides are paid by lines, and these can be worked out."""
        return all(self.by_lines) and self.lacking is None

    @cached_property
    def total(self) -> GroupCost:
        """Everybody."""
        return self._group(None, np.arange(len(self.people)))

    @cached_property
    def change(self) -> Fen:
        """(n,) what each person's pay changes by."""
        return np.asarray(self.after - self.before)

    def groups(self, of: Mapping[str, str | None], *, smallest: int = 1) -> tuple[GroupCost, ...]:
        """The cost by group, in the order in which the groups come up in `of` (person → group).

        Groups of fewer than `smallest` people are told together, at the end, as
        :func:`scoring.pay.compared.safe` puts them; nothing is told where even all are too few.
        """
        rows: dict[str, list[int]] = {name: [] for name in of.values() if name is not None}
        rest: list[int] = []
        for k, person in enumerate(self.people):
            name = of.get(person)
            (rest if name is None else rows[name]).append(k)
        if len(self.people) < smallest:
            return ()
        told = safe({name: len(own) for name, own in rows.items() if own}, smallest, others=len(rest))
        rest += [k for name, key in told.items() if key == REST for k in rows[name]]
        alone = tuple(self._group(name, rows[name]) for name, key in told.items() if key != REST)
        return (*alone, self._group(None, rest)) if rest else alone

    def _group(self, name: str | None, rows: Sequence[int] | NDArray[np.intp]) -> GroupCost:
        at = np.asarray(rows, dtype=np.intp)
        change = self.change[at]
        sums = int(self.before[at].sum()), int(self.after[at].sum())
        return GroupCost(
            name, len(at), *sums, int((change >= NOTICED).sum()), int((change <= -NOTICED).sum())
        )


def paid(sheet: ScoreSheet, base: float) -> Paid | None:
    """What a sheet pays by its scheme's lines; else `base` yuan times the coefficient of each grade (nothing
    without a grade). None where the scheme has neither."""
    people = sheet.people
    nothing = np.zeros(len(people), dtype=np.int64)
    if sheet.scheme.pay:
        try:
            run = pay(sheet)
        except SteelyardError as problem:
            return Paid(people, nothing, nothing, lacking=problem)
        return Paid(people, run.totals, np.asarray(run.held.sum(axis=1)), run)
    coefficients = [grade.coefficient for grade in sheet.scheme.grades]
    if not coefficients or any(c is None for c in coefficients):
        return None
    # The last place is for whoever has no grade.
    worth = np.array([*(float(c or 0.0) for c in coefficients), 0.0])[sheet.grade_index]
    return Paid(people, fen(worth * base), nothing)


def cost(before: Paid, after: Paid) -> Cost:
    """What two sides pay beside one another, and who gains and loses by the second."""
    people = tuple(dict.fromkeys((*after.people, *before.people)))

    def of(side: Paid) -> Fen:
        row = {person: k for k, person in enumerate(side.people)}
        known = np.append(side.granted, 0)
        return np.asarray(known[[row.get(person, -1) for person in people]], dtype=np.int64)

    held = int(before.held.sum()), int(after.held.sum())
    by_lines = before.run is not None, after.run is not None
    return Cost(people, of(before), of(after), held, by_lines, before.lacking or after.lacking)


def together(groups: Iterable[GroupCost]) -> tuple[GroupCost, ...]:
    """The groups of several periods by their names, in the order in which these come up; people count once
    for each period."""
    found: dict[str | None, GroupCost] = {}
    for one in groups:
        held = found.get(one.name, GroupCost(one.name, 0, 0, 0, 0, 0))
        found[one.name] = GroupCost(
            one.name,
            held.people + one.people,
            held.before + one.before,
            held.after + one.after,
            held.gaining + one.gaining,
            held.losing + one.losing,
        )
    return tuple(found.values())
