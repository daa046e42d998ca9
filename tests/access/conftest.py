"""A new database with one account, and no memory of wrong tries."""

import pytest

from access import accounts, sign_in
from access.actor import operator
from data.database import Database

ROOT, SECRET = operator("root"), "a long secret"


@pytest.fixture
def db(tmp_path):
    db = Database.open(tmp_path / "a.duckdb", create=True)
    accounts.add(ROOT, db, "zhao", "data-officer", SECRET)
    yield db
    db.close()


@pytest.fixture(autouse=True)
def fresh_counters():
    sign_in.lock_out.clear()
