"""A database of every earlier schema opens, verifies and gives what it gave."""

import hashlib
import json
import lzma
import math

import pytest

from access import accounts, audit
from access.actor import Actor, operator
from data import clock
from data.database import Database
from data.keeping.migrating import MIGRATIONS
from data.stores import scheme_store, sheet_store
from data.stores.reviews.vault import key_file
from scoring import Scheme
from scoring.periods import parse_period
from tests.fixtures.databases import read_pay, read_result_use
from tests.places import FIXTURES
from workflow import receipts
from workflow.appeals import granting, standing
from workflow.intake import imports
from workflow.results import proof, publishing, scores
from workflow.reviews import answering, assigning, calibration, campaigns, drawing, results
from workflow.rewards import approving, payroll, runs
from workflow.rewards.clawback import clawing
from workflow.weighing import scenarios

STORED = FIXTURES / "databases"
SCHEMAS = sorted(int(path.name[:4]) for path in STORED.glob("*.duckdb.xz"))
MIGRATION_NUMBERS = sorted(int(path.name.split("_")[0]) for path in MIGRATIONS.glob("*.sql"))
READER = operator("reader")


def unpacked(schema, folder):
    """A copy of the stored database with its vault's keys, untouched by today's code."""
    path = folder / f"{schema:04}.duckdb"
    path.write_bytes(lzma.decompress((STORED / f"{schema:04}.duckdb.xz").read_bytes()))
    keys = json.loads((STORED / f"{schema:04}.json").read_text(encoding="utf-8")).get("keys")
    if keys:
        key_file(path).write_text(keys, encoding="utf-8")
    return path


@pytest.fixture(scope="module", params=SCHEMAS)
def schema(request):
    return request.param


