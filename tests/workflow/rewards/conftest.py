"""Branches that pay."""

import pytest

from data.database import Database
from tests.branch import copied
from tests.workflow.rewards import steps
from tests.workflow.rewards.paying import paying


@pytest.fixture(scope="session")
def paying_file(demo_file, tmp_path_factory):
    """The invented branch with two final periods that pay, and nothing posted yet; to be copied."""
    path = copied(demo_file, tmp_path_factory.mktemp("pay") / "pay.duckdb")
    opened = Database.open(path)
    paying(opened, also=2)
    opened.close()
    return path


@pytest.fixture
def unpaid(db):
    """The invented branch, of which nothing was ever paid."""
    steps.unpaid(db)
