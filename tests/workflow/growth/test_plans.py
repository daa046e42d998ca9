"""Plans: two signatures, another revision pauses, an outcome with a reason; progress is that of the facts."""

import datetime as dt
import math
import random

import pytest

from access import audit
from data import clock
from scoring.growth.goals import progress
from scoring.periods import period_of
from tests.branch import refused
from tests.stored import put_values
from tests.workflow.growth.steps import LAST, LI, NING, TODAY, WHO, goal, measured, own, signed
from workflow.growth import plans
from workflow.growth.plan_states import CALLED_OFF, PAUSED, RUNNING, TO_SIGN
from workflow.growth.plans import Wanted
from workflow.results import publishing

DAY = dt.timedelta(days=1)


def the(db, actor=LI):
    """The plan there is."""
    return plans.plans(actor, db, WHO)[0]


@pytest.mark.parametrize("author", ["manager", "superior"])
def test_a_plan_runs_once_both_sides_have_signed_the_same_revision(db, author):
    number = plans.draw_up(own() if author == "manager" else LI, db, WHO, LAST, [goal(db)])
    assert the(db).state == TO_SIGN and the(db).awaits("manager") and the(db).awaits("superior")
    plans.sign(NING, db, number, 1)
    assert the(db).state == TO_SIGN and refused(plans.sign, LI, db, number, 1) == "errors-plan-signed"
    plans.sign(own(), db, number, 1)
    found = the(db, own())
    assert found.state == RUNNING and [s.side for s in found.revision.signed] == ["superior", "manager"]


def test_a_change_makes_a_revision_and_pauses_the_plan_until_both_have_signed_again(db):
    number = signed(db)
    more = [goal(db), goal(db, "R01", 0.1)]
    assert refused(plans.change, LI, db, number, 1, more, "") == "errors-reason-needed"
    assert refused(plans.change, LI, db, number, 1, more[:1], "why") == "errors-plan-same"
    plans.change(LI, db, number, 1, more, "NPL too")
    assert the(db).state == PAUSED and the(db).revision.number == 2 and the(db).behind == ()
    # Who looked at the first revision signs nothing that was not seen.
    assert refused(plans.sign, own(), db, number, 1) == "errors-plan-moved"
    assert refused(plans.change, own(), db, number, 1, more[:1], "why") == "errors-plan-moved"
    plans.sign(own(), db, number, 2)
    assert the(db).state == PAUSED
    plans.sign(NING, db, number, 2)
    assert the(db).state == RUNNING
    assert [len(r.goals) for r in the(db).revisions] == [1, 2]


def test_where_an_indicator_stood_is_read_and_stays_as_it_was_agreed(db):
    number = signed(db)
    before = the(db).goals[0].baseline
    measured(db, WHO, LAST, {"E01": before + 500})
    publishing.reopen(LI, db, LAST, "a correction")
    publishing.publish(LI, db, LAST)
    plans.change(LI, db, number, 1, [Wanted("E01", before + 900, TODAY, TODAY + 90 * DAY)], "more")
    assert the(db).goals[0].baseline == before


def test_two_months_of_data_move_it(db):
    signed(db, goal(db, by=100.0))
    begun = the(db).goals[0]
    assert (begun.standing, begun.measured) == ("unknown", None) and math.isnan(begun.done)
    measured(db, WHO, LAST.next(), {"E01": begun.baseline + 40})
    now = the(db).goals[0]
    assert now.done == pytest.approx(0.4) and now.measured == LAST.next()
    measured(db, WHO, LAST.next(), {"E01": begun.baseline + 110})
    assert the(db).goals[0].standing == "met" and the(db).proposed == "met"
    measured(db, WHO, LAST.next(), {"E01": begun.baseline - 20})
    now = the(db)
    assert now.goals[0].done == pytest.approx(-0.2) and now.goals[0].standing == "behind"
    assert now.behind == now.goals and plans.open_plans(own(), db) == (now,)


def test_an_outcome_is_said_with_a_reason_while_it_runs(db):
    number = plans.draw_up(LI, db, WHO, LAST, [goal(db)])
    assert refused(plans.close, LI, db, number, 1, "met", "why") == "errors-plan-not-running"
    for who in (own(), LI):
        plans.sign(who, db, number, 1)
    assert refused(plans.close, LI, db, number, 1, "met", " ") == "errors-reason-needed"
    assert refused(plans.close, LI, db, number, 1, "great", "why") == "errors-plan-outcome"
    plans.close(LI, db, number, 1, "partly-met", "the market closed")
    assert the(db).state == "partly-met" and the(db).closed.why == "the market closed"
    for act in (
        lambda: plans.sign(LI, db, number, 1),
        lambda: plans.change(own(), db, number, 1, [goal(db, by=1.0)], "why"),
        lambda: plans.call_off(LI, db, number, 1, "why"),
    ):
        assert refused(act) == "errors-plan-closed"
    assert plans.draw_up(own(), db, WHO, LAST, [goal(db)]) == number + 1


