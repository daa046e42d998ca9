"""The database: one writer, a cursor each, nothing half-done, nobody else at the same time."""

import shutil
import subprocess
import sys
import threading

import duckdb
import pytest

from access import audit
from access.actor import Actor
from data.database import Database
from data.dictionary import dictionary
from data.errors import DatabaseMissing, UnreadableFile
from data.keeping import migrating
from tests.places import ROOT


def count(db):
    with db.read() as cursor:
        return cursor.execute("SELECT count(*) FROM setting").fetchone()[0]


def test_a_missing_database_is_not_made_by_accident(tmp_path):
    with pytest.raises(DatabaseMissing):
        Database.open(tmp_path / "none.duckdb")
    assert not (tmp_path / "none.duckdb").exists()


def test_another_file_is_no_database(tmp_path):
    path = tmp_path / "x.duckdb"
    path.write_bytes(b"no database at all" * 500)
    with pytest.raises(UnreadableFile):
        Database.open(path)


def test_all_of_a_transaction_or_nothing(tmp_path):
    db = Database.open(tmp_path / "a.duckdb", create=True)

    def work(cursor):
        cursor.execute("INSERT INTO setting (key, value) VALUES ('a', '1')")
        raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError):
        db.write(work)
    assert count(db) == 0


def test_writers_in_many_threads_lose_nothing(tmp_path):
    db = Database.open(tmp_path / "a.duckdb", create=True)
    db.write(lambda c: c.execute("INSERT INTO setting (key, value) VALUES ('n', '0')"))

    def add():
        for _ in range(20):
            db.write(
                lambda c: c.execute("UPDATE setting SET value = (value::INT + 1)::VARCHAR WHERE key = 'n'")
            )

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with db.read() as cursor:
        assert cursor.execute("SELECT value FROM setting WHERE key = 'n'").fetchone() == ("80",)


def test_files_of_the_machine_are_out_of_reach(tmp_path):
    db = Database.open(tmp_path / "a.duckdb", create=True)
    with db.read() as cursor, pytest.raises(duckdb.Error):
        cursor.execute("SELECT * FROM read_csv('/etc/passwd')")


def test_another_process_is_told_so_with_status_3(tmp_path):
    path = tmp_path / "a.duckdb"
    db = Database.open(path, create=True)
    command = [sys.executable, "manage.py", "--db", str(path), "--lang", "en", "score", "2026-10"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "in use" in done.stderr and "Traceback" not in done.stderr
    db.close()


def test_the_data_dictionary_is_that_of_the_schema():
    written = (ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
    assert written == dictionary()


def test_a_database_of_a_newer_version_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "newer.duckdb"
    opened = Database.open(path, create=True)
    opened.write(lambda c: c.execute("INSERT INTO schema_version (version, name) VALUES (999, 'later')"))
    opened.close()
    for _ in range(2):
        with pytest.raises(UnreadableFile) as refused:
            Database.open(path)
        assert refused.value.key == "errors-database-newer"


def test_a_script_that_was_changed_after_it_was_applied_is_refused(tmp_path, monkeypatch):
    path, scripts = tmp_path / "a.duckdb", tmp_path / "scripts"
    shutil.copytree(migrating.MIGRATIONS, scripts)
    monkeypatch.setattr(migrating, "MIGRATIONS", scripts)
    Database.open(path, create=True).close()
    last = max(scripts.glob("*.sql"))
    text = last.read_text(encoding="utf-8")
    last.write_text(text + "-- one more remark\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(UnreadableFile) as refused:
            Database.open(path)
        assert (refused.value.key, refused.value.params["script"]) == ("errors-database-changed", last.name)
    # The ends of lines are the machine's, not the script's.
    last.write_bytes(text.replace("\n", "\r\n").encode())
    Database.open(path).close()


def test_a_database_from_before_sums_were_kept_gets_them_at_its_next_opening(tmp_path):
    path = tmp_path / "a.duckdb"

    def sums():
        db = Database.open(path, create=True)
        with db.read() as cursor:
            found = cursor.execute("SELECT name, sha256 FROM schema_version ORDER BY version").fetchall()
        db.close()
        return dict(found)

    made = sums()
    assert all(made.values())
    old = duckdb.connect(str(path))
    old.execute("ALTER TABLE schema_version DROP COLUMN sha256")
    old.close()
    assert sums() == made


def test_the_version_of_everything_stored_follows_commits_and_nothing_else(tmp_path):
    db = Database.open(tmp_path / "h.duckdb", create=True)
    someone = Actor("someone", "Someone", "committee")

    def note(cursor):
        audit.append(cursor, someone, "note", "", {})

    assert db.head() == 0
    db.write(note)
    assert db.head() == 1
    db.trial(note)
    assert db.head() == 1
    with pytest.raises(ZeroDivisionError):
        db.write(lambda cursor: (note(cursor), 1 / 0))
    assert db.head() == 1
    seen = []
    reader = threading.Thread(target=lambda: seen.append(db.head()))
    db.write(lambda cursor: (note(cursor), reader.start(), reader.join()))
    assert (seen, db.head()) == ([1], 2)
