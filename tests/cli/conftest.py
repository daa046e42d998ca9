"""What the commands are run on: the worked example as files, and the invented branch."""

import shutil

import pytest

from tests.places import SCHEMES
from tests.scoring import worked_example as example


@pytest.fixture
def metrics(tmp_path):
    """The six people's values as one long file, 2026-03."""
    rows = [
        f"{person},2026-03,{code},{value}"
        for person, values in zip(example.PEOPLE, example.VALUES, strict=True)
        for code, value in zip(example.CODES, values, strict=True)
    ]
    path = tmp_path / "metrics.csv"
    path.write_text("\n".join(["manager_id,period,indicator,value", *rows]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def uncapped(tmp_path):
    """The two schemes with the overall cap out of the way, as the worked figures are given."""
    paths = []
    for version in (1, 2):
        text = (SCHEMES / f"x-branch-v{version}.toml").read_text(encoding="utf-8")
        assert "\ncap = 120\n" in text
        paths.append(tmp_path / f"s{version}.toml")
        paths[-1].write_text(text.replace("\ncap = 120\n", "\ncap = 200\n", 1), encoding="utf-8")
    return paths


@pytest.fixture
def branch(demo_file, tmp_path):
    """The invented branch, in a file of the test's own."""
    return shutil.copy(demo_file, tmp_path / "branch.duckdb")
