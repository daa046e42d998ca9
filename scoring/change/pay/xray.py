"""What a scheme pays for: what a better figure brings, what a worse one costs, where pay jumps, and the
cheapest ways of each person to more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from scoring.change.levers import scored
from scoring.change.lift import Lift, lift
from scoring.change.pay.moved import HAIR, Looked, PayLever
from scoring.cohort.measurements import Measurements
from scoring.formula import Formula
from scoring.scheme.pay import Bonus, Step
from scoring.sheet import ScoreSheet

Floats = NDArray[np.float64]
Progress = Callable[[float], None]

ASKED = 1_000.0
"""Yuan more that the cheapest way is looked for."""
_HALVINGS = 14


@dataclass(frozen=True)
class Way:
    """What a measure pays that everybody, each alone, is better at by ``change`` units (the spread of
    colleagues): yuan more for a person on average and at most, and to how many it pays anything.

    ``of_customers`` : whether it is one of the families that need a customer; None where the scheme does not
    say, as the measure is no indicator of it.
    """

    code: str
    change: float
    yuan: float
    most: float
    people: int
    of_customers: bool | None


@dataclass(frozen=True)
class Price:
    """What one more of something bad costs, a violation, a complaint, or a point deducted (``code`` None):
    yuan for the person in the middle and at most, and how many fall a grade by it; of ``people`` who have
    it."""

    code: str | None
    yuan: float
    most: float
    regraded: int
    people: int


@dataclass(frozen=True)
class Jump:
    """Where pay jumps. By grade (``line`` None): from ``below`` to ``above``; by a line in steps or with a
    condition: at ``at`` (None: where `when` holds). ``yuan``: what it is worth to the person in the middle;
    ``people``: how many stand just below it, within a point of the grade, or without what the line asks."""

    line: str | None
    below: str
    above: str
    at: float | None
    when: Formula | None
    yuan: float
    people: int


@dataclass(frozen=True)
class Moved:
    """A measure of a person brought from ``value`` to ``needed``."""

    code: str
    value: float
    needed: float

    @property
    def change(self) -> float:
        """By how many units."""
        return self.needed - self.value


@dataclass(frozen=True)
class Reach:
    """The cheapest way of a person to :data:`ASKED` yuan more, by effort in spreads of colleagues, as far as
    good colleagues got; ``yuan``: what it gives. Where all of it does not give as much, ``enough`` is False
    and the ways are those that give most."""

    ways: tuple[Moved, ...]
    yuan: float
    enough: bool


@dataclass(frozen=True, eq=False)
class XRay:
    """The picture of a scheme's pay on a sheet; ``people``: by id what lifts to the next grade, and the way
    to more pay."""

    ways: tuple[Way, ...]
    prices: tuple[Price, ...]
    jumps: tuple[Jump, ...]
    people: Mapping[str, tuple[Lift, Reach]]

    def of_groups(self, smallest: int) -> XRay:
        """The same without what would tell what one person is paid: nobody's own ways, no largest amount
        (NaN), and no amount that fewer than `smallest` people have."""

        def told(yuan: float, people: int) -> float:
            return yuan if people >= smallest else np.nan

        return XRay(
            tuple(replace(w, yuan=told(w.yuan, w.people), most=np.nan) for w in self.ways),
            tuple(replace(p, yuan=told(p.yuan, p.people), most=np.nan) for p in self.prices),
            tuple(replace(j, yuan=told(j.yuan, j.people)) for j in self.jumps),
            {},
        )


def xray(sheet: ScoreSheet, progress: Progress | None = None) -> XRay:
    """What the sheet's scheme, which has pay lines, pays its people for; everybody else is as they were.

    Raises
    ------
    MeasurementError : the pay lines cannot be worked out.
    """
    looked = Looked(sheet)
    levers = list(looked.levers())
    steps = len(levers) * 2 + len(sheet.people)
    done = iter(range(1, steps + 1))

    def step() -> None:
        if progress is not None:
            progress(next(done) / steps)

    ways = []
    for one in levers:
        ways.append(_way(looked, one))
        step()
    alone = []
    for one in levers:
        alone.append(_alone(looked, one))
        step()
    people = {}
    for i, person in enumerate(sheet.people):
        people[person] = lift(sheet, person), _reach(looked, levers, alone, i)
        step()
    return XRay(
        tuple(sorted((w for w in ways if w.yuan > HAIR), key=lambda w: -w.yuan)),
        tuple(_prices(looked, levers)),
        tuple(_jumps(looked)),
        people,
    )


def _way(looked: Looked, one: PayLever) -> Way:
    gained = looked.gain(one.code, one.values + one.sign * one.spread)
    known = gained[~np.isnan(gained)]
    return Way(
        one.code,
        one.sign * one.spread,
        float(known.mean()),
        float(known.max()),
        int((known > HAIR).sum()),
        one.of_customers,
    )


def _alone(looked: Looked, one: PayLever) -> tuple[Floats, Floats]:
    """(n,) the least value within reach at which the measure alone pays ASKED more, NaN where none does; and
    what it pays at the end of what is within reach."""
    at_end = looked.gain(one.code, one.limit)
    rows = np.flatnonzero(at_end >= ASKED).tolist()
    low, high = np.zeros(len(at_end)), one.sign * (one.limit - one.values)
    for _ in range(_HALVINGS if len(rows) else 0):
        middle = (low + high) / 2
        enough = looked.gain(one.code, one.values + one.sign * middle, rows) >= ASKED
        low, high = np.where(enough, low, middle), np.where(enough, middle, high)
    needed = one.values + one.sign * high
    if one.counted:
        needed = one.sign * np.ceil(one.sign * needed - 1e-9)
    return np.where(at_end >= ASKED, needed, np.nan), at_end


def _reach(
    looked: Looked, levers: Sequence[PayLever], alone: Sequence[tuple[Floats, Floats]], i: int
) -> Reach:
    best: tuple[float, Moved] | None = None
    for one, (needed, _) in zip(levers, alone, strict=True):
        if not np.isnan(needed[i]):
            effort = abs(needed[i] - one.values[i]) / one.spread
            if best is None or effort < best[0]:
                best = float(effort), _moved(one, i, float(needed[i]))
    if best is not None:
        return Reach((best[1],), looked.one(i, {best[1].code: best[1].needed}), True)
    return _together(looked, levers, alone, i)


def _together(
    looked: Looked, levers: Sequence[PayLever], alone: Sequence[tuple[Floats, Floats]], i: int
) -> Reach:
    """Measures brought to the end of what is within reach, those first that pay most for their effort, until
    it is enough; the last of them only as far as it has to."""
    order = []
    for one, (_, at_end) in zip(levers, alone, strict=True):
        effort = one.sign * (one.limit[i] - one.values[i]) / one.spread
        if effort > 0 and at_end[i] == at_end[i]:
            order.append((float(at_end[i]) / effort, one))
    order.sort(key=lambda pair: -pair[0])
    at: dict[str, float] = {}
    ways: dict[str, PayLever] = {}
    gained = 0.0
    for _, one in order:
        with_it = looked.one(i, {**at, one.code: float(one.limit[i])})
        if with_it <= gained + HAIR:
            continue
        at[one.code], ways[one.code], gained = float(one.limit[i]), one, with_it
        if gained >= ASKED:
            at[one.code] = _least(looked, one, i, at)
            at = _needed(looked, i, at)
            gained = looked.one(i, at)
            break
    return Reach(tuple(_moved(ways[code], i, to) for code, to in at.items()), gained, gained >= ASKED)


def _needed(looked: Looked, i: int, at: Mapping[str, float]) -> dict[str, float]:
    """Without those that were not needed after all, as the last one brought more than was lacking."""
    kept = dict(at)
    for code in at:
        others = {other: to for other, to in kept.items() if other != code}
        if others and looked.one(i, others) >= ASKED:
            kept = others
    return kept


def _least(looked: Looked, one: PayLever, i: int, at: Mapping[str, float]) -> float:
    low, high = 0.0, one.sign * float(one.limit[i] - one.values[i])
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        enough = looked.one(i, {**at, one.code: float(one.values[i]) + one.sign * middle}) >= ASKED
        low, high = (low, middle) if enough else (middle, high)
    needed = float(one.values[i]) + one.sign * high
    return one.sign * float(np.ceil(one.sign * needed - 1e-9)) if one.counted else needed


def _moved(one: PayLever, i: int, needed: float) -> Moved:
    return Moved(one.code, float(one.values[i]), needed)


def _prices(looked: Looked, levers: Sequence[PayLever]) -> Iterator[Price]:
    """One more of what is counted and better the less there is of it, and one point deducted."""
    sheet, measured = looked.sheet, looked.sheet.measurements
    for one in levers:
        if one.counted and one.sign < 0:
            worse = measured.with_everybody(one.code, one.values + 1.0)
            yield _price(looked, one.code, looked.gain(one.code, one.values + 1.0), worse)
    deducted = np.zeros(len(sheet.people)) if measured.deductions is None else measured.deductions
    more = measured.with_adjustments(measured.additions, deducted + 1.0, measured.vetoes, measured.held)
    yield _price(looked, None, looked.more(more), more)


def _price(looked: Looked, code: str | None, gained: Floats, worse: Measurements) -> Price:
    known = gained[~np.isnan(gained)]
    fallen = scored(looked.scheme, worse).grade_index > looked.sheet.grade_index
    middle, most = (float(np.median(known)), float(known.min())) if len(known) else (0.0, 0.0)
    return Price(code, middle, most, int(fallen.sum()), len(known))


def _jumps(looked: Looked) -> Iterator[Jump]:
    sheet, scheme = looked.sheet, looked.scheme
    index, grades = sheet.grade_index, scheme.grades
    better = replace(sheet, grade_index=np.where(index > 0, index - 1, index))
    gained = looked.beside(better)
    for k in range(1, len(grades)):
        held = index == k
        if held.any():
            near = held & (sheet.totals >= grades[k - 1].from_ - scheme.points / 100.0)
            yield Jump(
                *(None, grades[k].name, grades[k - 1].name, grades[k - 1].from_, None),
                *(float(np.median(gained[held])), int(near.sum())),
            )
    run = looked.run
    for line, amounts, applies in zip(run.lines, run.amounts.T, run.applies.T, strict=True):
        if isinstance(line, Step):
            for edge, low, high in zip(line.edges, line.amounts, line.amounts[1:], strict=False):
                below = applies & (amounts == round(low * 100))
                yield Jump(line.code, "", "", edge, None, high - low, int(below.sum()))
        elif isinstance(line, Bonus) and line.when is not None and applies.any():
            worth = float(np.median(amounts[applies])) / 100.0
            yield Jump(line.code, "", "", None, line.when, worth, int((~applies).sum()))
