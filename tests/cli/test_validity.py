"""validity on the command line: the figures of the page, as text and as a document."""

import json

from data.database import Database
from documents import validity as written
from tests.branch import LI, last
from tests.cli.commands import manage
from words.text import text_for
from workflow.results import scores
from workflow.validity.report import report


def test_text_and_document_say_what_the_page_says(branch):
    shown = manage("validity", db=branch)
    document = json.loads(manage("validity", "--json", db=branch).stdout)
    db = Database.open(branch)
    found = report(LI, db, last(db))
    scheme = scores.period_sheet(LI, db, last(db)).scheme
    names = {i.code: i.name["en"] for i in scheme.indicators}
    assert shown.stdout.splitlines()[0] == written.opening(found, names, text_for("en"), written.as_it_is)
    assert document["people"] == found.trust.people and document["period"] == last(db).code
    assert document["teams"]["share"] == found.trust.teams.share
    assert [one["effective"] for one in document["indicators"]] == [
        t.effective for t in found.trust.indicators
    ]
    assert document["correlations"]["R01"]["R01"] == 1
    assert [one["kind"] for one in document["findings"]] == [str(one.kind) for one in found.findings]
    assert {one["outcome"] for one in document["outcomes"]} == {one.outcome for one in found.told}
    assert set(document["versions"]) == {"x-branch@1", "x-branch@2"}
    db.close()


def test_a_period_and_how_far_back_can_be_asked_for(branch):
    document = json.loads(
        manage("validity", "--from", "2026-05", "--to", "2026-08", "--json", db=branch).stdout
    )
    assert document["period"] == "2026-08" and document["reliability"]["periods"] == 4
    assert json.loads(manage("validity", "2026-08", "--json", db=branch).stdout)["period"] == "2026-08"


def test_wrong_use_is_one_sentence(branch, tmp_path):
    for arguments in (("2026-08", "--to", "2026-08"), ("--from", "2026-09", "--to", "2026-08"), ("2031-01",)):
        done = manage("validity", *arguments, db=branch)
        assert done.returncode == 2 and done.stderr and "Traceback" not in done.stderr
    manage("init", db=tmp_path / "new.duckdb")
    done = manage("validity", db=tmp_path / "new.duckdb")
    assert done.returncode == 2 and "no period with a result" in done.stderr
