"""Files dropped at night: taken when whole, staged, filed away with a report; bad ones refused, none lost."""

import datetime as dt

from access.actor import operator
from tests.workflow.test_lab import FIRST, db, demo_file  # noqa: F401
from ui.reports import arrival_report
from ui.text import text_for
from workflow import batches, imports, inbox, scores

INBOX, ZHAO, WANG = operator("inbox"), operator("zhao"), operator("wang")
NOW = dt.timedelta(0)


def say(arrival):
    return arrival_report(arrival.file_name, arrival.batch, arrival.problems, arrival.error, text_for("en"))


def test_dropped_files_wait_for_review_and_bad_ones_are_refused(db):  # noqa: F811
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
    assert sorted(p.name for p in place.iterdir()) == ["notes.docx", "refused", "taken"]
    reports = {p.name.split("-", 3)[3]: p.read_text(encoding="utf-8") for p in place.rglob("*.txt")}
    assert "CM99" in reports["core.csv.txt"] and "cannot be opened" in reports["torn.xlsx.txt"]
    assert inbox.look(INBOX, db, say, settled=NOW) == ()

    waiting = [b for b in batches.batches(ZHAO, db) if b.status == "awaiting-review"]
    assert {b.kind for b in waiting} == {"metrics", "people"}
    imports.approve(WANG, db, found["core.csv"].batch)
    assert batches.history(ZHAO, db, "CM01", period, "E01")[-1].value == 1300
