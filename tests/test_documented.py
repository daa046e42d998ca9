"""Whatever can be typed or set is in the documentation, and nothing is that cannot be."""

import re

import pytest
import typer

from cli.main import app
from tests.places import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
WRITTEN = " ".join(" ".join(page.read_text(encoding="utf-8").split()) for page in PAGES)
VARIABLE = re.compile(r"STEELYARD_[A-Z_]+")


def commands(group, before=()):
    """Every command with the groups that it stands in."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, (*before, name))
        else:
            yield " ".join((*before, name))


def variables():
    """Every variable that a program of the house asks for."""
    files = [p for p in ROOT.rglob("*.py") if ".venv" not in p.parts]
    files += [ROOT / "Makefile", *(p for p in (ROOT / "tools").iterdir() if p.is_file())]
    return {name for file in files for name in VARIABLE.findall(file.read_text(encoding="utf-8"))}


COMMANDS = list(commands(typer.main.get_command(app)))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_shown_as_it_is_typed(command):
    assert re.search(rf"manage\.py {re.escape(command)}(?![\w-])", WRITTEN)


def test_no_command_is_shown_that_there_is_not():
    groups = {command.split()[0] for command in COMMANDS if " " in command}
    for first, second in re.findall(r"manage\.py ([a-z][a-z-]*)(?: ([a-z-]+))?", WRITTEN):
        assert (f"{first} {second}" if first in groups else first) in COMMANDS


@pytest.mark.parametrize("variable", sorted(variables()))
def test_every_variable_is_explained(variable):
    assert f"`{variable}`" in WRITTEN


def test_no_variable_is_explained_that_nothing_asks_for():
    assert set(VARIABLE.findall(WRITTEN)) <= variables()


def test_every_promise_names_tests_that_there_are():
    """The table of docs/security.md, and whatever else a page says is shown by a test."""
    security = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    promised = security.partition("## What is promised, and what shows it")[2].partition("\n## ")[0]
    rows = [line for line in promised.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 20
    for row in rows:
        promise, _, shown_by = (cell.strip() for cell in row.strip("|").split("|"))
        named = re.findall(r"`(tests/[\w/]+\.py)`", shown_by)
        assert named and all(path.rpartition("/")[2].startswith("test_") for path in named), promise
    missing = {p for p in re.findall(r"`(tests/[\w/.]+)`", WRITTEN) if not (ROOT / p).exists()}
    assert missing == set()
