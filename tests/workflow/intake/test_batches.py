"""Between the two people: preview, effect on scores, undoing by a counter-batch, corrections."""

import datetime as dt

import pytest

from access import audit
from access.errors import AccessDenied
from data import clock
from tests.branch import FIRST, MANAGER, PRESIDENT, WANG, ZHAO, last, refused
from tests.stored import change_values
from workflow.errors import WorkflowError
from workflow.intake import batches, corrections, imports
from workflow.results import proof, publishing, scores


def value(db, manager="CM05", period="2026-10") -> float:
    return batches.history(ZHAO, db, manager, period, "R01")[-1].value


def bring(db, folder, rows, **more) -> int:
    path = folder / "more.csv"
    path.write_text("manager_id,period,indicator,value\n" + "\n".join(rows), encoding="utf-8")
    return imports.import_file(ZHAO, db, "metrics", path, **more).batch


def test_a_preview_says_new_changed_and_same_and_who_moves(db, tmp_path):
    period, was = last(db), value(db)
    batch = bring(
        db,
        tmp_path,
        [f"CM05,{period},R01,{was + 3}", f"CM06,{period},R01,{value(db, 'CM06')}", f"CM05,{period},X99,1"],
        accept_valid=True,
    )
    found = batches.preview(WANG, db, batch)
    assert [found.count(s) for s in ("new", "changed", "same")] == [0, 1, 1]
    (effect,) = batches.effect(WANG, db, batch)
    moved = {m.manager_id: m for m in effect.moves}
    assert moved["CM05"].after_total < moved["CM05"].before_total and effect.published
    # The effect foretold is the effect: scored anew after approval and reopening.
    imports.approve(WANG, db, batch)
    live = scores.live(db, period).sheet
    assert live.totals[live.people.index("CM05")] == moved["CM05"].after_total
    assert batches.problems(WANG, db, batch)[0].rule == "unknown-indicator"


def test_undoing_restores_what_was_there_and_leaves_later_changes(db, tmp_path):
    period, was, other = last(db), value(db), value(db, "CM06")
    first = bring(db, tmp_path, [f"CM05,{period},R01,9", f"CM06,{period},R01,9", "CM05,2026-11,R01,4"])
    assert refused(batches.undo, ZHAO, db, first, "too early") == "errors-batch-undo"
    imports.approve(WANG, db, first)
    imports.approve(WANG, db, bring(db, tmp_path, [f"CM06,{period},R01,8"]))
    assert refused(batches.undo, ZHAO, db, first, " ") == "errors-reason-needed"
    counter = batches.undo(ZHAO, db, first, "the wrong file")
    assert value(db) == 9  # nothing happens before the second person
    assert refused(imports.approve, ZHAO, db, counter) == "errors-batch-same-person"
    imports.approve(WANG, db, counter)
    assert value(db) == was and value(db, "CM06") == 8 != other
    gone = batches.history(ZHAO, db, "CM05", "2026-11", "R01")[-1]
    assert gone.value != gone.value and gone.why == "the wrong file"
    assert refused(batches.undo, ZHAO, db, first, "again") == "errors-batch-undone"


def test_a_correction_supersedes_with_a_reason_and_a_published_period_waits_for_reopening(db):
    period, was = last(db), value(db)
    published = scores.period_sheet(FIRST, db, period)
    batch = corrections.value(ZHAO, db, "CM05", period.code, "R01", was + 3, "a bad loan was booked late")
    assert batches.preview(WANG, db, batch).count("changed") == 1
    imports.approve(WANG, db, batch)
    old, new = batches.history(WANG, db, "CM05", period.code, "R01")
    assert (old.value, new.value, new.why) == (was, was + 3, "a bad loan was booked late")
    assert (new.by, new.approved_by) == ("zhao", "wang")
    assert scores.period_sheet(FIRST, db, period).sha256 == published.sha256
    pending = {m.manager_id: m for m in publishing.differences(FIRST, db, period).moves}
    assert pending["CM05"].after_total < pending["CM05"].before_total
    publishing.reopen(FIRST, db, period, "the correction counts")
    publishing.publish(FIRST, db, period)
    assert scores.period_sheet(FIRST, db, period).sha256 != published.sha256
    assert proof.verify(FIRST, db).clean
    assert publishing.differences(FIRST, db, period).moves == ()
    assert (
        refused(corrections.value, ZHAO, db, "CM05", period.code, "Z01", 1, "why") == "errors-value-unknown"
    )
    with pytest.raises(AccessDenied):
        corrections.value(MANAGER, db, "CM05", period.code, "R01", 0, "mine")
    with pytest.raises(AccessDenied):
        batches.effect(PRESIDENT, db, batch)


def test_headings_are_matched_once_and_remembered_for_their_source(db, tmp_path):
    path = tmp_path / "核心.csv"
    path.write_text(f"工号,月份,不良率A,备用\nCM05,{last(db)},2.5,7\n", encoding="utf-8")
    before = imports.mapping_for(ZHAO, db, "core")
    assert refused_file(ZHAO, db, path, before) == "errors-file-header"
    imports.remember_mapping(ZHAO, db, "core", {"不良率A": "R01", "备用": ""})
    done = imports.import_file(
        ZHAO, db, "metrics", path, mapping=imports.mapping_for(ZHAO, db, "core"), source="core"
    )
    rows = done.judged.accepted
    assert rows[["indicator", "value"]].values.tolist() == [["R01", 2.5]] and done.batch
    assert refused_file(ZHAO, db, path, imports.mapping_for(ZHAO, db, "other")) == "errors-file-header"


def refused_file(actor, db, path, mapping) -> str:
    from data.errors import UnreadableFile

    with pytest.raises(UnreadableFile) as caught:
        imports.import_file(actor, db, "metrics", path, mapping=mapping)
    return caught.value.key


def test_results_as_of_an_earlier_day(db):
    """A value that was recorded later does not count on an earlier day."""
    period, was = last(db), value(db)
    today = clock.today()
    imports.approve(WANG, db, corrections.value(ZHAO, db, "CM05", period.code, "R01", was + 3, "booked late"))

    def later(cursor) -> None:
        change_values(cursor, "recorded_at = recorded_at + INTERVAL 5 DAY", "reason = 'booked late'")
        audit.append(cursor, FIRST, "later", "", {})

    db.write(later)
    assert {m.manager_id for m in publishing.differences(FIRST, db, period).moves} >= {"CM05"}
    assert publishing.differences(FIRST, db, period, today).moves == ()
    with pytest.raises(WorkflowError):
        publishing.differences(FIRST, db, period, today - dt.timedelta(days=400))
