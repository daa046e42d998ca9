"""360 reviews: combining raters' answers, and how far the ratings can be trusted."""

from scoring.reviews.combination import MINIMUM_RATERS, TRIM_FROM, Reviewed, combine
from scoring.reviews.leniency import Leniency, leniency
from scoring.reviews.release import COUNTED, LEAST, Figure, Past, State, release, total
from scoring.reviews.reliability import (
    IntraclassCorrelation,
    Reliability,
    agreement_within,
    one_way,
    reliability,
)
from scoring.reviews.severity import SeverityAdjusted, connected, severity_adjusted

__all__ = [
    "COUNTED",
    "LEAST",
    "MINIMUM_RATERS",
    "TRIM_FROM",
    "Figure",
    "IntraclassCorrelation",
    "Leniency",
    "Past",
    "Reliability",
    "Reviewed",
    "SeverityAdjusted",
    "State",
    "agreement_within",
    "combine",
    "connected",
    "leniency",
    "one_way",
    "release",
    "reliability",
    "severity_adjusted",
    "total",
]
