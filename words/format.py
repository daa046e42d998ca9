"""Numbers and dates as bankers write them."""

from __future__ import annotations

import datetime as dt
import math
from decimal import ROUND_HALF_UP, Decimal

from scoring.periods import Period, parse_period
from scoring.thresholds import LARGEST

DASH = "–"
MINUS = "−"
_NUMERALS = "零一二三四五六七八九"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _fixed(value: float, decimals: int) -> str:
    """So many decimals; what lies exactly halfway goes away from 0, as totals are rounded and as the browser
    writes figures, not to the even neighbour. A minus sign, which is as wide as a digit, not a hyphen."""
    if abs(value) < LARGEST:
        shown = f"{Decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):,f}"
    else:
        shown = f"{value:,.{decimals}f}"
    return shown.replace("-", MINUS)


def number(value: float | None, decimals: int = 2) -> str:
    """Thousands separated, so many decimals; a dash where there is none."""
    return DASH if value is None or math.isnan(value) else _fixed(value, decimals)


def quantity(value: float | None) -> str:
    """A measured value with as many decimals as it has, at most two."""
    if value is None or math.isnan(value):
        return DASH
    return _fixed(value, 0 if float(value).is_integer() else 2)


def plain(value: object) -> str:
    """A value within a sentence about a scheme or a figure: numbers to six significant digits without a
    needless ``.0``, large ones with thousands separated; the rest as it is."""
    if isinstance(value, int) and value < 0:
        return _fixed(value, 0)
    if isinstance(value, float):
        return _fixed(value, 2) if 1e6 <= abs(value) < LARGEST else f"{value:.6g}".replace("-", MINUS)
    return str(value)


def yuan(fen: int | None) -> str:
    """Whole fen as yuan, thousands separated, to the fen; a dash where there is none."""
    return DASH if fen is None else _fixed(fen / 100, 2)


def operand(value: float) -> str:
    """A number within a formula, as a calculator takes it: all its digits up to 4 decimals, more of them
    where it is small; thousands separated."""
    if value == 0 or not abs(value) < LARGEST:
        return number(value, 0)
    decimals = min(max(4, 5 - math.floor(math.log10(abs(value)))), 12)
    return _fixed(value, decimals).rstrip("0").rstrip(".")


def plus(value: float, decimals: int = 2) -> str:
    """What is added or taken away, with its sign: +2.00, −27.39; 0.00 without one."""
    size = _fixed(abs(value), decimals)
    if float(size.replace(",", "")) == 0:
        return size
    return f"{'+' if value > 0 else MINUS}{size}"


def ordinal(count: int, lang: str) -> str:
    """The number of an article, from 1 to 9999, as a regulation writes it: 第二十一条, Article 21."""
    if lang == "en":
        return str(count)
    shown, gap = "", False
    for place, unit in enumerate(("千", "百", "十", "")):
        figure = count // 10 ** (3 - place) % 10
        if figure:
            shown += ("零" if gap and shown else "") + _NUMERALS[figure] + unit
        gap = not figure
    return shown.removeprefix("一") if 10 <= count < 20 else shown


def needed(change: float) -> float:
    """The size of a change that must be reached, rounded away from 0 to two decimals so that it suffices."""
    return math.ceil(abs(change) * 100 - 1e-6) / 100


def percent(share: float | None, decimals: int = 1) -> str:
    """A share of 1 as a percentage."""
    return DASH if share is None or math.isnan(share) else f"{_fixed(100 * share, decimals)}%"


def signed(value: float | None, decimals: int = 2) -> str:
    """▲1.20 or ▼0.35; a dash where nothing changed or nothing is known."""
    if value is None or math.isnan(value) or round(value, decimals) == 0:
        return DASH
    return f"{'▲' if value > 0 else '▼'}{_fixed(abs(value), decimals)}"


def day(date: dt.date, lang: str) -> str:
    """A day in words: 2026年3月31日, or 31 Mar 2026."""
    chinese = f"{date.year}年{date.month}月{date.day}日"
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}" if lang == "en" else chinese


def period(code: str | Period, lang: str) -> str:
    """A period, or its code, in words: 2026-03 → 2026年3月 or Mar 2026; likewise the longer ones."""
    parsed = code if isinstance(code, Period) else parse_period(code)
    year, month = parsed.last_day.year, parsed.last_day.month
    part = (month - 1) // parsed.length + 1
    chinese = {
        "month": f"{year}年{month}月",
        "quarter": f"{year}年{part}季度",
        "half-year": f"{year}年{'上' if part == 1 else '下'}半年",
        "year": f"{year}年",
    }
    english = {
        "month": f"{_MONTHS[month - 1]} {year}",
        "quarter": f"Q{part} {year}",
        "half-year": f"H{part} {year}",
        "year": str(year),
    }
    return (english if lang == "en" else chinese)[parsed.kind]
