"""The sentences of the checks and what they rest on, (Chinese, English)."""

from __future__ import annotations

_TEXT_ZH, _TEXT_EN = "（以监管原文为准）", " (the regulator's own text prevails)"
_G34 = (
    "银监发〔2012〕34号" + _TEXT_ZH,
    "CBRC Notice 2012 No. 34" + _TEXT_EN,
)
_PRACTICE = ("行业惯例", "Practice")
_INTERNAL = ("计算要求", "Arithmetic")

CITATIONS: dict[str, tuple[str, str]] = {
    "S00": _INTERNAL,
    "W01": _INTERNAL,
    "W02": _G34,
    "W03": _G34,
    "W04": _G34,
    "W05": (
        "银监发〔2012〕34号第五条" + _TEXT_ZH,
        "CBRC Notice 2012 No. 34, art. 5" + _TEXT_EN,
    ),
    "W06": _PRACTICE,
    "W07": _PRACTICE,
    "W08": (
        "银监发〔2012〕34号、银保监办发〔2018〕48号" + _TEXT_ZH,
        "CBRC Notice 2012 No. 34; CBIRC Office Notice 2018 No. 48" + _TEXT_EN,
    ),
    "I01": (
        "银监发〔2012〕34号、银保监办发〔2018〕48号" + _TEXT_ZH,
        "CBRC Notice 2012 No. 34; CBIRC Office Notice 2018 No. 48" + _TEXT_EN,
    ),
    "I02": _G34,
    "I03": _INTERNAL,
    "I04": _INTERNAL,
    "I05": _PRACTICE,
    "A01": _G34,
}

SENTENCES: dict[str, tuple[str, str]] = {
    "S00": ("{text_zh}", "{text_en}"),
    "W01": (
        "各指标权重合计 {total},应为 100。",
        "The weights sum to {total}; they must sum to 100.",
    ),
    "W02": (
        "合规与风险合计 {joint},未明显高于其他类:{other} 类为 {highest},至少应高出 {lead} 个百分点。",
        "Compliance and risk together weigh {joint}, not clearly above the other classes: "
        "{other} weighs {highest} and the lead must be at least {lead} points.",
    ),
    "W03": (
        "从严口径:合规 {compliance}、风险 {risk},应各自高于其他任何一类(最高 {highest})。",
        "Strict reading: compliance ({compliance}) and risk ({risk}) must each outweigh every "
        "other class (highest {highest}).",
    ),
    "W04": (
        "合规与风险合计 {joint},应不低于 {minimum}。",
        "Compliance and risk together weigh {joint}; at least {minimum} is expected.",
    ),
    "W04-zero": (
        "合规 {compliance}、风险 {risk}:两类都应有指标。",
        "Compliance weighs {compliance} and risk {risk}: both classes must be appraised.",
    ),
    "W05": ("五类中缺少:{missing}。", "Of the five classes these are absent: {missing}."),
    "W06": (
        "指标 {where} 权重 {weight},超过 {limit}。",
        "Indicator {where} weighs {weight}, more than {limit}.",
    ),
    "W06-light": (
        "指标 {where} 权重 {weight},低于 {limit},作用有限。",
        "Indicator {where} weighs {weight}, less than {limit}; it will hardly be felt.",
    ),
    "W07": (
        "共有 {count} 项指标,多于 {limit} 项,重点容易分散。",
        "There are {count} indicators, more than {limit}; the focus may be lost.",
    ),
    "W07-few": (
        "只有 {count} 项指标,少于 {limit} 项,难以全面反映工作。",
        "There are only {count} indicators, fewer than {limit}; much of the work goes unseen.",
    ),
    "W08": (
        "指标 {where} 以排名、份额或同业比较为要求,不得使用。",
        "Indicator {where} demands a rank, a share or a comparison with peers; this is not allowed.",
    ),
    "I01": (
        "指标 {where} 考核时点性存贷款规模,不得使用;可改为日均。",
        "Indicator {where} appraises deposit or loan volume at a point in time; "
        "this is not allowed. Use the daily average.",
    ),
    "I02": ("指标 {where} 没有具体目标值。", "Indicator {where} has no concrete target."),
    "I03": (
        "指标 {where} 按完成率计分,目标值为 {value},无法计算。",
        "Indicator {where} is scored by attainment with a target of {value}; this cannot be worked out.",
    ),
    "I04": (
        "指标 {where} 的计分规则与方向不符:{detail_zh}。",
        "The rule of indicator {where} goes against its direction: {detail}.",
    ),
    "I05": (
        "指标 {where} 封顶 {cap},高于 {limit}。",
        "The cap of indicator {where} is {cap}, above {limit}.",
    ),
    "A01": (
        "缺少总行授权(文号、日期、范围),分支机构不得自行制定考评办法。",
        "The head office's authorisation (reference, date, scope) is missing; "
        "a branch may not make its own scheme.",
    ),
}
