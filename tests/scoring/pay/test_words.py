"""What lines of pay say: as articles, between two versions, and beside an amount."""

from dataclasses import replace

import pytest

from documents import scheme_changes
from documents.clauses import regulation
from documents.clauses.names import names_of
from documents.clauses.pay_working import arithmetic, expressions, guard
from scoring.pay import explain, guards
from scoring.scheme.pay import KINDS
from tests.scoring.pay.paying import run_of, scheme
from views.editor.pay import lines
from words.text import text_for
from workflow import schemes

ZH, EN = text_for("zh"), text_for("en")
LINES = """
[payment]
material = ["客户经理"]
deferred = 0.4

[[pay]]
code = "STOCK"
name = { zh = "存量", en = "Stock" }
kind = "price"
quantity = "2*Q"
price = 0.75

[[pay]]
code = "LEAST"
name = { zh = "保底", en = "Least" }
kind = "floor"
amount = 200
when = "pay(STOCK) > 0"
deferrable = false
"""


def articles(held, t):
    found = [a for chapter in regulation(held, t).chapters for a in chapter.articles]
    return [a.text for a in found if a.about[0].startswith("pay:") or a.about[0] == "deferral"]


def test_each_line_is_an_article_of_its_own():
    assert articles(scheme(LINES), ZH) == [
        "“存量”：数量 = 2×Q，每单位 0.75 元。",
        "“保底”：存量合计不足 200 元的，补足到该数。条件：「存量」的金额 > 0。本项不延期，当期发放。",
        "客户经理属于对风险有重要影响的岗位，其薪酬的 40% 延期支付，分 3 年等额兑付，不前重后轻。",
    ]
    assert articles(scheme(LINES), EN)[1] == (
        "“Least”: where Stock together give less than 200 yuan, the rest is added."
        " Condition: the amount of “Stock” > 0. It is not deferred."
    )


@pytest.mark.parametrize("t", [ZH, EN], ids=["zh", "en"])
def test_every_kind_has_its_name_and_a_draft_in_the_editor(t):
    assert all(t.has(f"pay-kind-{kind}") for kind in KINDS) and tuple(lines.DRAFTS) == KINDS


def test_a_scheme_without_lines_says_nothing_of_pay():
    assert articles(scheme(""), ZH) == []


def test_what_two_versions_pay_differently_is_told_line_by_line():
    before = scheme(LINES)
    after = replace(scheme(LINES.replace("0.75", "0.8").replace("0.4", "0.5")), version=2)
    said = scheme_changes.sentences(before, after, schemes.difference(before, after), ZH, str)
    assert len(said) == 2 and all("保底" not in one for one in said)
    assert "0.75 元" in said[0] and "0.8 元" in said[0] and "40%" in said[1] and "50%" in said[1]


def test_an_amount_shows_how_it_came_about():
    run = run_of(LINES, {"Q": [100.0]})
    names = names_of(run.sheet.scheme, ZH)
    stock, least = explain(run, "P1")
    assert arithmetic(stock, names, ZH) == "200 × 0.75 = 150.00 元"
    assert expressions(stock, names, ZH) == ["数量 = 2×100 = 200"]
    assert arithmetic(least, names, ZH) == "合计 150.00 元，补足到 200.00 元，补 50.00 元"


def test_what_is_missing_is_called_by_its_name():
    run = run_of(LINES, {"Q": [float("nan")]})
    (stock, _) = explain(run, "P1")
    assert arithmetic(stock, {"Q": "存款"}, ZH) == "缺数，暂按 0 计：存款 没有数值"


def test_a_guard_says_whose_and_by_what_law():
    text = LINES + '[[pay]]\ncode = "L"\nname = "L"\nkind = "fine"\namount = 90\nloss = true\n'
    run = run_of(text.replace("material", "wage = 300\nmaterial"), {"Q": [400.0]})
    (found,) = [guard(one, "张三", EN) for one in guards(run) if one.rule == "L03"]
    assert found.startswith("Compensation takes 30% of the month's wage of 张三") and "art. 16" in found
