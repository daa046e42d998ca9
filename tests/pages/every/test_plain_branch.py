"""A branch of another make: one class of indicators, none with a unit, and nothing published yet."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from access import sessions
from access.actor import Actor
from shell.context import LANGUAGE_KEY
from tests.branch import LI
from tests.cli.commands import manage
from tests.pages.every.shown import shown
from tests.pages.visits import open_page, words
from tests.places import ROOT
from workflow.branch.setup import open_branch

OWN = Actor("anna", "manager", "P1", "Anna")
PEOPLE = "manager_id,name,team,joined\n" + "".join(f"P{k},N{k},T,2020-01-01\n" for k in range(1, 7))
MONTHS = ("2026-01", "2026-02", "2026-03")
VALUES = "manager_id,period,calls,visits\n" + "".join(
    f"P{k},{month},{10 + k * n},{20 - k}\n" for k in range(1, 7) for n, month in enumerate(MONTHS, 1)
)
EMPTY = re.compile(r"\(\s*\)|（\s*）|\s[,，)）]")
"""Brackets around nothing, or a gap where a unit would be."""


@pytest.fixture
def visit(tmp_path, monkeypatch):
    """``visit(actor, lang, address)``: the page as that person finds it."""
    path = tmp_path / "plain.duckdb"
    for name, text in (("people", PEOPLE), ("metrics", VALUES)):
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    scheme = tmp_path / "scheme.toml"
    for command in (
        ("init",),
        ("setup", "--name-zh", "样板", "--rules", "plain"),
        ("scheme", "new", str(scheme), "--from-metrics", str(tmp_path / "metrics.csv")),
        ("scheme", "import", str(scheme), "--by", "a"),
        ("import", "people", str(tmp_path / "people.csv"), "--by", "a"),
        ("approve", "1", "--by", "b"),
        ("import", "metrics", str(tmp_path / "metrics.csv"), "--by", "a"),
        ("approve", "2", "--by", "b"),
        ("scheme", "adopt", "scheme@1", "--from", "2026-02", "--why", "first", "--by", "b"),
    ):
        assert (done := manage(*command, db=path)).returncode == 0, done.stderr
    monkeypatch.setenv("STEELYARD_DB", str(path))

    def go(actor, lang, address):
        app = AppTest.from_file(str(ROOT / "shell" / "dashboard.py"), default_timeout=60)
        sessions.begin(app.session_state, actor)
        app.session_state[LANGUAGE_KEY] = lang
        return open_page(app.run(), address)

    yield go
    open_branch(path).db.close()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_stands_in_brackets_and_no_class_that_is_not_used_is_drawn(visit, lang):
    for address in ("leaderboard", "scorecard", "trends", "weight-lab", "validity"):
        texts = shown(visit(LI, lang, address))
        assert [text for text in texts if EMPTY.search(text)] == [], address
        if address in ("leaderboard", "scorecard"):
            assert {"zh": "社会责任", "en": "Social"}[lang] not in texts, address


def test_who_is_shown_no_result_yet_reads_that_and_not_of_a_month_before_the_scheme(visit):
    for address in ("scorecard", "trends"):
        said = words(visit(OWN, "en", address))
        assert "lies before the first scheme" not in said and "Mar 2026" in said, address
