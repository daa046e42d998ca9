"""360 reviews: combining raters' answers, and how far the ratings can be trusted."""

from scoring.reviews.combination import MINIMUM_RATERS, TRIM_FROM, Reviewed, combine
from scoring.reviews.leniency import Leniency, leniency
from scoring.reviews.reliability import IntraclassCorrelation, Reliability, agreement_within, reliability
from scoring.reviews.severity import SeverityAdjusted, connected, severity_adjusted

__all__ = [
    "MINIMUM_RATERS",
    "TRIM_FROM",
    "IntraclassCorrelation",
    "Leniency",
    "Reliability",
    "Reviewed",
    "SeverityAdjusted",
    "agreement_within",
    "combine",
    "connected",
    "leniency",
    "reliability",
    "severity_adjusted",
]