@pytest.fixture(scope="module")
def expected(schema):
    """What the code of that schema read from the database."""
    return json.loads((STORED / f"{schema:04}.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def db(schema, tmp_path_factory):
    """The database, opened by today's code."""
    database = Database.open(unpacked(schema, tmp_path_factory.mktemp("schema")))
    yield database
    database.close()


def made_on(db, expected):
    """The day on which the database was made."""
    with db.read() as cursor:
        entry = [expected["trail"]["entries"]]
        ((moment,),) = cursor.execute("SELECT happened_at FROM audit WHERE seq = ?", entry).fetchall()
    return clock.local(moment).date()


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def plain(number):
    return None if math.isnan(number) else float(number)


def result(found):
    """People's and teams' results as the stored JSON has them."""
    rows = zip(*(getattr(found.sheet, name) for name in ("people", "totals", "ranks", "grades")), strict=True)
    return {
        "people": {who: [plain(total), plain(rank), grade] for who, total, rank, grade in rows},
        # To nine places: what is not rounded may differ between machines in the last ones.
        "teams": {t.team_id: [plain(round(t.total, 9)), plain(t.rank)] for t in found.teams},
    }


def test_every_earlier_schema_has_a_stored_database():
    missing = [number for number in MIGRATION_NUMBERS[:-1] if number not in SCHEMAS]
    assert not missing, f"make databases of schemas {missing} first: tests/fixtures/databases/README.md"


def test_the_migrated_schema_is_that_of_a_new_database(db, tmp_path):
    new = Database.open(tmp_path / "new.duckdb", create=True)
    queries = (
        "SELECT max(version) FROM schema_version",
        "SELECT table_name, column_name, data_type, is_nullable, column_default, comment"
        " FROM duckdb_columns()",
        "SELECT table_name, comment, sql FROM duckdb_tables()",
        "SELECT view_name, comment, sql FROM duckdb_views() WHERE NOT internal",
        "SELECT sequence_name FROM duckdb_sequences()",
    )
    with db.read() as old, new.read() as fresh:
        for query in queries:
            assert sorted(map(repr, old.execute(query).fetchall())) == sorted(
                map(repr, fresh.execute(query).fetchall())
            )
    new.close()


def test_frozen_texts_are_the_same_to_the_letter(db, schema, expected):
    with db.read() as cursor:
        rows = sheet_store.sheets(cursor)
        texts = sheet_store.contents(cursor, [row.sheet_id for row in rows])
    assert {str(number): sha256(text) for number, text in texts.items()} == expected["frozen"]
    assert {str(row.sheet_id): row.sha256 for row in rows} == expected["frozen"]
    # Results are frozen since schema 4; the stored databases since then hold one period published twice, and
    # since schema 10 one that stands beside these as an appeal was granted.
    assert len(rows) == (len(expected["shown"]) + 1 + (schema >= 10) if schema >= 4 else 0)


def test_schemes_have_the_text_and_the_hash_that_they_had(db, expected):
    with db.read() as cursor:
        rows = {str(row.reference): row for row in scheme_store.versions(cursor)}
    now = {key: {"text": sha256(row.toml), "stored": row.sha256} for key, row in rows.items()}
    assert now == expected["schemes"] and len(now) >= 4
    for row in rows.values():
        assert Scheme.from_toml(row.toml).canonical_hash() == row.sha256


def test_the_trail_up_to_its_old_end_is_the_same(db, expected):
    entries, head = expected["trail"]["entries"], expected["trail"]["head"]
    with db.read() as cursor:
        assert cursor.execute("SELECT hash FROM audit WHERE seq = ?", [entries]).fetchone() == (head,)
        # The chain unbroken and its old end the same: so is every entry before it.
        assert audit.broken_at(cursor) is None


def test_nothing_is_found_by_verify(db, expected):
    found = proof.verify(READER, db)
    assert found.differences == () and found.results == len(expected["frozen"])


def test_results_as_shown_are_the_same(db, expected):
    assert {p.code for p in scores.periods(READER, db)} == set(expected["shown"])
    assert {
        code: result(scores.period_sheet(READER, db, parse_period(code))) for code in expected["shown"]
    } == expected["shown"]


def test_results_on_the_stored_facts_are_the_same(db, schema, expected):
    assert {code: result(scores.live(db, parse_period(code))) for code in expected["live"]} == expected[
        "live"
    ]
    moved = [code for code, was in expected["live"].items() if was != expected["shown"][code]]
    # Facts stored after publishing: only where results are frozen are others shown than are scored.
    assert bool(moved) == (schema >= 4)


def test_scenarios_and_accounts_are_the_same(db, schema, expected):
    assert {s.name: dict(s.weights) for s in scenarios.kept(READER, db)} == expected["scenarios"]
    assert len(expected["scenarios"]) == min(schema - 1, 2)
    listed = accounts.listed(READER, db)
    assert [[a.username, a.display_name, a.role, a.in_use] for a in listed] == expected["accounts"]


def test_reviews_are_the_same_and_those_that_are_out_can_still_be_answered_and_drawn(
    schema, expected, tmp_path, monkeypatch
):
    if schema < 9:
        assert "campaigns" not in expected
        return
    db = Database.open(unpacked(schema, tmp_path))
    # What is out is closed by the calendar twenty days later.
    day = made_on(db, expected)
    monkeypatch.setattr(clock, "today", lambda: day)
    every = campaigns.campaigns(READER, db)
    done = [[c.name, c.state, campaigns.progress(READER, db, c.campaign_id).done] for c in every]
    assert done == expected["campaigns"] and {c.state for c in every} == {"released", "open", "called-off"}
    (released,) = (c for c in every if c.state == "released")
    rated = [
        [r.ratee_id, r.measure, *(None if math.isnan(x) else round(x, 9) for x in (r.total, r.calibrated))]
        for r in results.results(READER, db, released.campaign_id)
    ]
    assert {released.name: rated} == expected["rated"]
    (case,) = calibration.cases(READER, db, released.campaign_id)
    change = [case.change.value, case.change.state]
    assert [[case.ratee_id, case.measure, case.rated, change]] == expected["cases"]
    (own,) = results.own(Actor("cm01", "manager", "CM01"), db, "CM01")
    assert {own.name: len(own.comments)} == expected["comments"] == {"十月评价": 1}
    (waiting,) = (c for c in every if c.state == "open")
    saved = next(a for a in assigning.assignments(READER, db, waiting.campaign_id) if a.saved)
    rater = accounts.in_use(db, saved.rater)
    kept = answering.form(rater, db, saved.assignment_id)
    assert "还没想好" in kept.comments.values()
    answers = {item.code: 4 for item in kept.items}
    answering.hand_in(rater, db, saved.assignment_id, answers, (), kept.comments)
    campaigns.close(READER, db, waiting.campaign_id, "交齐")
    drawing.draw(READER, db, waiting.campaign_id)
    assert any(not math.isnan(r.total) for r in results.results(READER, db, waiting.campaign_id))
    db.close()


def test_what_followed_from_results_is_the_same(db, schema, expected):
    if schema < 10:
        assert "result_use" not in expected
        return
    found = read_result_use.read(db, made_on(db, expected))
    for name, was in expected["result_use"].items():
        assert json.loads(json.dumps(found[name])) == was, name
    states = {a.state for a in standing.appeals(READER, db)}
    assert states == {"filed", "proposed", "granted", "turned-down", "withdrawn"}
    assert len([s for s in found["sheets"] if s[4]]) == 1 and found["open"]["2026-10"][1]
    assert {t[4] for of in found["talks"].values() for t in of} >= {
        *("recorded", "confirmed", "viewed-otherwise", "withdrawn"),
    }
    assert {p[3] for of in found["plans"].values() for p in of} == {
        *("running", "paused", "partly-met", "called-off"),
    }


def test_an_appeal_that_waited_is_granted_and_its_result_signed_for(schema, tmp_path):
    if schema < 10:
        return
    db = Database.open(unpacked(schema, tmp_path))
    (waits,) = (a for a in standing.appeals(READER, db) if a.state == standing.PROPOSED)
    person = Actor(waits.manager_id.lower(), "manager", waits.manager_id)

    def sheet():
        return publishing.results(READER, db, waits.when)[-1]

    def sign():
        receipts.sign(person, db, waits.manager_id, waits.when, sheet().sha256)
        assert receipts.receipt(person, db, waits.manager_id, waits.when).holds

    sign()
    (number,) = granting.confirm(Actor("committee.ning", "committee"), db, waits.appeal_id)
    beside = sheet()
    assert (beside.sheet_id, beside.appeal_id, len(beside.corrections)) == (number, waits.appeal_id, 2)
    assert not receipts.receipt(person, db, waits.manager_id, waits.when).holds
    sign()
    assert proof.verify(READER, db).differences == ()
    db.close()


def test_pay_is_the_same_to_the_fen(db, schema, expected):
    if schema < 11:
        assert "pay" not in expected
        return
    found = json.loads(json.dumps(read_pay.read(db)))
    for name, was in expected["pay"].items():
        assert found[name] == was, name
    # The newest first.
    states = [run[5] for run in found["runs"]][:4]
    assert states == ["approved", "posted", "withdrawn", "turned-down"]
    assert [check[3] for check in found["checks"]] == ["release", "postpone", "forfeit", "release"]
    assert not next(c for c in found["clawbacks"])[6] and found["gone"]


def test_a_run_and_a_clawback_that_waited_are_posted(schema, tmp_path):
    if schema < 11:
        return
    db = Database.open(unpacked(schema, tmp_path))
    li, tang = Actor("li.hangzhang", "president"), Actor("committee.tang", "committee")
    (waits,) = (run for run in runs.runs(READER, db) if run.is_open)
    assert approving.approve(li, db, waits.run_id, waits.sha256)
    clawing.approve(tang, db, next(c for c in clawing.clawbacks(READER, db) if not c.events).clawback_id)
    paid = payroll.make(READER, db)
    assert {row.manager_id for row in paid.rows} and not payroll.waiting(READER, db).rows
    assert proof.verify(READER, db).differences == ()
    db.close()


def test_a_batch_that_waited_is_still_approved_by_a_second_person(schema, expected, tmp_path):
    batch, person, period, indicator, value = expected["waiting"]
    db = Database.open(unpacked(schema, tmp_path))
    imports.approve(READER, db, batch)
    measured = scores.live(db, parse_period(period)).sheet.measurements
    assert measured.values[measured.row[person], measured.position[indicator]] == value
    assert proof.verify(READER, db).differences == ()
    db.close()
