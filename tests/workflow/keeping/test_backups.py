"""A copy is whole, checked, kept by number and age; putting it back is refused, told and undone like anything
else."""

import datetime as dt
import lzma
import shutil
import threading

import pytest

from access import audit
from access.actor import Actor, operator
from access.errors import AccessDenied
from data.database import Database
from data.errors import DatabaseInUse, StorageFailed
from data.keeping import copying, damage, disk, noted, opening
from tests.branch import copied, refused
from tests.cli.commands import document, manage
from tests.data.damage.files import ENTRIES, cut, overwritten, state, worked
from tests.places import FIXTURES
from workflow.keeping import backups, restoring
from workflow.results import proof

ADMIN, KEEPER = Actor("admin", "admin"), operator("keeper")
SCHEMA = (
    "SELECT table_name, comment, sql FROM duckdb_tables() WHERE NOT internal AND database_name = {0}",
    "SELECT table_name, column_name, data_type, is_nullable, column_default, comment FROM duckdb_columns()"
    " WHERE NOT internal AND database_name = {0}",
    "SELECT view_name, sql, comment FROM duckdb_views() WHERE NOT internal AND database_name = {0}",
    "SELECT table_name, constraint_type, constraint_text FROM duckdb_constraints() WHERE database_name = {0}",
    "SELECT index_name, table_name, is_unique, sql FROM duckdb_indexes() WHERE database_name = {0}",
    "SELECT sequence_name, start_value, increment_by, last_value FROM duckdb_sequences()"
    " WHERE database_name = {0}",
)


def everything(db):
    """The schema, and every row of every table."""
    with db.read() as cursor:
        asked = [query.format("current_database()") for query in SCHEMA]
        schema = [sorted(map(repr, cursor.execute(query).fetchall())) for query in asked]
        tables = cursor.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()
        rows = {
            table: sorted(map(repr, cursor.execute(f"SELECT * FROM {table}").fetchall()))
            for (table,) in tables
        }
    return schema, rows


def note(db, text="more"):
    db.write(lambda cursor: audit.append(cursor, KEEPER, "note", text, {}))


@pytest.fixture(scope="module")
def small_file(tmp_path_factory):
    return worked(tmp_path_factory.mktemp("small") / "branch.duckdb")


@pytest.fixture
def small(small_file, tmp_path):
    """A database with a dozen entries; its path."""
    return copied(small_file, tmp_path / "branch.duckdb")


def test_a_copy_is_the_whole_branch_with_its_schema_and_the_next_numbers(demo_file, tmp_path):
    path = copied(demo_file, tmp_path / "branch.duckdb")
    db = Database.open(path)
    before = everything(db)
    copy = backups.make(ADMIN, db)
    assert (copy.differences, copy.entry) == (0, db.head() - 1) and copy.sha256 == disk.sha256(copy.file)
    db.close()
    other = Database.at_rest(copy.file)
    assert everything(other) == before
    other.close()
    # Neither the vault's key nor anything half-made lies with the copies.
    assert {f.suffix for f in copying.folder(path).iterdir()} == {".duckdb", ".json"}


def test_a_copy_is_of_one_moment_while_others_write(small):
    db = Database.open(small)
    stop = threading.Event()

    def pairs():
        while not stop.is_set():
            db.write(
                lambda cursor: (
                    audit.append(cursor, KEEPER, "left", "", {}),
                    audit.append(cursor, KEEPER, "right", "", {}),
                )
            )

    writer = threading.Thread(target=pairs)
    writer.start()
    made = [backups.make(ADMIN, db) for _ in range(3)]
    stop.set()
    writer.join()
    assert db.head() > ENTRIES + 6
    db.close()
    for copy in made:
        other = Database.at_rest(copy.file)
        with other.read() as cursor:
            assert len(audit.details(cursor, "left")) == len(audit.details(cursor, "right"))
            assert audit.broken_at(cursor) is None
        other.close()


def test_copies_are_kept_by_number_and_age_and_the_newest_always(small):
    db = Database.open(small)
    folder = copying.folder(small.resolve())
    backups.set_plan(ADMIN, db, backups.Plan(on=True, keep=2, days=30))
    for _ in range(3):
        newest = backups.make(ADMIN, db)
    assert backups.copies(ADMIN, db)[0].file == newest.file
    assert len(list(folder.glob("*.duckdb"))) == len(list(folder.glob("*.json"))) == 2
    update = folder / "branch-before-0012-20260101-000000.duckdb"
    shutil.copy(newest.file, update)
    backups.make(ADMIN, db)
    assert update.exists() and len(list(folder.glob("*.duckdb"))) == 3
    db.close()


def test_the_copy_of_the_day_is_made_once_its_time_has_come(small):
    db = Database.open(small)
    assert backups.plan(ADMIN, db).on
    first = backups.make_if_due(ADMIN, db)
    assert first.why == backups.SCHEDULED
    made = first.made_at
    hour = dt.time.fromisoformat(backups.plan(ADMIN, db).at)
    slot = dt.datetime.combine(made.date(), hour)
    following = slot if slot > made else slot + dt.timedelta(days=1)
    assert backups.make_if_due(ADMIN, db, following - dt.timedelta(minutes=1)) is None
    assert backups.make_if_due(ADMIN, db, following + dt.timedelta(minutes=1)) is not None
    backups.set_plan(ADMIN, db, backups.Plan(on=False))
    assert backups.make_if_due(ADMIN, db, following + dt.timedelta(days=9)) is None
    db.close()


