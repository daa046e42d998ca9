"""The rules of the house that a reader of one file cannot see."""

import ast
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.places import CODE, GOLDEN, ROOT


def test_scoring_brings_in_no_interface_and_no_database():
    code = "import sys, scoring; print(sorted({'streamlit','duckdb','pandas','plotly'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_module_is_read_in_one_sitting():
    lines = {p: len(p.read_text(encoding="utf-8").splitlines()) for p in CODE}
    limits = {p: 150 if p.is_relative_to(ROOT / "pages") else 400 for p in CODE}
    assert {str(p.relative_to(ROOT)): n for p, n in lines.items() if n > limits[p]} == {}


def test_no_script_stands_directly_in_pages():
    assert list((ROOT / "pages").glob("*.py")) == []


def test_a_folder_holds_what_one_can_keep_in_mind():
    files = [p for p in (*CODE, *TESTS) if p.stem not in ("__init__", "conftest")]
    folders = Counter(p.parent.relative_to(ROOT) for p in files)
    assert {str(folder): n for folder, n in folders.items() if n > 12} == {}


TESTS = list((ROOT / "tests").rglob("*.py"))


def imported(path: Path) -> list[str]:
    """Full names of everything that a module imports."""
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            names += [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
    return names


def test_no_test_stands_on_another():
    """Fixtures come from a conftest by their name, builders from modules that are no tests."""
    another = re.compile(r"tests\.(.*\.)?(test_\w+|conftest)(\.|$)")
    assert {str(p.relative_to(ROOT)): n for p in TESTS for n in imported(p) if another.match(n)} == {}
    silenced = re.compile(r"# noqa: *F(401|811)")
    assert [str(p.relative_to(ROOT)) for p in TESTS if silenced.search(p.read_text(encoding="utf-8"))] == []


def test_every_golden_file_has_its_source():
    """And no source stands for a file that is gone: the first column of SOURCES.md is what lies there."""
    table = (GOLDEN / "SOURCES.md").read_text(encoding="utf-8")
    named = {
        name
        for row in table.splitlines()
        if row.startswith("| `")
        for name in re.findall("`([^`]+)`", row.split("|")[1])
    }
    kept = {p.relative_to(GOLDEN).as_posix() for p in GOLDEN.rglob("*") if p.suffix in (".csv", ".json")}
    assert named == kept


def test_outcomes_are_read_for_validity_and_for_judging_files_alone():
    """What came afterwards must not reach a score: nobody else knows how to read it."""
    readers = {str(p.relative_to(ROOT)) for p in CODE if "data.stores.outcome_store" in imported(p)}
    assert readers == {"workflow/intake/imports.py", "workflow/validity/outcomes.py"}
    table = re.compile(r"""(holding\(["']|FROM |JOIN |INTO )outcome\b""")
    named = {str(p.relative_to(ROOT)) for p in CODE if table.search(p.read_text(encoding="utf-8"))}
    assert named == {"data/stores/outcome_store.py"}
    validity = {
        str(p.relative_to(ROOT)) for p in CODE if any(n.startswith("workflow.validity") for n in imported(p))
    }
    rooms = {name.split("/")[0] for name in validity if not name.startswith("workflow/validity/")}
    assert rooms == {"cli", "documents", "pages", "views"}


def test_the_address_line_is_read_and_written_in_one_place():
    floors = [path for floor in ("pages", "views", "shell", "ui") for path in (ROOT / floor).rglob("*.py")]
    named = [path for path in floors if re.search(r"\bst\.query_params", path.read_text(encoding="utf-8"))]
    assert named == [ROOT / "ui" / "address_line.py"]
