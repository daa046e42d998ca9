"""What is imported is declared, and what is declared is imported."""

import ast
import re
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.places import CODE, ROOMS, ROOT

PRODUCT = [ROOT / "app.py", ROOT / "manage.py", *CODE]
AROUND = [p for room in ("tests", "benchmarks", "tools") for p in (ROOT / room).rglob("*.py")]
OURS = {*ROOMS, "app", "manage", "tests", "benchmarks", "tools"}


def canonical(distribution: str) -> str:
    """The one spelling of a distribution's name (PyPA, "Names and normalization")."""
    return re.sub(r"[-_.]+", "-", distribution).lower()


def declared(file: str) -> set[str]:
    """The distributions that a requirements file names itself."""
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    names = (re.match(r"[A-Za-z0-9][A-Za-z0-9._-]*", line) for line in lines)
    return {canonical(name.group()) for name in names if name}


def imported(files: Iterable[Path]) -> set[str]:
    """The top packages that are imported, wherever in a file, but our own and Python's."""
    found = set()
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    # `_typeshed` is known to type checkers alone, and imported for them alone.
    return found - OURS - sys.stdlib_module_names - {"_typeshed"}


@cache
def distributions() -> dict[str, set[str]]:
    """Top package → the distributions that bring it; a name space has several."""
    return {package: {canonical(d) for d in names} for package, names in packages_distributions().items()}


def undeclared(packages: set[str], names: set[str]) -> set[str]:
    return {package for package in packages if not distributions().get(package, set()) & names}


def test_every_room_is_looked_at():
    packages = {p.name for p in ROOT.iterdir() if p.is_dir() and any(p.rglob("*.py")) and p.name[0] != "."}
    assert packages == OURS - {"app", "manage"}


def test_what_the_product_imports_is_declared():
    packages = imported(PRODUCT)
    assert {"streamlit", "duckdb", "numpy"} <= packages
    assert undeclared(packages, declared("requirements.in")) == set()


def test_what_is_declared_is_imported():
    brought = {name for package in imported(PRODUCT) for name in distributions().get(package, set())}
    assert declared("requirements.in") - brought == set()


def test_what_the_tests_import_is_declared():
    names = declared("requirements.in") | declared("requirements-dev.in")
    assert undeclared(imported(AROUND), names) == set()


def test_the_locks_hold_what_is_declared():
    for file in ("requirements", "requirements-dev"):
        assert declared(f"{file}.in") - declared(f"{file}.txt") == set()
