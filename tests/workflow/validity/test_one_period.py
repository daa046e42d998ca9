"""One period, its history and the report of both, on the invented branch, whose stories are known."""

import numpy as np
import pytest
from scipy.stats import pearsonr

from access.errors import AccessDenied
from scoring.evidence.findings import Kind
from scoring.periods import parse_period
from tests.branch import FIRST, FIRST_VERSION, LI, MANAGER, SECOND_VERSION, last
from workflow.results import scores
from workflow.validity import history, one_period
from workflow.validity.report import report


@pytest.fixture(scope="module")
def db(whole):
    return whole


def test_every_figure_is_over_the_same_ranked_people(db):
    found = one_period.trust(FIRST, db, last(db))
    sheet = scores.period_sheet(FIRST, db, last(db)).sheet
    ranked = int((~np.isnan(sheet.ranks)).sum())
    assert (found.people, found.due) == (ranked, len(sheet.people)) and ranked < found.due
    assert found.teams.people == sum(row.people for row in found.teams.rows) == ranked
    assert found.tenure.people == ranked
    assert max(one.people for one in found.indicators) == ranked


def test_effective_weights_are_shares_of_the_same_whole(db):
    found = one_period.trust(FIRST, db, last(db))
    assert sum(t.effective for t in found.indicators) == pytest.approx(1)
    assert sum(t.nominal for t in found.indicators) == pytest.approx(1)
    assert (found.intervals[:, 0] <= found.intervals[:, 1]).all()
    assert found.tenure.low <= found.tenure.rho <= found.tenure.high


def test_a_share_that_chance_can_bring_is_no_finding(db):
    found = report(LI, db, last(db))
    share = found.trust.teams
    assert share.by_chance < share.share < share.chance_high and share.p > 0.05
    assert share.icc < share.share and not share.enough
    assert Kind.TEAMS not in {one.kind for one in found.findings}


def test_it_opens_on_what_decides_most(db):
    first = report(LI, db, last(db)).findings[0]
    assert first.kind == Kind.HEAVY and set(first.about) == {"R01", "R02"}
    assert first.figures["nominal"] == pytest.approx(0.18) and first.figures["effective"] > 0.5
    sizes = [one.size for one in report(LI, db, last(db)).findings]
    assert sizes == sorted(sizes, reverse=True)


def test_an_indicator_with_most_people_at_the_cap_hardly_distinguishes(db):
    found = one_period.trust(FIRST, db, last(db))
    capped = next(one for one in found.indicators if one.indicator == "C01")
    assert capped.at_cap > 0.7 and capped.discrimination > 0.02
    idle = next(one for one in report(LI, db, last(db)).findings if one.kind == Kind.IDLE)
    assert "C01" in idle.about


def test_a_change_of_scheme_is_a_stretch_of_its_own(db):
    found = history.steadiness(FIRST, db, last(db))
    keys = [(s.before, s.after) for s in found.stretches]
    assert keys == [
        (FIRST_VERSION, FIRST_VERSION),
        (FIRST_VERSION, SECOND_VERSION),
        (SECOND_VERSION, SECOND_VERSION),
    ]
    across, within = found.stretches[1].totals, found.stretches[2].totals
    assert (across.pairs, within.pairs) == (1, 9) and found.totals == within
    assert within.value.low > across.value.high
    # The pair across the change, by scipy.
    one, two = (scores.period_sheet(FIRST, db, parse_period(p)).sheet for p in ("2025-12", "2026-01"))
    ranked = [
        dict(zip(s.people, np.where(np.isnan(s.ranks), np.nan, s.exact), strict=True)) for s in (one, two)
    ]
    both = [p for p in ranked[0] if p in ranked[1] and not np.isnan(ranked[0][p] + ranked[1][p])]
    r = pearsonr([ranked[0][p] for p in both], [ranked[1][p] for p in both]).statistic
    assert across.value.rho == pytest.approx(r, abs=1e-9)


def test_values_that_were_carried_over_are_no_proof_of_steadiness(db):
    found = {one.indicator: one for one in history.steadiness(FIRST, db, last(db)).indicators}
    review = found["S02"]  # held twice a year, the same until the next round
    assert review.review and (review.repeated, review.scores.pairs) == (8, 1)
    assert not found["R01"].review and (found["R01"].repeated, found["R01"].scores.pairs) == (0, 9)


def test_a_single_period_says_nothing_of_steadiness(db):
    found = history.steadiness(FIRST, db, last(db), 1)
    assert found.stretches == () and found.totals is None
    assert report(FIRST, db, last(db), 1).findings


def test_the_version_that_was_in_force_changes_nothing_and_another_does(db):
    period = last(db)
    same = history.tested(FIRST, db, SECOND_VERSION, period, 6)
    assert [p.period for p in same.periods][-1] == period.code
    assert all(p.moved == 0 and p.regraded == 0 and p.pool_change == 0 for p in same.periods)
    other = history.tested(FIRST, db, FIRST_VERSION, period, 6)
    assert all(p.moved > 0 and p.kendall_tau < 1 for p in other.periods)


def test_only_those_who_answer_for_the_branch_see_it(db):
    for refused in (
        lambda: one_period.trust(MANAGER, db, last(db)),
        lambda: history.steadiness(MANAGER, db, last(db)),
        lambda: history.tested(MANAGER, db, SECOND_VERSION, last(db)),
        lambda: report(MANAGER, db, last(db)),
    ):
        with pytest.raises(AccessDenied):
            refused()
