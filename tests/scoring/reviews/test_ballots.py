"""From forms to means of each rater, and what a person and the committee make of figures."""

import math

import pytest

from scoring.reviews import Ballot, Figure, State, band, figures_hash, others_view, own_view, rater_means


def exact(value):
    return Figure(State.EXACT, 1, 1, 1, value, value, value)


def test_a_rater_counts_once_however_many_items_were_judged():
    ballots = [
        Ballot("A", "peers", {"x": 5, "y": 2}),
        Ballot("A", "peers", {"x": 1}),
        Ballot("A", "peers", {}),
        Ballot("A", "superior", {"y": 3, "z": 4}, "li"),
    ]
    assert rater_means(ballots, {"m": ("x", "y"), "z": ("z",)}) == {
        ("A", "m", "peers"): [("", 3.5), ("", 1.0)],
        ("A", "m", "superior"): [("li", 3.0)],
        ("A", "z", "superior"): [("li", 4.0)],
    }


def test_the_others_are_seen_by_weight_and_oneself_is_none_of_them():
    figures = {"superior": exact(2.0), "peers": exact(4.0), "self": exact(5.0)}
    assert others_view(figures, {"superior": 25, "peers": 75}) == pytest.approx(3.5)
    assert others_view(figures, {}) == pytest.approx(3.0)
    assert math.isnan(others_view({"self": exact(5.0)}, {}))


@pytest.mark.parametrize(
    ("own", "others", "said"),
    [
        (4.0, 3.0, "blind-spot"),
        (3.0, 4.0, "hidden-strength"),
        (4.0, 3.01, ""),
        (3.1 + 1, 3.1, "blind-spot"),
        (math.nan, 3.0, ""),
        (3.0, math.nan, ""),
    ],
)
def test_a_step_apart_is_said(own, others, said):
    assert own_view(own, others) == said


def test_agreement_is_told_in_three_bands():
    assert [band(x) for x in (-0.2, 0.0999, 0.1, 0.2499, 0.25, 0.9)] == [
        *("low", "low", "middle", "middle", "high", "high")
    ]


def test_the_hash_of_figures_is_that_of_what_they_say():
    one, other = (("A", "m", "peers"), exact(3.0)), (("B", "m", "peers"), exact(4.0))
    assert figures_hash([one, other]) == figures_hash([other, one])
    assert figures_hash([one]) != figures_hash([(one[0], exact(3.5))])
