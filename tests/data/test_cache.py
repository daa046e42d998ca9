"""Results are remembered for as long as somebody can ask for them."""

import gc
import weakref

import pytest

from access import audit
from access.actor import operator
from data import cache
from data.database import Database

BY = operator("test")


class Sheet:
    """Something that can be seen to be gone."""


@pytest.fixture
def db(tmp_path):
    db = Database.open(tmp_path / "a.duckdb", create=True)
    yield db
    db.close()


def change(db):
    db.write(lambda cursor: audit.append(cursor, BY, "change", "", {}))


def made(db, *, version=None):
    return weakref.ref(cache.remembered(db, "sheet", "2026-10", Sheet, version=version))


def test_a_result_is_made_once_until_something_changes(db):
    first = cache.remembered(db, "sheet", "2026-10", Sheet)
    assert cache.remembered(db, "sheet", "2026-10", Sheet) is first
    change(db)
    assert cache.remembered(db, "sheet", "2026-10", Sheet) is not first


def test_what_nobody_can_ask_for_again_takes_no_memory(db):
    old, kept = made(db), made(db, version=1)
    change(db)
    made(db)
    gc.collect()
    assert old() is None
    assert kept() is not None and made(db, version=1)() is kept()


def test_another_branch_keeps_its_own(db, tmp_path):
    other = Database.open(tmp_path / "b.duckdb", create=True)
    kept = made(other)
    change(db)
    made(db)
    gc.collect()
    assert kept() is not None
    other.close()
