"""How firm a ranking is: how far weights may move before it changes, and how often it would."""

from scoring.stability.acceptability import Acceptability, rank_acceptability, sheet_acceptability
from scoring.stability.flips import Flip, nearest_flip, neighbour_flips, sheet_flips, smallest_flip
from scoring.stability.intervals import Interval, intervals, sheet_intervals
from scoring.stability.sampled import sheet_sampled
from scoring.stability.sampling import draw_weights, usual_range

__all__ = [
    "Acceptability",
    "Flip",
    "Interval",
    "draw_weights",
    "intervals",
    "nearest_flip",
    "neighbour_flips",
    "rank_acceptability",
    "sheet_acceptability",
    "sheet_flips",
    "sheet_intervals",
    "sheet_sampled",
    "smallest_flip",
    "usual_range",
]
