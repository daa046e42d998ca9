"""What is shown adds up to what is shown, on a calculator."""

from decimal import Decimal

import pytest

from scoring.periods import parse_period
from tests.branch import FIRST, PRESIDENT, begun, more_risk
from tests.pages.visits import open_page
from ui import charts
from ui import components as parts_of_pages
from workflow.results import scores


def two(value):
    return Decimal(f"{value:.2f}")


@pytest.fixture
def falls(monkeypatch):
    """What the waterfalls are drawn from."""
    drawn, real = [], charts.waterfall

    def draw(start, steps, end, names, t):
        drawn.append((start, steps, end))
        return real(start, steps, end, names, t)

    monkeypatch.setattr(charts, "waterfall", draw)
    return drawn


def test_a_scorecard_adds_up_for_everybody(db, visit, tables, falls):
    codes = [p.code for p in scores.periods(FIRST, db)]
    app = visit(PRESIDENT, "scorecard")
    seen = 0
    for code in codes[1:]:
        sheet = scores.period_sheet(FIRST, db, parse_period(code)).sheet
        app.selectbox("period").set_value(code).run()
        for person, total, exact, base in zip(
            sheet.people, sheet.totals, sheet.exact, sheet.base, strict=True
        ):
            falls.clear()
            open_page(app, "scorecard", person=person)
            assert not app.exception
            cells = [row["cells"] for row in tables["lines"][1]]
            points = [two(c["points"]) for c in cells if c["points"] is not None]
            if total != total:
                continue
            # Without additions, caps or vetoes the indicators are all there is.
            if abs(exact - base) < 1e-9:
                assert sum(points) == two(total), (person, code)
            assert abs(float(sum(points)) - base) < 0.01
            assert sum(Decimal(f"{c['weight']:.1f}") for c in cells) == Decimal("100.0")
            for start, steps, end in falls:
                assert two(start) + sum(two(part) for _, part in steps) == two(end), (person, code)
                assert all(two(part) for _, part in steps)
                seen += 1
    assert seen > 50


def test_class_bars_add_up_to_the_total(db, visit, tables):
    visit(PRESIDENT, "leaderboard")
    for key in ("managers", "teams"):
        for row in tables[key][1]:
            cells = row["cells"]
            if cells["stack"] is None or cells["total"] is None:
                continue
            # The classes, and what was added, taken away, capped and vetoed: nothing is left over.
            summed = sum(two(points) for _, _, points, _ in cells["stack"])
            assert summed == two(round(cells["total"] + 1e-9, 2)), (key, cells)


def test_the_lab_adds_up_too(db, visit, monkeypatch, tables):
    sent = {}
    monkeypatch.setattr(
        parts_of_pages, "live_ranking", lambda data, *, key: sent.update(data) or sent["people"][3]["id"]
    )
    start = begun(db)
    app = visit(FIRST, "weight-lab")
    app.session_state["panel-state"].now.weights = more_risk(start)
    app.run()
    official = sent["official"]
    for total, parts in zip(official["totals"], official["parts"], strict=True):
        summed = sum(two(p) for p in parts)
        assert summed == two(total) or abs(summed - two(total)) > Decimal("0.01")
    change = two(official["totals"][3]) - two(sent["people"][3]["before"])
    assert sum(two(row["cells"]["points"]) for row in tables["lab-why"][1]) == change != 0
