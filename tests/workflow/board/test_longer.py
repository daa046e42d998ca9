"""A quarter or a year of the branch: the plain mean of its published months, told how many."""

import math
from statistics import fmean

import pytest

from access.errors import AccessDenied
from scoring.periods import parse_period
from tests.branch import LI, MANAGER, last, measured_in, refused
from workflow.board import longer
from workflow.results import publishing, scores

QUARTER = parse_period("2026Q3")


def by_hand(db, who):
    """Somebody's totals as published in the months of the quarter, where ranked."""
    found = []
    for code in ("2026-07", "2026-08", "2026-09"):
        sheet = scores.period_sheet(LI, db, parse_period(code)).sheet
        i = sheet.people.index(who) if who in sheet.people else None
        if i is not None and not math.isnan(sheet.ranks[i]):
            found.append(float(sheet.totals[i]))
    return found


def test_a_quarter_is_the_mean_of_its_months(whole):
    board = longer.longer(LI, whole, QUARTER)
    assert board.parts == ("2026-07", "2026-08", "2026-09") and board.expected == 3
    assert not board.scheme_changed
    for one in board.people[:5]:
        assert one.mean == pytest.approx(fmean(by_hand(whole, one.id)), abs=0.005)
    ranked = [one for one in board.people if not math.isnan(one.rank)]
    assert [one.mean for one in ranked] == sorted((one.mean for one in ranked), reverse=True)
    assert ranked[0].rank == 1 and len(board.teams) == 6
    assert board.branch == pytest.approx(fmean(board.branch_totals), abs=0.005)


def test_who_was_ranked_in_fewer_than_half_of_the_months_has_no_rank(whole):
    """CM12 joined in September and is in protection all the time."""
    board = longer.longer(LI, whole, QUARTER)
    newcomer = next(one for one in board.people if one.id == "CM12")
    assert math.isnan(newcomer.rank) and newcomer.counted == 0 and math.isnan(newcomer.mean)


def test_a_year_counts_what_is_published_and_says_how_much(whole):
    year = parse_period("2026")
    board = longer.longer(LI, whole, year)
    assert (len(board.parts), board.expected) == (10, 12)
    assert not board.scheme_changed
    assert longer.offered(LI, whole, "year")[-1] == year
    assert longer.longer(LI, whole, parse_period("2025")).branch > 0


def test_a_month_that_is_not_published_does_not_count(db):
    coming = parse_period("2026-11")
    measured_in(db, coming, last(db))
    fourth = parse_period("2026Q4")
    assert longer.longer(LI, db, fourth).parts == ("2026-10",)
    publishing.reopen(LI, db, parse_period("2026-10"), "更正")
    assert refused(longer.longer, LI, db, fourth) == "errors-no-data"
    assert longer.offered(LI, db, "quarter")[-1] == QUARTER


def test_managers_read_no_branch(db):
    for asked in (lambda: longer.offered(MANAGER, db, "year"), lambda: longer.longer(MANAGER, db, QUARTER)):
        with pytest.raises(AccessDenied):
            asked()
