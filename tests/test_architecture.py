"""The rules of the house that a reader of one file cannot see."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.places import ROOT

CODE = [
    p
    for room in (
        *("scoring", "words", "data", "access", "workflow", "ui"),
        *("documents", "shell", "views", "cli", "pages"),
    )
    for p in (ROOT / room).rglob("*.py")
]


def test_scoring_brings_in_no_interface_and_no_database():
    code = "import sys, scoring; print(sorted({'streamlit','duckdb','pandas','plotly'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("path", CODE, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_is_read_in_one_sitting(path: Path):
    limit = 150 if path.is_relative_to(ROOT / "pages") else 400
    assert len(path.read_text(encoding="utf-8").splitlines()) <= limit


def test_no_script_stands_directly_in_pages():
    assert list((ROOT / "pages").glob("*.py")) == []


def test_a_folder_holds_what_one_can_keep_in_mind():
    folders = Counter(p.parent.relative_to(ROOT) for p in CODE if p.stem != "__init__")
    assert {str(folder): n for folder, n in folders.items() if n > 12} == {}
