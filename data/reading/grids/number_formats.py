"""What people see in a cell that holds a number: percentages, thousands, signs and dates, with every digit.

A format code is that of the spreadsheets (`0.00%`, `#,##0,`, `0!.0,"万"`, `yyyy"年"m"月"`). What it rounds
away is kept, and a number never becomes another one: where a code hides it, the number itself is given.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

BUILT_IN = {
    9: "0%",
    10: "0.00%",
    **dict.fromkeys((*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58), "yyyy-mm-dd"),
    **dict.fromkeys((*range(18, 22), *range(32, 36), 45, 47, 55, 56), "hh:mm:ss"),
    46: "[h]:mm:ss",
}
"""Codes that files name only by number and that change what is read. The currencies among them differ
from country to country, so that their sign says nothing."""

GENERAL = "General"
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>general|g/通用格式|通用格式|常规)|(?P<exponent>[eE][+-])|(?P<digit>[0#?])"
    r"|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<date>am/pm|a/p|上午/下午|[ymdhsgb]+|e+|a{3,})"
    r"|(?P<text>@)|(?P<other>.)",
    re.I | re.S,
)
_CONDITION = re.compile(r"^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$")
_ELAPSED = re.compile(r"^(h+|m+|s+)$", re.I)
_OWN_SIGNS = {"cny", "rmb", "cn¥", "cn￥"}
_SCALES = ("千", "百万", "万", "亿", "k", "m")
_UNSEEN = re.compile(r"^[^\w%‰¥￥$€£]+|[^\w%‰¥￥$€£]+$")
_LAST_SERIAL = 2_958_466
_LONGEST_CODE = 500


class Shown(NamedTuple):
    """The text for a number; and by which power of ten less people see where no unit tells them so."""

    text: str
    power: int = 0


@dataclass(frozen=True)
class Section:
    """One part of a code: what stands before and behind the digits, by which power of ten less is shown
    (percent: −2), how many digits are shown at least, and literals among the digits (from the right)."""

    kind: str
    condition: tuple[str, float] | None = None
    prefix: str = ""
    suffix: str = ""
    power: int = 0
    digits: int = 0
    among: tuple[tuple[int, str], ...] = ()


def code_of(number: int, own: Mapping[int, str]) -> str:
    """The code of a format's number: the file's own, else what every spreadsheet knows."""
    return own.get(number) or BUILT_IN.get(number, GENERAL)


def is_plain(code: str) -> bool:
    """Whether the code leaves every number as it is."""
    return all(s == Section("number", s.condition) for s in sections(code))


def plain_number(value: float) -> str:
    """A number with all its digits, whole ones without a point."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def shown(value: float, code: str, *, since_1904: bool = False) -> Shown:
    """The text that stands for `value` in a cell with the format `code`.

    Percentages and scaled units are written out with all digits (`88.12345678%`, `123.4567万`). Where
    only thousands are shown and no unit says so, the whole number is given, and by which power of ten less
    people see. Dates are ISO.
    """
    section = _section(value, sections(code))
    if section.kind in ("date", "time", "elapsed"):
        return Shown(_date(value, section.kind, since_1904))
    if section.kind != "number" or value != value or abs(value) > 1e20:
        return Shown(plain_number(value))
    start = section.prefix + ("-" if value < 0 else "")
    if section.among and value.is_integer():
        return Shown(start + _among(int(abs(value)), section) + section.suffix)
    untold = section.power > 0 and not section.suffix.casefold().startswith(_SCALES)
    digits = _digits(value, 0 if untold else section.power, section.digits)
    return Shown(start + digits + section.suffix, section.power if untold else 0)


@lru_cache(maxsize=2_000)
def sections(code: str) -> tuple[Section, ...]:
    """The parts of a code, in their order."""
    if len(code) > _LONGEST_CODE:
        return (Section("number"),)
    parts, start = [], 0
    for match in _TOKEN.finditer(code):
        if match["other"] == ";":
            parts.append(code[start : match.start()])
            start = match.end()
    parts.append(code[start:])
    return tuple(_parsed(part) for part in parts[:4])


