"""Whatever is wrong with the file, its log or its folder: one right sentence, and nothing is touched."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import pytest

from data.database import Database
from data.keeping import damage, noted
from scoring.errors import SteelyardError
from tests.cli.commands import manage
from tests.data.damage.files import ENTRIES, cut, overwritten, state, worked
from tests.places import ROOT
from words.text import text_for


@pytest.fixture(scope="module")
def closed(tmp_path_factory):
    return worked(tmp_path_factory.mktemp("closed") / "branch.duckdb")


@pytest.fixture(scope="module")
def killed(tmp_path_factory):
    """Its log holds all entries, and the file itself the schema."""
    return worked(tmp_path_factory.mktemp("killed") / "branch.duckdb", killed=True)


@pytest.fixture
def here(tmp_path):
    """Where a copy stands with all that lies beside it."""

    def brought(path):
        for file in path.parent.iterdir():
            shutil.copy(file, tmp_path)
        return tmp_path / path.name

    return brought


def refused(path, *, create=False):
    """The key of the sentence; both languages have it, and every file is as it was."""
    before = state(path.parent)
    with pytest.raises(SteelyardError) as caught:
        Database.open(path, create=create)
    assert state(path.parent) == before
    for lang in ("zh", "en"):
        told = text_for(lang).error(caught.value)
        assert str(path.parent) in told and "\n" not in told
    return caught.value.key


def both_headers(path):
    overwritten(path, 4096, 64)
    overwritten(path, 8192, 64)


def a_table(path, statement):
    path.unlink()
    with duckdb.connect(str(path)) as other:
        other.execute(statement)


def a_sqlite(path):
    path.unlink()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE audit (seq INTEGER)")
    other.commit()
    other.close()


def said_by(path, statement):
    with duckdb.connect(str(path)) as other:
        other.execute(statement)


FORGED = "CREATE TABLE schema_version (version INTEGER, name VARCHAR); INSERT INTO schema_version VALUES"
CASES = {
    "both headers": (both_headers, "errors-database-damaged"),
    "the main header": (lambda p: overwritten(p, 0, 64), "errors-database-unreadable"),
    "after 10 bytes": (lambda p: cut(p, 10), "errors-database-unreadable"),
    "after 5 000 bytes": (lambda p: cut(p, 5_000), "errors-database-short"),
    "after 13 000 bytes": (lambda p: cut(p, 13_000), "errors-database-short"),
    "after 300 000 bytes": (lambda p: cut(p, 300_000), "errors-database-short"),
    "empty": (lambda p: cut(p, 0), "errors-database-empty"),
    "text": (lambda p: p.write_text("no database\n" * 2000), "errors-database-unreadable"),
    "sqlite": (a_sqlite, "errors-database-unreadable"),
    "a folder": (lambda p: (p.unlink(), p.mkdir()), "errors-database-folder"),
    "foreign": (lambda p: a_table(p, "CREATE TABLE wages (a INT)"), "errors-database-foreign"),
    "foreign audit": (lambda p: a_table(p, "CREATE TABLE audit (a INT)"), "errors-database-foreign"),
    "foreign view": (lambda p: a_table(p, "CREATE VIEW v AS SELECT 1"), "errors-database-foreign"),
    "foreign schema_version": (
        lambda p: a_table(p, f"{FORGED} (1, 'V1__init')"),
        "errors-database-foreign",
    ),
    "foreign schema_version of texts": (
        lambda p: a_table(p, "CREATE TABLE schema_version (version VARCHAR, name VARCHAR)"),
        "errors-database-foreign",
    ),
    "emptied": (lambda p: a_table(p, "SELECT 1"), "errors-database-short"),
    "blank": (
        lambda p: (a_table(p, "SELECT 1"), noted.file_of(p).unlink()),
        "errors-database-blank",
    ),
    "newer": (
        lambda p: said_by(p, "INSERT INTO schema_version (version, name) VALUES (999, 'later')"),
        "errors-database-newer",
    ),
    "a gap": (
        lambda p: said_by(p, "DELETE FROM schema_version WHERE version IN (1, 4)"),
        "errors-database-gap",
    ),
    "changed": (
        lambda p: said_by(p, "UPDATE schema_version SET sha256 = 'x' WHERE version = 2"),
        "errors-database-changed",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_wrong_is_said_and_nothing_is_touched(case, closed, here):
    path = here(closed)
    harm, key = CASES[case]
    harm(path)
    assert refused(path) == key
    done = manage("verify", db=path)
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_foreign_database_is_left_alone_by_init_too(closed, here):
    path = here(closed)
    a_table(path, "CREATE TABLE wages (a INT)")
    before = state(path.parent)
    assert manage("init", db=path).returncode == 2
    assert state(path.parent) == before


@pytest.mark.parametrize("at", [100, 3_000, 5_000])
def test_a_log_that_is_damaged_is_told(at, killed, here):
    path = here(killed)
    log = damage.log_file(path)
    # Within the content of an entry; its length is what the engine goes on by.
    overwritten(log, at, 8)
    with pytest.raises(SteelyardError) as caught:
        Database.open(path)
    assert caught.value.key == "errors-database-log"


def test_a_log_that_was_cut_off_is_opened_and_what_it_cost_is_told(killed, here):
    path = here(killed)
    log = damage.log_file(path)
    whole = log.read_bytes()
    cut(log, len(whole) * 3 // 4)
    short = log.read_bytes()
    db = Database.open(path)
    assert db.lost is not None and db.lost.noted == ENTRIES and db.lost.held == db.head() < ENTRIES
    db.close()
    (kept,) = path.parent.glob("*.kept-*")
    assert kept.read_bytes() == short


def test_nothing_is_lost_and_nothing_told_after_a_kill(killed, here):
    db = Database.open(here(killed))
    assert db.lost is None and db.head() == ENTRIES
    db.close()


def test_what_was_lost_is_told_until_it_is_on_record(closed, here):
    path = here(closed)
    noted.file_of(path).write_text("40\n")
    for _ in range(2):
        db = Database.open(path)
        assert db.lost == noted.Lost(ENTRIES, 40)
        db.write(lambda cursor: cursor.execute("INSERT OR REPLACE INTO setting VALUES ('a', 'b')"))
        db.close()
    db = Database.open(path)
    db.settle_loss()
    db.close()
    db = Database.open(path)
    assert db.lost is None and noted.read(path) == ENTRIES
    db.close()


@pytest.mark.parametrize("written", [b"", b"no number\n", b"\xff" * 30, b"12"])
def test_a_note_that_cannot_be_read_is_none(written, closed, here):
    path = here(closed)
    noted.file_of(path).write_bytes(written)
    db = Database.open(path)
    assert db.lost is None
    db.close()


def test_a_log_of_another_file_and_one_without_its_file_are_told(killed, closed, here, tmp_path):
    path = here(killed)
    shutil.copy(closed, path)
    assert refused(path) == "errors-database-log-other"
    path.unlink()
    assert refused(path) == refused(path, create=True) == "errors-database-log-alone"


def everything_read(path):
    """The key of what is met in opening the file and reading all of it; empty where nothing is."""
    try:
        db = Database.open(path)
    except SteelyardError as problem:
        return problem.key
    try:
        with db.read() as cursor:
            for (table,) in cursor.execute("SELECT table_name FROM duckdb_tables()").fetchall():
                cursor.execute(f"SELECT * FROM {table}").fetchall()
    except SteelyardError as problem:
        return problem.key
    finally:
        db.close()
    return ""


def test_a_block_that_is_met_while_reading_is_told_in_a_sentence(closed, here):
    path = here(closed)
    told = []
    for at in range(12_288 + 4_096, path.stat().st_size, 65_536):
        shutil.copy(closed, path)
        overwritten(path, at, 2_048)
        told.append(everything_read(path))
    assert told.count("errors-database-damaged") >= 3 and set(told) <= {"", "errors-database-damaged"}


def bound_by_permissions(*command):
    """A command by somebody whom permissions bind, as they do not bind root."""
    bound = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
    return subprocess.run((*bound, *command), cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("of_file", "of_folder", "words"),
    [(0o444, 0o777, "read-only mark"), (0o666, 0o555, "The folder")],
)
def test_what_may_not_be_written_is_no_damage(of_file, of_folder, words, closed):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = Path(shutil.copy(closed, folder))
        path.chmod(of_file)
        folder.chmod(of_folder)
        command = (sys.executable, "manage.py", "--db", str(path), "--lang", "en")
        done = bound_by_permissions(*command, "setup", "--name-zh", "某行")
        folder.chmod(0o777)
        assert (done.returncode, words in done.stderr) == (2, True), done.stderr
        assert "Traceback" not in done.stderr and "restore" not in done.stderr
        assert path.read_bytes() == closed.read_bytes()
        assert [file.name for file in folder.iterdir()] == [path.name]


FULL = """
import resource, sys
from pathlib import Path
from access import audit
from access.actor import operator
from data.database import Database
from scoring.errors import SteelyardError
db = Database.open(Path(sys.argv[1]))
told = set()
limit = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), limit[1]))
stored = []
for number in range(40):
    try:
        db.write(lambda cursor: (
            cursor.execute(
                "INSERT INTO setting SELECT ? || i, repeat(md5(i::VARCHAR), 20) FROM range(2000) t (i)",
                [f"{number}-"],
            ),
            audit.append(cursor, operator("someone"), "note", str(number), {}),
        ))
        stored.append(number)
    except SteelyardError as problem:
        told.add(problem.key)
print(len(stored), *sorted(told))
"""


@pytest.mark.parametrize("room", [200_000, 3_000_000, 14_000_000])
def test_a_full_disk_is_told_and_loses_nothing_that_was_acknowledged(room, closed, here):
    path = here(closed)
    command = (sys.executable, "-c", FULL, str(path), str(room + path.stat().st_size))
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    stored, *told = done.stdout.split()
    assert told == ["errors-disk-full"], (told, done.stderr)
    db = Database.open(path)
    with db.read() as cursor:
        counted = "SELECT count(*) FROM setting WHERE contains(key, '-')"
        rows = cursor.execute(counted).fetchone()[0]
    # A commit that was refused may have reached the log whole; never a part of it.
    assert rows % 2_000 == 0 and rows >= 2_000 * int(stored)
    assert db.lost is None
    db.close()


def test_the_cause_of_a_failed_commit_is_not_hidden_by_rolling_back(tmp_path):
    db = Database.open(tmp_path / "a.duckdb", create=True)

    def ends_itself(cursor):
        cursor.execute("ROLLBACK")
        raise LookupError("the cause")

    with pytest.raises(LookupError):
        db.write(ends_itself)
    db.close()
