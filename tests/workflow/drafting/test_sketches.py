"""Schemes in the making: every change is kept, steps lead back and forth, nobody saves over others."""

import pytest

from access.errors import AccessDenied
from scoring import Scheme, SchemeError
from scoring.scheme import document
from tests.branch import FIRST, LI, MANAGER, SECOND, SECOND_VERSION, ZHAO, refused
from workflow import schemes
from workflow.drafting import sketches, starts


def begun(db, actor=FIRST):
    return sketches.begin(actor, db, starts.empty("rural", "乡镇支行方案"))


def with_name(text, name):
    return document.write(document.put(document.read(text), ("name", "zh"), name))


def change(db, number, name, actor=FIRST):
    now = sketches.sketch(actor, db, number)
    return sketches.save(actor, db, number, now.counter, with_name(now.toml, name))


def test_every_change_is_there_after_it_was_made(db):
    number = begun(db)
    change(db, number, "甲")
    now = sketches.sketch(SECOND, db, number)
    assert (now.title, now.saved_by, now.begun_by, now.counter) == ("甲", "first", "first", 2)
    assert [one.sketch_id for one in sketches.opened(SECOND, db)] == [number]


def test_what_changes_nothing_is_no_step(db):
    number = begun(db)
    now = sketches.sketch(FIRST, db, number)
    assert sketches.save(FIRST, db, number, now.counter, now.toml).counter == now.counter


def test_steps_lead_back_to_the_beginning_and_forth_to_the_end(db):
    number = begun(db)
    titles = ["乡镇支行方案", "甲", "乙", "丙"]
    for name in titles[1:]:
        change(db, number, name)
    seen = []
    for move in (*[sketches.undo] * 4, *[sketches.redo] * 4):
        now = sketches.sketch(FIRST, db, number)
        seen.append(move(FIRST, db, number, now.counter).title)
    # One step more than there are leads nowhere.
    assert seen == [*titles[2::-1], titles[0], *titles[1:], titles[-1]]


def test_after_a_new_change_nothing_is_left_to_do_again(db):
    number = begun(db)
    change(db, number, "甲")
    back = sketches.undo(FIRST, db, number, 2)
    assert back.redo_to is not None
    other = change(db, number, "乙")
    assert other.redo_to is None
    assert sketches.undo(FIRST, db, number, other.counter).title == "乡镇支行方案"


def test_who_saves_over_anothers_change_is_told_by_whom(db):
    number = begun(db)
    seen = sketches.sketch(SECOND, db, number)
    change(db, number, "甲")
    mine = with_name(seen.toml, "乙")
    with pytest.raises(schemes.WorkflowError) as caught:
        sketches.save(SECOND, db, number, seen.counter, mine)
    assert caught.value.key == "errors-sketch-changed" and caught.value.params["by"] == "first"
    assert sketches.sketch(SECOND, db, number).title == "甲"
    assert refused(sketches.undo, SECOND, db, number, seen.counter) == "errors-sketch-changed"
    assert refused(sketches.discard, SECOND, db, number, seen.counter) == "errors-sketch-changed"


def test_who_takes_over_keeps_the_others_change_among_the_steps(db):
    number = begun(db)
    seen = sketches.sketch(SECOND, db, number)
    change(db, number, "甲")
    mine = sketches.save(SECOND, db, number, seen.counter, with_name(seen.toml, "乙"), over=True)
    assert (mine.title, mine.saved_by) == ("乙", "second")
    assert sketches.undo(SECOND, db, number, mine.counter).title == "甲"


def test_a_sketch_is_no_version_and_no_entry_of_the_trail_until_it_is_stored(db):
    head, before = db.head(), len(schemes.stored(db))
    number = begun(db)
    change(db, number, "甲")
    assert db.head() == head and len(schemes.stored(db)) == before


