"""The state's notice of a year's holidays, as pasted: which days are off, and which are worked for them.

Two ways of writing, which may be mixed: the notice (``二、春节：2月15日至23日放假，共9天。``,
then ``2月14日上班。``), and a line a span (``2027-02-05..2027-02-12 休 春节``, ``2027-02-14 working 春节``).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from data.reading.values.text import plain
from scoring.errors import Fault

OFF, WORKING, USUAL = "off", "working", "usual"
LONGEST = 31
"""Days of one span; more are a slip."""
_ENGLISH = {
    "元旦": "New Year's Day",
    "春节": "Spring Festival",
    "清明节": "Qingming Festival",
    "劳动节": "Labour Day",
    "端午节": "Dragon Boat Festival",
    "中秋节": "Mid-Autumn Festival",
    "国庆节": "National Day",
}
_FIRST = r"(?:(?P<y1>\d{4})\s*[-/.年]\s*)?(?P<m1>\d{1,2})\s*[-/.月]\s*(?P<d1>\d{1,2})\s*[日号]?"
_LAST = r"(?:(?:(?P<y2>\d{4})\s*[-/.年]\s*)?(?P<m2>\d{1,2})\s*[-/.月]\s*)?(?P<d2>\d{1,2})\s*[日号]?"
_SPAN = re.compile(rf"{_FIRST}(?:\s*(?:\.\.|至|到|[-~–—])\s*{_LAST})?")
_KIND = re.compile(
    r"(?P<off>放假|(?<!\w)(?:休|off)(?!\w))|(?P<working>上班|(?<!\w)(?:班|working)(?!\w))", re.I
)
_HEADING = re.compile(r"^[一二三四五六七八九十]+、\s*(?P<name>[^:]+):")
_ASIDE = re.compile(r"\([^()]*\)")
_NO_NAME = re.compile(r"调休|,?\s*共\s*\d+\s*天.*|与周末连休")


class HolidayDay(NamedTuple):
    """A day that is off or worked, and for which holiday."""

    day: dt.date
    kind: str
    name: str
    name_en: str


class Holidays(NamedTuple):
    """What was read, by day, and what is wrong with it (``where`` the number of the line)."""

    days: tuple[HolidayDay, ...]
    faults: tuple[Fault, ...]


def read(text: str, year: int) -> Holidays:
    """The days of `year` that `text` says; what is prose in it is passed over."""
    found: dict[dt.date, HolidayDay] = {}
    faults: list[Fault] = []
    for number, line in enumerate(text.splitlines(), start=1):
        for one in _line(plain(line), year):
            if isinstance(one, Fault):
                faults.append(Fault(one.key, str(number), one.params))
            elif found.setdefault(one.day, one).kind != one.kind:
                faults.append(Fault("holiday-twice", str(number), {"day": one.day}))
    return Holidays(tuple(found[day] for day in sorted(found)), tuple(faults))


def _line(line: str, year: int) -> Iterator[HolidayDay | Fault]:
    line = _ASIDE.sub("", line)
    heading = _HEADING.match(line)
    holiday = heading["name"].strip() if heading else ""
    for sentence in re.split(r"[。;]", line[heading.end() if heading else 0 :]):
        spans, kind = list(_SPAN.finditer(sentence)), _KIND.search(sentence)
        if kind is None:
            if any(int(span["y1"] or year) == year for span in spans):
                yield Fault("holiday-no-kind", params={"text": sentence.strip()})
            continue
        said = sentence.strip()
        # A notice speaks of holidays in prose, too; a line that begins so was meant to name days.
        if not spans and _KIND.match(said):
            yield Fault("holiday-no-day", params={"text": said})
        if spans and re.search(r"\d", _SPAN.sub("", sentence[: kind.start()])):
            yield Fault("holiday-unread", params={"text": said})
            continue
        names = _names(holiday or _NO_NAME.sub("", _SPAN.sub("", sentence[kind.end() :])))
        for span in spans:
            yield from _span(span, year, str(kind.lastgroup), names)


def _names(text: str) -> tuple[str, str]:
    """A holiday's name in Chinese and English; the English one may stand behind a slash."""
    name, _, english = (part.strip(" ,、") for part in text.partition("/"))
    known = [_ENGLISH.get(part, part) for part in re.split("[、和]", name)]
    return name, english or " and ".join(known)


def _span(span: re.Match[str], year: int, kind: str, names: tuple[str, str]) -> Iterator[HolidayDay | Fault]:
    said = {"text": span[0].strip()}
    first = _day(int(span["y1"] or year), int(span["m1"]), int(span["d1"]))
    last = first
    if first and span["d2"]:
        last = _day(int(span["y2"] or first.year), int(span["m2"] or first.month), int(span["d2"]))
    if first is None or last is None:
        yield Fault("holiday-not-a-day", params=said)
    elif (first.year, last.year) != (year, year):
        yield Fault("holiday-other-year", params={**said, "year": str(year)})
    elif not 0 <= (last - first).days < LONGEST:
        yield Fault("holiday-span", params={**said, "most": LONGEST})
    elif not names[0]:
        yield Fault("holiday-no-name", params=said)
    else:
        for k in range((last - first).days + 1):
            day = first + dt.timedelta(days=k)
            if kind == WORKING and day.weekday() < 5:
                yield Fault("holiday-worked-anyway", params={"day": day})
            else:
                yield HolidayDay(day, kind, *names)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
