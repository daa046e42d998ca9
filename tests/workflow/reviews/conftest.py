"""The invented branch before its own campaigns of reviews."""

import shutil
from pathlib import Path

import pytest

from data.database import Database


@pytest.fixture
def db(quiet_file, tmp_path):
    """A copy of it."""
    opened = Database.open(Path(shutil.copy(quiet_file, tmp_path / "copy.duckdb")))
    yield opened
    opened.close()
