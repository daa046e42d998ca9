"""A granted appeal makes nothing worse, whatever the rules; what it does to others is as the scheme says."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Indicator, Measurements, Scheme, score
from scoring.change import redress
from scoring.cohort.held import AT_LEAST, EXACTLY, FREE, held
from scoring.scheme.parts import Grade
from scoring.scheme.result_use import OTHERS
from scoring.scheme.rules import PeerMinMax
from tests.scoring.every_rule import RULES

NO_WORSE, POSTED, UNCHANGED = OTHERS
PEER_MINMAX = PeerMinMax(range=(40, 100))
GRADES = (Grade("A", 85, 1.2, quota=0.3), Grade("B", 70, 1.0), Grade("C", 50, 0.9), Grade("D", 0, 0.7))


@st.composite
def appeals(draw):
    """A cohort under some rules, peer rules among them, and one figure of one person that becomes another."""
    n, m = draw(st.integers(2, 14)), draw(st.integers(1, 4))
    chosen = [draw(st.sampled_from(RULES)) for _ in range(m)]
    weights = [draw(st.integers(1, 9)) for _ in range(m)]
    share = [100 * w / sum(weights) for w in weights]
    scheme = Scheme(
        code="t",
        version=1,
        indicators=tuple(
            Indicator(f"K{j}", {}, share[j], rule, "social", "higher" if up else "lower", target=50.0)
            for j, (rule, up, _) in enumerate(chosen)
        ),
        minimum_coverage=draw(st.sampled_from([0.0, 0.6])),
        grades=GRADES,
        missing=draw(st.sampled_from(["redistribute-in-class", "zero", "cohort-median"])),
    )
    cell = st.one_of(st.none(), st.integers(0, 100))
    values = np.array(
        [
            [np.nan if v is None else float(v) for v in draw(st.lists(cell, min_size=m, max_size=m))]
            for _ in range(n)
        ]
    )
    people = [f"P{i:02}" for i in range(n)]
    i, j = draw(st.integers(0, n - 1)), draw(st.integers(0, m - 1))
    corrected = values.copy()
    corrected[i, j] = draw(st.integers(0, 100))
    vetoes = [draw(st.integers(0, 9)) == 0 for _ in range(n)]
    codes = [f"K{j}" for j in range(m)]
    before = Measurements(people, codes, values, vetoes=vetoes)
    after = Measurements(people, codes, corrected, vetoes=vetoes)
    return scheme, before, after, people[i]


def place(grade):
    return len(GRADES) if grade is None else [g.name for g in GRADES].index(grade)


def no_worse(before, after, i):
    """Nothing of a person's result is worse on the second sheet."""
    if not np.isnan(before.totals[i]):
        assert after.totals[i] >= before.totals[i]
        assert after.exact[i] >= before.exact[i]
    if not np.isnan(before.ranks[i]):
        assert after.ranks[i] <= before.ranks[i]
    assert place(after.grades[i]) <= place(before.grades[i])


def adds_up(sheet):
    """Every total is the sum of its steps, as it is shown."""
    there = ~np.isnan(sheet.exact)
    summed = sheet.base + sheet.after_mean.sum(axis=1)
    np.testing.assert_allclose(summed[there], sheet.exact[there], atol=1e-9)
    for i in np.flatnonzero(there):
        steps = sheet.explain(sheet.people[i]).totals
        assert steps[-1].running == pytest.approx(sheet.totals[i], abs=1e-9)


@settings(max_examples=400, deadline=None)
@given(appeals(), st.sampled_from(OTHERS))
def test_no_granted_appeal_makes_the_appellant_worse_nor_others_than_the_scheme_says(case, others):
    scheme, before, after, person = case
    published = score(scheme, before)
    stands = redress.redressed(published, after, person, others)
    row = published.measurements.row
    no_worse(published, stands, row[person])
    adds_up(stands)
    for other, i in row.items():
        if other == person:
            continue
        if others == NO_WORSE:
            no_worse(published, stands, i)
        if others == UNCHANGED:
            assert stands.totals[i] == published.totals[i] or np.isnan(published.totals[i])
            assert np.array_equal(stands.totals[i], published.totals[i], equal_nan=True)
            assert np.array_equal(stands.ranks[i], published.ranks[i], equal_nan=True)
            assert stands.grades[i] == published.grades[i] and stands.status[i] == published.status[i]
    if others == POSTED:
        free = score(scheme, after)
        for other, i in row.items():
            if other != person:
                assert np.array_equal(stands.totals[i], free.totals[i], equal_nan=True)


