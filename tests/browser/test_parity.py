"""The previews in the browser against the engine.

The ranking: 1 000 random sheets, totals to 1e-9, ranks identical. The weight panel: 2 000 random moves of a
weight or of a class, weights to 1e-11 points.
"""

import json
import math

import numpy as np
import pytest

from scoring import Indicator, Measurements, Scheme, score
from scoring.errors import SchemeError
from scoring.scheme import Veto
from scoring.scheme.rules import Direct
from scoring.weights import set_group
from ui import components
from views.weighing.preview import preview

pytestmark = pytest.mark.browser

ENGINE = components.script("live_ranking/engine.js")
REBALANCE = components.script("weight_panel/rebalance.js")
POLICIES = ("redistribute-in-class", "redistribute", "zero", "cohort-median", "block")
CLASSES = ("compliance", "risk", "efficiency", "transformation", "social")


def random_case(rng):
    n, m = int(rng.integers(2, 13)), int(rng.integers(2, 17))
    weights = rng.dirichlet(np.ones(m)) * 100
    indicators = tuple(
        Indicator(f"I{k}", {}, w, Direct(), str(rng.choice(CLASSES))) for k, w in enumerate(weights)
    )
    scheme = Scheme(
        "t",
        1,
        indicators,
        missing=str(rng.choice(POLICIES)),
        minimum_coverage=float(rng.choice([0.0, 0.6, 0.8])),
        cap=float(rng.choice([70.0, 120.0])),
        decimals=int(rng.integers(0, 4)),
        veto=Veto(59.0, "D"),
    )
    values = rng.integers(0, 101, (n, m)).astype(float)
    values[rng.random((n, m)) < rng.choice([0.0, 0.25])] = np.nan
    if rng.random() < 0.3:
        values[:, rng.integers(0, m)] = np.nan
    sheet = score(
        scheme,
        Measurements(
            [f"P{i}" for i in range(n)],
            scheme.codes,
            values,
            tenure_months=rng.choice([2.0, 40.0], n, p=[0.15, 0.85]),
            additions=rng.integers(0, 4, n),
            deductions=rng.integers(0, 8, n),
            vetoes=rng.random(n) < 0.1,
        ),
    )
    return sheet, rng.dirichlet(np.ones(m)) * 100


def without_gaps(numbers):
    """As they come through JSON: nothing where a number is missing."""
    return [None if np.isnan(x) else x for x in np.asarray(numbers, dtype=float)]


def test_a_thousand_previews_are_what_the_engine_says(chromium):
    rng = np.random.default_rng(2026)
    cases, expected = [], []
    changed = 0
    while len(cases) < 1_000:
        sheet, drawn = random_case(rng)
        drawn *= 100 / drawn.sum()
        official = sheet.with_weights(dict(zip(sheet.scheme.codes, drawn, strict=True)))
        changed += bool((np.isnan(sheet.totals) != np.isnan(official.totals)).any())
        cases.append({"model": preview(sheet), "weights": drawn.tolist()})
        expected.append(official)
    # Totals that come and go with the weights are among them.
    assert changed > 50
    tab = chromium.new_page()
    script = f"(cases) => {{ {ENGINE}; return cases.map((c) => {{ const p = preview(c.model, c.weights);"
    script += " const parts = p.parts.map((x) => [...x]);"
    script += " const exact = [...p.exact].map((x) => Number.isNaN(x) ? null : x);"
    script += " return { exact, totals: p.totals, ranks: p.ranks, parts }; }); }"
    found = tab.evaluate(script, json.loads(json.dumps(cases)))
    tab.close()
    for mine, official in zip(found, expected, strict=True):
        assert mine["exact"] == pytest.approx(without_gaps(official.exact), abs=1e-9)
        assert mine["totals"] == pytest.approx(without_gaps(official.totals), abs=1e-9)
        assert mine["ranks"] == without_gaps(official.ranks)
        there = ~np.isnan(official.totals)
        parts = official.class_contributions()[there]
        assert np.array(mine["parts"])[there] == pytest.approx(parts, abs=1e-9)


def random_weights(rng, codes):
    """Points that sum to 100, also with zeros and as they are typed, with one decimal."""
    shares = rng.dirichlet(np.full(len(codes), rng.choice([0.2, 1.0, 20.0])))
    shares[(rng.random(len(codes)) < rng.choice([0.0, 0.5])) & (shares < shares.max())] = 0.0
    points = 100 * shares / shares.sum()
    if rng.random() < 0.5:
        points = np.round(points, 1)
        points[points.argmax()] = round(100 - (points.sum() - points.max()), 1)
    return dict(zip(codes, points.tolist(), strict=True))


def random_move(rng):
    codes = [f"I{k}" for k in range(int(rng.integers(1, 17)))]
    weights = random_weights(rng, codes)
    group = [str(c) for c in rng.choice(codes, int(rng.integers(1, min(4, len(codes)) + 1)), replace=False)]
    share = rng.choice([0.0, 0.3, 0.8, 1.0])
    locked = [c for c in codes if rng.random() < share]
    if len(group) == 1:
        # Set by itself a weight counts as free.
        locked = [c for c in locked if c not in group]
    now = math.fsum(weights[c] for c in group)
    room = 100 - math.fsum(weights[c] for c in locked if c not in group)
    wanted = rng.choice([-5.0, 0.0, now, room, 100.0, 130.0, rng.uniform(-20, 130)])
    return {"weights": weights, "group": group, "wanted": float(wanted), "locked": locked, "room": room}


def asked_of_the_engine(case, points):
    """The engine's weights for some set to these points together; None where it refuses."""
    try:
        return set_group(case["weights"], case["group"], points, case["locked"])
    except SchemeError:
        return None


def test_two_thousand_moves_of_a_weight_or_a_class_are_what_the_engine_says(chromium):
    rng = np.random.default_rng(2026)
    cases = [random_move(rng) for _ in range(2_000)]
    tab = chromium.new_page()
    script = f"(cases) => {{ {REBALANCE}; return cases.map((c) =>"
    script += " rebalance(c.weights, c.group, c.wanted, new Set(c.locked))); }"
    found = tab.evaluate(script, cases)
    tab.close()
    refused = stuck = 0
    for case, mine in zip(cases, found, strict=True):
        assert list(mine) == list(case["weights"])
        assert all(mine[c] == case["weights"][c] for c in case["locked"])
        assert min(mine.values()) >= 0
        assert math.fsum(mine.values()) == pytest.approx(100, abs=1e-9)
        if set(case["group"]) <= set(case["locked"]):
            stuck += 1
            assert mine == pytest.approx(case["weights"], abs=1e-11)
            continue
        official = asked_of_the_engine(case, case["wanted"])
        if official is None:
            # What the engine refuses the slider does not reach: it stops at the nearest that is taken.
            refused += 1
            points = math.fsum(mine[c] for c in case["group"])
            official = asked_of_the_engine(case, points)
            assert official is not None, case
            alone = {*case["locked"], *case["group"]} == {*case["weights"]}
            least = math.fsum(case["weights"][c] for c in case["group"] if c in case["locked"])
            end = case["room"] if alone or case["wanted"] > case["room"] else least
            assert points == pytest.approx(end, abs=1e-11)
        assert mine == pytest.approx(official, abs=1e-11)
    assert 200 < refused < 1_800 and stuck > 50
