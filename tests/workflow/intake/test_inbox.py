"""Files dropped at night: taken when whole, staged, filed away with a report; bad ones refused, none lost."""

import datetime as dt

import pytest

from access.actor import operator
from documents.reports import arrival_report
from tests.branch import FIRST, WANG, ZHAO
from words.text import text_for
from workflow.errors import WorkflowError
from workflow.intake import batches, imports, inbox
from workflow.results import scores

INBOX = operator("inbox")
NOW = dt.timedelta(0)


def say(arrival):
    return arrival_report(arrival.file_name, arrival.batch, arrival.problems, arrival.error, text_for("en"))


def test_dropped_files_wait_for_review_and_bad_ones_are_refused(db):
    assert inbox.look(INBOX, db, say) == ()
    place = inbox.folder(db)
    place.mkdir()
    period = scores.periods(FIRST, db)[-1].code
    good = f"manager_id,period,indicator,value\nCM01,{period},E01,1300\nCM99,{period},E01,1\n"
    (place / "core.csv").write_text(good, encoding="utf-8")
    (place / "people_hr.csv").write_text("manager_id,name,team\nCM77,新人,城东组\n", encoding="utf-8")
    (place / "torn.xlsx").write_bytes(b"PK\x03\x04 torn")
    (place / "notes.docx").write_bytes(b"not ours")
    assert inbox.look(INBOX, db, say) == ()  # still growing, for all one knows

    found = {a.file_name: a for a in inbox.look(INBOX, db, say, settled=NOW)}
    assert set(found) == {"core.csv", "people_hr.csv", "torn.xlsx"}
    assert found["core.csv"].batch and found["torn.xlsx"].batch is None
    assert sorted(p.name for p in place.iterdir()) == ["notes.docx", "refused", "taken", "working"]
    reports = {p.name.split("-", 3)[3]: p.read_text(encoding="utf-8") for p in place.rglob("*.txt")}
    assert "CM99" in reports["core.csv.txt"] and "cannot be opened" in reports["torn.xlsx.txt"]
    assert inbox.look(INBOX, db, say, settled=NOW) == ()

    waiting = [b for b in batches.batches(ZHAO, db) if b.status == "arrived"]
    assert {b.kind for b in waiting} == {"metrics", "people"}
    # Who put it there is not known: one person answers for it, another approves.
    number = found["core.csv"].batch
    with pytest.raises(WorkflowError, match="errors-batch-arrived"):
        imports.approve(WANG, db, number)
    imports.take_over(ZHAO, db, number)
    with pytest.raises(WorkflowError, match="errors-batch-same-person"):
        imports.approve(ZHAO, db, number)
    imports.approve(WANG, db, number)
    assert batches.history(ZHAO, db, "CM01", period, "E01")[-1].value == 1300


def test_a_file_that_brings_the_program_down_is_met_once(db, monkeypatch):
    place = inbox.folder(db)
    place.mkdir()
    text = f"manager_id,period,indicator,value\nCM01,{scores.periods(FIRST, db)[-1].code},E01,1300\n"
    for name in ("a_killer.csv", "b_odd.csv", "c" * 240 + ".csv", "d_good.csv"):
        (place / name).write_text(text + name[0], encoding="utf-8")
    read = imports.read_file

    def dies(actor, database, kind, path, **more):
        if "a_killer" in path.name:
            raise KeyboardInterrupt  # stands for an abort: nothing of ours catches it
        if "b_odd" in path.name:
            raise RuntimeError("whatever a library does")
        return read(actor, database, kind, path, **more)

    monkeypatch.setattr(imports, "read_file", dies)
    with pytest.raises(KeyboardInterrupt):
        inbox.look(INBOX, db, say, settled=NOW)
    found = {a.file_name[0]: a for a in inbox.look(INBOX, db, say, settled=NOW)}
    assert set(found) == {"a", "b", "c", "d"}
    assert [found[k].error.key for k in "ab"] == ["errors-inbox-stopped", "errors-inbox-unexpected"]
    assert found["c"].batch and found["d"].batch
    assert inbox.look(INBOX, db, say, settled=NOW) == ()
    assert len(list((place / "refused").glob("*.csv"))) == 2


def test_the_same_file_again_is_refused_with_the_number_of_its_batch(db):
    place = inbox.folder(db)
    place.mkdir()
    text = f"manager_id,period,indicator,value\nCM01,{scores.periods(FIRST, db)[-1].code},E01,1300\n"
    (place / "night.csv").write_text(text, encoding="utf-8")
    (first,) = inbox.look(INBOX, db, say, settled=NOW)
    (place / "night_again.csv").write_text(text, encoding="utf-8")
    (second,) = inbox.look(INBOX, db, say, settled=NOW)
    assert second.batch is None and second.error.params["batch"] == first.batch
