"""How many periods running something has fallen."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def falls(totals: NDArray[np.float64]) -> NDArray[np.int64]:
    """(n,) how many of the last changes in a row were below 0, of (periods, n) `totals`, earliest first. A
    gap ends the row."""
    found = np.zeros(totals.shape[1], dtype=np.int64)
    running = np.ones(totals.shape[1], dtype=bool)
    for change in np.diff(totals, axis=0)[::-1]:
        running &= change < 0
        found += running
    return found
