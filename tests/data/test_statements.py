"""Every statement names its columns, and statements stand in the stores: read from the sources."""

import ast
import re
from pathlib import Path

import pytest

from tests.places import CODE, ROOT

HOMES = ("data/",)
"""Where statements stand."""
ELSEWHERE = {"access/audit.py": "the chain reads its own rows"}

# With columns: "INSERT INTO table (…" (a table's name may be filled in).
BARE_INSERT = re.compile(r"\bINSERT\s+(?:OR\s+\w+\s+)?INTO\s+[\w{}.]+\s*(?!\s*\()(?![\w{}.])", re.IGNORECASE)
# Every column unnamed, where rows leave the statement; within brackets only the database reads them.
EVERYTHING = re.compile(
    r"(?<!\()(?<!\(\n)\bSELECT\s+(?:DISTINCT\s+)?(?:\w+\.)?\*|,\s*(?:\w+\.)?\*(?:,|\s+FROM)", re.IGNORECASE
)


def sources():
    return CODE


def texts(tree):
    """Every text of a module; what is filled in stands as {}."""
    inside = {
        id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = (str(p.value) if isinstance(p, ast.Constant) else "{}" for p in node.values)
            yield "".join(parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield node.value


def faults(text):
    """What a statement leaves unnamed."""
    flat = re.sub(r"\(\s+", "(", text)
    return [pattern.pattern for pattern in (BARE_INSERT, EVERYTHING) if pattern.search(flat)]


def runs_statements(tree):
    return any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("execute", "executemany", "sql", "query", "from_query")
        for node in ast.walk(tree)
    )


@pytest.mark.parametrize(
    ("statement", "whole"),
    [
        ("INSERT INTO audit VALUES (?, ?)", False),
        ("INSERT OR REPLACE INTO setting VALUES (?, ?)", False),
        ("insert into a select b, c from d", False),
        ("INSERT INTO {} SELECT a FROM b", False),
        ("INSERT INTO audit (seq, actor) VALUES (?, ?)", True),
        ("INSERT INTO measurement\n    (manager_id, value)\nSELECT manager_id, value FROM staged_row", True),
        ("INSERT INTO {} ({}) VALUES ({})", True),
        ("SELECT * FROM audit ORDER BY seq", False),
        ("SELECT r.*, e.why FROM weighting_round r", False),
        ("SELECT ?, * FROM problem_frame", False),
        ("SELECT v.code, e.* FROM a", False),
        ("SELECT a FROM (SELECT * FROM b QUALIFY c = 1)", True),
        ("WITH s AS (\n    SELECT * FROM b\n) SELECT a FROM s", True),
        ("SELECT count(*), a * b FROM c", True),
    ],
)
def test_what_counts_as_named(statement, whole):
    assert (faults(statement) == []) is whole


@pytest.mark.parametrize(
    "path", [p for p in sources() if p.is_relative_to(ROOT / "data")], ids=lambda p: str(p.relative_to(ROOT))
)
def test_a_statement_names_its_columns(path: Path):
    assert [text for text in texts(ast.parse(path.read_text(encoding="utf-8"))) if faults(text)] == []


def test_the_scripts_of_the_schema_name_their_columns():
    scripts = sorted((ROOT / "data" / "migrations").glob("*.sql"))
    assert len(scripts) >= 6
    for script in scripts:
        assert faults(script.read_text(encoding="utf-8")) == [], script.name


def test_statements_stand_in_the_stores():
    found = {
        str(path.relative_to(ROOT))
        for path in sources()
        if runs_statements(ast.parse(path.read_text(encoding="utf-8")))
    }
    outside = {path for path in found if not path.startswith(HOMES)}
    assert len(found) - len(outside) >= 10
    # An exception that is no longer one is taken off the list.
    assert outside == set(ELSEWHERE)