def test_a_plan_can_be_called_off_before_it_runs_and_only_one_is_open(db):
    number = plans.draw_up(own(), db, WHO, LAST, [goal(db)])
    assert refused(plans.draw_up, LI, db, WHO, LAST, [goal(db)]) == "errors-plan-open"
    plans.call_off(NING, db, number, 1, "on leave")
    assert the(db).state == CALLED_OFF and plans.open_plans(own(), db) == ()


def test_what_is_refused(db):
    def told(*goals, period=LAST, talk=None):
        return refused(plans.draw_up, LI, db, WHO, period, list(goals), talk)

    good = goal(db)
    assert told() == told(good, good) == "errors-plan-goals"
    assert told(Wanted("X99", 1, TODAY, TODAY)) == "errors-plan-indicator"
    assert told(goal(db, by=-1.0)) == "errors-plan-worse"
    assert told(goal(db, "R01", by=-1.0)) == "errors-plan-worse"
    assert told(Wanted("E01", math.nan, TODAY, TODAY)) == told(Wanted("E01", math.inf, TODAY, TODAY))
    assert told(Wanted("E01", math.nan, TODAY, TODAY)) == "errors-plan-target"
    assert told(goal(db, days=-1)) == "errors-plan-days"
    assert told(Wanted("E01", 1e5, LAST.first_day, LAST.last_day)) == "errors-plan-days"
    assert told(good, talk=99) == "errors-talk-unknown"
    measured(db, WHO, LAST, {"E01": None})
    publishing.reopen(LI, db, LAST, "figures")
    assert told(good) == "errors-growth-not-posted"
    publishing.publish(LI, db, LAST)
    assert told(good) == "errors-plan-no-baseline"
    assert plans.plans(LI, db, WHO) == ()


def test_candidates_stand_by_points_lost_and_suggest_the_target_of_the_scheme_where_it_is_better(db):
    found = plans.candidates(own(), db, WHO, LAST)
    lost = [one.lost for one in found]
    assert lost == sorted(lost, reverse=True) and lost[0] > 0
    for one in found:
        assert (one.target >= one.value) if one.indicator.higher else (one.target <= one.value)


@pytest.mark.parametrize("seed", range(3))
def test_progress_is_that_of_the_facts_as_they_stood_at_the_end_of_any_day(db, seed):
    """Random histories with corrections and withdrawals, against reading them one after the other."""
    rng = random.Random(seed)
    wanted = goal(db, by=120.0, days=100)
    signed(db, wanted)
    baseline = the(db).goals[0].baseline
    months = [LAST.shift(k) for k in range(6)]
    start = dt.datetime.combine(TODAY, dt.time())
    moments = sorted(rng.uniform(1, 150) for _ in range(40))
    history = []
    for moment in moments:
        at = start + dt.timedelta(days=moment)
        value = None if rng.random() < 0.2 else round(baseline + rng.uniform(-60, 160), 2)
        history.append((at, rng.choice(months), value))
        write(db, *history[-1])
    for _ in range(25):
        day = TODAY + dt.timedelta(days=rng.randrange(160))
        known = {month: value for at, month, value in history if clock.local(at).date() <= day}
        counts = [
            month
            for month in months[1:]
            if known.get(month) is not None
            and month.last_day >= wanted.begins_on
            and month.first_day <= min(day, wanted.ends_on)
        ]
        found = plans.plans(own(), db, WHO, as_of=day)[0].goals[0]
        assert found.measured == max(counts, default=None)
        if counts:
            value = known[max(counts)]
            assert found.value == value
            assert found.done == progress(baseline, value, wanted.target, higher=True)
            share = ((min(max(counts).last_day, day) - wanted.begins_on).days + 1) / 101
            assert found.wanted == pytest.approx(min(max(share, 0), 1))
        else:
            assert math.isnan(found.done) and found.standing == "unknown"


def write(db, at, month, value) -> None:
    """A figure that is known from a moment on."""

    def work(cursor) -> None:
        put_values(
            cursor,
            "VALUES (?, 'E01', ?, ?, 1, ?)",
            [WHO, month.code, value, at],
        )
        audit.append(cursor, LI, "measured", month.code, {})

    db.write(work)


def test_months_are_told_apart_by_the_days_of_the_goal(db):
    """A goal that begins in a month to come takes nothing of the months before."""
    later = period_of(TODAY + 40 * DAY, "month")
    first = later.next().first_day
    baseline = goal(db, by=0.0).target
    signed(db, Wanted("E01", baseline + 10, first, first + 60 * DAY))
    measured(db, WHO, LAST.next(), {"E01": baseline + 10})
    assert the(db).goals[0].standing == "unknown"
