"""The handbook says what the scheme in force says, with the reader's own figures, which are the engine's."""

import io

import pytest
from docx import Document
from pypdf import PdfReader

from access.actor import Actor
from access.errors import AccessDenied
from documents.clauses import regulation
from documents.handbook import book as handbook
from documents.handbook import files
from scoring.periods import parse_period
from tests.branch import PRESIDENT
from words import format as fmt
from words.text import text_for
from workflow import schemes
from workflow.results import scorecards

PERIOD = parse_period("2026-10")
ME = Actor("cm05", "manager", "CM05")


def flat(text):
    return "".join(text.split())


@pytest.fixture(scope="module", params=["zh", "en"])
def made(branch, request):
    t = text_for(request.param)
    return t, handbook.handbook(ME, branch, t, PERIOD, "CM05")


def test_every_article_of_the_scheme_in_force_stands_in_it(branch, made):
    t, book = made
    said = regulation(schemes.in_force(branch.db, PERIOD), t)
    assert book.chapters == said.chapters
    pdf = flat("".join(p.extract_text() for p in PdfReader(io.BytesIO(files.pdf(book, t))).pages))
    file = Document(io.BytesIO(files.docx(book, t)))
    paragraphs = {flat(p.text) for p in file.paragraphs}
    for article in (article for chapter in book.chapters for article in chapter.articles):
        assert flat(article.line(t)) in paragraphs
        assert flat(article.line(t))[:12] in pdf


def test_the_example_of_every_indicator_ends_in_the_points_of_the_scorecard(branch, made):
    t, book = made
    card = scorecards.scorecard(ME, branch.db, "CM05", PERIOD)
    by_code = {a.about[0]: a.number for c in book.chapters for a in c.articles if "indicators" in a.about}
    assert set(by_code) == set(card.scheme.codes) and len(book.examples) == len(card.lines)
    last = []
    for line in card.lines:
        step = line.step
        steps = book.examples[by_code[step.indicator.code]]
        scores = [out for what, _, out in steps if what == t("explain-score")]
        assert scores[0] == fmt.number(step.raw if step.raw is not None else step.score)
        last.append(float(steps[-1][2].replace(",", "")))
    assert sum(last) == pytest.approx(sum(line.step.contribution for line in card.lines), abs=0.006)


def test_it_says_what_changed_since_the_version_before(branch, made):
    t, book = made
    assert book.changed_from == "v1" and book.changes
    first = handbook.handbook(ME, branch, t, parse_period("2025-10"), "CM05")
    assert first.changes is None


def test_nobody_reads_anothers_figures_in_it(branch):
    t = text_for("zh")
    with pytest.raises(AccessDenied):
        handbook.handbook(ME, branch, t, PERIOD, "CM06")
    data = Actor("data.zhao", "data-officer")
    assert handbook.handbook(data, branch, t, PERIOD).examples == {}
    with pytest.raises(AccessDenied):
        handbook.handbook(data, branch, t, PERIOD, "CM06")
    assert handbook.handbook(PRESIDENT, branch, t, PERIOD, "CM06").examples


def test_the_same_handbook_gives_the_same_bytes(branch, made):
    t, book = made
    assert files.pdf(book, t) == files.pdf(book, t)
    assert files.docx(book, t) == files.docx(book, t)
