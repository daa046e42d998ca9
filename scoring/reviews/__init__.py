"""360 reviews: combining raters' answers, and how far the ratings can be trusted."""

from scoring.reviews.ballots import Ballot, figures_hash, others_view, own_view, rater_means
from scoring.reviews.combination import MINIMUM_RATERS, TRIM_FROM, Reviewed, combine
from scoring.reviews.leniency import Leniency, leniency
from scoring.reviews.release import COUNTED, LEAST, Figure, Past, State, release, total
from scoring.reviews.reliability import (
    IntraclassCorrelation,
    Reliability,
    agreement_within,
    band,
    one_way,
    reliability,
)
from scoring.reviews.severity import SeverityAdjusted, connected, severity_adjusted

__all__ = [
    "COUNTED",
    "LEAST",
    "MINIMUM_RATERS",
    "TRIM_FROM",
    "Ballot",
    "Figure",
    "IntraclassCorrelation",
    "Leniency",
    "Past",
    "Reliability",
    "Reviewed",
    "SeverityAdjusted",
    "State",
    "agreement_within",
    "band",
    "combine",
    "connected",
    "figures_hash",
    "leniency",
    "one_way",
    "others_view",
    "own_view",
    "rater_means",
    "release",
    "reliability",
    "severity_adjusted",
    "total",
]
