"""COINr 1.1.14 on its ASEM data: two composite indices with missing data, to 1e-9."""

import csv
import math

import numpy as np
import pytest

from scoring import Indicator, Measurements, Scheme, score
from scoring.scheme.rules import PeerMinMax
from tests.places import golden


def rows(name):
    with golden(f"composite_index/{name}").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def scheme_of(weight_column, low, aggregation):
    """The four-level hierarchy flattened: pillars as classes, products of weights as weights."""
    nodes = {r["iCode"]: r for r in rows("hierarchy.csv")}
    sums: dict[str, float] = {}
    for node in nodes.values():
        if node["Parent"]:
            sums[node["Parent"]] = sums.get(node["Parent"], 0.0) + float(node[weight_column])

    def flat(code):
        weight = 1.0
        while nodes[code]["Parent"]:
            parent = nodes[code]["Parent"]
            weight *= float(nodes[code][weight_column]) / sums[parent]
            code = parent
        return 100.0 * weight

    leaves = [n for n in nodes.values() if n["Level"] == "1"]
    indicators = tuple(
        Indicator(
            code=n["iCode"],
            name={},
            weight=flat(n["iCode"]),
            rule=PeerMinMax(range=(low, 100.0)),
            class_=n["Parent"],
            direction="higher" if float(n["Direction"]) > 0 else "lower",
        )
        for n in leaves
    )
    return Scheme(
        code="asem",
        version=1,
        indicators=indicators,
        classes=tuple(dict.fromkeys(n["Parent"] for n in leaves)),
        aggregation=aggregation,
        decimals=9,
        minimum_coverage=0.0,
    ).checked()


@pytest.mark.parametrize(
    ("name", "weights", "low", "aggregation"),
    [
        ("A01_minmax100_amean_equal", "WeightEqual", 0.0, "arithmetic"),
        ("A03_minmax1_100_gmean_custom", "WeightCustom", 1.0, "geometric"),
    ],
)
def test_index_and_ranks_equal_coinr(name, weights, low, aggregation):
    scheme = scheme_of(weights, low, aggregation)
    raw = rows("raw.csv")
    values = [[float(r[c]) if r[c] else math.nan for c in scheme.codes] for r in raw]
    sheet = score(scheme, Measurements([r["uCode"] for r in raw], scheme.codes, values))
    expected = {r["uCode"]: float(r["Index"]) for r in rows(f"{name}_scores.csv")}
    ranks = {r["uCode"]: float(r["Index"]) for r in rows(f"{name}_ranks.csv")}
    assert np.isnan(values).sum() == 63
    assert max(abs(t - expected[p]) for p, t in zip(sheet.people, sheet.exact, strict=True)) < 1e-9
    assert dict(zip(sheet.people, sheet.ranks.tolist(), strict=True)) == ranks


@pytest.mark.parametrize(
    ("weights", "column"), [("WeightEqual", "EffWeight_equal"), ("WeightCustom", "EffWeight_custom")]
)
def test_flattened_weights_equal_coinrs_effective_weights(weights, column):
    scheme = scheme_of(weights, 0.0, "arithmetic")
    expected = {r["iCode"]: float(r[column]) for r in rows("effective_weights.csv") if r["Level"] == "1"}
    assert {i.code: i.weight / 100 for i in scheme.indicators} == pytest.approx(expected, abs=1e-12)