@settings(max_examples=150, deadline=None)
@given(appeals(), st.integers(0, 100), st.integers(0, 13), st.sampled_from(OTHERS))
def test_a_second_appeal_takes_nothing_back_of_the_first(case, value, other, others):
    """Neither from who appealed first, nor from who appeals now."""
    scheme, before, after, first = case
    published = score(scheme, before)
    once = redress.redressed(published, after, first, others)
    second = once.people[other % len(once.people)]
    corrected = after.with_value(second, "K0", float(value)).holding(None)
    twice = redress.redressed(once, corrected, second, others)
    no_worse(once, twice, once.measurements.row[second])
    if first != second:
        was = published if others == POSTED else once
        no_worse(was, twice, once.measurements.row[first])
    adds_up(twice)


@settings(max_examples=300, deadline=None)
@given(appeals(), st.data())
def test_an_exemption_never_leaves_a_lower_score(case, data):
    """Whatever was deducted, vetoed, or kept of an appeal before, and whoever else is in the cohort."""
    scheme, before, corrected, first = case
    n = len(before.people)
    taken = np.array(data.draw(st.lists(st.integers(0, 30), min_size=n, max_size=n)), dtype=float)
    was = replace(before, deductions=taken)
    published = score(scheme, was)
    if appealed := data.draw(st.booleans()):
        was = replace(corrected, deductions=taken)
        published = redress.redressed(published, was, first, data.draw(st.sampled_from(OTHERS)))
    i = data.draw(st.integers(0, n - 1))
    person, left, vetoes = was.people[i], taken.copy(), np.array(before.vetoes)
    left[i] = data.draw(st.integers(0, int(taken[i])))
    vetoes[i] &= data.draw(st.booleans())
    lessened = replace(was, deductions=left, vetoes=vetoes)
    stands = redress.eased(published, lessened, [person])
    no_worse(published, stands, i)
    adds_up(stands)
    if not appealed:
        # Where nobody keeps anything, it is what the facts alone give: nothing has to be held up.
        assert np.array_equal(stands.totals, score(scheme, lessened).totals, equal_nan=True)


def sheet_of(values, **more):
    scheme = Scheme(
        code="t",
        version=1,
        indicators=(Indicator("K", {}, 100.0, PEER_MINMAX, "social"),),
        grades=GRADES,
    )
    people = [f"P{i}" for i in range(len(values))]
    return scheme, Measurements(people, ["K"], np.array(values, dtype=float)[:, None], **more)


def test_what_is_kept_is_a_step_of_its_own_that_the_explanation_shows():
    """Who is best by a peer rule is passed: the points that would be lost are kept, and say why."""
    scheme, before = sheet_of([10, 20, 30, 40])
    published = score(scheme, before)
    stands = redress.redressed(published, before.with_value("P0", "K", 80.0), "P0", NO_WORSE)
    assert stands.totals[3] == published.totals[3] and stands.held_step[3] > 0
    kinds = [step.kind for step in stands.explain("P3").totals]
    assert kinds == ["mean", "held", "rounding"]
    assert published.ranks.tolist() == [4, 3, 2, 1] and stands.ranks.tolist()[0] == 1
    assert stands.ranks[3] == 1  # nobody falls


def test_a_total_is_kept_that_could_not_be_made_any_more():
    scheme, before = sheet_of([10, 20])
    published = score(scheme, before)
    stands = redress.redressed(published, before.with_value("P0", "K", np.nan), "P0", NO_WORSE)
    assert stands.totals.tolist() == published.totals.tolist()
    assert stands.status.tolist() == ["ranked", "ranked"]
    adds_up(stands)


def test_who_tries_other_figures_is_held_at_least_and_no_longer_exactly():
    kept = held(
        [EXACTLY, FREE, AT_LEAST], [50, None, 60], [1, None, 2], ["A", None, "B"], ["ranked", "", "ranked"]
    )
    assert kept.loosened(0).how.tolist() == [AT_LEAST, FREE, AT_LEAST]
    assert kept.loosened(1).how.tolist() == [EXACTLY, FREE, AT_LEAST]
    assert kept.totals(np.array([70.0, 5.0, 40.0])).tolist() == [50, 5, 60]


def test_the_range_of_open_challenges_spans_every_outcome():
    scheme, before = sheet_of([10, 20, 30])
    published = score(scheme, before)
    sheets = [published, redress.redressed(published, before.with_value("P0", "K", 30.0), "P0", POSTED)]
    found = redress.ranges(sheets, True)
    assert (found["P0"].low, found["P0"].high) == (published.totals[0], sheets[1].totals[0])
    assert (found["P0"].best_rank, found["P0"].worst_rank) == (1, 3) and found["P0"].open
    assert found["P1"].worst_rank == 3 and not found["P2"].open
    chosen, sure = redress.subsets(["a", "b"])
    assert chosen == [(), ("a",), ("b",), ("a", "b")] and sure
    many = [str(k) for k in range(9)]
    chosen, sure = redress.subsets(many)
    assert len(chosen) == 11 and not sure and chosen[-1] == tuple(many)


def test_an_unknown_setting_is_refused():
    scheme, before = sheet_of([10, 20])
    with pytest.raises(ValueError, match="whatever"):
        redress.redressed(score(scheme, before), before, "P0", "whatever")
