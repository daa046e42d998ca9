"""What a correction of a past fact does to every period, before it is approved and once it is."""

import numpy as np

from benchmarks import ripple as full
from data.database import Database
from data.stores.appeals import difference_store
from scoring.periods import parse_period
from tests.branch import LI, WANG, ZHAO, copied, last
from workflow.intake import batches, corrections, imports
from workflow.results import frozen, scorecards
from workflow.results.what_if import ripple
from workflow.results.what_if.ripple import Touched


def test_it_is_what_a_full_recomputation_gives(demo_file, tmp_path):
    """``python -m benchmarks.ripple`` does the same with 1 000 corrections."""
    db = Database.open(copied(demo_file, tmp_path / "a.duckdb"))
    changed = full.compare(db, full.corrections(db, 40, seed=11))
    assert changed > 10
    db.close()


def test_facts_as_they_stood_give_what_was_published(db):
    """Without a change nothing differs: the moment kept with a result is the one it was scored from."""
    nothing = ripple.recomputed(db, Touched(None, frozenset()), lambda cursor: None, -1)
    assert len(nothing) == 8
    for one in nothing:
        assert one.sheet is not None and one.moves().moves == ()
        published = frozen.published(db, [one.period.code])[one.period.code]
        np.testing.assert_allclose(one.after.exact, published.sheet.exact, rtol=0, atol=1e-9)


def test_a_correction_of_months_ago_is_told_before_and_posted_after(db):
    """Against results as published, which stay; a second one counts on from the first."""
    month = last(db).shift(-4)
    person = scorecards.people(LI, db, month)[0].manager_id
    before = scorecards.scorecard(LI, db, person, month)
    line = next(one for one in before.lines if one.step.value)
    code, value = line.step.indicator.code, line.step.value
    first = corrections.value(ZHAO, db, person, month.code, code, value * 0.5, "抄错")
    told = batches.effect(ZHAO, db, first)
    assert [one.period for one in told] == [month.code] and told[0].published
    imports.approve(WANG, db, first)
    with db.read() as cursor:
        posted = difference_store.posted(cursor, batch=first)
    assert {p.manager_id for p in posted} == {m.manager_id for m in told[0].moves}
    mine = next(p for p in posted if p.manager_id == person)
    assert mine.total_before == before.total and mine.total_after < before.total
    assert scorecards.scorecard(LI, db, person, month).total == before.total
    second = corrections.value(ZHAO, db, person, month.code, code, value, "原来是对的")
    (back,) = batches.effect(ZHAO, db, second)
    move = next(m for m in back.moves if m.manager_id == person)
    assert (move.before_total, move.after_total) == (mine.total_after, before.total)


def test_what_touches_no_result_posts_nothing(db):
    month = parse_period("2030-01")
    with db.read() as cursor:
        assert difference_store.posted(cursor) == []
    assert ripple.ripple(db, Touched(frozenset({month.code}), frozenset()), lambda cursor: None, -1) == ()
