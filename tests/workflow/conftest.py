"""Databases that the workflow is tried on: a copy of the invented branch, and one with nothing in it."""

import shutil
from pathlib import Path

import pytest

from data.database import Database


@pytest.fixture
def db(demo_file, tmp_path):
    """The invented branch, in a file of the test's own."""
    opened = Database.open(Path(shutil.copy(demo_file, tmp_path / "copy.duckdb")))
    yield opened
    opened.close()


@pytest.fixture
def empty(tmp_path):
    """A branch before its first data."""
    opened = Database.open(tmp_path / "a.duckdb", create=True)
    yield opened
    opened.close()
