"""The invented branch at its full size, which is only read."""

import shutil
from pathlib import Path

import pytest

from data.database import Database
from workflow.branch.setup import described


@pytest.fixture(scope="module")
def branch(whole_demo_file, tmp_path_factory):
    opened = Database.open(Path(shutil.copy(whole_demo_file, tmp_path_factory.mktemp("paper"))))
    yield described(opened)
    opened.close()
