"""One example or more of every rule."""

from scoring.scheme.rules import (
    AroundMark,
    Attainment,
    Bands,
    Corridor,
    Deduction,
    Direct,
    PeerMinMax,
    PeerPercentile,
    PeerRatio,
    PeerZScore,
    Piecewise,
    RankTable,
    Review,
)

# Rule, whether higher is better, and the range that its scores may not leave.
RULES = [
    (Attainment(cap=120), True, (0, 120)),
    (Attainment(cap=110, floor=20, zero_below=0.5), True, (20, 110)),
    (Attainment(cap=150), False, (0, 150)),
    (Piecewise(points=((20, 0), (20, 60), (80, 100))), True, (0, 100)),
    (Piecewise(points=((20, 100), (80, 0))), False, (0, 100)),
    (Bands(edges=(30, 60), scores=(0, 60, 100)), True, (0, 100)),
    (Bands(edges=(30, 60), scores=(100, 60, 0), closed="right"), False, (0, 100)),
    (AroundMark(per_unit=2, reference=50), True, (0, 200)),
    (AroundMark(per_unit=0.5, standard=80), False, (-20, 150)),
    (Corridor(low=40, high=60, per_unit_below=1, per_unit_above=3, floor=10), True, (10, 100)),
    (Deduction(per_unit=3, floor=10), False, (10, 100)),
    (Direct(), True, (0, 100)),
    (PeerMinMax(range=(40, 100)), True, (40, 100)),
    (PeerMinMax(), False, (0, 100)),
    (PeerZScore(floor=30, cap=120), True, (30, 120)),
    (PeerPercentile(), True, (0, 100)),
    (PeerRatio(to="mean", floor=0, cap=130), True, (0, 130)),
    (PeerRatio(to="median", floor=-50), False, (-50, 200)),
    (RankTable(scores=(100, 90, 80, 60)), True, (60, 100)),
    (Review(groups={"peers": 100.0}), True, (0, 100)),
]
