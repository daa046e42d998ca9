"""Signing in without a password is for invented people in an invented branch, and there alone."""

from access import accounts, demo
from data.database import Database
from data.stores import setting_store
from tests.branch import copied


def test_a_real_branch_has_no_invented_people_and_takes_nobody_for_one(db):
    assert demo.actors(db) == []
    for invented in demo.STAFF:
        assert accounts.in_use(db, invented.username) is None


def test_an_invented_branch_has_them_and_is_marked(demo_file, tmp_path):
    held = Database.open(copied(demo_file, tmp_path / "copy.duckdb"))
    assert {a.username for a in demo.STAFF} <= {a.username for a in demo.actors(held)}
    with held.read() as cursor:
        assert setting_store.is_demo(cursor)
    held.close()
