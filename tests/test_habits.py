"""CONTRIBUTING.md, the decisions and the hooks say what is there."""

import ast
import re

import pytest

from tests.places import ROOT

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
INDEX = (ROOT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")


def lint_commands() -> list[str]:
    """What `make lint` runs."""
    recipe = re.search(
        r"^lint:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert recipe
    return [line.strip().replace("$(BIN)", ".venv/bin") for line in recipe[1].splitlines()]


def test_the_hooks_run_what_make_lint_runs():
    hooks = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    entries = [re.sub(r"^env( \w+=\S+)+ ", "", entry) for entry in re.findall(r"entry: (.+)", hooks)]
    commands = lint_commands()
    assert len(commands) >= 4
    assert [command for command in commands if command not in entries] == []


@pytest.mark.parametrize("named", sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", CONTRIBUTING))))
def test_a_test_that_contributing_names_is_there(named):
    file, name = named
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    assert name in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("path", [ROOT / "CONTRIBUTING.md", *DECISIONS], ids=lambda p: p.name)
def test_files_and_folders_that_it_names_are_there(path):
    text = path.read_text(encoding="utf-8")
    rooms = "|".join(p.name for p in ROOT.iterdir() if p.is_dir() and p.name[0] != ".")
    named = re.findall(rf"`((?:{rooms})/[\w./-]*)(?:::\w+)?`", text)
    linked = [str(path.parent / target) for target in re.findall(r"\]\(([^)#:]+)\)", text)]
    assert [name for name in (*named, *linked) if not (ROOT / name).exists()] == []


def test_every_decision_stands_in_the_index_with_its_number_and_its_parts():
    assert DECISIONS
    numbers = [int(path.name[:4]) for path in DECISIONS]
    assert numbers == list(range(1, len(numbers) + 1))
    assert re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", INDEX) == [path.name for path in DECISIONS]
    for path in DECISIONS:
        text = path.read_text(encoding="utf-8")
        assert re.match(rf"# {int(path.name[:4])}\. \S.*\n\nDate: 20\d\d-\d\d-\d\d\n", text), path.name
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"], (
            path.name
        )
        assert len(text.splitlines()) <= 40, path.name
