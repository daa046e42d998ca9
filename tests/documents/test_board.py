"""The leaderboard on paper: the workflow's figures, parts that add up, the order asked for."""

import io
import math
import time
from decimal import Decimal

import openpyxl
import pytest
from pypdf import PdfReader

from documents.paper import board as paper
from scoring.periods import parse_period
from tests.branch import PRESIDENT
from words import format as fmt
from words.text import text_for
from workflow.board.leaderboard import leaderboard

VETO, ADDED = parse_period("2026-03"), parse_period("2026-10")


def sheets(branch, period, lang="zh"):
    t = text_for(lang)
    board = leaderboard(PRESIDENT, branch.db, period)
    both = paper.managers(board, board.managers, branch, t), paper.teams(board, board.teams, branch, t)
    return board, both, t


def tables(content):
    """(headings, rows as mappings, worksheet) of each sheet of a workbook."""
    for page in openpyxl.load_workbook(io.BytesIO(content)).worksheets:
        top = page.freeze_panes[1:]
        heads = [cell.value for cell in page[int(top) - 1]]
        rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=int(top))]
        yield heads, [dict(zip(heads, row, strict=True)) for row in rows], page


@pytest.mark.parametrize("period", [VETO, ADDED])
def test_the_workbook_holds_the_workflows_figures_as_numbers_that_add_up(branch, period):
    board, both, t = sheets(branch, period)
    (heads, people, page), (_, teams, _) = tables(paper.FORMS[".xlsx"](board, both, t))
    assert len(set(heads)) == len(heads) and page["A1"].value == both[0].head.title
    assert fmt.period(period, "zh") in page["A2"].value and "单位" in page["A3"].value
    assert board.sha256[:8] in page["A2"].value and board.sha256[:8] in page.oddFooter.left.text
    assert [row["工号"] for row in people] == [m.person.manager_id for m in board.managers]
    last = heads.index("数据覆盖")
    for row, m in zip(people, board.managers, strict=True):
        assert row["名次"] == (None if math.isnan(m.rank) else m.rank) and row["等级"] == m.grade
        if math.isnan(m.total):
            assert row["总分"] is None and row["备注"] == t(f"status-{m.status}")
            continue
        assert row["总分"] == m.total
        parts = [row[head] for head in heads[heads.index("绩效系数") + 1 : last] if row[head] is not None]
        assert sum(Decimal(str(p)) for p in parts) == Decimal(fmt.number(m.total)), m.person.manager_id
    for row, team in zip(teams, board.teams, strict=True):
        assert row["总分"] == pytest.approx(team.team.total) and row["应考核人数"] == team.due
        parts = list(row.values())[7:]
        assert sum(Decimal(str(p)) for p in parts if p is not None) == Decimal(fmt.number(team.team.total))
    formats = dict(zip(heads, (cell.number_format for cell in page[5]), strict=True))
    assert formats["总分"] == "#,##0.00" and formats["数据覆盖"] == "0%" and formats["名次"] == "#,##0"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pdf_holds_everybody_under_headings_on_every_page(branch, lang):
    board, both, t = sheets(branch, VETO, lang)
    pages = [p.extract_text() for p in PdfReader(io.BytesIO(paper.FORMS[".pdf"](board, both, t))).pages]
    whole = "\n".join(pages)
    for m in board.managers:
        assert m.person.manager_id in whole
        assert math.isnan(m.total) or fmt.number(m.total) in whole
    assert len(pages) >= 3 and all(t("rank").split()[0] in page for page in pages)
    assert all(board.sha256[:8] in page for page in pages)


@pytest.mark.parametrize("ending", list(paper.FORMS))
def test_the_same_board_twice_gives_the_same_bytes(branch, ending):
    board, both, t = sheets(branch, ADDED)
    first = paper.FORMS[ending](board, both, t)
    time.sleep(2.1)
    board, both, t = sheets(branch, ADDED)
    assert paper.FORMS[ending](board, both, t) == first


def test_rows_stand_in_the_order_and_the_choice_that_is_asked_for(branch):
    board, _, t = sheets(branch, ADDED)
    chosen = [m for m in reversed(board.managers) if m.person.team_id == board.teams[0].team.team_id]
    made = paper.FORMS[".xlsx"](board, [paper.managers(board, chosen, branch, t)], t)
    [(_, people, _)] = tables(made)
    assert [row["工号"] for row in people] == [m.person.manager_id for m in chosen] != []


def test_the_indicator_that_is_looked_at_stands_there_with_its_unit(branch):
    board, _, t = sheets(branch, ADDED)
    code = next(i.code for i in board.scheme.indicators if i.unit == "万元")
    k, name = board.scheme.codes.index(code), t.name(board.scheme.by_code[code].name)
    made = paper.FORMS[".xlsx"](board, [paper.managers(board, board.managers, branch, t, code)], t)
    [(heads, people, page)] = tables(made)
    assert page.cell(5, heads.index(name) + 1).number_format == '#,##0.00 "万元"'
    for row, m in zip(people, board.managers, strict=True):
        if not math.isnan(m.scores[k]):
            assert row[name] == pytest.approx(m.values[k]) and row[f"{name}（得分）"] == pytest.approx(
                m.scores[k]
            )
