"""What became of a file's rows, whatever kind it is."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from data.reading.problems import ERROR, Problem, Question


@dataclass(frozen=True)
class Judged:
    """Rows that can be taken, indexed by the file's row numbers, everything that is told, and the doubts that
    a person can settle (each also stands among the problems as an error until it is answered)."""

    kind: str
    rows_read: int
    accepted: pd.DataFrame
    problems: list[Problem]
    questions: tuple[Question, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether a row is held back."""
        return any(p.severity == ERROR for p in self.problems)
