"""The invented branch before its own campaigns of reviews, as the pages open it."""

import shutil
from pathlib import Path

import pytest

from workflow.branch.setup import open_branch


@pytest.fixture
def db(quiet_file, tmp_path, monkeypatch):
    """A copy of it."""
    path = Path(shutil.copy(quiet_file, tmp_path / "branch.duckdb"))
    monkeypatch.setenv("STEELYARD_DB", str(path))
    opened = open_branch(path).db
    yield opened
    opened.close()
