"""Teams of a scored period: against a loop over members, and where there is none."""

import numpy as np
import pytest

from scoring import Indicator, Measurements, Scheme, score
from scoring.scheme.rules import Attainment, Direct
from workflow.results.period_sheets import PersonInfo, period_sheet

SCHEME = Scheme(
    "t",
    1,
    (
        Indicator("C03", {"zh": "合规", "en": "Conduct"}, 40.0, Direct(), "compliance"),
        Indicator("E01", {"zh": "净增", "en": "Growth"}, 60.0, Attainment(), "efficiency", target=100.0),
    ),
).checked()
TEAMS = {team: (team, team) for team in ("甲", "乙", "丙")}


def made(team_of, days):
    values = np.array([[90.0, 80.0], [70.0, 60.0], [np.nan, np.nan], [50.0, 95.0]])
    sheet = score(SCHEME, Measurements(list("ABCD"), SCHEME.codes, values))
    people = tuple(PersonInfo(p, p, p, team_of.get(p, ""), "", "", "") for p in sheet.people)
    return sheet, period_sheet("2026-03", "collecting", sheet, people, days, TEAMS)


def test_each_teams_parts_are_the_means_by_days_of_its_ranked_members():
    days = {("A", "甲"): 0.25, ("A", "乙"): 0.75, ("B", "甲"): 1.0, ("C", "丙"): 1.0, ("D", "乙"): 1.0}
    sheet, found = made({"A": "乙", "B": "甲", "C": "丙", "D": "乙"}, days)
    parts = sheet.class_contributions()
    for team in found.teams:
        mine = [(sheet.people.index(who), share) for (who, of), share in days.items() if of == team.team_id]
        mine = [(i, share) for i, share in mine if not np.isnan(sheet.ranks[i])]
        assert team.people == len(mine)
        whole = sum(share for _, share in mine)
        means = [
            sum(share * parts[i, k] for i, share in mine) / (whole or 1.0) for k in range(parts.shape[1])
        ]
        assert team.class_contributions == pytest.approx(means, abs=1e-12)
    by_team = {team.team_id: team for team in found.teams}
    assert set(by_team) == set(TEAMS)
    assert by_team["丙"].people == 0 and np.isnan(by_team["丙"].total)


def test_a_branch_without_teams_has_none():
    sheet, found = made({}, {})
    assert found.teams == ()
    assert found.branch_total == pytest.approx(
        np.nanmean(np.where(np.isnan(sheet.ranks), np.nan, sheet.exact))
    )
