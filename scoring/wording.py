"""What `scoring` says about a faulty scheme or value, in Chinese and English.

The words stand here and not in the catalogues because this room reads no files.
"""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: dict[str, tuple[str, str]] = {
    "toml": ("方案文件不是有效的 TOML:{detail}。", "The scheme file is not valid TOML: {detail}."),
    "unknown-key": (
        "「{where}」里有不认识的键「{name}」。",
        "Unknown key “{name}” in {where}.",
    ),
    "missing-key": ("「{where}」缺少「{name}」。", "{where} lacks “{name}”."),
    "wrong-type": (
        "「{where}」的「{name}」应为{expected_zh},现为 {value}。",
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
        "指标 {where} 按完成率计分,目标值必须大于 0,现为 {value}。",
        "Indicator {where} is scored by attainment; its target must be above 0, not {value}.",
    ),
    "rule-direction": (
        "指标 {where} 的计分规则与方向不符:{detail_zh}。",
        "The rule of indicator {where} goes against its direction: {detail}.",
    ),
    "rule-parameters": (
        "指标 {where} 的计分规则不成立:{detail_zh}。",
        "The rule of indicator {where} cannot work: {detail}.",
    ),
    "target-needed": (
        "{person} 的指标 {where} 没有目标值,无法按完成率计分;请导入个人目标或在方案中给出目标。",
        "{person} has no target for {where}, which is scored by attainment; "
        "import a personal target or give one in the scheme.",
    ),
    "measurement-target": (
        "{person} 的指标 {where} 目标值为 {value},必须大于 0。",
        "The target of {person} for {where} is {value}; it must be above 0.",
    ),
    "measurement-scale": (
        "{person} 的指标 {where} 数值 {value} 超出 {low}–{high} 的范围。",
        "The value {value} of {person} for {where} is outside the scale {low}–{high}.",
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
        return f"{value:.6g}" if abs(value) < 1e6 else f"{value:,.2f}"
    if isinstance(value, tuple | list):
        return ", ".join(str(v) for v in value)
    return value
