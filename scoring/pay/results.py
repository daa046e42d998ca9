"""The figures of a pay run."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from scoring.formula import Surroundings
from scoring.pay.fen import Fen
from scoring.pay.kinds import Bools, Given
from scoring.scheme.pay import PayLine
from scoring.sheet import ScoreSheet


@dataclass(frozen=True, eq=False)
class PayRun:
    """What a sheet pays: n people in the sheet's order, L lines in the order in which they were worked out.

    All amounts are whole fen (0.01 yuan), so that sums are exact.

    Parameters
    ----------
    amounts : (n, L) what each line gives, below 0 where it takes; 0 where it is not the person's.
    applies : (n, L) whether the line is the person's and its condition holds.
    missing : (n, L) the line is the person's, but a figure that it needs is not there: it gives 0, and
        somebody has to look.
    held : (n, L) the part of each amount that is held back; the rest is paid now.
    work : what each line gave and the figures that explain it, whosever it is.
    read : what the lines' expressions read.
    """

    sheet: ScoreSheet
    lines: tuple[PayLine, ...]
    amounts: Fen
    applies: Bools
    missing: Bools
    held: Fen
    work: tuple[Given, ...] = ()
    read: Surroundings | None = None

    @property
    def people(self) -> tuple[str, ...]:
        """The cohort's ids."""
        return self.sheet.people

    @cached_property
    def totals(self) -> Fen:
        """(n,) what each person is granted."""
        return np.asarray(self.amounts.sum(axis=1))

    @cached_property
    def now(self) -> Fen:
        """(n,) what is paid now."""
        return np.asarray((self.amounts - self.held).sum(axis=1))
