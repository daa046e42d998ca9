"""What runs beside the pages: it notes the day's anchor, ends with its database, and stops no page."""

import ast
import time

import pytest
from streamlit.runtime.scriptrunner.script_cache import ScriptCache

from data import clock
from shell import inbox_watch
from shell.keeping import backup_watch
from tests.branch import copied
from tests.places import ROOT
from workflow.branch.setup import open_branch
from workflow.results.proving import anchors

PAGE = ROOT / "pages" / "committee" / "weight_lab.py"


@pytest.fixture
def branch(demo_file, tmp_path):
    found = open_branch(copied(demo_file, tmp_path / "branch.duckdb"))
    yield found
    found.db.close()


def test_the_anchor_of_the_day_is_noted_once_and_the_watches_end_with_the_database(branch, monkeypatch):
    for module in (backup_watch, inbox_watch):
        monkeypatch.setattr(module, "EVERY_SECONDS", 0.02)
    path = str(branch.db.path)
    threads = [module.watch.__wrapped__(branch, path) for module in (backup_watch, inbox_watch)]
    kept = anchors.file_of(branch.db.path)
    until = time.monotonic() + 30
    while not kept.exists() and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(0.2)
    (line,) = kept.read_text(encoding="utf-8").splitlines()
    noted = anchors.read(line)
    assert (noted.number, noted.day) == (branch.db.head(), f"{clock.today():%Y-%m-%d}")
    assert all(thread.is_alive() for thread in threads)
    branch.db.close()
    for thread in threads:
        thread.join(30)
    assert not any(thread.is_alive() for thread in threads)


def test_no_page_is_taken_apart_to_be_shown(monkeypatch):
    """Two threads that do it at once fail now and then; see ``.streamlit/config.toml``."""

    def apart(*_, **__):
        raise SystemError("AST constructor recursion depth mismatch")

    monkeypatch.setattr(ast, "parse", apart)
    assert ScriptCache().get_bytecode(str(PAGE))
