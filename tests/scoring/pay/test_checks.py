"""What scheme checks say of lines of pay, and that each leads to the article that it is about."""

import pytest

from documents.clauses import regulation
from scoring import lint
from tests.scoring.pay.paying import faults, scheme
from words.text import text_for

LOSS = '[[pay]]\ncode = "LOSS"\nname = "赔偿损失"\nkind = "fine"\namount = 100\nloss = true\n'
BY_DAYS = (
    '[[pay]]\ncode = "DAYS"\nname = "全勤奖"\nkind = "coefficient"\nbase = 300\nfactors = ["{factor}"]\n'
)
CAMPAIGN = '[[pay]]\ncode = "OPEN"\nname = "{name}"\nkind = "bonus"\nwhen = "A > 1"\namount = 100\n'
HELD = (
    '[[pay]]\ncode = "X"\nname = "业绩"\nkind = "price"\nquantity = "A"\nprice = 1\n'
    '[[pay]]\ncode = "HELD"\nname = "风险金"\nkind = "brackets"\n'
    'table = [[0, {rate}], [2000, 50]]\ninto = "held"\n'
)


def found(text, rule):
    checked = lint.check(scheme(text), lint.LintSettings())
    return [(one.severity, one.where, one.key) for one in checked if one.rule == rule]


def material(share, years=3):
    return f'[payment]\nmaterial = ["客户经理"]\ndeferred = {share}\nyears = {years}\n'


@pytest.mark.parametrize(
    ("text", "rule", "says"),
    [
        (LOSS, "L03", [("warning", "LOSS", "L03-unbounded")]),
        ('[payment]\nwage = "WAGE"\nminimum = 2000\n' + LOSS, "L03", []),
        (LOSS.replace("loss = true", ""), "L03", []),
        (BY_DAYS.format(factor="ATTENDANCE/22"), "L04", [("warning", "DAYS", "L04-attendance")]),
        (BY_DAYS.format(factor="[出勤天数]/22"), "L04", [("warning", "DAYS", "L04-attendance")]),
        (BY_DAYS.format(factor="presence()"), "L04", []),
        (material(0.39) + LOSS, "M01", [("error", "", "")]),
        (material(0.4) + LOSS, "M01", []),
        (material(0.4, 2) + LOSS, "M01", [("error", "", "")]),
        (material(0.4) + HELD.format(rate=10), "M01", [("warning", "HELD", "M01-brackets")]),
        (material(0.0) + HELD.format(rate=40), "M01", []),
        (material(0.0), "M01", []),
        (CAMPAIGN.format(name="开门红奖励"), "A03", [("error", "OPEN", "A03-pay")]),
        (CAMPAIGN.format(name="新客户奖励"), "A03", []),
        (CAMPAIGN.format(name="末位淘汰扣发"), "L01", [("error", "", "")]),
    ],
)
def test_a_check_says(text, rule, says):
    assert faults(text) == [] and found(text, rule) == says


def test_a_derived_measure_that_only_pay_reads_is_used():
    derived = '[[derived]]\ncode = "K"\nname = "K"\nformula = "2*A"\n'
    assert found(derived + LOSS, "S01") == [("warning", "K", "")]
    assert found(derived + LOSS.replace("amount = 100", 'amount = "K"'), "S01") == []


def test_a_condition_of_pay_that_cannot_hold_is_told():
    text = CAMPAIGN.format(name="奖励").replace("A > 1", "A > 1 and A < 0")
    assert found(text, "S02") == [("warning", "OPEN", "")]


def test_an_objection_leads_to_the_article_on_the_line_or_on_deferral():
    held = scheme(material(0.39) + LOSS)
    articles = regulation(held, text_for("zh"))
    about = {one.key or one.rule: articles.about(one) for one in lint.check(held, lint.LintSettings())}
    assert "赔偿损失" in about["L03-unbounded"].text and "延期支付" in about["M01"].text
