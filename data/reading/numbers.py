"""What number a cell means, in the unit of its indicator; nothing that could mean two things is decided."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.reading.text import has_control, plain, without_control

NAN = float("nan")

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
_NUMBER = re.compile(r"^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$")
_GROUPED = re.compile(r"^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$")
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
    fixes: tuple[str, ...] = ()
    missing: str = ""
    held: str = ""


def factor(unit: str, kept: str) -> float | None:
    """What a value in `unit` is multiplied by to be in `kept`; None where they do not go together."""
    if unit == kept:
        return 1.0
    for table in (MONEY, _SHARES):
        if unit in table and kept in table:
            return table[unit] / table[kept]
    return 1.0 if {unit, kept} <= {*COUNTED, ""} else None


def read_number(raw: str, unit: Unit) -> Value:
    """Read one cell of a column with `unit`."""
    fixes: list[str] = []
    if has_control(raw):
        raw = without_control(raw)
        fixes.append("control_characters")
    text = plain(raw)
    if missing := _missing(text):
        return Value(NAN, tuple(fixes), missing)
    if _SHEET_ERROR.match(text):
        return Value(NAN, held="sheet_error")
    if text.startswith("'"):
        text = text[1:].strip()
        fixes.append("leading_apostrophe")
    if _FULL_WIDTH.search(raw):
        fixes.append("fullwidth_digits")
    if "％" in raw:
        fixes.append("fullwidth_percent_sign")
    if _CHINESE.match(text):
        return Value(NAN, held="chinese_numerals")
    text, own = _own_unit(text)
    negative = False
    if match := re.match(r"^\((.+)\)$", text):
        text, inner = _own_unit(match[1].strip())
        own, negative = own or inner, True
        fixes.append("parentheses_negative")
    elif re.match(r"^\d[\d,.]*-$", text):
        text, negative = text[:-1], True
        fixes.append("trailing_minus")
    if text[:1] in "¥$" and len(text) > 1:
        if text[0] == "$":
            return Value(NAN, held="foreign_currency")
        text = text[1:].strip()
        fixes.append("currency_sign")
    text = text.replace(" ", "") if re.match(r"^[+-]?\d{1,3}( \d{3})+(\.\d+)?$", text) else text
    if _GROUPED.match(text):
        text = text.replace(",", "")
        fixes.append("thousands_separator_text")
    elif "," in text and re.match(r"^[+-]?[\d.,]+$", text):
        return Value(NAN, held="thousands_in_doubt")
    if not _NUMBER.match(text):
        return Value(NAN, held="number")
    number = float(text)
    if number in (float("inf"), float("-inf")) or (negative and number < 0):
        return Value(NAN, held="number")
    return _in_kept_unit(-number if negative else number, own, unit, fixes)


def _in_kept_unit(number: float, own: str, unit: Unit, fixes: list[str]) -> Value:
    """Once the digits are read: which unit they are in."""
    kept = unit.kept
    if own == "%":
        fixes.append("percent_text")
    elif own:
        same = not unit.heading or factor(own, unit.heading) == 1.0
        fixes.append("unit_suffix_in_cell_same_unit" if same else "unit_in_cell_differs_from_header")
    named = own or unit.heading or kept
    times = factor(named, kept)
    if times is None:
        return Value(NAN, held="unit_mismatch")
    # Divided where that is exact in decimals: 3.21 / 100 is 0.0321, 3.21 * 0.01 is not.
    value = number / round(1 / times) if times < 1 else number * times
    return Value(round(value, 10) if times != 1 else value, tuple(fixes))


def _own_unit(text: str) -> tuple[str, str]:
    match = _UNIT.match(text)
    return (match[1].strip(), match[2]) if match else (text, "")


def _missing(text: str) -> str:
    if not text:
        return "missing_empty"
    if text in _DASHES:
        return "missing_dash"
    if set(text) <= {"/", "\\"}:
        return "missing_slash"
    if text in _TEXTS:
        return "missing_text"
    return "missing_na" if text.casefold() in _NOT_AVAILABLE else ""
