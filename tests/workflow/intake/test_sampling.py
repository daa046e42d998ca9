"""Audit samples: every value has its chance, all indicators are met, the interval is an honest one."""

import pytest

from access.errors import AccessDenied
from scoring.evidence.correlation import proportion
from tests.branch import FIRST, PRESIDENT, ZHAO
from workflow.errors import WorkflowError
from workflow.intake import sampling
from workflow.results import scores


def test_a_sample_spreads_over_indicators_and_shows_errors_with_their_effect(db):
    period = scores.periods(FIRST, db)[-1].code
    number = sampling.draw(ZHAO, db, period, 40, seed=7)
    found = sampling.findings(ZHAO, db, number)
    assert 39 <= len(found.items) <= 41 and found.rate is None
    assert found.items["indicator"].nunique() >= 15
    first, second = found.items.iloc[0], found.items.iloc[1]
    wrong = float(first["value"]) + 40
    sampling.check(
        ZHAO, db, number, [(int(first["item"]), wrong, "misread"), (2, float(second["value"]), "")]
    )
    found = sampling.findings(ZHAO, db, number)
    assert (found.checked, found.errors) == (2, 1)
    assert (found.rate, found.low, found.high) == proportion(1, 2)
    moved = {m.manager_id for m in found.effect.moves}
    assert str(first["manager_id"]) in moved
    sampling.check(ZHAO, db, number, [(int(first["item"]), float(first["value"]), "it was right")])
    assert sampling.findings(ZHAO, db, number).errors == 0
    with pytest.raises(WorkflowError):
        sampling.check(ZHAO, db, number, [(999, 1.0, "")])
    with pytest.raises(AccessDenied):
        sampling.draw(PRESIDENT, db, period, 5)


def test_every_value_has_the_same_chance(db):
    period = scores.periods(FIRST, db)[-1].code
    times = {}
    for seed in range(200):
        found = sampling.findings(ZHAO, db, sampling.draw(ZHAO, db, period, 20, seed=seed))
        for row in found.items.itertuples(index=False):
            key = (row.manager_id, row.indicator)
            times[key] = times.get(key, 0) + 1
    size = sampling.samples(ZHAO, db)[0].population
    expected = 200 * 20 / size
    assert len(times) == size and max(times.values()) < 3 * expected


def test_the_interval_is_clopper_and_pearsons():
    # C. J. Clopper and E. S. Pearson (1934): 0 of 30 and 3 of 30, as any table of theirs gives them.
    assert [round(x, 4) for x in proportion(0, 30)] == [0.0, 0.0, 0.1157]
    assert [round(x, 4) for x in proportion(3, 30)] == [0.1, 0.0211, 0.2653]
