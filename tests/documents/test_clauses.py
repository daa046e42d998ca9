"""A scheme as a regulation: numbered through, complete, the same numbers wherever it is pointed at."""

import re
from dataclasses import replace

import pytest

from documents import scheme_changes
from documents.clauses import regulation
from documents.formulas import spelled
from scoring import Scheme, lint
from scoring.formula import parse
from scoring.formula.functions import FUNCTIONS
from scoring.lint import Finding
from tests.places import ROOT, SCHEMES
from tests.scoring.every_rule import RULES
from words import format as fmt
from words.text import text_for
from workflow import schemes

LANGUAGES = ("zh", "en")
SECOND = Scheme.from_toml((SCHEMES / "x-branch-v2.toml").read_text(encoding="utf-8"))
WILD = [
    Scheme.from_toml(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "tests" / "wild").glob("*.toml"))
]
WIDER = Scheme.from_toml("""
code = "posts"
version = 3
name = { zh = "岗位方案", en = "Scheme by posts" }
cycle = "quarter"
points = 200
tie_breakers = ["LOANS"]

[[section]]
code = "BIZ"
name = { zh = "业务", en = "Business" }
cap = 150
scorer = "计财部"

[[profile]]
code = "field"
name = { zh = "外勤", en = "Field staff" }
positions = ["客户经理"]
weights = { DEP = 120, LOANS = 80 }
targets = { DEP = 250 }
ranking = "common"

[[indicator]]
code = "DEP"
name = { zh = "存款", en = "Deposits" }
class = "efficiency"
unit = "万元"
direction = "higher"
weight = 150
section = "BIZ"
target = 300
on = "completion"
steps = 10
without_target = "standard"
highest = 130
rule = { type = "around", per_unit = 0.125, reference = 100 }

[[indicator]]
code = "LOANS"
name = { zh = "贷款", en = "Loans" }
class = "efficiency"
unit = "1"
direction = "higher"
weight = 50
frequency = "year"
between = "not-due"
rule = { type = "piecewise", points = [[0.0125, 0], [0.035, 100]] }
""")


def articles(held):
    return [article for chapter in held.chapters for article in chapter.articles]


def said_of(scheme, lang, subject):
    return next(a.text for a in articles(regulation(scheme, text_for(lang))) if subject in a.about)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("scheme", [SECOND, WIDER, *WILD], ids=lambda scheme: scheme.code)
def test_articles_are_numbered_through_and_every_indicator_has_one(scheme, lang):
    held = regulation(scheme, text_for(lang))
    assert [a.number for a in articles(held)] == list(range(1, len(articles(held)) + 1))
    assert [c.number for c in held.chapters] == list(range(1, len(held.chapters) + 1))
    told = {code: article for article in articles(held) for code in article.about}
    for indicator in scheme.indicators:
        text = told[indicator.code].text
        assert indicator.name[lang] in text and fmt.operand(indicator.weight) in text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("scheme", [SECOND, WIDER, *WILD], ids=lambda scheme: scheme.code)
def test_every_sentence_is_in_the_catalogue(scheme, lang):
    """A key that is missing would stand in the article as it is."""
    t = text_for(lang)
    text = "\n".join(regulation(scheme, t).lines(t))
    assert re.findall(r"[a-z]+-[a-z]+-[a-z-]+", text.replace(scheme.code, "")) == []
    assert "{" not in text and "None" not in text


def test_an_indicator_is_told_with_all_its_figures():
    assert said_of(WIDER, "zh", "DEP") == (
        "存款（DEP）：经营效益类定量指标，口径为发生额。单位：万元。数值越高越好。权重 150 分。"
        "计入“业务”板块。目标 300 万元；下达了个人目标的，以个人目标为准。没有目标的，得 100 分。"
        "按完成率（实际数占目标的百分比）计分。"
        "完成率自 100 起每满 10 算一步，不满一步的不计。"
        "计分办法：围绕基准增减分（每单位 0.125 分；达到基准得 100 分；以 100 为基准）。得分最高 130 分。"
    )
    english = said_of(WIDER, "en", "LOANS")
    assert "It is measured yearly; between: not appraised." in english
    assert "0.0125 scores 0, 0.035 scores 100" in english


def test_what_is_worked_out_and_what_depends_on_conditions_is_told():
    prices, sheet, _, year, customers, *_ = WILD
    assert said_of(sheet, "zh", "ARREARS") == (
        "未完成任务结转（ARREARS）= 取大(0，PLAN + 「未完成任务结转」（上期） − 「存款」)。"
        "单位：万元。首个考核期之前按 0 计。"
    )
    assert "得分再乘以 月份÷12。得分最高 120 分。" in said_of(year, "zh", "G1")
    assert "计分数值 = 取大(0，VILLAGE_PLAN − VILLAGE_DAYS)。" in said_of(year, "zh", "V1")
    assert "得分随同组其他人的数值变化。" in said_of(prices, "zh", "P1")
    conditions = [a.text for a in articles(regulation(year, text_for("zh"))) if "conditions" in a.about]
    assert (
        conditions[1] == "「用信扩面」的得分：BORROWERS ≥ 550 的，至少 75。理由：管户满 550 户，至少得 9 分。"
    )
    # A sum that something is multiplied by stands in brackets.
    assert "plus −10 × (1 − MERCHANT_DEPOSITS÷the target of MERCHANT_DEPOSITS)." in said_of(
        customers, "en", "conditions"
    )


