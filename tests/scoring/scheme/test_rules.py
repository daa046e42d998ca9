"""Each rule at the places where it could go wrong, by hand from the definitions."""

import math

import numpy as np
import pytest

from scoring.reviews import combine
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
)

NONE = np.array([math.nan])


def values(rule, xs, target=100.0, higher=True):
    xs = np.array(xs, dtype=float)
    return rule.evaluate(xs, np.full(len(xs), target), higher).tolist()


def test_attainment_higher_and_lower():
    assert values(Attainment(), [50, 100, 130]) == [50, 100, 120]
    assert values(Attainment(), [50, 100, 250], higher=False) == [120, 100, 0]
    assert values(Attainment(cap=150, floor=10, zero_below=0.6), [59, 60, 200]) == [10, 60, 150]


def test_piecewise_jump_takes_the_later_score_and_is_flat_outside():
    rule = Piecewise(points=((90, 0), (90, 60), (98, 100)))
    assert values(rule, [80, 89.999, 90, 94, 98, 99]) == [0, 0, 60, 80, 100, 100]


def test_bands_are_left_closed():
    assert values(Bands(edges=(10, 20), scores=(0, 50, 100)), [9.99, 10, 19.99, 20]) == [0, 50, 50, 100]


def test_deduction_and_direct():
    assert values(Deduction(per_unit=20), [0, 2, 9]) == [100, 60, 0]
    assert values(Direct(scale=(1, 5)), [1, 3, 5]) == [0, 50, 100]


def test_peer_rules_and_their_constant_columns():
    assert values(PeerMinMax(), [2, 4, 6]) == [0, 50, 100]
    assert values(PeerMinMax(), [2, 4, 6], higher=False) == [100, 50, 0]
    assert values(PeerMinMax(range=(20, 80)), [5, 5]) == [80, 80]
    assert values(PeerZScore(), [1, 2, 3]) == pytest.approx(
        [75 - 10 * math.sqrt(1.5), 75, 75 + 10 * math.sqrt(1.5)]
    )
    assert values(PeerZScore(ddof=1), [1, 2, 3]) == pytest.approx([65, 75, 85])
    assert values(PeerZScore(), [7, 7]) == [75, 75]
    assert values(PeerPercentile(), [10, 20, 20, 40]) == [12.5, 50, 50, 87.5]


def test_missing_stays_missing_in_every_rule():
    for rule in (
        Attainment(),
        Piecewise(points=((0, 0), (1, 1))),
        Bands((1,), (0, 1)),
        PeerMinMax(),
        PeerPercentile(),
    ):
        assert np.isnan(values(rule, [math.nan, 1.0])[0])


def test_reviews_average_by_rater_then_group_and_rescale_for_thin_groups():
    # Superior: (4+5)/2 → 87.5. Peers: 50, 75, 100 → 75. One customer: fewer than five, left out.
    ratees = ["x"] * 6
    raters = ["boss", "boss", "p1", "p2", "p3", "c1"]
    groups = ["superior", "superior", "peers", "peers", "peers", "customers"]
    got = combine(ratees, raters, groups, [4, 5, 3, 4, 5, 1], {"superior": 50, "peers": 30, "customers": 20})
    assert got.results[0] == pytest.approx((50 * 87.5 + 30 * 75) / 80)
    assert dict(zip(got.groups, got.shown[0].tolist(), strict=True)) == {
        "superior": True,
        "peers": True,
        "customers": False,
    }


def test_around_counts_from_the_target_or_from_its_own_mark():
    assert values(AroundMark(per_unit=2), [90, 100, 105]) == [80, 100, 110]
    assert values(AroundMark(per_unit=0.5, standard=10, reference=0), [8, -3], higher=False) == [6, 11.5]
    assert values(AroundMark(per_unit=1), [-5, 5], target=-5.0) == [100, 110]


def test_a_corridor_takes_off_on_either_side_whatever_the_direction():
    rule = Corridor(low=10, high=20, score=80, per_unit_below=5, per_unit_above=2, floor=30)
    for higher in (True, False):
        assert values(rule, [0, 6, 10, 15, 20, 25, 90], higher=higher) == [30, 60, 80, 80, 80, 70, 30]


def test_a_ratio_to_a_figure_of_the_cohort():
    assert values(PeerRatio(to="mean"), [50, 100, 150]) == [50, 100, 150]
    assert values(PeerRatio(to="median"), [50, 100, 250, math.nan])[:3] == [50, 100, 250]
    assert values(PeerRatio(to="best", floor=60), [50, 200]) == [60, 100]
    assert values(PeerRatio(to="best", floor=None), [50, 75], higher=False) == [100, 50]
    assert values(PeerRatio(to="sum", cap=50), [60, 30, 10]) == [50, 30, 10]
    assert np.isnan(values(PeerRatio(to="sum"), [5, -5, math.nan])).all()


def test_a_rank_table_shares_ranks_and_ends_with_its_last_entry():
    rule = RankTable(scores=(60, 57, 54, 50))
    assert values(rule, [9, 7, 7, math.nan, 3, 1])[:3] == [60, 57, 57]
    assert values(rule, [9, 7, 7, 3, 1]) == [60, 57, 57, 50, 50]
    assert values(rule, [9, 7, 8], higher=False) == [54, 60, 57]
    # Three tenths are three tenths, however they were added up.
    assert values(rule, [0.1 + 0.2, 0.3, 0.2]) == [60, 60, 54]


def test_bands_closed_on_the_right():
    rule = Bands(edges=(10, 20), scores=(0, 50, 100), closed="right")
    assert values(rule, [10, 10.01, 20, 20.01, 0.1 + 9.9]) == [0, 50, 50, 100, 0]
    assert [tuple(j) for j in rule.jumps(True)] == [(10, 0, 50, True), (20, 50, 100, True)]
