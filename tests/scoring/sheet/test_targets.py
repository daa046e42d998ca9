"""What of a quantity is scored against which target, by hand from the definitions."""

import numpy as np
import pytest

from scoring import MeasurementError, Measurements, Scheme, SchemeError, score
from tests.scoring.one_indicator import one

PIECES = '{ type = "piecewise", points = [[0, 0], [100, 100], [200, 200]] }'
AROUND = '{ type = "around", per_unit = 1 }'
ATTAINMENT = '{ type = "attainment", cap = 200 }'


def scores(rule, values, targets, more="", **one_more):
    scheme = Scheme.from_toml(one(rule, **one_more).replace("target = 100", "") + more)
    people = [f"P{i}" for i in range(len(values))]
    own = None if targets is None else [[t] for t in targets]
    return score(scheme, Measurements(people, ["I0"], [[v] for v in values], own))


def got(*arguments, **more):
    return scores(*arguments, **more).scores[:, 0].tolist()


def test_completion_and_excess_are_what_the_rule_reads():
    sheet = scores(PIECES, [60, 45], [50, 60], 'on = "completion"')
    assert sheet.scores[:, 0].tolist() == [120, 75]
    assert sheet.evaluated.cells.read[:, 0].tolist() == [120, 75]
    bands = '{ type = "bands", edges = [0, 10], scores = [40, 80, 100] }'
    assert got(bands, [-6, 5, 20], [-5, -5, 0], 'on = "excess"') == [40, 100, 100]


def test_steps_count_from_a_hundred_or_from_nothing():
    # The trap of the county credit union's sheet: 119.9 % is one whole step of 10, not 1.99 of them.
    assert got(PIECES, [119.9, 120, 85, 100], [100] * 4, 'on = "completion"\nsteps = 10') == [
        110,
        120,
        90,
        100,
    ]
    assert got(AROUND, [19.9, -19.9], [0, 0], "steps = 5") == [115, 85]
    # Three tenths in steps of a tenth are three steps, whatever the machine makes of 0.1 + 0.2.
    assert got(AROUND, [0.1 + 0.2], [0], "steps = 0.1") == pytest.approx([100.3])


def test_targets_of_nothing_and_below_where_no_rule_divides():
    assert got(AROUND, [2, -8], [0, -5]) == [102, 97]
    sheet = scores(PIECES, [10, 10], [0, 5], 'on = "completion"')
    assert np.isnan(sheet.scores[0, 0]) and sheet.scores[1, 0] == 200
    assert [(r.person, r.reason) for r in sheet.refused] == [("P0", "measurement-target")]
    with pytest.raises(MeasurementError):
        scores(PIECES, [10], [0], 'on = "completion"')


@pytest.mark.parametrize(
    ("key", "expected"),
    [("standard", [100, 150]), ("highest", [200, 150]), ("refuse", [None, 150]), ("not-due", [None, 150])],
)
def test_somebody_without_a_target(key, expected):
    sheet = scores(ATTAINMENT, [10, 15], [np.nan, 10], f'without_target = "{key}"')
    assert [None if np.isnan(s) else s for s in sheet.scores[:, 0]] == expected
    assert [r.reason for r in sheet.refused] == (["target-needed"] if key == "refuse" else [])
    # Who is owed nothing is not short of data.
    assert np.isnan(sheet.coverage[0]) == (key == "not-due")


def test_nobody_is_granted_anything_where_nobody_has_anything():
    sheet = scores(ATTAINMENT, [np.nan, np.nan], None, 'without_target = "standard"')
    assert sheet.left_out == ("I0",)


def test_the_schemes_target_alone_counts_where_it_says_so():
    more = 'target = 50\ntarget_from = "scheme"'
    assert got(ATTAINMENT, [60, 60], [120, np.nan], more) == [120, 120]


def test_the_indicators_own_bounds_come_last():
    sheet = scores(AROUND, [-200, 20, 90], [0, 0, 0], "lowest = -15\nhighest = 120")
    assert sheet.scores[:, 0].tolist() == [-15, 120, 120]
    assert sheet.evaluated.cells.raw[:, 0].tolist() == [-100, 120, 190]
    step = sheet.explain("P0").indicators[0]
    assert (step.bound, step.raw, step.score) == ("lowest", -100, -15)
    assert sheet.explain("P1").indicators[0].bound is None


@pytest.mark.parametrize(
    ("rule", "more", "key"),
    [
        (ATTAINMENT, 'on = "excess"', "on-excess"),
        (AROUND, "steps = 0", "steps-positive"),
        (AROUND, "lowest = 5\nhighest = 5", "bounds-order"),
        (AROUND, 'without_target = "highest"', "highest-none"),
        (PIECES, 'on = "completion"\ntarget = 0', "target-positive"),
        (AROUND, 'section = "S9"', "unknown-section"),
        (AROUND, 'on = "growth"', "not-one-of"),
        ('{ type = "rank-table", scores = [1, 2] }', "", "rule-parameters"),
        (ATTAINMENT, 'target = "target(I0) + 1"', "target-circle"),
    ],
)
def test_what_cannot_work_is_refused_by_name(rule, more, key):
    with pytest.raises(SchemeError) as raised:
        scores(rule, [1], [1], more)
    assert [fault.key for fault in raised.value.faults] == [key]


def test_a_scheme_with_the_keys_reads_back_as_it_was_written():
    text = one(AROUND) + 'on = "excess"\nsteps = 2\nwithout_target = "not-due"\ntarget_from = "scheme"\n'
    scheme = Scheme.from_toml(text + "lowest = -3\nhighest = 140\n")
    again = Scheme.from_toml(scheme.to_toml())
    assert again == scheme and again.canonical_hash() == scheme.canonical_hash()
