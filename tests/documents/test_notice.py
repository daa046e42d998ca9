"""The notice: what a bank posts, for published results only, by those who may publish."""

import datetime as dt
import io
import time
from dataclasses import replace

import pytest
from docx import Document

from access.actor import Actor
from access.errors import AccessDenied
from documents.paper import notice
from documents.paper.notice import Posting
from scoring.periods import parse_period
from tests.branch import PRESIDENT, refused
from words import format as fmt
from words.text import text_for
from workflow.board.leaderboard import leaderboard
from workflow.results import publishing

PERIOD = parse_period("2026-03")
POSTING = Posting("ranking", dt.date(2026, 4, 8), dt.date(2026, 4, 14), "综合管理部 <8021> & #1")


def read(content):
    """(paragraphs, rows of the list) of a notice."""
    file = Document(io.BytesIO(content))
    [table] = file.tables
    return [p.text for p in file.paragraphs], [[c.text for c in row.cells] for row in table.rows]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_says_basis_days_contact_and_everybodys_place(branch, lang):
    t = text_for(lang)
    board = leaderboard(PRESIDENT, branch.db, PERIOD)
    words, (_, *rows) = read(notice.write(PRESIDENT, branch, t, PERIOD, POSTING))
    whole = "\n".join(words)
    for said in (fmt.period(PERIOD, lang), POSTING.contact, board.sha256[:8], branch.name(lang)):
        assert said in whole
    assert fmt.day(POSTING.first, lang) in whole and fmt.day(POSTING.last, lang) in whole
    assert t.name(board.scheme.name) in whole and fmt.period("2026-01", lang) in whole
    for row, m in zip(rows, board.managers, strict=True):
        assert row[0] == fmt.number(m.rank, 0) and row[1] == m.person.manager_id
        assert row[4] == fmt.number(m.total) and row[5] == (m.grade or fmt.DASH)


def test_of_grades_alone_neither_place_nor_total_can_be_read(branch):
    t = text_for("zh")
    board = leaderboard(PRESIDENT, branch.db, PERIOD)
    words, (heads, *rows) = read(
        notice.write(PRESIDENT, branch, t, PERIOD, replace(POSTING, listed="grades"))
    )
    assert [row[0] for row in rows] == sorted(m.person.manager_id for m in board.managers)
    told = " ".join([*words, *heads, *(cell for row in rows for cell in row)])
    assert not any(fmt.number(m.total) in told for m in board.managers if m.total == m.total)
    assert t("rank") not in heads and {row[3] for row in rows} >= {"A", "B", "C"}


def test_the_days_are_those_of_the_period_and_the_same_notice_gives_the_same_bytes(branch):
    newest = parse_period("2026-10")
    first, last = notice.days(PRESIDENT, branch, newest)
    assert last == publishing.in_notice(PRESIDENT, branch.db, newest).until and first < last
    made = notice.write(PRESIDENT, branch, text_for("zh"), PERIOD, POSTING)
    time.sleep(2.1)
    assert notice.write(PRESIDENT, branch, text_for("zh"), PERIOD, POSTING) == made


def test_what_cannot_be_posted_is_refused(branch):
    t = text_for("zh")
    turned = replace(POSTING, last=POSTING.first - dt.timedelta(days=1))
    assert refused(notice.write, PRESIDENT, branch, t, PERIOD, turned) == "errors-notice-order"
    nobody = replace(POSTING, contact="  ")
    assert refused(notice.write, PRESIDENT, branch, t, PERIOD, nobody) == "errors-notice-contact"
    for role in ("manager", "data-officer", "admin"):
        with pytest.raises(AccessDenied):
            notice.write(Actor("x", role, "CM01"), branch, t, PERIOD, POSTING)


def test_unpublished_results_are_not_posted(branch):
    publishing.reopen(PRESIDENT, branch.db, parse_period("2026-08"), "a correction")
    again = parse_period("2026-08")
    assert (
        refused(notice.write, PRESIDENT, branch, text_for("zh"), again, POSTING)
        == "errors-notice-unpublished"
    )
