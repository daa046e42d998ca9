"""Every rule of a scheme can be said: its name, its parameters, and the words that a parameter may be."""

import math
from dataclasses import fields
from typing import Literal, get_args, get_origin, get_type_hints

import pytest

from documents.clauses.rules import rule as rule_words
from scoring.scheme.rules import (
    RULES,
    AroundMark,
    Attainment,
    Bands,
    Corridor,
    Deduction,
    Direct,
    PeerMinMax,
    PeerPercentile,
    PeerRatio,
    PeerZScore,
    Piecewise,
    RankTable,
    Review,
)
from words.text import text_for

SAID = [
    (
        Attainment(cap=110, floor=20, zero_below=0.5),
        "完成率 × 100（最高 110 分；最低 20 分；完成率低于 50% 的只得最低分）",
        "completion × 100 (at most 110 points; at least 20 points; only the least below a completion of 50%)",
    ),
    (
        Attainment(cap=math.inf),
        "完成率 × 100（不封顶；最低 0 分）",
        "completion × 100 (no cap; at least 0 points)",
    ),
    (
        Piecewise(points=((-1.5, 100), (80, 0))),
        "按分段线性计分（−1.5 得 100 分、80 得 0 分，其间按直线折算）",
        "linear between points (−1.5 scores 100, 80 scores 0, in a straight line between them)",
    ),
    (
        Bands(edges=(30, 60), scores=(0, 60, 100)),
        "按档计分（以 30、60 为界；各档依次得 0、60、100 分）",
        "by bands (bands parted at 30, 60; the bands score 0, 60, 100 in turn)",
    ),
    (
        Deduction(per_unit=3, floor=10),
        "按次扣分（每次扣 3 分；从 100 分扣起；最低 10 分）",
        "deduction per case (3 points off for each; starting from 100 points; at least 10 points)",
    ),
    (
        Bands(edges=(30,), scores=(100, 0), closed="right"),
        "按档计分（以 30 为界；各档依次得 100、0 分；正好等于界限的归下一档）",
        "by bands (bands parted at 30; the bands score 100, 0 in turn; an edge belongs to the band below it)",
    ),
    (
        AroundMark(per_unit=0.5, reference=10),
        "围绕基准增减分（每单位 0.5 分；达到基准得 100 分；以 10 为基准）",
        "points above or below a mark (0.5 points for each unit; 100 points at the mark; the mark is 10)",
    ),
    (
        Corridor(low=10, high=20, per_unit_below=1, per_unit_above=2),
        "落在区间内得满分（下限 10；上限 20；低于下限每单位扣 1 分；"
        "高于上限每单位扣 2 分；区间内得 100 分；最低 0 分）",
        "within a corridor (from 10; to 20; 1 points off for each below; 2 points off for each above; "
        "100 points inside; at least 0 points)",
    ),
    (
        PeerRatio(to="mean", cap=120),
        "与本期全体的基准数相比（与平均数相比；最高 120 分）",
        "against a figure of the cohort (held against the mean; at most 120 points)",
    ),
    (
        RankTable(scores=(60, 57)),
        "按名次给分（依名次得 60、57 分）",
        "by rank (the ranks score 60, 57 in turn)",
    ),
    (Direct(), "直接计分（按 0–100 分打分）", "as rated (rated on 0 to 100 points)"),
    (
        PeerMinMax(range=(40, 100)),
        "按本期最高最低折算（折算为 40–100 分）",
        "between the lowest and the highest (scores of 40 to 100 points)",
    ),
    (
        PeerZScore(floor=30, cap=120),
        "按标准分折算（均分 75 分；每差一个标准差 10 分；按总体标准差；最低 30 分；最高 120 分）",
        "by standard score (75 points on average; 10 points for each standard deviation; "
        "the population's standard deviation; at least 30 points; at most 120 points)",
    ),
    (PeerPercentile(), "按百分位折算", "by percentile"),
    (
        Review(groups={"superior": 40, "peers": 60}, minimum={"superior": 1, "peers": 3}),
        "360 度评价结果（评价人占比：上级 40%、同事 60%；按 1–5 分打分；评价人数：上级至少 1 人、"
        "同事至少 3 人；评分全部计入）",
        "360 result (shares of raters: superior 40%, peers 60%; rated on 1 to 5 points; "
        "number of raters: superior 1 or more, peers 3 or more; every rating counts)",
    ),
    (
        Review(groups={"peers": 1}, trim=1),
        "360 度评价结果（评价人占比：同事 100%；按 1–5 分打分；评价人满 6 人时去掉最高、最低各 1 个评分）",
        "360 result (shares of raters: peers 100%; rated on 1 to 5 points; "
        "of 6 raters or more the highest and the lowest 1 are left out)",
    ),
]
"""Every rule with everything that can be set in it, as a banker writes it."""


@pytest.mark.parametrize(("rule", "zh", "en"), SAID)
def test_a_rule_is_said_as_a_banker_writes_it(rule, zh, en):
    said = [rule_words(rule, text_for(lang)) for lang in ("zh", "en")]
    assert said == [zh, en]


def test_every_rule_is_among_those_said():
    assert {type(rule) for rule, _, _ in SAID} == set(RULES.values())


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_has_words_for_all_that_is_set_in_it(rule, lang):
    t = text_for(lang)
    keys = {f"rule-name-{rule.type}"}
    types = get_type_hints(rule)
    for parameter in fields(rule):
        key = f"rule-field-{parameter.name.replace('_', '-')}"
        keys.add(key)
        if get_origin(types[parameter.name]) is Literal:
            keys |= {f"{key}-{word}" for word in get_args(types[parameter.name])}
    assert {key for key in keys if not t.has(key)} == set()
