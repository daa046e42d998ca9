"""Pages run as scripts, without a browser, on a small invented branch."""

import json
from collections.abc import Callable
from functools import cache

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from access import sessions
from access.actor import Actor
from shell.context import LANGUAGE_KEY
from tests.branch import copied
from tests.pages.visits import open_page
from tests.places import ROOT
from ui import components
from workflow.branch.setup import open_branch

Visit = Callable[..., AppTest]


@pytest.fixture(scope="session", autouse=True)
def installed_once():
    """Streamlit looks through every installed package for components each time a test's app is made, which
    takes longer than most pages: what is installed stays the same while tests run."""
    with pytest.MonkeyPatch.context() as patch:
        found = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", found)
        yield


@pytest.fixture(autouse=True)
def sent_as_json(monkeypatch):
    """A browser reads what components are handed as JSON, in which there is no NaN; Python writes one."""
    component = components._component

    def strict(name):
        def mount(**handed):
            json.dumps(handed["data"], allow_nan=False)
            return component(name)(**handed)

        return mount

    monkeypatch.setattr(components, "_component", strict)


@pytest.fixture
def db(demo_file, tmp_path, monkeypatch):
    """A database of its own, which the pages open too."""
    path = copied(demo_file, tmp_path / "branch.duckdb")
    monkeypatch.setenv("STEELYARD_DB", str(path))
    opened = open_branch(path).db
    yield opened
    opened.close()


@pytest.fixture
def visit(db) -> Visit:
    """``visit(actor, address, lang, **address_parameters)``: the page as that person finds it."""

    def go(actor: Actor, address: str, lang: str = "zh", **parameters: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "shell" / "dashboard.py"), default_timeout=60)
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
