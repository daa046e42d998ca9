"""The text that stands in a grid for a number of a workbook."""

from __future__ import annotations

import re
from itertools import islice

from data.reading.grids.grid import Builder
from data.reading.grids.number_formats import is_plain, plain_number, scaled, shown
from data.reading.values.numbers import MONEY

_UNIT = re.compile(r"(?:^|[(（\[【:：]|\D)(千元|百万元|百万|万元|万|亿元|亿|元)[)）\]】]?\s*$")
_TITLE_UNIT = re.compile(r"单位\s*[:：]?\s*[(（]?(千元|百万元|百万|万元|万|亿元|亿|元)")
_SEARCHED = 40


class Cells:
    """Writes the numbers of one sheet as people see them; `since_1904`: how its workbook counts days."""

    def __init__(self, builder: Builder, *, since_1904: bool = False) -> None:
        self._builder = builder
        self._since_1904 = since_1904
        self._plain: dict[str, bool] = {}
        self._units: dict[int, str] = {}

    def number(self, i: int, j: int, value: float, code: str) -> str:
        """The text for the number in row `i` and column `j` (from 0) whose format is `code`."""
        if code not in self._plain:
            self._plain[code] = is_plain(code)
        if self._plain[code]:
            return plain_number(value)
        found = shown(value, code, since_1904=self._since_1904)
        if not found.power:
            return found.text
        return self._scaled(i, j, value, found.text, found.power)

    def _scaled(self, i: int, j: int, value: float, text: str, power: int) -> str:
        """Thousands are shown and no sign in the cell says so.

        The heading may: under 千元 a shown 1,235 is what was typed as 1234567 yuan. Under another unit of
        money the cell could mean two things, and both are written so that nobody takes it for a number.
        """
        seen = scaled(value, power)
        self._builder.scaled(i, j, seen)
        if j not in self._units:
            self._units[j] = self._unit(j)
        unit = self._units[j]
        if MONEY.get(unit) == 10.0**power:
            return f"{plain_number(value)}元"
        return text if MONEY.get(unit, 1.0) == 1.0 else f"{text} → {seen}"

    def _unit(self, j: int) -> str:
        """The unit that the heading of column `j` names, else the one named for the whole sheet."""
        for text in islice(self._builder.above(j), _SEARCHED):
            if match := _UNIT.search(text):
                return match[1]
        for text in self._builder.first_texts(_SEARCHED):
            if match := _TITLE_UNIT.search(text):
                return match[1]
        return ""