def test_what_passes_the_check_becomes_the_next_draft_and_is_closed(db):
    text = starts.version(FIRST, db, SECOND_VERSION)
    number = sketches.begin(FIRST, db, text, SECOND_VERSION)
    reference = sketches.store(FIRST, db, number, 1, "完成率改为分档")
    info = schemes.scheme(FIRST, db, reference)
    assert reference == (SECOND_VERSION.code, SECOND_VERSION.version + 1)
    assert (info.status, info.note, info.based_on) == ("draft", "完成率改为分档", SECOND_VERSION.version)
    assert info.scheme.authorisation is None
    assert info.scheme.indicators == schemes.scheme(FIRST, db, SECOND_VERSION).scheme.indicators
    closed = sketches.sketch(FIRST, db, number)
    assert closed.version == reference.version and sketches.opened(FIRST, db) == ()
    for again in (sketches.save, sketches.store):
        assert refused(again, FIRST, db, number, closed.counter, "x = 1") == "errors-sketch-closed"


def test_a_version_is_stored_with_its_sketch_closed_or_not_at_all(db, monkeypatch):
    number = sketches.begin(FIRST, db, starts.version(FIRST, db, SECOND_VERSION), SECOND_VERSION)
    before, head = len(schemes.stored(db)), db.head()

    def killed(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(sketches.sketch_store, "add_step", killed)
        with pytest.raises(KeyboardInterrupt):
            sketches.store(FIRST, db, number, 1, "reason")
    assert (len(schemes.stored(db)), db.head()) == (before, head)
    assert sketches.sketch(FIRST, db, number).open
    reference = sketches.store(FIRST, db, number, 1, "reason")
    assert reference.version == SECOND_VERSION.version + 1 and len(schemes.stored(db)) == before + 1


def test_faults_keep_a_sketch_from_becoming_a_version_but_not_from_being_kept(db):
    number = begun(db)
    faulty = document.write(document.put(document.read(starts.empty("a", "b")), ("cycle",), "fortnight"))
    sketches.save(FIRST, db, number, 1, faulty)
    with pytest.raises(SchemeError) as caught:
        sketches.store(FIRST, db, number, 2, "reason")
    assert {"not-one-of", "no-indicators"} <= {fault.key for fault in caught.value.faults}
    assert sketches.sketch(FIRST, db, number).toml == faulty


def test_a_draft_needs_a_reason_and_no_toml_is_no_sketch(db):
    number = begun(db)
    assert refused(sketches.store, FIRST, db, number, 1, "  ") == "errors-reason-needed"
    with pytest.raises(SchemeError):
        sketches.save(FIRST, db, number, 1, "[[")
    assert refused(sketches.sketch, FIRST, db, 99) == "errors-sketch-unknown"


def test_what_is_laid_aside_is_listed_no_more(db):
    number = begun(db)
    sketches.discard(FIRST, db, number, 1)
    assert sketches.opened(FIRST, db) == ()
    assert sketches.sketch(FIRST, db, number).kind == "discarded"
    assert refused(sketches.discard, FIRST, db, number, 2) == "errors-sketch-closed"


@pytest.mark.parametrize("actor", [LI, MANAGER])
def test_only_who_drafts_schemes_sees_and_makes_sketches(db, actor):
    number = begun(db)
    for asked in (
        lambda: sketches.opened(actor, db),
        lambda: sketches.sketch(actor, db, number),
        lambda: sketches.begin(actor, db, "code = 'x'"),
        lambda: sketches.save(actor, db, number, 1, "code = 'x'"),
        lambda: sketches.undo(actor, db, number, 1),
        lambda: sketches.redo(actor, db, number, 1),
        lambda: sketches.discard(actor, db, number, 1),
        lambda: sketches.store(actor, db, number, 1, "reason"),
    ):
        with pytest.raises(AccessDenied):
            asked()
    assert sketches.sketch(ZHAO, db, number).counter == 1


def test_the_stored_text_is_the_scheme_that_the_sketch_was(db):
    number = sketches.begin(FIRST, db, starts.template("points"))
    reference = sketches.store(FIRST, db, number, 1, "千分制")
    stored = schemes.scheme(FIRST, db, reference).scheme
    assert stored == Scheme.from_toml(starts.template("points")).with_version(reference.version)
