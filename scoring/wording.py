"""What `scoring` says about a faulty scheme or value, in Chinese and English.

The words stand here and not in the catalogues because this room reads no files.
"""

from __future__ import annotations

from collections.abc import Mapping

from scoring.thresholds import LARGEST

SENTENCES: dict[str, tuple[str, str]] = {
    "toml": ("方案文件不是有效的 TOML:{detail}。", "The scheme file is not valid TOML: {detail}."),
    "unknown-key": (
        "「{where}」里有不认识的键「{name}」。",
        "Unknown key “{name}” in {where}.",
    ),
    "missing-key": ("「{where}」缺少「{name}」。", "{where} lacks “{name}”."),
    "wrong-type": (
        "「{where}」的「{name}」应为{expected},现为 {value}。",
        "“{name}” of {where} must be {expected}, not {value}.",
    ),
    "not-one-of": (
        "「{where}」的「{name}」不能是 {value};可选:{choices}。",
        "“{name}” of {where} cannot be {value}; choose one of {choices}.",
    ),
    "out-of-range": (
        "「{where}」的「{name}」为 {value},应在 {low} 到 {high} 之间。",
        "“{name}” of {where} is {value}; it must lie between {low} and {high}.",
    ),
    "weight-missing": ("指标 {where} 没有权重。", "Indicator {where} has no weight."),
    "weight-negative": (
        "指标 {where} 的权重 {value} 为负数。",
        "The weight of indicator {where} is negative ({value}).",
    ),
    "weight-sum": (
        "各指标权重合计为 {total},应为 100。",
        "The weights sum to {total}; they must sum to 100.",
    ),
    "no-indicators": ("方案里没有指标。", "The scheme has no indicators."),
    "duplicate-indicator": (
        "指标 {where} 出现了两次。",
        "Indicator {where} stands in the scheme twice.",
    ),
    "duplicate-grade": ("等级 {where} 出现了两次。", "Grade {where} stands in the scheme twice."),
    "grade-order": (
        "等级应从高到低排列:{where} 的起点 {value} 不低于前一等级。",
        "Grades must run from the best down: {where} starts at {value}, not below the one before.",
    ),
    "unknown-class": (
        "指标 {where} 的类别「{value}」不在方案的类别中:{choices}。",
        "Indicator {where} is in class “{value}”, which is not one of {choices}.",
    ),
    "unknown-indicator": (
        "方案里没有指标 {where}。",
        "The scheme has no indicator {where}.",
    ),
    "veto-grade": (
        "否决后的最高等级「{value}」不在等级表中。",
        "The grade “{value}” of the veto is not one of the scheme's grades.",
    ),
    "target-positive": (
        "指标 {where} 按完成率计分,目标值必须大于 0,现为 {value};目标为零或为负时,请改用分段规则(piecewise)"
        "直接按数值计分,或换一个大于 0 的基数。",
        "Indicator {where} is scored by attainment; its target must be above 0, not {value}. "
        "For a target of 0 or below, score the value itself by a piecewise rule, or take another base.",
    ),
    "not-finite": (
        "「{where}」的「{name}」不是数,或大得不可能是真实数值。",
        "“{name}” of {where} is no number, or too large to be meant.",
    ),
    "rule-direction": (
        "指标 {where} 的计分规则与方向不符:{detail}。",
        "The rule of indicator {where} goes against its direction: {detail}.",
    ),
    "rule-parameters": (
        "指标 {where} 的计分规则不成立:{detail}。",
        "The rule of indicator {where} cannot work: {detail}.",
    ),
    "target-none": (
        "指标 {where} 按完成率计分,方案没有给出目标值,也没有人有大于 0 的个人目标;请导入个人目标,"
        "或在方案中给出目标。计划为零或为负时,请改用分段规则(piecewise)直接按数值计分,"
        "或换一个大于 0 的基数。",
        "Indicator {where} is scored by attainment, but the scheme gives no target and nobody has one "
        "above 0; import personal targets or give one in the scheme. For a plan of 0 or below, score the "
        "value itself by a piecewise rule, or take another base.",
    ),
    "target-needed": (
        "{person} 的指标 {where} 没有目标值,无法按完成率计分,按缺数据处理;"
        "请导入个人目标,或在方案中给出目标。",
        "{person} has no target for {where}, which is scored by attainment, so it counts as missing; "
        "import a personal target or give one in the scheme.",
    ),
    "measurement-target": (
        "{person} 的指标 {where} 目标值为 {value},按完成率计分须大于 0,本项按缺数据处理;计划为零或为负时,"
        "请改用分段规则(piecewise)直接按数值计分,或换一个大于 0 的基数。",
        "The target of {person} for {where} is {value}; attainment needs one above 0, so it counts as "
        "missing. For a plan of 0 or below, score the value itself by a piecewise rule, or take another "
        "base.",
    ),
    "measurement-scale": (
        "{person} 的指标 {where} 数值 {value} 超出 {low}–{high} 的范围,未计入,按缺数据处理。",
        "The value {value} of {person} for {where} is outside the scale {low}–{high}; "
        "it was left out and counts as missing.",
    ),
    "measurement-large": (
        "{person} 的指标 {where} 出现 {value} 这样大的数,不可能是真实数值,未计入,按缺数据处理。",
        "{person} has the figure {value} for {where}, too large to be meant; "
        "it was left out and counts as missing.",
    ),
    "measurement-infinite": (
        "{person} 的指标 {where} 不是有限的数。",
        "The value of {person} for {where} is not a finite number.",
    ),
    "measurement-shape": (
        "{where} 的形状是 {value},应为 {expected}。",
        "{where} has shape {value}; it must be {expected}.",
    ),
    "measurement-duplicate": ("{where} 出现了两次。", "{where} stands in the measurements twice."),
    "locked-too-high": (
        "锁定和指定的权重合计 {total},已超过 100。",
        "The locked and set weights sum to {total}, which is more than 100.",
    ),
    "nothing-to-move": (
        "其余权重都已锁定,无法把合计保持在 100(现为 {total})。",
        "Every other weight is locked, so the sum cannot be kept at 100 (it would be {total}).",
    ),
    "weight-bounds": (
        "指标 {where} 的权重 {value} 超出 {low}–{high} 的范围。",
        "The weight {value} of indicator {where} is outside its bounds {low}–{high}.",
    ),
    "bounds-no-room": (
        "在各自的上下限内,其余权重合计只能在 {low} 到 {high} 之间,凑不出 {left}。",
        "Within their bounds the other weights can sum to {low}–{high}, not to {left}.",
    ),
    "criteria-names": (
        "名称有 {given} 个,应为 {count} 个且互不相同。",
        "There are {given} names; there must be {count} different ones.",
    ),
    "matrix-shape": (
        "表格的形状是 {shape},至少要有两行两列数字。",
        "The table has shape {shape}; it needs at least two rows and two columns of figures.",
    ),
    "figure-large": (
        "{value} 这样大的数不可能是真实数值,无法分析。",
        "{value} is too large to be meant; it cannot be analysed.",
    ),
    "matrix-gap": (
        "第 {row} 行「{where}」没有数字。",
        "Row {row} has no figure for “{where}”.",
    ),
    "judgements-shape": (
        "判断矩阵须为方阵,现为 {shape}。",
        "Judgements must form a square matrix, not {shape}.",
    ),
    "judgement-positive": (
        "判断「{where}」为 {value},必须大于 0。",
        "The judgement {where} is {value}; it must be above 0.",
    ),
    "judgement-reciprocal": (
        "判断「{where}」为 {value},反过来却是 {other},二者应互为倒数。",
        "The judgement {where} is {value} but {other} the other way round; they must be reciprocal.",
    ),
    "judgements-unlinked": (
        "判断太少:有的指标没有和其他指标比较过,无法得出权重。",
        "Too few judgements: some criteria are not linked to the others, so there are no weights.",
    ),
    "best-worst-shape": (
        "最优比较有 {best} 项,最劣比较有 {worst} 项,应一样多且不少于两项。",
        "There are {best} comparisons with the best and {worst} with the worst; "
        "they must be as many, at least two.",
    ),
    "best-worst-below-one": (
        "「{where}」的比较小于 1:最优不会不如其他,其他也不会不如最劣。",
        "A comparison of “{where}” is below 1: nothing is above the best or below the worst.",
    ),
    "best-worst-no-one": (
        "最优与自身、最劣与自身的比较应为 1,现在没有。",
        "The best compared with itself, and the worst with itself, must be 1; none is.",
    ),
    "entropy-negative": (
        "第 {row} 行「{where}」为 {value};熵权法不能用负数。",
        "Row {row} of “{where}” is {value}; entropy weights need values of 0 or more.",
    ),
    "no-variation": (
        "所有指标上大家都一样,数据不能说明权重。",
        "All are alike on every criterion; the data say nothing about weights.",
    ),
    "no-conflict": (
        "各指标的排序完全一致,没有冲突可供赋权。",
        "All criteria order everybody alike; there is no conflict to weigh.",
    ),
    "points-negative": (
        "分数不能为负、不能缺,且不能全为 0。",
        "Points must not be negative or missing, and not all of them 0.",
    ),
    "scores-incomplete": (
        "有缺失的得分,无法分析;请先剔除或补齐。",
        "Some scores are missing; leave those people out or complete them first.",
    ),
    "geometric-no-lines": (
        "几何加权的总分不随权重直线变化,不能作此分析。",
        "Geometric totals do not move in straight lines with a weight; this analysis does not apply.",
    ),
    "too-few-ranked": (
        "只有 {count} 人参加排名,至少要两人。",
        "Only {count} people are ranked; there must be two.",
    ),
    "top-range": (
        "前 {value} 名:应在 1 到 {count} 之间(不含 {count})。",
        "The first {value}: choose at least 1 and fewer than the {count} people.",
    ),
    "flip-not-ahead": (
        "排在前面的人并没有领先。",
        "The upper person is not ahead.",
    ),
    "ratings-none": ("没有评分。", "There are no ratings."),
    "ratings-unconnected": (
        "评价人与被评价人分成互不相连的几组,宽严无法比较。",
        "Raters and ratees fall into groups that share nobody; their strictness cannot be compared.",
    ),
    "ratings-too-few": (
        "只有 {ratees} 人、{raters} 位评价人的评分完整,各至少要两个。",
        "Only {ratees} people and {raters} raters have complete ratings; there must be two of each.",
    ),
    "look-ahead": (
        "「{where}」{known} 才知道,不能用于 {decided} 的考核:后来的结果只能用来检验,不能当作输入。",
        "“{where}” became known on {known} and cannot enter a decision of {decided}; "
        "a later outcome can test a score but not be part of it.",
    ),
    "outcome-too-early": (
        "结果的日期 {outcome} 不晚于考核日 {decided},不能用来检验。",
        "The outcome of {outcome} is not later than the decision of {decided}; it cannot test it.",
    ),
    "rule-fault-floor-cap": ("保底须低于封顶", "the floor must be below the cap"),
    "rule-fault-zero-below-negative": ("zero_below 不能为负", "zero_below cannot be negative"),
    "rule-fault-points-few": ("分段规则至少要两个点", "piecewise needs at least two points"),
    "rule-fault-points-order": ("各点的 x 须从小到大", "the points' x must ascend"),
    "rule-fault-points-thrice": ("同一 x 最多出现两次", "an x may stand twice at the most"),
    "rule-fault-bands-scores": ("分档的得分应比界限多一个", "bands need one more score than edges"),
    "rule-fault-bands-order": ("分档界限须从小到大", "the edges must ascend"),
    "rule-fault-per-unit": ("per_unit 须大于 0", "per_unit must be above 0"),
    "rule-fault-floor-start": ("保底须低于起始分", "the floor must be below the start"),
    "rule-fault-scale-order": ("scale 须从小到大", "the scale must ascend"),
    "rule-fault-range-order": ("range 须从小到大", "the range must ascend"),
    "rule-fault-sd": ("sd 须大于 0", "sd must be above 0"),
    "rule-fault-ddof": ("ddof 只能是 0 或 1", "ddof must be 0 or 1"),
    "rule-fault-rater-weights": ("评价人组权重须为正", "the rater groups' weights must be positive"),
    "rule-fault-trim": ("trim 只能是 0 或 1", "trim must be 0 or 1"),
    "rule-fault-scores-fall": ("越高越好，得分却下降", "higher is better, yet the scores fall"),
    "rule-fault-scores-rise": ("越低越好，得分却上升", "lower is better, yet the scores rise"),
    "rule-fault-zero-below-lower": (
        "zero_below（完成率低于此数只记保底分）只用于越高越好的指标；越低越好的指标请改用分段规则（piecewise），"
        "写明从哪个数值起记零分",
        "zero_below leaves only the floor to whoever attains too little and fits where higher is better; "
        "where lower is better, use a piecewise rule that says from which value on the score is 0",
    ),
    "rule-fault-deduction-higher": (
        "扣分规则只用于越低越好的指标",
        "a deduction fits only where lower is better",
    ),
    "rule-fault-rated-lower": (
        "直接计分只用于越高越好的指标",
        "a direct score fits only where higher is better",
    ),
    "expected-number": ("数字", "a number"),
    "expected-integer": ("整数", "a whole number"),
    "expected-text": ("文字", "text"),
    "expected-table": ("表", "a table"),
    "expected-list": ("列表", "a list"),
    "expected-date": ("日期", "a date"),
}

_FULL_WIDTH = str.maketrans({",": "\uff0c", ";": "\uff1b", ":": "\uff1a", "(": "\uff08", ")": "\uff09"})


def sentence(key: str, lang: str, params: Mapping[str, object]) -> str:
    """The sentence `key` in `lang` ("zh" or "en") with its figures put in.

    Raises
    ------
    KeyError : for a key that is not in the table.
    """
    return fill(SENTENCES[key], lang, params)


def fill(pair: tuple[str, str], lang: str, params: Mapping[str, object]) -> str:
    """Put figures into a (Chinese, English) pair of templates; numbers lose a needless ``.0``."""
    chinese, english = pair
    template = english if lang == "en" else chinese.translate(_FULL_WIDTH)
    return template.format_map({name: _plain(value) for name, value in params.items()})


def _plain(value: object) -> object:
    if isinstance(value, float):
        return f"{value:,.2f}" if 1e6 <= abs(value) < LARGEST else f"{value:.6g}"
    if isinstance(value, tuple | list):
        return ", ".join(str(v) for v in value)
    return value
