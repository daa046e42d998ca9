"""Where schemes, fixtures, other programs' figures and, outside the project, real data are kept."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCHEMES = ROOT / "data" / "schemes"
FIXTURES = ROOT / "tests" / "fixtures"
GOLDEN = ROOT / "tests" / "golden"
ROOMS = (
    *("scoring", "words", "data", "access", "workflow", "documents"),
    *("ui", "shell", "views", "cli", "pages"),
)
"""The product's rooms; beside them stand `app.py` and `manage.py`."""
CODE = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
"""Every module of the rooms."""


def golden(name: str) -> Path:
    """A file of figures made by an independent program; where each is from stands in golden/SOURCES.md."""
    return GOLDEN / name


def realdata(name: str) -> Path:
    """A file or folder of real data, which may not ship; the test is skipped where it is absent.

    It is looked for in the folder that STEELYARD_REALDATA names, by default ../shared/realdata.
    """
    base = Path(os.environ.get("STEELYARD_REALDATA", ROOT.parent / "shared" / "realdata"))
    path = base / name
    if not path.exists():
        pytest.skip(f"real-data: realdata/{name} is not on this machine (set STEELYARD_REALDATA)")
    return path
