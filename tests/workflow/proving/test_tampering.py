"""Whoever edits the file with another program is found: each case of the auditor's table, one by one."""

import datetime as dt
import hashlib
import json
import lzma
import shutil

import duckdb
import pytest

from access.actor import operator
from data.database import Database
from data.sealing import trail
from data.sealing.cursor import Cursor
from documents.paper.found import sentence
from scoring.periods import parse_period
from tests.places import FIXTURES
from words.text import text_for
from workflow.branch import setup
from workflow.errors import WorkflowError
from workflow.results import frozen, proof, publishing
from workflow.results.proving import anchors
from workflow.results.proving.anchors import Anchor

AUDITOR = operator("auditor")
EXCHANGE = """
    UPDATE score_sheet SET period = CASE sheet_id WHEN 2 THEN '2026-08' ELSE '2026-09' END
    WHERE sheet_id IN (2, 3)
"""
ROWS = ("verify-rows-changed", "verify-rows-fewer", "verify-rows-more", "verify-rows-stray")
CHANGED, FEWER, MORE, STRAY = ROWS
SWAP = """
    UPDATE measured SET value = n.both - measured.value FROM (
        SELECT min(value) + max(value) AS both, arg_min(number, value) AS a,
            arg_max(number, value) AS b FROM measured
    ) n WHERE number IN (n.a, n.b)
"""
OTHER = "replace(content::VARCHAR, '\"A\"', '\"B\"')"
CASES = {
    "the periods of two results exchanged": (EXCHANGE, "verify-exchanged", None),
    "the content of a result": (
        f"UPDATE score_sheet SET content = {OTHER}::JSON WHERE sheet_id = 5",
        "verify-hash",
        "score_sheet",
    ),
    "the content and its hash": (
        f"UPDATE score_sheet SET content = {OTHER}::JSON, content_sha256 = sha256({OTHER})"
        " WHERE sheet_id = 5",
        "verify-hash",
        "score_sheet",
    ),
    "the scheme of a result": (
        "UPDATE score_sheet SET scheme_version = 9 WHERE sheet_id = 4",
        "verify-label",
        None,
    ),
    "the engine of a result": (
        "UPDATE score_sheet SET engine = '0.1' WHERE sheet_id = 4",
        "verify-label",
        None,
    ),
    "who published": ("UPDATE score_sheet SET frozen_by = 'nobody' WHERE sheet_id = 4", "verify-label", None),
    "when it was published": (
        "UPDATE score_sheet SET frozen_at = frozen_at - INTERVAL 9 DAY WHERE sheet_id = 4",
        CHANGED,
        "score_sheet",
    ),
    "the hash of what went in": (
        "UPDATE score_sheet SET inputs_sha256 = 'x' WHERE sheet_id = 4",
        "verify-inputs",
        None,
    ),
    "a measured value": (
        "UPDATE measured SET value = value + 1 WHERE number = 100",
        CHANGED,
        "measured",
    ),
    "a measured value deleted": ("DELETE FROM measured WHERE number = 100", FEWER, "measured"),
    "a measured value put in": (
        "INSERT INTO measured (person_no, indicator_no, period_no, value, batch_id, recorded_at)"
        " SELECT person_no, indicator_no, period_no, 1, batch_id, recorded_at FROM measured LIMIT 1",
        STRAY,
        "measured",
    ),
    "two people's values swapped": (SWAP, CHANGED, "measured"),
    "a target": ("UPDATE targeted SET value = value * 2 WHERE number = 7", CHANGED, "targeted"),
    "a target deleted": ("DELETE FROM targeted WHERE number = 7", FEWER, "targeted"),
    "a veto deleted": ("DELETE FROM event WHERE fact_id = (SELECT max(fact_id) FROM event)", FEWER, "event"),
    "a person renamed": (
        "UPDATE person_record SET name = 'x' WHERE fact_id = (SELECT min(fact_id) FROM person_record)",
        CHANGED,
        "person_record",
    ),
    "an entry's actor": ("UPDATE audit SET actor = 'nobody' WHERE seq = 5", "verify-chain", None),
    "an entry's subject": ("UPDATE audit SET subject = 'else' WHERE seq = 5", "verify-chain", None),
    "an entry's time": (
        "UPDATE audit SET happened_at = happened_at + INTERVAL 1 HOUR WHERE seq = 5",
        "verify-chain",
        None,
    ),
    "an entry's detail that is no JSON": (
        "UPDATE audit SET detail = 'no' WHERE seq = (SELECT min(seq) FROM audit WHERE action = 'publish')",
        "verify-entry",
        None,
    ),
    "an entry's detail without what it should say": (
        "UPDATE audit SET detail = '{}' WHERE seq = (SELECT min(seq) FROM audit WHERE action = 'publish')",
        "verify-entry",
        None,
    ),
    "an entry in the middle deleted": ("DELETE FROM audit WHERE seq = 20", "verify-chain", None),
    "two entries exchanged": (
        "UPDATE audit SET actor = o.actor, action = o.action, subject = o.subject, detail = o.detail"
        " FROM audit o WHERE o.seq = 41 - audit.seq AND audit.seq IN (20, 21)",
        "verify-chain",
        None,
    ),
    "the last entry deleted": (
        "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)",
        "verify-seal",
        None,
    ),
    "the whole trail deleted": ("DELETE FROM audit", "verify-hash", None),
    "the trail gone with its table": ("DROP TABLE audit", "verify-part", None),
    "a scheme's text": (
        "UPDATE scheme_version SET toml = replace(toml, '30', '31') WHERE version = 1",
        "verify-scheme",
        None,
    ),
    "a scheme's text and hash": (
        "UPDATE scheme_version SET toml = replace(toml, '30', '31'),"
        " sha256 = sha256(replace(toml, '30', '31')) WHERE version = 1",
        CHANGED,
        "scheme_version",
    ),
    "from when a scheme holds": (
        "UPDATE scheme_event SET effective_from = '2024-01' WHERE kind = 'adopted'",
        CHANGED,
        "scheme_event",
    ),
    "a step of a scheme deleted": ("DELETE FROM scheme_event WHERE event_id = 2", FEWER, "scheme_event"),
    "a forged vote": (
        "INSERT INTO scheme_event (event_id, code, version, kind, happened_at, actor) SELECT 999, code,"
        " version, 'approved', now()::TIMESTAMP, 'committee.gao' FROM scheme_version LIMIT 1",
        STRAY,
        "scheme_event",
    ),
    "a member's weights": (
        "UPDATE member_weighting SET weights = '{}' WHERE weighting_id = 1",
        CHANGED,
        "member_weighting",
    ),
    "an account put in": (
        "INSERT INTO account (username, display_name, created_at) VALUES ('evil', 'evil', now()::TIMESTAMP)",
        MORE,
        "account",
    ),
    "a role given": (
        "INSERT INTO account_event (event_id, username, kind, value, happened_at, actor) SELECT 999,"
        " username, 'role', 'president', now()::TIMESTAMP, 'x' FROM account LIMIT 1",
        STRAY,
        "account_event",
    ),
    "the demo flag": ("UPDATE setting SET value = '0' WHERE key = 'demo'", CHANGED, "setting"),
    "who approved a batch": (
        "UPDATE batch_event SET actor = 'else' WHERE event_id = 2",
        CHANGED,
        "batch_event",
    ),
    "a period said to be final": (
        "INSERT INTO period_event (event_id, period, state, happened_at, actor)"
        " VALUES (999, '2026-10', 'final', now()::TIMESTAMP, 'x')",
        STRAY,
        "period_event",
    ),
    "states of periods deleted": ("DELETE FROM period_event WHERE period = '2026-09'", FEWER, "period_event"),
    "a ledger entry's amount": (
        "UPDATE ledger_entry SET amount = amount + 1 WHERE entry_id = 3",
        "verify-ledger",
        "ledger_entry",
    ),
    "a pay run": (
        "UPDATE pay_run SET content = replace(content::VARCHAR, '1', '2')::JSON WHERE run_id = 1",
        "verify-pay-run",
        "pay_run",
    ),
    "a payroll file's total": ("UPDATE payroll SET total = total + 1", "verify-payroll", "payroll"),
    "a clawback's amount": ("UPDATE clawback SET amount = 1 WHERE clawback_id = 1", CHANGED, "clawback"),
    "an appeal's wish": ("UPDATE appeal SET wanted = 99 WHERE appeal_id = 1", CHANGED, "appeal"),
    "a plan's goal": ("UPDATE plan_goal SET target = 0", CHANGED, "plan_goal"),
    "a receipt deleted": ("DELETE FROM receipt WHERE receipt_id = 1", FEWER, "receipt"),
    "a seal": ("UPDATE seal SET sha256 = 'x' WHERE table_name = 'targeted'", "verify-seal", None),
    "a seal deleted": ("DELETE FROM seal WHERE table_name = 'targeted'", "verify-seal", None),
    "a table gone": ("DROP TABLE outcome", "verify-table-gone", "outcome"),
    "a column more": ("ALTER TABLE outcome ADD COLUMN more INTEGER", "verify-table-columns", "outcome"),
}


