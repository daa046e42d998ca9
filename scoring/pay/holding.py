"""How much of each line is held back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from scoring.pay.fen import Fen, fen, rows_in_proportion
from scoring.pay.kinds import Bools, Given
from scoring.scheme.pay import Brackets, PayLine, Payment, summed

Texts = NDArray[np.str_]


def held_back(
    payment: Payment,
    lines: Sequence[PayLine],
    amounts: Fen,
    applies: Bools,
    work: Mapping[str, Given],
    positions: Texts,
) -> Fen:
    """(n, L) fen of each line that are held back, at least 0 and at most the line.

    Of people whose position (n,) is material so much of what their deferrable lines give together as
    ``payment.deferred`` says, to the fen half up; where lines of brackets hold for a person, what these say
    of the lines that they look at, and nothing else. It is taken from the deferrable lines that give
    something, in proportion.
    """
    held: Fen = np.zeros(amounts.shape, dtype=np.int64)
    deferrable = np.array([line.deferrable for line in lines], dtype=bool)
    by_brackets = np.zeros(len(amounts), dtype=bool)
    for k, line in enumerate(lines):
        found = work[line.code].held
        if isinstance(line, Brackets) and found is not None:
            looked_at = summed(line, lines)
            members = deferrable & np.array([one.code in looked_at for one in lines])
            held += _taken(np.where(applies[:, k], found, 0), amounts - held, members)
            by_brackets |= applies[:, k]
    if not payment.material or not payment.deferred:
        return held
    together = np.maximum(amounts[:, deferrable].sum(axis=1), 0)
    whose = np.isin(positions, payment.material) & ~by_brackets
    wanted = fen(np.where(whose, together * payment.deferred / 100.0, 0.0))
    return held + _taken(wanted, amounts, deferrable)


def _taken(wanted: Fen, left: Fen, members: Bools) -> Fen:
    """(n, L) fen taken from the lines among `members` of which something is left, at most all of it."""
    taken: Fen = np.zeros(left.shape, dtype=np.int64)
    rows = np.flatnonzero(wanted > 0)
    there = np.where(members, np.maximum(left[rows], 0), 0)
    taken[rows] = rows_in_proportion(np.minimum(wanted[rows], there.sum(axis=1)), there.astype(float))
    return taken
