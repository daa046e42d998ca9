"""Figures that nobody can mean are refused before a method calculates with them."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from scoring.errors import AnalysisError, Fault
from scoring.thresholds import LARGEST


def refuse_beyond(figures: ArrayLike) -> None:
    """Refuse figures that nobody can mean and that no method could calculate with.

    Raises
    ------
    AnalysisError : names the first of them.
    """
    array = np.asarray(figures, dtype=float)
    beyond = np.abs(array) >= LARGEST
    if beyond.any():
        raise AnalysisError([Fault("figure-large", params={"value": float(array[beyond][0])})])
