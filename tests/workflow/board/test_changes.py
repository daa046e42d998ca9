"""Why the branch and its teams changed: as shown the lines add up to the movement as shown, every month."""

import math

import pytest

from scoring.periods import parse_period
from tests.branch import LI, last
from views.results.board_why import reasons
from words.text import text_for
from workflow.board import changes, leaderboard
from workflow.results import publishing, scores


@pytest.mark.parametrize("code", ["2026-10", "2026-07", "2026-01", "2025-12", "2024-03"])
def test_every_groups_lines_add_up_to_its_movement(whole, code):
    period = parse_period(code)
    board = leaderboard.leaderboard(LI, whole, period)
    found = changes.changes(LI, whole, period)
    assert found.scheme_changed == (code == "2026-01")
    assert set(found.groups) == {changes.BRANCH, *(row.team.team_id for row in board.teams)}
    t = text_for("zh")
    for team, group in found.groups.items():
        row = next((r for r in board.teams if r.team.team_id == team), None)
        total, change = (
            (board.branch_total, board.branch_change) if row is None else (row.team.total, row.total_change)
        )
        assert group.after == pytest.approx(total) and group.change == pytest.approx(change)
        *lines, together = reasons(found, group, board, t)
        assert math.fsum(line.points for line in lines) == pytest.approx(together.points, abs=1e-9)
        assert together.points == pytest.approx(round(group.after, 2) - round(group.before, 2))


def test_nothing_is_explained_against_a_period_that_is_not_there(whole):
    first = scores.periods(LI, whole)[0].period
    assert changes.changes(LI, whole, first) is None


def test_a_month_opened_again_is_explained_from_its_figures_of_today(db):
    period = last(db)
    before = changes.changes(LI, db, period)
    publishing.reopen(LI, db, period, "更正")
    again = changes.changes(LI, db, period)
    assert again.groups[changes.BRANCH].change == pytest.approx(before.groups[changes.BRANCH].change)
