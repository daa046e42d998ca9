"""The handbook says what the scheme in force says, with the reader's own figures, which are the engine's."""

import datetime as dt
import io
import shutil
from pathlib import Path

import pandas as pd
import pytest
from docx import Document
from pypdf import PdfReader

from access import audit
from access.actor import Actor
from access.errors import AccessDenied
from data.database import Database
from data.stores import scheme_store
from documents.clauses import regulation
from documents.handbook import book as handbook
from documents.handbook import files
from scoring import Scheme
from scoring.periods import parse_period
from tests.branch import COMING, FIRST, GAO, NING, PRESIDENT, adopted, bring
from tests.places import ROOT
from words import format as fmt
from words.text import text_for
from workflow import calendar, schemes
from workflow.asked import questions
from workflow.branch import setup
from workflow.results import publishing, scorecards

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


def said_by_the_engine(card, step, t):
    """What the engine's explanation says of an indicator: its score before anything is done to it, what it
    weighs, what it brings."""
    raw = step.raw if step.raw is not None else step.score
    raw = step.stand_in if raw is None else raw
    weight = fmt.number(step.effective_weight) if step.effective_weight > 0 else t("weight-none")
    return fmt.DASH if raw is None else fmt.number(raw), weight


@pytest.fixture
def db(quiet_file, tmp_path):
    """A small branch to change."""
    opened = Database.open(Path(shutil.copy(quiet_file, tmp_path)))
    yield opened
    opened.close()


@pytest.fixture(scope="module", params=["01", "eva"])
def wild(request, tmp_path_factory):
    """A branch that is appraised by a scheme as banks write them, with its people and figures."""
    folder = tmp_path_factory.mktemp("wild")
    db = Database.open(folder / "wild.duckdb", create=True)
    here = ROOT / "tests" / "wild"
    scheme = Scheme.from_toml((here / f"{request.param}.toml").read_text(encoding="utf-8"))
    reference = schemes.store(FIRST, db, scheme)

    def adopted(cursor):
        scheme_store.add_event(
            cursor, reference, "adopted", "first", audit.now(), effective_from="2026-01", why=""
        )
        audit.append(cursor, FIRST, "adopt-scheme", str(reference), {})

    db.write(adopted)
    frames = [pd.read_csv(here / f"{request.param}{ending}.csv") for ending in ("-people", "")]
    bring(db, "people", frames[0].to_dict("records"))
    rows = frames[1]
    if "indicator" not in rows:
        rows = rows.melt(["manager_id", "period"], var_name="indicator")
    rows = rows[rows["manager_id"].isin(frames[0]["manager_id"])]
    bring(db, "metrics", rows.to_dict("records"))
    yield setup.described(db)
    db.close()


def test_where_nobody_is_named_it_says_who_answers(wild):
    parts = handbook.handbook(PRESIDENT, wild, text_for("zh"), parse_period("2026-06")).parts
    said = next(p for p in parts if p.name == "contact").sentences[0]
    assert said == "还没有指定答疑人；提出的问题由考核委员会和行长答复。"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_worked_example_of_every_indicator_is_the_engines(branch, wild, lang):
    t, tried = text_for(lang), 0
    for held, period in ((branch, PERIOD), (wild, parse_period("2026-06"))):
        for person in scorecards.people(PRESIDENT, held.db, period)[:6]:
            card = scorecards.scorecard(PRESIDENT, held.db, person.manager_id, period, count=1)
            book = handbook.handbook(PRESIDENT, held, t, period, person.manager_id)
            numbers = {
                a.about[0]: a.number for c in book.chapters for a in c.articles if "indicators" in a.about
            }
            assert set(numbers) == set(card.scheme.codes)
            explained = card.explanation.indicators
            assert [line.step.indicator.code for line in card.lines] == [s.indicator.code for s in explained]
            for step in explained:
                steps = book.examples[numbers[step.indicator.code]]
                score, weight = said_by_the_engine(card, step, t)
                shown = {what: out for what, _, out in reversed(steps)}
                assert shown[t("explain-score")] == score, (person.manager_id, step.indicator.code)
                assert shown[t("explain-weight")] == weight
                if t("explain-points") in shown:
                    brought = float(shown[t("explain-points")].replace("−", "-").replace(",", ""))
                    assert brought == pytest.approx(step.contribution, abs=0.011)
                tried += 1
    assert tried > 60


def row(book, part, name):
    """A row of one of the parts' tables."""
    held = next(one for one in book.parts if one.name == part)
    return next(cells for cells in held.rows if cells[0] == name)


