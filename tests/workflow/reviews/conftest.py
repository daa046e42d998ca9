"""The invented branch before its own campaigns of reviews."""

import shutil
from pathlib import Path

import pytest

from data.database import Database


@pytest.fixture(scope="session")
def quiet_file(demo_file, tmp_path_factory):
    """The invented branch without its campaigns, made once per worker."""
    path = Path(shutil.copy(demo_file, tmp_path_factory.mktemp("quiet") / "quiet.duckdb"))
    db = Database.open(path)
    with db.read() as cursor:
        found = "SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'review_%'"
        tables = [table for (table,) in cursor.execute(found).fetchall()]
    # What others refer to goes last.
    for table in sorted(
        tables, key=lambda t: (t == "review_campaign", t in ("review_assignment", "review_link"))
    ):
        db.write(lambda cursor, table=table: cursor.execute(f"DELETE FROM {table}"))
    db.close()
    return path


@pytest.fixture
def db(quiet_file, tmp_path):
    """A copy of it."""
    opened = Database.open(Path(shutil.copy(quiet_file, tmp_path / "copy.duckdb")))
    yield opened
    opened.close()
