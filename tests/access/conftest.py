"""A new database with one account, and no memory of wrong tries."""

import pytest
from argon2 import PasswordHasher

from access import accounts, passwords
from access.local import tries
from data.database import Database
from tests.access.who import ROOT, SECRET


@pytest.fixture
def db(tmp_path, cheap_hashes):
    db = Database.open(tmp_path / "a.duckdb", create=True)
    accounts.add(ROOT, db, "zhao", "data-officer", SECRET)
    yield db
    db.close()


_COSTLY = passwords._hasher


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch):
    """As real ones, but worked out at once: what these tests count is hashes, not seconds."""
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    passwords._nobodys.cache_clear()
    yield
    passwords._nobodys.cache_clear()


@pytest.fixture
def costly(cheap_hashes, monkeypatch):
    """The hashes of the product."""
    monkeypatch.setattr(passwords, "_hasher", _COSTLY)
    passwords._nobodys.cache_clear()


@pytest.fixture(autouse=True)
def fresh_counters():
    tries.brake.clear()
