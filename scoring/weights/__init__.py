"""Weights: moving them, deriving them from judgements or data, and joining a committee's.

Derived weights are shares of 1; a scheme's weights are points of 100.
"""

from scoring.weights.best_worst import BestWorst, best_worst
from scoring.weights.committee import Aggregated, aggregate, equal, points
from scoring.weights.derived import DerivedWeights
from scoring.weights.hierarchy import global_weights
from scoring.weights.objective import critic, entropy, standard_deviation
from scoring.weights.pairwise import RANDOM_INDEX, Judgement, PairwiseWeights, ahp
from scoring.weights.rebalancing import direction, rebalance, set_group
from scoring.weights.rounding import rounded, to_sum

__all__ = [
    "RANDOM_INDEX",
    "Aggregated",
    "BestWorst",
    "DerivedWeights",
    "Judgement",
    "PairwiseWeights",
    "aggregate",
    "ahp",
    "best_worst",
    "critic",
    "direction",
    "entropy",
    "equal",
    "global_weights",
    "points",
    "rebalance",
    "rounded",
    "set_group",
    "standard_deviation",
    "to_sum",
]