def _parsed(part: str) -> Section:
    before = run = ""
    condition = None
    zeros = places = commas = percents = behind_point = 0
    point = dated = elapsed = clock = general = False
    among: list[tuple[int, str]] = []
    for match in _TOKEN.finditer(part):
        literal = match["quoted"] or match["escaped"] or ""
        if match["bracket"] is not None:
            inner = match["bracket"]
            if found := _CONDITION.match(inner):
                condition = (found[1], float(found[2]))
            elif inner.startswith("$"):
                literal = inner[1:].split("-")[0]
            elif _ELAPSED.match(inner):
                elapsed = True
        if match["date"]:
            dated = True
            clock |= match["date"].lower()[0] in "hs"
        elif match["digit"]:
            if "/" in run and places:
                return Section("number", condition)  # A fraction.
            if run.strip() and places:
                among.append((places, run))
            elif run:
                before += run
            run = ""
            places += 1
            behind_point += point
            zeros += match["digit"] == "0" and not point
            if not point:
                commas = 0  # Between digits a comma only groups them.
        elif match["general"]:
            general, before, run = True, before + run, ""
            places += 1
        elif match["point"]:
            point = True
        elif match["comma"]:
            commas += 1 if places else 0
        elif match["percent"]:
            percents += 1
            run += "%"
        elif match["exponent"] or match["text"]:
            return Section("number", condition)
        else:
            run += literal or match["other"] or ""
    if dated or elapsed:
        whole = re.search(r"[yd]", _bare(part), re.I) or not clock
        return Section("elapsed" if elapsed else "date" if whole else "time", condition)
    if not places:
        return Section("number", condition)
    power = 3 * commas - 2 * percents
    literal_point = [at for at, text in among if text == "."]
    if not point and len(among) == 1 and literal_point:
        power += places - literal_point[0]
        among = []
    elif point or power or general:
        among = []
    from_right = tuple((places - at, text) for at, text in among)
    digits = zeros if zeros > 1 and zeros == places - behind_point else 0
    return Section("number", condition, _seen(before), _seen(run), power, digits, from_right)


def _bare(part: str) -> str:
    """The code without literals."""
    return "".join(m["date"] or "" for m in _TOKEN.finditer(part))


def _seen(literal: str) -> str:
    """Words and signs; brackets, arrows and blanks only dress a number whose sign is known."""
    text = _UNSEEN.sub("", literal)
    return "" if text.casefold() in _OWN_SIGNS else text


def _section(value: float, parts: tuple[Section, ...]) -> Section:
    conditioned = [p for p in parts if p.condition is not None]
    if conditioned:
        for part in parts:
            if part.condition is None or _holds(value, *part.condition):
                return part
        return Section("number")
    if value < 0 and len(parts) > 1:
        return parts[1]
    return parts[2] if value == 0 and len(parts) > 2 else parts[0]


def _holds(value: float, sign: str, limit: float) -> bool:
    return {
        "<": value < limit,
        "<=": value <= limit,
        ">": value > limit,
        ">=": value >= limit,
        "=": value == limit,
        "<>": value != limit,
    }[sign]


def _digits(value: float, power: int, least: int) -> str:
    """All digits without a sign, of `value` divided by ten to the `power`."""
    text = format(Decimal(repr(abs(value))).scaleb(-power), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if "." in text else text.zfill(least)


def scaled(value: float, power: int) -> str:
    """`value` divided by ten to the `power`, with all digits."""
    return ("-" if value < 0 else "") + _digits(value, power, 0)


def _among(number: int, section: Section) -> str:
    """Digits with literals among them, as in `0000"年"00"月"`."""
    text = str(number)
    for at, literal in sorted(section.among):
        shift = sum(len(t) for a, t in section.among if a < at)
        text = text.zfill(at + shift + 1)
        text = text[: len(text) - at - shift] + literal + text[len(text) - at - shift :]
    return text


def _date(value: float, kind: str, since_1904: bool) -> str:
    if not 0 <= value < _LAST_SERIAL or value != value:
        return plain_number(value)
    if kind == "elapsed" or (kind == "time" and value < 1):
        seconds = round(value * 86_400)
        return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    # The spreadsheets of 1900 count a 29 February that never was.
    epoch = dt.datetime(1904, 1, 1) if since_1904 else dt.datetime(1899, 12, 30 if value >= 60 else 31)
    try:
        moment = epoch + dt.timedelta(seconds=round(value * 86_400))
    except OverflowError:
        return plain_number(value)
    return moment.date().isoformat() if moment.time() == dt.time() else moment.isoformat(" ")