def test_conditions_on_sections_entry_and_grades_are_told():
    scheme = Scheme.from_toml(
        (SCHEMES / "x-branch-v2.toml")
        .read_text(encoding="utf-8")
        .replace("from = 95\n", 'from = 95\nwhen = "score(C01) >= 60"\n')
        + """
[[section]]
code = "RULES"
name = { zh = "合规", en = "Compliance" }
[[condition]]
on = "section:RULES"
when = "C01 > 3 or E01 < 60"
then = { multiply = 0.5 }
[[condition]]
on = "entry"
when = "E01 < 1"
then = { exclude = true }
"""
    )
    held = [a.text for a in articles(regulation(scheme, text_for("zh"))) if "conditions" in a.about]
    assert held == [
        "「合规」板块的得分：「违规积分」 > 3 或 「日均存款净增」 < 60 的，乘以 0.5。",
        "参加考评：「日均存款净增」 < 1 的，不参加排名。",
    ]
    assert "评为 A 的，还须「违规积分」的得分 ≥ 60。" in said_of(scheme, "zh", "grades")


def test_what_holds_for_the_whole_scheme_is_told():
    assert "权重合计 200 分：经营效益 200。" in said_of(WIDER, "zh", "weights")
    assert (
        said_of(WIDER, "zh", "section:BIZ")
        == "“业务”板块：存款，满分 150 分。合计最高计 150 分。由计财部评分。"
    )
    assert said_of(WIDER, "zh", "field") == (
        "外勤（客户经理）的权重：存款 120、贷款 80；未列出的指标不考核。目标：存款 250。与其他人员统一排名。"
    )
    assert "总分最高 240 分" in said_of(WIDER, "zh", "limits")
    assert "同分的依次比较贷款的得分" in said_of(WIDER, "zh", "ranks")
    assert "A 级 95 分起，系数 1.30" in said_of(SECOND, "zh", "grades")
    assert said_of(SECOND, "en", "veto") == "With a veto the total is at most 59 and the grade at best D."
    assert "50%、70%、85%" in said_of(SECOND, "zh", "protection")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("rule", "higher", "_"), RULES, ids=[f"{k}-{r[0].type}" for k, r in enumerate(RULES)]
)
def test_every_rule_can_stand_in_an_article(rule, higher, _, lang):
    indicator = replace(SECOND.indicators[0], rule=rule, direction="higher" if higher else "lower")
    text = said_of(replace(SECOND, indicators=(indicator,)), lang, indicator.code)
    assert text_for(lang)(f"rule-name-{rule.type}") in text
    assert "rule-" not in text and "none" not in text


def test_a_check_points_to_the_article_that_it_objects_to():
    for lang, shown in (("zh", "（见第十一条）"), ("en", " (see Article 11)")):
        t = text_for(lang)
        held = regulation(SECOND, t)
        assert SECOND.codes.index("E03") == 8
        assert held.see(Finding("W06", "warning", "E03"), t) == shown
        # A fault names the key within the indicator.
        assert held.see(Finding("S00", "error", "E03.rule"), t) == shown
    t = text_for("en")
    held = regulation(SECOND, t)
    assert held.about(Finding("W02", "error")).number == 2
    assert held.about(Finding("L02", "warning", "E")) is held.about(Finding("M04", "warning"))
    assert held.about(Finding("P07", "error")) is None and held.see(Finding("P07", "error"), t) == ""


def test_a_check_of_a_condition_points_to_the_condition():
    year, customers = WILD[3], WILD[4]
    held = regulation(year, text_for("zh"))
    assert held.about(Finding("S02", "warning", "W1")).text.startswith("「用信扩面」的得分")
    assert held.about(Finding("W06", "warning", "W1")).text.startswith("用信扩面（W1）")
    assert held.about(Finding("S00", "error", "W1.per")).text.startswith("「用信扩面」的得分")
    held = regulation(customers, text_for("zh"))
    assert held.about(Finding("S02", "warning", "total")).text.startswith("总分：")
    assert held.about(Finding("S01", "warning", "K1")).text.startswith("折算客户数（K1）")


def test_what_the_checks_find_in_a_scheme_by_itself_stands_in_an_article():
    """All but procedure, pay, data and results, which no scheme says anything of."""
    bare = replace(
        SECOND,
        indicators=tuple(
            replace(i, source=None, owner=None, cut_off=None, class_="efficiency") for i in SECOND.indicators
        ),
        additions_limit=20,
        handover_months=3,
        authorisation=None,
        grades=tuple(replace(g, coefficient=9.0 - 4 * k, quota=0.1) for k, g in enumerate(SECOND.grades[:3])),
    )
    held, found = regulation(bare, text_for("zh")), lint.check(bare)
    assert {"A01", "W02", "I06", "I10", "D02", "L02"} <= {f.rule for f in found}
    assert [f.rule for f in found if held.about(f) is None] == []


