"""Pages run as scripts, without a browser, on a small invented branch."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from access import sessions
from access.actor import Actor
from access.permissions import allowed
from shell.context import LANGUAGE_KEY
from shell.navigation import ENTRIES
from tests.cli.commands import manage
from tests.places import ROOT
from ui import components
from workflow.branch.setup import open_branch

Visit = Callable[..., AppTest]


@pytest.fixture(scope="session")
def small_branch(tmp_path_factory):
    path = tmp_path_factory.mktemp("pages") / "small.duckdb"
    done = manage("init", "--demo", "--managers", 12, "--months", 8, db=path)
    assert done.returncode == 0, done.stderr
    return path


@pytest.fixture
def db(small_branch, tmp_path, monkeypatch):
    """A database of its own, which the pages open too."""
    path = Path(shutil.copy(small_branch, tmp_path / "branch.duckdb"))
    monkeypatch.setenv("STEELYARD_DB", str(path))
    opened = open_branch(path).db
    yield opened
    opened.close()


@pytest.fixture
def visit(db) -> Visit:
    """``visit(actor, address, lang, **address_parameters)``: the page as that person finds it."""

    def go(actor: Actor, address: str, lang: str = "zh", **parameters: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        sessions.begin(app.session_state, actor)
        app.session_state[LANGUAGE_KEY] = lang
        app.run()
        return open_page(app, address, **parameters)

    return go


@pytest.fixture
def tables(monkeypatch):
    """The statement tables that pages draw: key → (columns, rows)."""
    drawn = {}

    def draw(columns, rows, *, key, label, legend=(), selectable=False):
        drawn[key] = (columns, rows)

    monkeypatch.setattr(components, "statement_table", draw)
    return drawn


def open_page(app: AppTest, address: str, **parameters: str) -> AppTest:
    """Another page in the same session."""
    script = next(e.script for e in ENTRIES if e.address == address)
    app.switch_page(script)
    for name, value in parameters.items():
        app.query_params[name] = value
    return app.run()


def addresses(actor: Actor) -> list[str]:
    """The pages that the actor may open."""
    return [e.address for e in ENTRIES if allowed(actor, e.action, actor.manager_id)]


def words(app: AppTest) -> str:
    """Everything on the page that is Markdown or plain text, one piece a line."""
    kinds = ("title", "subheader", "markdown", "caption", "success", "info", "warning", "error", "text")
    return "\n".join(str(e.value) for kind in kinds for e in app.get(kind))
