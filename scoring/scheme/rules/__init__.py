"""From value to indicator score: one small class for each rule of a scheme."""

from scoring.scheme.rules.attainment import Attainment
from scoring.scheme.rules.base import Jump, Limit, Rule
from scoring.scheme.rules.deduction import Deduction
from scoring.scheme.rules.distance import AroundMark, Corridor
from scoring.scheme.rules.peer import PeerMinMax, PeerPercentile, PeerZScore
from scoring.scheme.rules.place import PeerRatio, RankTable
from scoring.scheme.rules.rated import Direct, Review
from scoring.scheme.rules.steps import Bands, Piecewise

RULES: dict[str, type[Rule]] = {
    rule.type: rule
    for rule in (
        Attainment,
        Piecewise,
        Bands,
        Deduction,
        AroundMark,
        Corridor,
        Direct,
        PeerMinMax,
        PeerZScore,
        PeerPercentile,
        PeerRatio,
        RankTable,
        Review,
    )
}
"""Every rule by its name in a scheme file."""

__all__ = [
    "RULES",
    "AroundMark",
    "Attainment",
    "Bands",
    "Corridor",
    "Deduction",
    "Direct",
    "Jump",
    "Limit",
    "PeerMinMax",
    "PeerPercentile",
    "PeerRatio",
    "PeerZScore",
    "Piecewise",
    "RankTable",
    "Review",
    "Rule",
]
