"""A year as twelve months, with what each day is written into it."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, tostring

import streamlit as st

from documents.paper.markup import element


@dataclass(frozen=True)
class Mark:
    """What a day is marked with: its look (``off`` or ``working``), the sign on it, and what it means."""

    look: str
    sign: str
    meaning: str


def show(
    year: int,
    month_name: Callable[[int], str],
    weekdays: Sequence[str],
    mark: Callable[[dt.date], Mark | None],
    today: dt.date,
) -> None:
    """Draw the year: a table a month, its days under `weekdays` (seven, from Monday)."""
    months = [_month(year, month, month_name(month), weekdays, mark, today) for month in range(1, 13)]
    st.html(tostring(element("div", {"class": "months"}, *months), encoding="unicode", method="html"))


def _month(
    year: int,
    month: int,
    name: str,
    weekdays: Sequence[str],
    mark: Callable[[dt.date], Mark | None],
    today: dt.date,
) -> Element:
    head = element("tr", None, *(element("th", {"scope": "col"}, day) for day in weekdays))
    weeks = calendar.Calendar().monthdatescalendar(year, month)
    rows = [element("tr", None, *(_day(day, month, mark, today) for day in week)) for week in weeks]
    return element(
        "table",
        None,
        element("caption", None, name),
        element("thead", None, head),
        element("tbody", None, *rows),
    )


def _day(day: dt.date, month: int, mark: Callable[[dt.date], Mark | None], today: dt.date) -> Element:
    if day.month != month:
        return element("td")
    found = mark(day)
    looks = [found.look] if found else ["weekend"] if day.weekday() >= calendar.SATURDAY else []
    attributes = {"class": " ".join([*looks, *(["today"] if day == today else [])])}
    if found is None:
        return element("td", attributes, element("span", None, str(day.day)))
    said = element("abbr", {"title": found.meaning}, found.sign)
    return element("td", attributes | {"title": found.meaning}, element("span", None, str(day.day), said))
