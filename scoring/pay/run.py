"""What a score sheet pays: every line for everybody, in the order in which lines lean on each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from scoring.cohort.presence import attended_shares
from scoring.cohort.surroundings import known, refuse_unknown
from scoring.formula import Surroundings, evaluate
from scoring.pay.fen import Fen, Floats
from scoring.pay.holding import Texts, held_back
from scoring.pay.kinds import Asked, Bools, Given, given
from scoring.pay.results import PayRun
from scoring.scheme.pay import OfLines, PayLine, in_order, summed
from scoring.sheet import ScoreSheet


def pay(sheet: ScoreSheet) -> PayRun:
    """What the lines of pay of the sheet's scheme give everybody in it; a scheme without any pays nothing.

    Each amount is rounded to the fen, half up; pools are shared out to the fen by largest remainder.

    Raises
    ------
    MeasurementError : a line names a measure that there is not, or asks for a pool that is not one sum.
    """
    scheme, measurements = sheet.scheme, sheet.measurements
    refuse_unknown(scheme.pay_formulas, scheme, measurements)
    lines, n = in_order(scheme.pay), len(sheet.people)
    paid: dict[str, Fen] = {}
    yuan: dict[str, Floats] = {}
    read = known(scheme, measurements, _targets(sheet))
    positions = np.asarray(read.position, dtype=np.str_)
    read = replace(
        read,
        position=positions,
        score=lambda code: sheet.scores[:, scheme.codes.index(code)],
        section=lambda code: sheet.sections[:, [s.code for s in scheme.sections].index(code)],
        total=lambda: sheet.totals,
        pay=lambda code: yuan[code],
        of_person=_of_person(sheet),
    )
    shape = (n, len(lines))
    amounts = np.zeros(shape, dtype=np.int64)
    applies, missing = np.zeros(shape, dtype=bool), np.zeros(shape, dtype=bool)
    work: dict[str, Given] = {}
    for k, line in enumerate(lines):
        theirs, holds, unknown = _whose(line, positions, read)
        found = work[line.code] = given(line, Asked(read, holds, paid, lines))
        unknown |= holds & found.missing
        unknown |= holds & _unknown_together(line, lines[:k], missing)
        counts = holds & ~unknown
        amounts[:, k] = np.where(counts, found.amount, 0)
        applies[:, k], missing[:, k] = holds, unknown
        paid[line.code] = amounts[:, k]
        yuan[line.code] = np.where(theirs & ~unknown, amounts[:, k] / 100.0, np.nan)
    return PayRun(
        sheet=sheet,
        lines=lines,
        amounts=amounts,
        applies=applies,
        missing=missing,
        held=held_back(scheme.payment, lines, amounts, applies, work, positions),
        work=tuple(work[line.code] for line in lines),
        read=read,
    )


def _whose(line: PayLine, positions: Texts, read: Surroundings) -> tuple[Bools, Bools, Bools]:
    """(n,) whose a line is by position, where its condition holds besides, where that cannot be told."""
    theirs = np.ones(read.people, dtype=bool)
    if line.positions:
        theirs = np.isin(positions, line.positions)
    if line.when is None:
        return theirs, theirs, np.zeros(read.people, dtype=bool)
    when = evaluate(line.when, read)
    return theirs, theirs & (when == 1), theirs & np.isnan(when)


def _unknown_together(line: PayLine, before: tuple[PayLine, ...], missing: Bools) -> Bools:
    """(n,) where a line looks at others together of which one is missing."""
    if not isinstance(line, OfLines):
        return np.zeros(len(missing), dtype=bool)
    members = summed(line, before)
    columns = [k for k, one in enumerate(before) if one.code in members]
    return np.asarray(missing[:, columns].any(axis=1))


def _targets(sheet: ScoreSheet) -> Callable[[str], Floats]:
    """The targets that people are held to; of a measure that is no indicator their own."""
    position = {code: j for j, code in enumerate(sheet.indicators)}

    def target(code: str) -> Floats:
        if code in position:
            return sheet.targets[:, position[code]]
        return sheet.measurements.column(sheet.measurements.targets, code)

    return target


def _of_person(sheet: ScoreSheet) -> Callable[[str], Floats]:
    coefficients = [np.nan if g.coefficient is None else g.coefficient for g in sheet.scheme.grades]

    def found(subject: str) -> Floats:
        if subject == "coefficient":
            # Who has no grade (-1) finds the last one, which is missing.
            return np.array([*coefficients, np.nan])[sheet.grade_index]
        return attended_shares(sheet.measurements) if subject == "presence" else sheet.deductions

    return found