def test_a_copy_that_cannot_be_made_is_told_and_the_next_good_one_settles_it(small, tmp_path, monkeypatch):
    db = Database.open(small)

    def full(_, target):
        target.write_bytes(b"half")
        raise OSError(28, "No space left on device", str(target))

    with monkeypatch.context() as patch:
        patch.setattr(backups.disk, "bring", full)
        with pytest.raises(StorageFailed):
            backups.make(ADMIN, db, to=tmp_path)
    assert backups.failure(ADMIN, db).key == "errors-disk-full"
    assert not list(copying.folder(small.resolve()).glob("*.duckdb"))
    note(db)
    backups.make(ADMIN, db, to=tmp_path)
    assert backups.failure(ADMIN, db) is None
    db.close()


def test_settings_that_make_no_sense_are_refused(small):
    db = Database.open(small)
    for wanted, key in (
        (backups.Plan(on=True, at="25:00"), "errors-backup-time"),
        (backups.Plan(on=True, folder="/nowhere/at/all"), "errors-backup-folder"),
        (backups.Plan(on=True, keep=0), "errors-backup-keep"),
    ):
        assert refused(backups.set_plan, ADMIN, db, wanted) == key
    with pytest.raises(AccessDenied):
        backups.make(Actor("li", "president"), db)
    db.close()


def test_the_drill_killed_restored_proved_and_going_on(demo_file, tmp_path):
    path = copied(demo_file, tmp_path / "branch.duckdb")
    made = document(manage("backup", "--json", db=path))
    worked(path, entries=5, killed=True)
    assert damage.log_file(path).exists()
    overwritten(path, 4096, 64)
    overwritten(path, 8192, 64)
    assert "restore" in manage("verify", db=path).stderr
    name = made["file"].rpartition("/")[2]
    done = manage("restore", name, "--yes", db=path, by="keeper")
    assert done.returncode == 0, done.stderr
    # The note beside the damaged file still knew how far the work had come.
    assert "6 entries" in done.stdout and not damage.log_file(path).exists()
    (aside,) = path.parent.glob("branch.set-aside-*.duckdb")
    assert damage.log_file(aside).exists()
    assert manage("verify", db=path).returncode == 0
    db = Database.open(path)
    assert db.lost is None
    note(db)
    assert proof.verify(KEEPER, db).clean
    db.close()


def test_restoring_is_refused_while_somebody_has_the_file_and_where_the_copy_is_bad(small):
    db = Database.open(small)
    copy = backups.make(ADMIN, db)
    with pytest.raises(DatabaseInUse):
        restoring.restore(KEEPER, small, copy.file)
    db.close()
    assert refused(restoring.restore, KEEPER, small, small) == "errors-restore-missing"
    before = state(small.parent)
    bad = copy.file.with_name("bad.duckdb")
    shutil.copy(copy.file, bad)
    cut(bad, 13_000)
    assert manage("restore", bad, "--yes", db=small).returncode == 2
    assert state(small.parent) == before


def test_a_database_that_is_gone_is_put_back(small):
    db = Database.open(small)
    copy = backups.make(ADMIN, db)
    db.close()
    small.unlink()
    noted.file_of(small).unlink()
    assert restoring.restore(KEEPER, small, copy.file) is None
    db = Database.open(small)
    assert db.head() == copy.entry + 1
    db.close()


def test_an_update_leaves_a_copy_of_what_was_there(tmp_path):
    path = tmp_path / "branch.duckdb"
    path.write_bytes(lzma.decompress((FIXTURES / "databases" / "0005.duckdb.xz").read_bytes()))
    Database.open(path).close()
    (copy,) = backups.listed(path)
    assert copy.why == "update" and "-before-0006-" in copy.file.name
    entry, differences = backups.checked(KEEPER, copy.file)
    assert entry > 0 and differences is None
    assert restoring.restore(KEEPER, path, copy.file) is not None


def test_what_is_kept_aside_within_one_second_takes_no_others_place(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "stamp", lambda: "20261128-083000")
    log = tmp_path / "b.duckdb.wal"
    for text in (b"whole", b"cut", b"cut again"):
        log.write_bytes(text)
        assert opening.keep_aside(log).read_bytes() == text
    assert len(list(tmp_path.glob("*.kept-*"))) == 3


def test_a_damaged_log_is_mended_up_to_its_broken_entry(small):
    worked(small, entries=9, killed=True)
    log = damage.log_file(small)
    overwritten(log, log.stat().st_size * 3 // 4, 64)
    whole = log.read_bytes()
    told = manage("verify", db=small)
    assert told.returncode == 2 and "repair-log" in told.stderr
    done = manage("repair-log", db=small, by="keeper")
    assert done.returncode == 0, done.stderr
    assert whole in [kept.read_bytes() for kept in small.parent.glob("*.kept-*")]
    db = Database.open(small)
    assert db.lost is None and ENTRIES < db.head() < ENTRIES + 9 + 2
    with db.read() as cursor:
        assert audit.latest(cursor, restoring.LOST) is not None
        assert audit.broken_at(cursor) is None
    db.close()
