"""Score sheets: from values to indicator scores, totals, ranks and grades, each step on record."""

from scoring.cohort.measurements import Measurements
from scoring.sheet.results import RANKED
from scoring.sheet.sheet import ScoreSheet, score

__all__ = ["RANKED", "Measurements", "ScoreSheet", "score"]
