"""Seals: the same bytes by rows and by columns; every table sealed or left out with a reason."""

import math

import duckdb
import pytest

from access import audit
from access.actor import Actor
from data.database import Database
from data.sealing import check, digest, seals
from data.sealing.cursor import Cursor
from data.sealing.tables import LEFT_OUT, TABLES, Sealed
from data.stores import period_store
from words.text import text_for

SOMEONE = Actor("someone", "president")
EVERY_KIND = """
    CREATE TABLE kinds AS SELECT i AS n, i % 3 = 0 AS yes, DATE '2026-01-01' + i::INTEGER AS day,
        TIMESTAMP '1969-12-31 23:59:59.999999' + to_days(i::INTEGER) AS at, CASE i % 5 WHEN 0 THEN NULL
        WHEN 1 THEN 'nan'::DOUBLE WHEN 2 THEN '-0.0'::DOUBLE WHEN 3 THEN 1e308 ELSE i / 7 END AS figure,
        CASE WHEN i % 4 = 0 THEN NULL ELSE repeat('é绩|', (i % 5)::INTEGER) || i END AS said,
        ('\\x00' || i)::BLOB AS file, json_object('i', i) AS document, [i, NULL] AS several
    FROM range(1, 2001) t(i)
"""


@pytest.fixture
def kinds():
    cursor = Cursor(duckdb.connect())
    cursor.execute(EVERY_KIND)
    return cursor


@pytest.mark.parametrize("block", [digest.BLOCK, 7])
def test_few_rows_one_by_one_and_many_by_columns_give_the_same(kinds, monkeypatch, block):
    monkeypatch.setattr(digest, "BLOCK", block)
    how = digest.layout(kinds, Sealed("kinds", "n"))
    few = digest.added(kinds, how, 1800)
    assert (few.first, few.last, few.rows) == (1801, 2000, 200)
    assert few == digest.between(kinds, how, 1801, 2000)
    read = digest.rows_between(kinds, how, 1801, 2000)
    assert digest.hash_rows(how, read) == few.sha256


@pytest.mark.parametrize(
    "change",
    [
        "SET yes = NOT yes",
        "SET day = day + 1",
        'SET "at" = "at" + INTERVAL 1 MICROSECOND',
        "SET figure = nextafter(figure, 1e9)",
        "SET figure = 0.5",
        "SET figure = NULL",
        "SET said = ''",
        "SET file = 'x'::BLOB",
        "SET document = '{}'",
        "SET several = []",
    ],
)
def test_whatever_is_changed_in_a_row_changes_the_hash(kinds, change):
    how = digest.layout(kinds, Sealed("kinds", "n"))
    before = digest.between(kinds, how, 1, 2000)
    kinds.execute(f"UPDATE kinds {change} WHERE n = 1999")
    assert digest.between(kinds, how, 1, 2000).sha256 != before.sha256


def test_every_table_is_sealed_or_left_out_with_a_reason(tmp_path):
    db = Database.open(tmp_path / "a.duckdb", create=True)
    with db.read() as cursor:
        found = cursor.execute("SELECT table_name FROM duckdb_tables() WHERE NOT internal").fetchall()
    assert {name for (name,) in found} == set(TABLES) | set(LEFT_OUT)
    assert not set(TABLES) & set(LEFT_OUT) and all(LEFT_OUT.values())
    # A hash of few possible answers would give them away.
    assert {"review_ballot", "review_comment", "review_draft"} <= set(LEFT_OUT)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_sealed_table_has_a_name(lang):
    t = text_for(lang)
    assert all(
        t(f"sealed-{name.replace('_', '-')}") != f"sealed-{name}" for name in (*TABLES, "seal", "audit")
    )


def test_what_is_not_in_the_trail_is_not_sealed_and_is_found(tmp_path):
    db = Database.open(tmp_path / "a.duckdb", create=True)

    def told(cursor):
        period_store.add_period_event(cursor, "2026-01", "checked", audit.now(), "someone")
        audit.append(cursor, SOMEONE, "step", "2026-01", {})

    def untold(cursor):
        period_store.add_period_event(cursor, "2026-01", "final", audit.now(), "someone")

    def unfit():
        with db.read() as cursor:
            return [(one.how, one.table, one.first) for one in check.check(cursor)]

    db.write(told)
    assert unfit() == []
    db.write(untold)
    db.write(told)
    assert unfit() == [("stray", "period_event", 2)]
    with pytest.raises(ZeroDivisionError):
        db.write(lambda cursor: (told(cursor), 1 / 0))
    db.write(told)
    assert unfit() == [("stray", "period_event", 2)]
    db.close()
    db = Database.open(tmp_path / "a.duckdb")
    db.write(told)
    assert unfit() == [("stray", "period_event", 2)]
    with db.read() as cursor:
        assert audit.broken_at(cursor) is None


def test_sealing_everything_anew_says_what_did_not_fit(tmp_path):
    db = Database.open(tmp_path / "a.duckdb", create=True)

    def told(cursor):
        period_store.add_period_event(cursor, "2026-01", "checked", audit.now(), "someone")
        audit.append(cursor, SOMEONE, "step", "2026-01", {})

    db.write(told)
    db.write(lambda cursor: cursor.execute("UPDATE period_event SET state = 'final'"))
    db.write(lambda cursor: seals.seal_anew(cursor, {"unfit": check.unfit(cursor)}, "system"))
    with db.read() as cursor:
        assert list(check.check(cursor)) == []
        assert check.unfit_when_sealed(cursor) == [(2, ["period_event"])]


def test_a_hash_is_what_the_documentation_says():
    """By hand: one row of a whole number, a float and a text."""
    import hashlib
    import struct

    cursor = Cursor(duckdb.connect())
    cursor.execute("CREATE TABLE one AS SELECT 7::BIGINT AS n, 0.5::DOUBLE AS x, 'é' AS said")
    how = digest.layout(cursor, Sealed("one", "n"))
    written = b"n i 1\n\0" + struct.pack("<q", 7) + b"x f 1\n\0" + struct.pack("<d", 0.5)
    written += b"said t 1\n\0" + struct.pack("<q", 2) + "é".encode()
    block = hashlib.sha256(written).hexdigest()
    assert digest.added(cursor, how, 0).sha256 == hashlib.sha256(block.encode()).hexdigest()
    assert math.isnan(struct.unpack("<d", digest._NAN)[0])
