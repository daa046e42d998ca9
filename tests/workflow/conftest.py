"""What the workflow is tried on: copies of the invented branch, an empty database, a real bank's files."""

import pytest

from data.database import Database
from tests.branch import copied
from tests.places import realdata


@pytest.fixture
def db(demo_file, tmp_path):
    """The invented branch, in a file of the test's own."""
    opened = Database.open(copied(demo_file, tmp_path / "copy.duckdb"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def whole(whole_demo_file, tmp_path_factory):
    """The invented branch at its full size, one copy for all tests of a module: they read or write drafts."""
    opened = Database.open(copied(whole_demo_file, tmp_path_factory.mktemp("whole") / "whole.duckdb"))
    yield opened
    opened.close()


@pytest.fixture
def empty(tmp_path):
    """A branch before its first data."""
    opened = Database.open(tmp_path / "a.duckdb", create=True)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def czech_branches():
    """The folder with 72 months of a real bank's 77 branches."""
    return realdata("czech_bank_branches")
