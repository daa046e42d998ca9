"""The engine: what a score means. Pure functions on arrays; see docs/architecture.md for its place.

>>> scheme = Scheme.from_toml(text)
>>> sheet = score(scheme, Measurements(people, indicators, values, targets))
>>> sheet.totals, sheet.ranks, sheet.grades, sheet.explain(person)
"""

from scoring import lint, ranking, reviews, stability, weights
from scoring.change.comparison import Comparison, compare
from scoring.errors import AnalysisError, Fault, MeasurementError, SchemeError, SteelyardError
from scoring.scheme import Grade, Indicator, Scheme
from scoring.sheet import Measurements, ScoreSheet, score

ENGINE_VERSION = "1.0.0"

__all__ = [
    "ENGINE_VERSION",
    "AnalysisError",
    "Comparison",
    "Fault",
    "Grade",
    "Indicator",
    "MeasurementError",
    "Measurements",
    "Scheme",
    "SchemeError",
    "ScoreSheet",
    "SteelyardError",
    "compare",
    "lint",
    "ranking",
    "reviews",
    "score",
    "stability",
    "weights",
]
