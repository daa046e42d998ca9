"""The ladder: kept in versions, and where somebody stands by posted results, as read from them by hand."""

import datetime as dt

import numpy as np
import pytest

from scoring.growth.ladder import LadderError
from tests.branch import refused
from tests.workflow.growth.steps import BAD, GAO, LAST, LI, TODAY, WHO, goal, measured, own, posted, signed
from workflow.growth import ladder, plans, standing, training
from workflow.results import publishing, scores

FIRST = """
[[post]]
name = { zh = "新人", en = "Newcomer" }
held = "没有这个职级"
"""


def asking(*whens: str) -> str:
    """A ladder on which everybody is shown what comes first."""
    needs = "\n".join(f"[[post.need]]\nwhen = {when!r}\nsays = '条件'" for when in whens)
    return f"[[post]]\nname = '正式'\nheld = '也没有'\n{needs}\n{FIRST}"


def parts(db, *whens: str, who=WHO, actor=LI):
    """What of these conditions somebody meets."""
    ladder.keep(GAO, db, ladder.held(GAO, db).version, asking(*whens), "test")
    return [part for asked in ladder.climb(actor, db, who).asked for part in asked.parts]


def values(db, *codes: str, who=WHO) -> list[float]:
    """What the ladder reads of a person now."""
    found = standing.surroundings(LI, db, who, codes, 3)
    return [float(found.value(code, 0)[0]) for code in codes]


def test_what_it_reads_is_what_was_posted(db):
    (found,) = scores.scored(db, [LAST])
    i = found.sheet.measurements.row[WHO]
    ranked = int((~np.isnan(found.sheet.ranks)).sum())
    grades = [grade.name for grade in found.scheme.grades]
    assert values(db, "TOTAL", "RANK_SHARE", "GRADE_PLACE", "RESULTS", "VETOES") == [
        *(found.sheet.totals[i], 100 * found.sheet.ranks[i] / ranked),
        *(grades.index(found.sheet.grades[i]) + 1, 1, 0),
    ]
    # The demo's events: two points in September, counted; three in October, not decided yet.
    deducted = standing.surroundings(LI, db, "CM06", ["DEDUCTIONS"], 1)
    assert deducted is not None and [deducted.value("DEDUCTIONS", k)[0] for k in (0, 1)] == [0, 2]
    assert values(db, "DEDUCTIONS", who="CM08") == [0]
    with db.read() as cursor:
        (joined,) = cursor.execute("SELECT joined_on FROM person WHERE manager_id = ?", [WHO]).fetchone()
    months = (2026 - joined.year) * 12 + 10 - joined.month + 1
    measured_at = found.sheet.measurements
    assert values(db, "SERVICE_MONTHS") == [months]
    assert values(db, "R01") == [measured_at.column(measured_at.values, "R01")[i]]


def test_results_that_are_not_posted_do_not_count(db):
    before = values(db, "TOTAL")
    measured(db, WHO, LAST, BAD)
    assert values(db, "TOTAL") == before
    posted(db, LAST)
    after = values(db, "TOTAL")
    assert after[0] < before[0]
    publishing.reopen(LI, db, LAST, "figures")
    (earlier,) = scores.scored(db, [LAST.previous()])
    assert values(db, "TOTAL") == [earlier.sheet.totals[earlier.sheet.measurements.row[WHO]]]


def test_the_past_is_read_by_the_functions_of_schemes(db):
    sheets = scores.scored(db, [LAST.shift(-k) for k in range(3)])
    totals = [found.sheet.totals[found.sheet.measurements.row[WHO]] for found in sheets]
    mean = sum(totals) / 3
    (enough, short) = parts(
        db, f"mean_of_last(TOTAL, 3) >= {mean - 1}", f"mean_of_last(TOTAL, 3) >= {mean + 2}"
    )
    assert enough.met and not short.met and short.still == pytest.approx(2)
    (long,) = parts(db, "mean_of_last(TOTAL, 60) >= 1")
    assert long.met is None and long.why is not None  # the demo has eight months


def test_training_and_plans_count_in_the_period_in_which_they_were_done(db):
    course = training.add_course(LI, db, "课", "", 7, [])
    for day in (LAST.first_day, LAST.last_day, LAST.first_day - dt.timedelta(days=1), TODAY):
        training.done(LI, db, WHO, course, day)
    assert values(db, "TRAINING_HOURS", "PLANS_MET") == [14, 0]
    number = signed(db, goal(db))
    plans.close(LI, db, number, 1, "met", "by the figures")
    found = standing.surroundings(LI, db, WHO, ["PLANS_MET"], 0)
    assert found is not None and found.period == LAST and found.value("PLANS_MET", 0)[0] == 0  # closed later


def test_a_ladder_is_checked_and_kept_in_versions(db):
    assert ladder.held(own(), db).version == 0
    with pytest.raises(LadderError):
        ladder.keep(GAO, db, 0, asking("X99 > 1"), "a code that nobody is measured at")
    assert refused(ladder.keep, GAO, db, 0, ladder.held(GAO, db).text, "x") == "errors-ladder-same"
    assert refused(ladder.keep, GAO, db, 0, asking("TOTAL > 1"), " ") == "errors-reason-needed"
    assert ladder.keep(GAO, db, 0, asking("TOTAL > 1"), "simpler") == 1
    assert refused(ladder.keep, GAO, db, 0, asking("TOTAL > 2"), "late") == "errors-ladder-moved"
    held = ladder.held(own(), db)
    assert (held.version, held.by, held.why) == (1, GAO.username, "simpler")


def test_the_way_up_starts_from_the_post_that_is_held_today(db):
    posts = [post.name["zh"] for post in ladder.held(LI, db).ladder.posts]
    for person in scores.scored(db, [LAST])[0].people:
        found = ladder.climb(LI, db, person.manager_id)
        assert found.position == person.position and posts[found.place] == person.position
        assert (found.next is None) == (person.position == posts[-1])
        if found.next is not None:
            assert found.next.name["zh"] == posts[found.place + 1] and found.period == LAST
            assert found.missing == sum(one.met is not True for one in found.asked)
