"""What number a cell means, in the unit of its indicator; nothing that could mean two things is decided."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from data.reading.rules import Rule
from data.reading.values.text import has_control, plain, without_control

NAN = float("nan")
LARGEST, SMALLEST = 1e15, 1e-12
"""No branch has amounts above, and no share is below; what lies outside is a slip of some machine."""

MONEY = {"元": 1.0, "千元": 1e3, "万元": 1e4, "万": 1e4, "百万元": 1e6, "百万": 1e6, "亿元": 1e8, "亿": 1e8}
_SHARES = {"1": 1.0, "%": 0.01, "‰": 0.001, "bp": 0.0001}
COUNTED = ("户", "张", "笔", "个", "人", "次", "件", "家", "天", "分", "台", "份", "条")

_DASHES = {"-", "—", "–", "--", "——", "---", "―"}
_TEXTS = {
    "暂无",
    "无",
    "无数据",
    "未报",
    "未上报",
    "待补",
    "待报",
    "缺",
    "缺失",
    "不详",
    "空",
    "未填",
    "暂缺",
    "不适用",
}
_NOT_AVAILABLE = {"n/a", "na", "#n/a", "nan", "null", "none", "nil", "n.a."}
_SHEET_ERROR = re.compile(r"^#(div/0!|value!|ref!|name\?|num!|null!)$", re.I)
_CHINESE = re.compile(
    r"^[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+(点[〇零一二三四五六七八九]+)?$"
)
_NUMBER = re.compile(r"^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$", re.A)
_GROUPED = re.compile(r"^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$", re.A)
_UNIT = re.compile(
    r"^(.*?\d\.?)\s*(千元|百万元|万元|亿元|百万|万|亿|元|%|‰|bp|[户张笔个人次件家天分台份条])$"
)
_FULL_WIDTH = re.compile(r"[０-９．，－＋（）]")


@dataclass(frozen=True)
class Unit:
    """How a column is read: the unit that values are kept in, and the one that the heading names."""

    kept: str
    heading: str = ""

    @property
    def fits(self) -> bool:
        """Whether the heading's unit can be turned into the one that is kept."""
        return not self.heading or factor(self.heading, self.kept) is not None


@dataclass(frozen=True)
class Value:
    """A number (NaN: missing or held back), what to tell of it, and whether it is held back."""

    number: float
    fixes: tuple[Rule, ...] = ()
    missing: Rule | None = None
    held: Rule | None = None


def factor(unit: str, kept: str) -> float | None:
    """What a value in `unit` is multiplied by to be in `kept`; None where they do not go together."""
    if unit == kept:
        return 1.0
    for table in (MONEY, _SHARES):
        if unit in table and kept in table:
            return table[unit] / table[kept]
    return 1.0 if {unit, kept} <= {*COUNTED, ""} else None


def usual_size(number: float) -> bool:
    """Whether a measured value can be as large or as small as this; nought can."""
    return number == 0 or SMALLEST <= abs(number) <= LARGEST


def meanings(raw: str) -> tuple[str, ...]:
    """What a number with commas in odd places could mean: each as a text with a decimal point only."""
    text = plain(raw)
    parts = [text.replace(",", "")]
    if text.count(",") == 1:
        parts.append(text.replace(".", "").replace(",", "."))
    return tuple(dict.fromkeys(p for p in parts if p.count(".") <= 1))


def read_number(raw: str, unit: Unit) -> Value:
    """Read one cell of a column with `unit`."""
    fixes: list[Rule] = []
    if has_control(raw):
        raw = without_control(raw)
        fixes.append(Rule.CONTROL_CHARACTERS)
    text = plain(raw)
    if missing := _missing(text):
        return Value(NAN, tuple(fixes), missing)
    if _SHEET_ERROR.match(text):
        return Value(NAN, held=Rule.SHEET_ERROR)
    if text.startswith("'"):
        text = text[1:].strip()
        fixes.append(Rule.LEADING_APOSTROPHE)
    if _FULL_WIDTH.search(raw):
        fixes.append(Rule.FULLWIDTH_DIGITS)
    if "％" in raw:
        fixes.append(Rule.FULLWIDTH_PERCENT_SIGN)
    if _CHINESE.match(text):
        return Value(NAN, held=Rule.CHINESE_NUMERALS)
    text, own = _own_unit(text)
    negative = False
    if match := re.match(r"^\((.+)\)$", text):
        text, inner = _own_unit(match[1].strip())
        own, negative = own or inner, True
        fixes.append(Rule.PARENTHESES_NEGATIVE)
    elif re.match(r"^\d[\d,.]*-$", text):
        text, negative = text[:-1], True
        fixes.append(Rule.TRAILING_MINUS)
    if text[:1] in "¥$" and len(text) > 1:
        if text[0] == "$":
            return Value(NAN, held=Rule.FOREIGN_CURRENCY)
        text = text[1:].strip()
        fixes.append(Rule.CURRENCY_SIGN)
    text = text.replace(" ", "") if re.match(r"^[+-]?\d{1,3}( \d{3})+(\.\d+)?$", text) else text
    if _GROUPED.match(text):
        text = text.replace(",", "")
        fixes.append(Rule.THOUSANDS_SEPARATOR_TEXT)
    elif "," in text and re.match(r"^[+-]?[\d.,]+$", text):
        return Value(NAN, held=Rule.THOUSANDS_IN_DOUBT)
    if not _NUMBER.match(text) or any(unicodedata.category(c) == "No" for c in raw):
        return Value(NAN, held=Rule.NUMBER)  # ② and ² are no digits
    number = float(text)
    if negative and number < 0:
        return Value(NAN, held=Rule.NUMBER)
    if not usual_size(number):
        return Value(NAN, held=Rule.NUMBER_OUT_OF_RANGE)
    return _in_kept_unit(-number if negative else number, own, unit, fixes)


def _in_kept_unit(number: float, own: str, unit: Unit, fixes: list[Rule]) -> Value:
    """Once the digits are read: which unit they are in."""
    kept = unit.kept
    if own == "%":
        fixes.append(Rule.PERCENT_TEXT)
    elif own:
        same = not unit.heading or factor(own, unit.heading) == 1.0
        fixes.append(Rule.UNIT_SUFFIX_IN_CELL_SAME_UNIT if same else Rule.UNIT_IN_CELL_DIFFERS_FROM_HEADER)
    named = own or unit.heading or kept
    times = factor(named, kept)
    if times is None:
        return Value(NAN, held=Rule.UNIT_MISMATCH)
    # Divided where that is exact in decimals: 3.21 / 100 is 0.0321, 3.21 * 0.01 is not.
    value = number / round(1 / times) if times < 1 else number * times
    value = round(value, 10) if times != 1 else value
    return Value(value + 0.0, tuple(fixes))  # + 0.0: minus nought is nought


def _own_unit(text: str) -> tuple[str, str]:
    match = _UNIT.match(text)
    return (match[1].strip(), match[2]) if match else (text, "")


def _missing(text: str) -> Rule | None:
    if not text:
        return Rule.MISSING_EMPTY
    if text in _DASHES:
        return Rule.MISSING_DASH
    if set(text) <= {"/", "\\"}:
        return Rule.MISSING_SLASH
    if text in _TEXTS:
        return Rule.MISSING_TEXT
    return Rule.MISSING_NA if text.casefold() in _NOT_AVAILABLE else None
