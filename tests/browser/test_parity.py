"""The preview in the browser against the engine: 1 000 random sheets, totals to 1e-9, ranks identical."""

import json

import numpy as np
import pytest

from scoring import Indicator, Measurements, Scheme, score
from scoring.scheme import Veto
from scoring.scheme.rules import Direct
from tests.places import ROOT
from workflow.weighing import simulation

pytestmark = pytest.mark.browser

ENGINE = (ROOT / "ui" / "components" / "live_ranking" / "engine.js").read_text(encoding="utf-8")
POLICIES = ("redistribute-in-class", "redistribute", "zero", "cohort-median")
CLASSES = ("compliance", "risk", "efficiency", "transformation", "social")


class Start:
    """The part of a trial's start that the preview's model is made from."""

    def __init__(self, sheet):
        self.sheets = (type("Period", (), {"sheet": sheet}),)


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
        minimum_coverage=0.0,
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


def test_a_thousand_previews_are_what_the_engine_says(chromium):
    rng = np.random.default_rng(2026)
    cases, expected = [], []
    while len(cases) < 1_000:
        sheet, drawn = random_case(rng)
        there = ~np.isnan(sheet.totals)
        if not there.any():
            continue
        drawn *= 100 / drawn.sum()
        official = sheet.with_weights(dict(zip(sheet.scheme.codes, drawn, strict=True)))
        cases.append({"model": simulation.model(Start(sheet)), "weights": drawn.tolist()})
        expected.append((official, there))
    tab = chromium.new_page()
    script = f"(cases) => {{ {ENGINE}; return cases.map((c) => {{ const p = preview(c.model, c.weights);"
    script += " const parts = p.parts.map((x) => [...x]);"
    script += " return { exact: [...p.exact], totals: p.totals, ranks: p.ranks, parts }; }); }"
    found = tab.evaluate(script, json.loads(json.dumps(cases)))
    tab.close()
    for mine, (official, there) in zip(found, expected, strict=True):
        assert mine["exact"] == pytest.approx(official.exact[there].tolist(), abs=1e-9)
        assert mine["totals"] == pytest.approx(official.totals[there].tolist(), abs=1e-9)
        ranks = [None if np.isnan(r) else int(r) for r in official.ranks[there]]
        assert mine["ranks"] == ranks
        parts = official.class_contributions()[there]
        assert np.array(mine["parts"]) == pytest.approx(parts, abs=1e-9)
