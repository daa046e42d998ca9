"""Scorecards on paper: one page each, the workflow's figures, in three kinds of file and two languages."""

import dataclasses
import io
import math
import re
import time
from decimal import Decimal

import openpyxl
import pytest
from docx import Document
from pypdf import PdfReader

from access.actor import Actor
from access.errors import AccessDenied
from documents.paper import scorecards
from documents.total import TotalLine
from scoring.periods import parse_period
from tests.branch import PRESIDENT
from tests.documents.hostile import HOSTILE
from words import format as fmt
from words.text import text_for
from workflow.results import scorecards as results
from workflow.results import scores

VETOED, ADDED = ("CM31", parse_period("2026-03")), ("CM03", parse_period("2026-10"))


def pages(content):
    return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


def two(figure):
    return Decimal(fmt.number(figure).replace(",", "").replace("–", "0").replace("−", "-"))


@pytest.fixture(scope="module")
def periods(branch):
    """Three: the newest, one under the scheme before, and the one with a veto."""
    known = [p.period for p in scores.periods(PRESIDENT, branch.db)]
    return known[-1], parse_period("2025-11"), VETOED[1]


@pytest.fixture(scope="module")
def made(branch, periods):
    t = text_for("zh")
    return {p: scorecards.of_period(PRESIDENT, branch, t, p) for p in periods}


def test_everybody_has_one_page_in_every_period(branch, periods, made):
    t = text_for("zh")
    for period in periods:
        cards = made[period]
        people = results.people(PRESIDENT, branch.db, period)
        found = pages(scorecards.pdf(cards, t, period))
        assert len(found) == len(cards) == len(people) >= 40
        for page, person in zip(found, people, strict=True):
            flat = page.replace(" ", "")
            assert person.name in flat and person.manager_id in flat
            assert flat.rstrip().splitlines()[-1].startswith(person.name), "the foot says whose it is"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("ending", list(scorecards.FORMS))
def test_the_same_card_twice_gives_the_same_bytes(branch, lang, ending):
    t = text_for(lang)

    def write():
        card = scorecards.of_person(PRESIDENT, branch, t, *ADDED)
        return scorecards.FORMS[ending]([card], t, ADDED[1])

    first = write()
    time.sleep(2.1)  # A zip's clock ticks every two seconds.
    assert write() == first


@pytest.mark.parametrize(("who", "period"), [VETOED, ADDED])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_figures_on_paper_are_those_of_the_workflow(branch, lang, who, period):
    t = text_for(lang)
    found = results.scorecard(PRESIDENT, branch.db, who, period)
    card = scorecards.of_person(PRESIDENT, branch, t, who, period)
    [page] = pages(scorecards.pdf([card], t, period))
    for line in found.lines:
        assert fmt.number(line.step.score) in page
        assert t.name(line.step.indicator.name).split()[-1] in page
    for figure in (found.total, found.coefficient):
        assert fmt.number(figure) in page
    assert f"{int(found.rank)} / {found.ranked}" in page and found.sha256[:8] in page
    file = Document(io.BytesIO(scorecards.docx([card], t, period)))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    for cell in (fmt.number(found.total), found.grade, who, *(fmt.number(x.step.score) for x in found.lines)):
        assert cell in cells
    sheet = openpyxl.load_workbook(io.BytesIO(scorecards.excel([card], t, period))).worksheets[0]
    values = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    for line, row in zip(found.lines, values, strict=False):
        assert row[4] == pytest.approx(line.step.value) and row[6] == pytest.approx(line.step.score)
        assert isinstance(row[3], (int, float)) or row[3] is line.step.target is None
    # The last column may be summed: it gives the total.
    assert sum(Decimal(str(row[8])) for row in values if row[8] is not None) == two(found.total)


def test_points_and_steps_add_up_to_the_total_on_every_card(made, branch):
    for period, cards in made.items():
        for card in cards:
            total = results.scorecard(PRESIDENT, branch.db, card.manager_id, period, 1).total
            if total != total:
                assert card.steps == ()
                continue
            counted = [step for step in card.steps if not math.isnan(step.points)]
            points = sum(two(line[8].value) for line in card.lines if line[8] is not None)
            assert points == two(card.steps[0].points), (period, card.manager_id)
            assert sum(two(step.points) for step in counted) == two(total)
            assert two(counted[-1].running) == two(total)


def test_what_may_still_change_says_so_across_the_page(branch):
    t = text_for("zh")
    card = scorecards.of_person(PRESIDENT, branch, t, *ADDED)
    assert "暂估" not in pages(scorecards.pdf([card], t, ADDED[1]))[0]
    open_card = dataclasses.replace(
        card, mark=t("paper-provisional"), state=t("paper-unpublished", state="收集中")
    )
    [page] = pages(scorecards.pdf([open_card], t, ADDED[1]))
    assert "暂估" in page.replace("暂估，尚未公布", "")
    words = "\n".join(
        p.text for p in Document(io.BytesIO(scorecards.docx([open_card], t, ADDED[1]))).paragraphs
    )
    assert "暂估" in words


def test_however_much_it_has_to_say_it_is_one_page_and_never_markup(branch):
    t = text_for("zh")
    card = scorecards.of_person(PRESIDENT, branch, t, *ADDED)
    long = "很长的理由，" * 12
    steps = tuple(
        TotalLine("additions", f"加分{k}", f"{why} {long}", 1.0, 50.0 + k) for k, why in enumerate(HOSTILE)
    )
    full = dataclasses.replace(
        card, name="<b>#x</b>" * 20, lines=card.lines * 3, steps=steps * 2, notes=HOSTILE
    )
    [page] = pages(scorecards.pdf([full], t, ADDED[1]))
    flat = re.sub(r"\s", "", page)
    for text in HOSTILE:
        assert re.sub(r"\s", "", text) in flat
    for ending in (".docx", ".xlsx"):
        assert scorecards.FORMS[ending]([full], t, ADDED[1])


def test_a_manager_gets_the_own_card_and_no_other(branch):
    me, t = Actor("me", "manager", "CM03"), text_for("zh")
    assert scorecards.of_person(me, branch, t, *ADDED).manager_id == "CM03"
    assert [card.manager_id for card in scorecards.of_period(me, branch, t, ADDED[1])] == ["CM03"]
    with pytest.raises(AccessDenied):
        scorecards.of_person(me, branch, t, *VETOED)
    with pytest.raises(AccessDenied):
        scorecards.of_person(Actor("data", "data-officer"), branch, t, *ADDED)


def test_progress_is_told_person_by_person(branch):
    told = []
    scorecards.of_period(PRESIDENT, branch, text_for("en"), ADDED[1], lambda *step: told.append(step))
    assert told == [(k, len(told)) for k in range(1, len(told) + 1)]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("who", "period"), [VETOED, ADDED])
def test_what_was_added_taken_or_vetoed_stands_there_with_its_reason(branch, lang, who, period):
    t = text_for(lang)
    found = results.scorecard(PRESIDENT, branch.db, who, period)
    assert found.adjustments.events
    card = scorecards.of_person(PRESIDENT, branch, t, who, period)
    [page] = pages(scorecards.pdf([card], t, period))
    file = Document(io.BytesIO(scorecards.docx([card], t, period)))
    typed = " ".join(cell.text for table in file.tables for row in table.rows for cell in row.cells)
    for event in found.adjustments.events:
        for said in filter(None, (event.reason, event.document)):
            for text in (page, typed):
                assert re.sub(r"\s", "", said) in re.sub(r"\s", "", text)
