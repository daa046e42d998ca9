"""What a trial costs: to the fen of both pay runs; single people only for whoever may see their pay."""

import pytest

from access.errors import AccessDenied
from scoring.pay import pay
from tests.branch import FIRST, FIRST_VERSION, MANAGER, PRESIDENT, SECOND_VERSION, begun, last, more_risk
from workflow.results import scores
from workflow.weighing import cost, simulation, xray
from workflow.weighing import pay as pay_base


def tried(db):
    start = begun(db)
    return start, simulation.simulate(FIRST, start, more_risk(start, 20))


def test_its_groups_are_those_of_two_pay_runs(db):
    start, outcome = tried(db)
    found = cost.trial(FIRST, start, outcome, pay_base.base(FIRST, db))
    two = outcome.comparisons[-1][1]
    sums = int(pay(two.before).totals.sum()), int(pay(two.after).totals.sum())
    assert (found.cost.total.before, found.cost.total.after) == sums and sums[0] != sums[1]
    for groups in found.groups.values():
        assert (sum(g.before for g in groups), sum(g.after for g in groups)) == sums
    assert {who: both[1] for who, both in found.people.items()} == dict(
        zip(two.after.people, pay(two.after).totals.tolist(), strict=True)
    )


def test_the_president_sees_groups_of_three_and_more_and_nobodys_own_pay(db):
    start, outcome = tried(db)
    found = cost.trial(PRESIDENT, start, outcome, pay_base.base(PRESIDENT, db))
    assert found.people is None
    assert all(group.people >= 3 for groups in found.groups.values() for group in groups)


def test_the_x_ray_tells_the_president_nothing_of_one_person(db):
    _, outcome = tried(db)
    whole, seen = (xray.pays(actor, db, outcome) for actor in (FIRST, PRESIDENT))
    assert len(whole.people) == len(outcome.comparisons[-1][1].after.people) and not seen.people
    assert all(one.most != one.most for one in (*seen.ways, *seen.prices))
    told = [one for one in (*seen.ways, *seen.prices, *seen.jumps) if one.yuan == one.yuan]
    assert told and all(one.people >= 3 for one in told)
    assert any(one.yuan != one.yuan for one in (*seen.prices, *seen.jumps))
    assert all(one.yuan == one.yuan for one in (*whole.ways, *whole.prices))


def test_what_a_run_keeps_is_read_back_and_shows_nobodys_pay(db):
    start, outcome = tried(db)
    found = cost.kept(start, outcome)
    assert cost.KeptCost.from_document(found.document()) == found
    assert all(group.people >= 3 for groups in found.groups.values() for group in groups)
    assert found.over.people == sum(len(two.people) for _, two in outcome.comparisons)


def test_two_versions_over_periods_are_the_sum_of_their_pay_runs(db):
    found = cost.compared(FIRST, db, FIRST_VERSION, SECOND_VERSION, last(db), 3)
    begin = [
        s.scheme for s in (simulation.start(FIRST, db, v, last(db)) for v in (FIRST_VERSION, SECOND_VERSION))
    ]
    periods = scores.up_to(FIRST, db, last(db), 3, any_scheme=True)
    sums = [
        sum(int(pay(one.sheet).totals.sum()) for one in scores.scored_under(db, periods, scheme))
        for scheme in begin
    ]
    assert [found.total.before, found.total.after] == sums and len(found.periods) == 3
    assert found.held[0] == 0 < found.held[1]


def test_who_may_not_try_or_see_pay_is_refused(db):
    start, outcome = tried(db)
    with pytest.raises(AccessDenied):
        cost.trial(MANAGER, start, outcome, pay_base.PayBase(1, assumed=True))
    with pytest.raises(AccessDenied):
        cost.compared(PRESIDENT, db, FIRST_VERSION, SECOND_VERSION, last(db), 1)
    with pytest.raises(AccessDenied):
        xray.pays(MANAGER, db, outcome)