@pytest.mark.parametrize(
    ("count", "said"),
    [
        *(
            (1, "一"),
            (10, "十"),
            (11, "十一"),
            (20, "二十"),
            (21, "二十一"),
            (100, "一百"),
            (101, "一百零一"),
        ),
        *(
            (110, "一百一十"),
            (111, "一百一十一"),
            (1005, "一千零五"),
            (1050, "一千零五十"),
            (2305, "二千三百零五"),
        ),
    ],
)
def test_numbers_of_articles(count, said):
    assert fmt.ordinal(count, "zh") == said
    assert fmt.ordinal(count, "en") == str(count)


NAMES = {"A": "存款", "B": "贷款", "section:S": "业务"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3.5*A + 18*(B - 2)/4", "3.5×「存款」 + 18×(「贷款」 − 2)÷4"),
        ("-(A - B)", "−(「存款」 − 「贷款」)"),
        ("A >= 550 and not B == 0 or C < 1", "「存款」 ≥ 550 且 非 「贷款」 = 0 或 C < 1"),
        ("if(A > 0, A, 0)", "（「存款」 > 0时为 「存款」，否则为 0）"),
        ("max(0, target(A) + previous(B) - A)", "取大(0，「存款」的目标 + 「贷款」（上期） − 「存款」)"),
        ("sum_of_last(A + B, 3)", "(「存款」 + 「贷款」)（近 3 期合计）"),
        ("all_mean(A)/team_count(B)", "「存款」（全体平均）÷「贷款」（团队有数人数）"),
        (
            "brackets(A, [[0, 10], [2000, 20]])",
            "分档累计(「存款」，超过 0 的部分乘 10%，超过 2,000 的部分乘 20%)",
        ),
        ("round(A, 2)", "四舍五入(「存款」，保留 2 位小数)"),
        ('position() == "经理"', "岗位 = 「经理」"),
        ("score(A) + section(S) + total() + month()", "「存款」的得分 + 「业务」板块的得分 + 总分 + 月份"),
    ],
)
def test_an_expression_in_words(text, said):
    assert spelled(parse(text), text_for("zh"), NAMES) == said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_function_has_words(lang):
    inside = {
        "condition": "A > 0, A, B",
        "values": "A, B",
        "whole": "A, 2",
        "nothing": "",
        "table": "A, [[0, 1]]",
    }
    for name, function in FUNCTIONS.items():
        given = "A" if function.most == 1 and function.takes == "values" else inside.get(function.takes, "A")
        condition = ' == "x"' if function.gives == "text" else ""
        said = spelled(parse(f"{name}({given}){condition}"), text_for(lang))
        assert "formula-" not in said, (name, said)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_that_versions_are_compared_in_has_a_name(lang):
    compared = {*schemes.SCHEME_FIELDS, *schemes.USE_FIELDS, *schemes.INDICATOR_FIELDS}
    t = text_for(lang)
    assert {name for name in compared if not t.has(f"diff-field-{name.rstrip('_')}")} == set()


def test_a_change_of_lists_and_expressions_is_told_as_the_articles_say_it():
    sheet, year = WILD[1], WILD[3]
    later = replace(
        year,
        points=100.0,
        conditions=year.conditions[:1],
        derived=sheet.derived[1:2],
        sections=(*WIDER.sections,),
        profiles=(*WIDER.profiles,),
        indicators=(
            replace(year.indicators[0], quantity=parse("2*W1"), on="excess", factor=None, section="BIZ"),
            *year.indicators[1:],
        ),
    )
    t = text_for("zh")
    said = scheme_changes.sentences(year, later, schemes.difference(year, later), t, typed=str)
    plain = [line.replace("\N{NO-BREAK SPACE}", " ") for line in said]
    assert plain == [
        "满分：97 → 100",
        "板块：无 → “业务”板块：贷款日均增长，满分 20 分。合计最高计 150 分。由计财部评分",
        "岗位权重表：无 → 外勤（客户经理）的权重：DEP 120、LOANS 80；未列出的指标不考核。"
        "目标：DEP 250。与其他人员统一排名",
        "计算指标：无 → 未完成任务结转（ARREARS）= 取大(0，PLAN + 「未完成任务结转」（上期） − D1)。"
        "单位：万元。首个考核期之前按 0 计",
        "条件：「用信扩面」的得分：BORROWERS ≥ 550 的，至少 75。理由：管户满 550 户，至少得 9 分；"
        "「用信扩面」的得分：NEW_COMPANIES > 0 的，加 4.16667 × NEW_COMPANIES。"
        "理由：每新增一户公司客户加 0.5 分 → 无",
        "**贷款日均增长**：计分依据 完成率 → 与目标的差额",
        "**贷款日均增长**：所属板块 无 → BIZ",
        "**贷款日均增长**：计分数值 无 → 2×「用信扩面」",
        "**贷款日均增长**：得分系数 月份÷12 → 无",
    ]
