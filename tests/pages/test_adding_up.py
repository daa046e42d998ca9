"""What is shown adds up to what is shown, on a calculator."""

from decimal import Decimal

from scoring.periods import parse_period
from tests.branch import FIRST, PRESIDENT, begun, more_risk
from tests.pages.visits import open_page
from ui import components as parts_of_pages
from workflow.results import scores


def two(value):
    return Decimal(f"{value:.2f}")


def test_a_scorecard_adds_up_as_it_is_drawn(db, visit, tables):
    """Every step of everybody's total: tests/pages/person/test_scorecard.py."""
    app = visit(PRESIDENT, "scorecard")
    code = scores.periods(FIRST, db)[-1].code
    app.selectbox("period").set_value(code).run()
    sheet = scores.period_sheet(FIRST, db, parse_period(code)).sheet
    for person, total in zip(sheet.people, sheet.totals, strict=True):
        open_page(app, "scorecard", person=person)
        assert not app.exception
        if total != total:
            continue
        cells = [row["cells"] for row in tables["lines"][1]]
        brought = sum(two(c["points"]) for c in cells if c["points"] is not None)
        steps = [row["cells"] for row in tables["total"][1]]
        assert steps[0]["points"] == f"{brought:.2f}", (person, code)
        read = [Decimal(s["points"].replace("−", "-")) for s in steps if s["points"] is not None]
        assert sum(read) == two(total), (person, code)
        assert sum(two(points) for _, _, points, _ in tables["total-bar"][1][0]["cells"]["bar"]) == two(total)


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
