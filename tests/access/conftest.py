"""A new database with one account, and no memory of wrong tries."""

import pytest

from access import accounts, sign_in
from data.database import Database
from tests.access.who import ROOT, SECRET


@pytest.fixture
def db(tmp_path):
    db = Database.open(tmp_path / "a.duckdb", create=True)
    accounts.add(ROOT, db, "zhao", "data-officer", SECRET)
    yield db
    db.close()


@pytest.fixture(autouse=True)
def fresh_counters():
    sign_in.lock_out.clear()
