"""What several people do at the same moment: one of them does it, the others are told so in a sentence."""

import dataclasses
from functools import partial

import pytest

from access.actor import Actor
from data.stores import scheme_store
from tests.branch import (
    COMING,
    GAO,
    LI,
    NING,
    SECOND_VERSION,
    TANG,
    ZHAO,
    before_the_staff,
    last,
)
from tests.sentences import incomplete
from tests.workflow.proving.together import at_once
from words.text import text_for
from workflow import schemes
from workflow.adoption import lifecycle
from workflow.appeals import figures, filing, granting, reviewing, standing
from workflow.errors import WorkflowError
from workflow.intake import batches, imports
from workflow.results import proof, publishing, scores

WANG, YAN, SUN = (Actor(name, "data-officer") for name in ("wang", "yan", "sun"))


def one_and_told(found, *keys):
    """Exactly one succeeded; everybody else was told one of `keys`, which is a whole sentence."""
    told = [one for one in found if isinstance(one, Exception)]
    assert len(told) == len(found) - 1, found
    for one in told:
        assert isinstance(one, WorkflowError) and one.key in keys, one
        for lang in ("zh", "en"):
            said = text_for(lang).error(one)
            assert said and one.key not in said and not incomplete(said), said


def state(db, batch):
    return next(b.status for b in batches.batches(ZHAO, db) if b.batch_id == batch)


@pytest.mark.parametrize("turn", range(2))
def test_two_approve_and_one_rejects_a_batch(db, turn, tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(f"manager_id,name,team\nK0{turn},员工{turn},城东组\n", encoding="utf-8")
    batch = imports.import_file(ZHAO, db, "people", path).batch
    found = at_once(
        db,
        partial(imports.approve, WANG, db, batch),
        partial(imports.approve, YAN, db, batch),
        partial(imports.reject, SUN, db, batch, "不对"),
    )
    one_and_told(found, "errors-batch-decided")
    decided = "rejected" if found[2] is None else "approved"
    assert state(db, batch) == decided
    with db.read() as cursor:
        events = cursor.execute("SELECT count(*) FROM batch_event WHERE batch_id = ?", [batch]).fetchone()
        rows = cursor.execute("SELECT count(*) FROM person_record WHERE batch_id = ?", [batch]).fetchone()
    assert events == (2,)
    assert rows == (1 if decided == "approved" else 0,)
    assert proof.verify(LI, db).clean


def test_two_people_click_approve_on_figures_of_a_posted_month(db, tmp_path):
    """The facts are there once, and so is the difference that they make to the posted result."""
    batch = correction(db, tmp_path)
    found = at_once(db, *(partial(imports.approve, who, db, batch) for who in (WANG, YAN)))
    one_and_told(found, "errors-batch-decided", "errors-ripple-moved", "errors-batch-moved")
    with db.read() as cursor:
        posted = cursor.execute("SELECT count(*) FROM result_difference").fetchone()[0]
    assert posted >= 1
    assert proof.verify(LI, db).clean


def correction(db, tmp_path):
    """A batch with another figure for somebody in the newest month."""
    period = last(db)
    sheet = scores.period_sheet(GAO, db, period).sheet
    value = sheet.measurements.column(sheet.measurements.values, "R01")[sheet.measurements.row["CM03"]]
    path = tmp_path / "one.csv"
    path.write_text(f"manager_id,period,indicator,value\nCM03,{period.code},R01,{value + 0.5}\n")
    return imports.import_file(ZHAO, db, "metrics", path).batch


def test_two_publish_a_month(db):
    period = last(db)
    publishing.reopen(GAO, db, period, "口径更正")
    before = len(publishing.results(GAO, db, period))
    found = at_once(db, *(partial(publishing.publish, who, db, period) for who in (LI, GAO)))
    one_and_told(found, "errors-publish-moved", "errors-publish-again")
    assert len(publishing.results(GAO, db, period)) == before + 1
    assert proof.verify(LI, db).clean


def test_publishing_while_figures_are_approved_posts_one_state_of_them(db, tmp_path):
    """Whoever is first; the result is never of figures that nobody approved, or without those that were."""
    period = last(db)
    publishing.reopen(GAO, db, period, "口径更正")
    batch = correction(db, tmp_path)
    published, approved = at_once(
        db, partial(publishing.publish, LI, db, period), partial(imports.approve, WANG, db, batch)
    )
    for one in (published, approved):
        assert not isinstance(one, Exception) or isinstance(one, WorkflowError), one
    assert not (isinstance(published, Exception) and isinstance(approved, Exception))
    if isinstance(published, WorkflowError):
        assert published.key == "errors-publish-moved"
        published = publishing.publish(LI, db, period)
    if isinstance(approved, WorkflowError):
        imports.approve(WANG, db, batch)
    assert state(db, batch) == "approved"
    (told,) = publishing.differences(GAO, db, period).moves[:1] or (None,)
    with db.read() as cursor:
        posted = cursor.execute(
            "SELECT count(*) FROM result_difference WHERE batch_id = ?", [batch]
        ).fetchone()
    # Either the figures are in what was published, or what they change is posted beside it.
    assert (posted == (0,)) == (told is None)
    assert proof.verify(LI, db).clean


def test_three_store_the_same_version(db):
    info = schemes.scheme(GAO, db, SECOND_VERSION)
    new = dataclasses.replace(info.scheme, version=9, authorisation=None)
    found = at_once(db, *(partial(schemes.store, who, db, new) for who in (GAO, NING, TANG)))
    one_and_told(found, "errors-scheme-exists")
    stored = [one for one in schemes.schemes(GAO, db) if one.scheme.version == 9]
    assert len(stored) == 1 and stored[0].events == 1
    assert proof.verify(LI, db).clean


@pytest.mark.parametrize("other", ["adopt", "withdraw"])
def test_a_version_is_adopted_once_and_not_taken_back_as_well(db, other):
    reference = before_the_staff(db)
    adopting = partial(lifecycle.adopt, NING, db, reference, COMING, "decided")
    second = {
        "adopt": partial(lifecycle.adopt, TANG, db, reference, COMING, "decided"),
        "withdraw": partial(lifecycle.withdraw, GAO, db, reference, "not now"),
    }
    found = at_once(db, adopting, second[other])
    one_and_told(found, "errors-scheme-moved", "errors-scheme-state", "errors-adopt-refused")
    with db.read() as cursor:
        life = [event.kind for event in scheme_store.events(cursor, reference)]
    decided = found.index(None)
    assert life.count("adopted") == (0 if other == "withdraw" and decided == 1 else 1)
    assert proof.verify(LI, db).clean


def test_two_confirm_an_appeal(db):
    """It is redressed once."""
    me, period = Actor("cm03", "manager", "CM03"), last(db)
    figure = next(f for f in figures.figures(me, db, "CM03", period) if f.subject == figures.MEASUREMENT)
    better = figure.value - 0.5
    number = filing.file(me, db, "CM03", period, figure, "data", "看错了", better)
    reviewing.take(GAO, db, number)
    reviewing.propose(GAO, db, number, "确有误", better)
    found = at_once(db, *(partial(granting.confirm, who, db, number) for who in (TANG, LI)))
    told = [one for one in found if isinstance(one, Exception)]
    assert len(told) == 1 and isinstance(told[0], WorkflowError), found
    ends = [event.kind for event in standing.appeal(me, db, number).events]
    assert ends.count("granted") == 1
    assert proof.verify(LI, db).clean