@pytest.fixture(scope="module")
def branch(tmp_path_factory):
    """A database with everything in it, sealed by today's code."""
    path = tmp_path_factory.mktemp("branch") / "branch.duckdb"
    path.write_bytes(lzma.decompress((FIXTURES / "databases" / "0011.duckdb.xz").read_bytes()))
    db = Database.open(path)
    assert proof.verify(AUDITOR, db).clean
    db.close()
    return path


def edited(branch, folder, *statements):
    """A copy, edited with DuckDB alone."""
    path = shutil.copy(branch, folder / "copy.duckdb")
    plain = duckdb.connect(str(path))
    for statement in statements:
        plain.execute(statement)
    plain.close()
    return Database.open(path)


@pytest.mark.parametrize("case", CASES)
def test_an_edit_by_hand_is_found(branch, tmp_path, case):
    statement, key, table = CASES[case]
    db = edited(branch, tmp_path, statement)
    found = proof.verify(AUDITOR, db).differences
    db.close()
    assert key in {one.key for one in found}
    if table is not None:
        assert table in {one.params.get("table") for one in found}
    for t in (text_for("zh"), text_for("en")):
        assert all(sentence(t, one) for one in found)


def test_an_exchanged_month_is_not_shown(branch, tmp_path):
    db = edited(branch, tmp_path, EXCHANGE)
    with pytest.raises(WorkflowError) as refused:
        frozen.published(db, ["2026-09"])
    assert refused.value.key == "errors-frozen-exchanged"
    db.close()


