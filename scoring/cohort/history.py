"""What people were measured at and held to in the periods before the one that is scored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.periods import Period

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class History:
    """The past of a cohort, by whole periods of the scheme's cycle.

    Parameters
    ----------
    period : the period that is scored.
    past : (n,) how many periods before it each person has been measured in, counted back to the first one
        whatever gaps there are since.
    values, targets : for each code that expressions read (d, n), the period before first; NaN where there is
        nothing. Further back than d periods nothing is read.
    """

    period: Period
    past: NDArray[np.int64]
    values: Mapping[str, Floats]
    targets: Mapping[str, Floats]

    def of(self, rows: NDArray[np.intp]) -> History:
        """The same for the people in `rows`; of one who is not there (-1) nothing is known."""

        def some(past: Floats) -> Floats:
            # The column behind the last one, which -1 stands for, is nobody's.
            return np.asarray(np.pad(past, ((0, 0), (0, 1)), constant_values=np.nan)[:, rows])

        return History(
            self.period,
            np.append(self.past, 0)[rows],
            {code: some(past) for code, past in self.values.items()},
            {code: some(past) for code, past in self.targets.items()},
        )

    def joined(self, other: History) -> History:
        """With what `other`, a past of the same people up to the same period, holds besides."""
        return History(
            self.period,
            np.maximum(self.past, other.past),
            _both(self.values, other.values),
            _both(self.targets, other.targets),
        )

    def value(self, code: str, back: int) -> Floats:
        """(n,) values so many periods back, 1 being the period before."""
        return self._at(self.values, code, back)

    def target(self, code: str, back: int) -> Floats:
        """(n,) personal targets so many periods back."""
        return self._at(self.targets, code, back)

    def _at(self, kept: Mapping[str, Floats], code: str, back: int) -> Floats:
        past = kept.get(code)
        nothing: Floats = np.full(len(self.past), np.nan)
        return nothing if past is None or back > len(past) else np.asarray(past[back - 1])


def _both(first: Mapping[str, Floats], second: Mapping[str, Floats]) -> dict[str, Floats]:
    """What either holds by code, as far back as the longer of the two."""
    found = {**second, **first}
    for code in first.keys() & second.keys():
        found[code] = np.vstack([first[code], second[code][len(first[code]) :]])
    return found
