"""Firmness of a ranking whose totals are no straight lines in the weights: draws are made as the sheet is."""

import numpy as np
import pytest

from scoring import AnalysisError, Measurements, Scheme, score, stability
from scoring.stability.sheets import sheet_totals
from tests.scoring.scheme_files import HEAD, indicator

CAPPED = """
[[section]]
code = "S"
name = "S"
cap = 30
[[condition]]
on = "total"
when = "score(B) < 60"
then = { multiply = 0.9 }
"""
PRODUCT = """combine = "product"
[[section]]
code = "S"
name = "S"
[[section]]
code = "R"
name = "R"
"""
VALUES = [[90, 50, 70], [60, 80, 75], [70, 70, 72], [40, 90, 85]]


def sheet(text, values=VALUES):
    parts = indicator("A", 40, 'section = "S"')
    rest = 'section = "R"' if "product" in text else ""
    scheme = Scheme.from_toml(HEAD + text + parts + indicator("B", 30, rest) + indicator("C", 30, rest))
    return score(scheme, Measurements([f"P{i}" for i in range(len(values))], scheme.codes, values))


@pytest.mark.parametrize("text", [CAPPED, PRODUCT])
def test_every_draw_is_the_sheet_under_those_weights(text):
    made = sheet(text)
    drawn = np.array([[40, 30, 30], [60, 20, 20], [10, 80, 10.0]])
    means = sheet_totals(made).means(drawn)
    for weights, row in zip(drawn, means, strict=True):
        again = made.with_weights(dict(zip(made.scheme.codes, weights.tolist(), strict=True)))
        assert row == pytest.approx(again.exact)


def test_what_cannot_be_worked_out_exactly_says_so_and_is_sampled():
    made = sheet(CAPPED)
    for method in (stability.sheet_intervals, stability.sheet_flips):
        with pytest.raises(AnalysisError):
            method(made)
    found = stability.sheet_sampled(made, draws=400, seed=1)
    for code, (low, high) in found.ranges.items():
        assert low <= made.scheme.by_code[code].weight <= high
    seen = [flip for flip in found.flips if flip.weights is not None]
    assert seen
    for flip in seen:
        moved = made.with_weights(dict(zip(made.scheme.codes, flip.weights.tolist(), strict=True)))
        upper, lower = (made.people.index(p) for p in (flip.upper, flip.lower))
        assert moved.exact[lower] >= moved.exact[upper] - 1e-9
        assert flip.l1 == pytest.approx(np.abs(flip.weights - made.scheme.weights).sum())


def test_a_thousand_points_are_drawn_on_their_own_scale():
    scheme = Scheme.from_toml(HEAD + "points = 1000\n" + indicator("A", 600) + indicator("B", 400))
    made = score(scheme, Measurements(["P0", "P1"], scheme.codes, [[90, 50], [40, 100]]))
    shares = stability.sheet_acceptability(made, draws=200, seed=2)
    assert shares.ranks.sum(axis=1) == pytest.approx([1, 1])
    assert stability.sheet_sampled(made, draws=50).ranges["A"][1] > 100