def test_the_days_of_the_period_are_counted_from_its_posting_by_the_calendar(branch):
    t, period = text_for("zh"), parse_period("2026-08")
    book = handbook.handbook(ME, branch, t, period)
    posted = next(e.at.date() for e in publishing.history(ME, branch.db, period) if e.state == "notice")
    assert row(book, "dates", "公布结果")[1] == posted.isoformat()
    assert row(book, "dates", "考核期")[1] == "2026-08-01 至 2026-08-31"
    assert row(book, "dates", "下一期")[1] == "2026-09-01 至 2026-09-30"
    days = calendar.held(branch.db)
    appeal = dt.date.fromisoformat(row(book, "dates", "提出申诉")[1].removesuffix(" 止"))
    assert days.between(posted, appeal) == 5 and days.is_working(appeal)
    review = dt.date.fromisoformat(row(book, "dates", "答复申诉")[1].removesuffix(" 止"))
    assert days.between(appeal, review) == 10


def test_days_of_a_year_that_is_not_announced_say_so_and_those_of_no_posting_are_open(db):
    t, held = text_for("zh"), setup.described(db)
    last = parse_period("2026-10")
    publishing.reopen(GAO, db, last, "更正")
    book = handbook.handbook(GAO, held, t, last)
    assert row(book, "dates", "提出申诉")[1:] == ("结果公布后确定", "公布后 5 个工作日内")
    publishing.publish(GAO, db, last, at=dt.datetime(2026, 12, 29, 1))
    dates = next(p for p in handbook.handbook(GAO, held, t, last).parts if p.name == "dates")
    assert any(one.startswith("2027年的放假安排尚未公布") for one in dates.sentences)


def test_grades_and_what_is_added_and_taken_are_those_of_the_scheme(branch):
    book = handbook.handbook(ME, branch, text_for("zh"), PERIOD)
    scheme = schemes.in_force(branch.db, PERIOD)
    grades = next(p for p in book.parts if p.name == "grades").rows
    assert [cells[0] for cells in grades] == [g.name for g in scheme.grades]
    assert [cells[2] for cells in grades] == [fmt.operand(g.coefficient) for g in scheme.grades]
    assert grades[0][1] == f"{fmt.operand(scheme.grades[0].from_)} 分（含）以上"
    assert grades[-1][1] == f"不到 {fmt.operand(scheme.grades[-2].from_)} 分"
    counted = next(p for p in book.parts if p.name == "counted").rows
    articles = {a.number: a for c in book.chapters for a in c.articles}
    assert [cells[0] for cells in counted[:2]] == ["加分与扣分", "一票否决"]
    for _, how, see in counted:
        assert next(a for a in articles.values() if f"第{a.ordinal(text_for('zh'))}条" == see).text == how


def test_it_names_whom_to_ask_and_tells_what_was_answered_to_all_without_who_asked(db):
    t, held, me = text_for("zh"), setup.described(db), Actor("cm05", "manager", "CM05")
    questions.name_contact(GAO, db, NING.username)
    reference = schemes.in_force(db, PERIOD).reference
    mine, other = (questions.ask(me, db, reference, says, 4) for says in ("问题甲", "问题乙"))
    questions.answer(GAO, db, mine, "答复甲", for_all=True)
    questions.answer(GAO, db, other, "答复乙", for_all=False)
    book = handbook.handbook(me, held, t, PERIOD)
    assert any("请找宁委员（考核委员会）" in s for p in book.parts for s in p.sentences)
    paper = "\n".join(p.text for p in Document(io.BytesIO(files.docx(book, t))).paragraphs)
    assert "（第四条）：问题甲" in paper and "答复甲" in paper
    assert "问题乙" not in paper and "答复乙" not in paper and "CM05" not in paper and "cm05" not in paper
    printed = flat("".join(p.extract_text() for p in PdfReader(io.BytesIO(files.pdf(book, t))).pages))
    assert "答复甲" in printed and "提出申诉" in printed and "答复乙" not in printed


def test_it_says_what_changed_since_the_version_before(branch, made):
    t, book = made
    assert book.changed_from == "v1" and book.changes
    first = handbook.handbook(ME, branch, t, parse_period("2025-10"), "CM05")
    assert first.changes is None


def test_the_version_that_comes_next_is_read_before_it_begins(db):
    t, held = text_for("zh"), setup.described(db)
    me = Actor("cm05", "manager", "CM05")
    assert schemes.coming(me, db, PERIOD) is None
    reference = adopted(db)
    info = schemes.coming(me, db, PERIOD)
    assert (info.reference, info.effective_from) == (reference, COMING)
    book = handbook.handbook(me, held, t, COMING, "CM05")
    assert book.reference == reference and book.examples == {} and book.changes
    assert row(book, "dates", "公布结果")[1] == "结果公布后确定"
    assert files.pdf(book, t) and files.docx(book, t)


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
