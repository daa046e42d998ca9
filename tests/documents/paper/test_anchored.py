"""Every kind of paper holds an anchor, by which what happened to the trail since is found."""

import datetime as dt
import io
import re
import shutil
import zipfile

import duckdb
import pytest

from access.actor import operator
from data.database import Database
from documents import tables
from documents.handbook import book as handbook
from documents.handbook import files
from documents.paper import board as boards
from documents.paper import notice, scorecards
from scoring.periods import parse_period
from tests.branch import GAO, LI
from tests.stored import chained_anew
from words.text import text_for
from workflow.board.leaderboard import leaderboard
from workflow.branch import setup
from workflow.branch.setup import Branch
from workflow.results import proof
from workflow.results.proving import anchors

AUDITOR, T = operator("auditor"), text_for("zh")
ANCHOR = re.compile(r"\d+:[0-9a-f]{16}")
PERIOD = parse_period("2026-09")


@pytest.fixture
def path(demo_file, tmp_path):
    return shutil.copy(demo_file, tmp_path / "branch.duckdb")


def branch_of(db):
    return Branch(db, "某支行", "Some branch", True)


def words(paper: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(paper)) as parts:
        return " ".join(parts.read(name).decode(errors="replace") for name in parts.namelist())


def papers(db):
    """Each kind of paper as one text or as its content."""
    branch = branch_of(db)
    card = scorecards.of_person(LI, branch, T, "CM01", PERIOD)
    board = leaderboard(LI, db, PERIOD)
    sheet = boards.managers(board, board.managers, branch, T)
    day = dt.date(2026, 10, 8)
    book = handbook.handbook(LI, branch, T, PERIOD)
    posting = notice.Posting("ranking", day, day, "人力资源部")
    return {
        "scorecard": card.foot,
        "scorecard.docx": words(scorecards.docx([card], T, PERIOD)),
        "scorecard.xlsx": words(scorecards.excel([card], T, PERIOD)),
        "board": sheet.head.foot,
        "board.xlsx": words(tables.excel([sheet])),
        "handbook": book.foot,
        "handbook.docx": words(files.docx(book, T)),
        "notice.docx": words(notice.write(GAO, branch, T, PERIOD, posting)),
    }


def test_every_paper_holds_the_anchor_of_when_it_was_made(path):
    db = Database.open(path)
    now = anchors.head(AUDITOR, db)
    first = papers(db)
    assert {kind: now.short in text for kind, text in first.items()} == dict.fromkeys(first, True)
    assert papers(db) == first
    setup.rename(AUDITOR, db, "另一支行", "Another branch")
    assert all(now.short not in text for text in papers(db).values())
    db.close()


def kept_on_paper(path):
    db = Database.open(path)
    foot = papers(db)["scorecard"]
    db.close()
    return anchors.read(ANCHOR.search(foot)[0])


def tail_deleted(plain):
    plain.execute("DELETE FROM audit WHERE seq > 30")


def all_deleted(plain):
    plain.execute("DELETE FROM audit")


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (tail_deleted, "verify-anchor-gone"),
        (all_deleted, "verify-anchor-gone"),
        (chained_anew, "verify-anchor-differs"),
    ],
)
def test_one_paper_finds_what_was_done_to_the_trail(path, change, key):
    anchor = kept_on_paper(path)
    with duckdb.connect(str(path)) as plain:
        change(plain)
    db = Database.open(path)
    keys = {one.key for one in proof.verify(AUDITOR, db, against=[anchor]).differences}
    db.close()
    assert key in keys
