"""Where figures and data of other people's making are kept, outside the project."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCHEMES = ROOT / "data" / "schemes"
FIXTURES = ROOT / "tests" / "fixtures"


def golden(name: str) -> Path:
    """A file of golden figures; the test is skipped where the folder is absent."""
    return _outside("STEELYARD_GOLDEN", "golden", name)


def realdata(name: str) -> Path:
    """A file or folder of real data; the test is skipped where it is absent."""
    return _outside("STEELYARD_REALDATA", "realdata", name)


def _outside(variable: str, folder: str, name: str) -> Path:
    base = Path(os.environ.get(variable, ROOT.parent / "shared" / folder))
    path = base / name
    if not path.exists():
        pytest.skip(f"{folder}/{name} is not on this machine (set {variable})")
    return path