def rechained(path, change):
    """The trail written anew by somebody who knows how its hashes are made."""
    plain = duckdb.connect(str(path))
    cursor = Cursor(plain)
    entries = [(list(entry), sealed) for entry, sealed, _ in trail.chain(cursor)]
    plain.execute("DELETE FROM audit")
    previous = ""
    for entry, sealed in change(entries):
        entry[-1] = previous
        previous = trail.hashed(entry if sealed is None else [*entry, sealed])
        plain.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", [*entry, previous, sealed])
    plain.close()


def earlier_entry(entries):
    """One more in the middle, that claims to be old."""
    before, after = entries[:30], entries[30:]
    forged = ([31, before[-1][0][1], "committee.gao", "forged", "x", "{}", ""], None)
    return [*before, forged, *(([entry[0] + 1, *entry[1:]], sealed) for entry, sealed in after)]


def other_actor(entries):
    entries[4][0][2] = "nobody"
    return entries


@pytest.mark.parametrize("change", [other_actor, earlier_entry])
def test_a_trail_that_was_chained_anew_is_found_with_an_anchor(branch, tmp_path, change):
    path = shutil.copy(branch, tmp_path / "copy.duckdb")
    db = Database.open(path)
    kept = anchors.head(AUDITOR, db)
    db.close()
    rechained(path, change)
    db = Database.open(path)
    keys = {one.key for one in proof.verify(AUDITOR, db, against=[kept]).differences}
    assert "verify-anchor-differs" in keys and "verify-chain" not in keys
    db.close()


def test_a_tail_cut_off_with_its_rows_is_found_with_an_anchor_alone(branch, tmp_path):
    path = shutil.copy(branch, tmp_path / "copy.duckdb")
    db = Database.open(path)
    before = anchors.head(AUDITOR, db)
    setup.rename(AUDITOR, db, "某支行", "Some branch")
    kept = anchors.head(AUDITOR, db)
    assert kept.number == before.number + 1 and proof.verify(AUDITOR, db, against=[before, kept]).clean
    db.close()
    shutil.copy(branch, path)
    db = Database.open(path)
    assert proof.verify(AUDITOR, db, against=[before]).clean
    (found,) = proof.verify(AUDITOR, db, against=[kept]).differences
    assert (found.key, found.params["number"]) == ("verify-anchor-gone", kept.number)
    db.close()


def test_the_whole_trail_deleted_is_found_with_an_anchor(branch, tmp_path):
    db = edited(branch, tmp_path, "DELETE FROM audit", "DELETE FROM seal")
    keys = {one.key for one in proof.verify(AUDITOR, db, against=[Anchor(5, "0" * 16)]).differences}
    assert "verify-anchor-gone" in keys
    db.close()


def test_work_goes_on_after_an_edit_and_does_not_hide_it(branch, tmp_path):
    """Rows put in by hand are not sealed with those that come after them; nor is a small table."""
    db = edited(
        branch,
        tmp_path,
        CASES["a period said to be final"][0],
        CASES["the demo flag"][0],
    )
    publishing.reopen(AUDITOR, db, parse_period("2026-08"), "a later number")
    setup.rename(AUDITOR, db, "某支行", "Some branch")
    found = {(one.key, one.params.get("table")) for one in proof.verify(AUDITOR, db).differences}
    assert found == {(STRAY, "period_event"), (CHANGED, "setting")}
    db.close()


def test_an_anchor_is_read_as_it_is_written():
    whole = Anchor(12, hashlib.sha256(b"x").hexdigest(), "2026-11-28")
    assert anchors.read(whole.line) == whole
    assert anchors.read(whole.short) == Anchor(12, whole.sha256[:16])
    for wrong in ("", "12", "12:abc", "x:" + whole.sha256, json.dumps({"n": 1})):
        with pytest.raises(WorkflowError):
            anchors.read(wrong)


def test_the_daily_file_has_a_line_a_day(branch, tmp_path, monkeypatch):
    path = shutil.copy(branch, tmp_path / "copy.duckdb")
    (tmp_path / "else").mkdir()
    monkeypatch.setenv(anchors.FOLDER, str(tmp_path / "else"))
    db = Database.open(path)
    assert anchors.note(AUDITOR, db, dt.date(2026, 11, 28)) and not anchors.note(
        AUDITOR, db, dt.date(2026, 11, 28)
    )
    assert anchors.note(AUDITOR, db, dt.date(2026, 11, 29))
    kept = anchors.read_file(tmp_path / "else" / "copy.duckdb.anchors")
    assert [one.day for one in kept] == ["2026-11-28", "2026-11-29"]
    assert proof.verify(AUDITOR, db, against=kept).clean
    db.close()
