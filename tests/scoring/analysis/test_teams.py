"""Teams: against scipy and loops, what chance brings, and intervals that cover."""

import numpy as np
import pytest
from scipy.stats import f_oneway, kstest

from scoring.evidence.teams import team_share

NAN = np.nan
TEAMS = ["a"] * 5 + ["b"] * 9 + ["c"] * 7


def drawn(seed, between=0.0, teams=TEAMS):
    rng = np.random.default_rng(seed)
    shift = {team: between * rng.normal() for team in sorted(set(teams))}
    return np.array([shift[team] + rng.normal() for team in teams])


def test_the_share_is_that_of_a_loop_and_its_f_is_scipys():
    y = drawn(1, 1.0)
    found = team_share(y, TEAMS)
    groups = [[v for v, team in zip(y, TEAMS, strict=True) if team == name] for name in "abc"]
    middle = sum(y) / len(y)
    between = sum(len(g) * (sum(g) / len(g) - middle) ** 2 for g in groups)
    assert found.share == pytest.approx(between / sum((v - middle) ** 2 for v in y))
    # ICC(1) from scipy's F with the mean size of unequal teams.
    n, sizes = len(y), [len(g) for g in groups]
    each = (n - sum(s * s for s in sizes) / n) / 2
    f = f_oneway(*groups).statistic
    assert found.icc == pytest.approx((f - 1) / (f + each - 1))
    assert found.icc_low < found.icc < found.icc_high
    assert [(row.people, row.mean) for row in found.rows] == sorted(
        ((len(g), pytest.approx(sum(g) / len(g))) for g in groups), key=lambda pair: -pair[1].expected
    )


def test_by_chance_the_share_is_what_was_told():
    shares = [team_share(drawn(seed), TEAMS).share for seed in range(60)]
    found = team_share(drawn(0), TEAMS)
    assert np.mean(shares) == pytest.approx(found.by_chance, abs=0.03) and found.by_chance == 2 / 20
    assert 0.85 < np.mean(np.array(shares) < found.chance_high) <= 1


def test_p_is_uniform_where_there_is_nothing_and_small_where_there_is():
    values = [team_share(drawn(seed), TEAMS).p for seed in range(80)]
    assert kstest(values, "uniform").pvalue > 0.01
    assert f_oneway(*np.split(drawn(3), [5, 14])).pvalue == pytest.approx(
        team_share(drawn(3), TEAMS).p, abs=0.03
    )
    assert team_share(drawn(5, 3.0), TEAMS).enough


def test_the_interval_covers_the_truth_about_as_often_as_it_says():
    """Teams that differ half as much as people within them: of all, a fifth."""
    teams = [str(k) for k in range(10) for _ in range(6 + k % 3)]
    hits = 0
    for seed in range(120):
        found = team_share(drawn(1000 + seed, 0.5, teams), teams)
        hits += found.icc_low <= 0.2 <= found.icc_high
    assert 0.9 <= hits / 120 <= 0.99


def test_the_order_of_people_and_the_names_of_teams_make_no_difference():
    y = drawn(2, 0.7)
    mixed = np.random.default_rng(9).permutation(len(y))
    found, again = team_share(y, TEAMS), team_share(y[mixed], [TEAMS[k] for k in mixed])
    assert again == found
    assert team_share(100 + 3 * y, TEAMS).share == pytest.approx(found.share)


def test_who_has_no_team_or_no_total_is_left_out():
    y = drawn(4)
    y[0] = NAN
    teams = [*TEAMS[:-1], None]
    found = team_share(y, teams)
    assert (found.people, found.teams) == (19, 3) and sum(row.people for row in found.rows) == 19


@pytest.mark.parametrize("y", [[], [1.0, 2.0], [3.0] * 21])
def test_nothing_is_said_where_nothing_can_be(y):
    found = team_share(y, TEAMS[: len(y)])
    assert np.isnan(found.share) and np.isnan(found.icc) and not found.enough
    assert np.isnan(team_share([1.0, 2.0, 3.0], ["a"] * 3).share)
