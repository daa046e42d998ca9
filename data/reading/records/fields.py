"""One cell of a tidy file read as what its field holds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from data.reading.columns.kinds import Cell, Field
from data.reading.doubts import read_as
from data.reading.grids.opening import FORMULA
from data.reading.known import Known
from data.reading.problems import ERROR, FIXED, WARNING, Choice
from data.reading.records.desk import Desk, Line
from data.reading.rules import Rule
from data.reading.values import ids
from data.reading.values.days import read_day
from data.reading.values.months import read_period
from data.reading.values.names import name_fault
from data.reading.values.numbers import Unit, read_number
from data.reading.values.text import compact, has_control, is_dangerous, plain, without_control
from scoring.periods import parse_period

_NOTHING = {"-", "--", "---", "—", "——", "–", "―", "/", "\\"}
_SHEET_ERROR = re.compile(r"^#(n/a|div/0!|value!|ref!|name\?|num!|null!)$", re.I)
_NAMES = ("name", "name_en", "team", "team_en", "name_zh")


class CellReader:
    """Reads cells into ``line.cells``; what was mended is told, what cannot be read holds the row back.

    `brings_people` : ids need not be known, the file brings them.
    """

    def __init__(self, desk: Desk, known: Known, *, brings_people: bool) -> None:
        self.desk, self.known, self.brings_people = desk, known, brings_people
        self._alike = {person.casefold(): person for person in known.people or ()}
        self._by_name: dict[str, list[str]] = {}
        for person, name in (known.people or {}).items():
            self._by_name.setdefault(compact(name), []).append(person)
        self._choices: dict[str, dict[str, str]] = {}
        self._ids = ids.Ids(None if brings_people else known.people)
        self._read: dict[str, ids.Reading] = {}
        self._readers: dict[Cell, Callable[[Line, Field, str], None]] = {
            Cell.ID: self._id,
            Cell.WORDS: self._words,
            Cell.DAY: self._day,
            Cell.PERIOD: self._period,
            Cell.NUMBER: self._number,
            Cell.CHOICE: self._choice,
        }

    def read(self, line: Line, column: Field) -> None:
        """Read one cell; None where it is empty or held back."""
        raw = line.texts[column.name]
        line.cells[column.name] = None
        if raw == FORMULA:
            self.desk.hold(line, column.name, Rule.FORMULA_WITHOUT_VALUE)
            return
        if has_control(raw):
            self.desk.tell(line, column.name, Rule.CONTROL_CHARACTERS, FIXED)
            raw = without_control(raw)
        text = plain(raw)
        if _SHEET_ERROR.match(text):
            self.desk.hold(line, column.name, Rule.SHEET_ERROR)
        elif text in _NOTHING:
            if not column.required:
                rule = Rule.MISSING_SLASH if text in "/\\" else Rule.MISSING_DASH
                self.desk.tell(line, column.name, rule, WARNING)
        elif text:
            self._readers[column.cell](line, column, raw)

    def _id(self, line: Line, column: Field, raw: str) -> None:
        if is_dangerous(raw):
            self.desk.hold(line, column.name, Rule.FORMULA_INJECTION)
            return
        if raw not in self._read:
            self._read[raw] = self._ids.read(raw)
        found, told = self._read[raw]
        if self.brings_people:
            found = ids.canonical(raw)
            found = self._alike.setdefault(found.casefold(), found)
        line.cells[column.name] = found
        for rule, severity, params in told:
            if severity != ERROR:
                self.desk.tell(line, column.name, rule, severity, **params)
                continue
            near, named = params.get("near", "NONE"), self._by_name.get(compact(raw), [])
            if len(named) == 1:
                line.cells[column.name] = named[0]
                self.desk.tell(line, column.name, Rule.ID_BY_NAME, FIXED, id=named[0])
            elif near != "NONE":
                choice = Choice(f"read-as:{near}", "read-as", near, {"text": near})
                if self.desk.ask(line, column.name, rule, [choice], **params):
                    line.cells[column.name] = near
            else:
                self.desk.hold(line, column.name, rule, **params)

    def _words(self, line: Line, column: Field, raw: str) -> None:
        if is_dangerous(raw):
            self.desk.hold(line, column.name, Rule.FORMULA_INJECTION)
            return
        text = " ".join(raw.split())
        if column.name in _NAMES and (fault := name_fault(text)):
            self.desk.hold(line, column.name, fault)
            return
        line.cells[column.name] = text or None

    def _day(self, line: Line, column: Field, raw: str) -> None:
        reading = read_day(raw)
        if reading.could_be and reading.rule:
            days = [day.isoformat() for day in reading.could_be]
            choices = [Choice(day, "day", day, {"day": day}) for day in days]
            chosen = self.desk.ask(line, column.name, reading.rule, choices)
            line.cells[column.name] = dt.date.fromisoformat(chosen.text) if chosen else None
        elif reading.day is None:
            self.desk.ask(line, column.name, reading.rule or Rule.DATE, ())
        else:
            line.cells[column.name] = reading.day
            if reading.rule:
                self.desk.tell(line, column.name, reading.rule, FIXED)

    def _period(self, line: Line, column: Field, raw: str) -> None:
        reading = read_period(raw, today=self.known.today)
        code = reading.code
        if code and reading.rule:
            self.desk.tell(line, column.name, reading.rule, FIXED, period=code)
        elif not code:
            choices = [read_as(could, period=could) for could in reading.could_be]
            chosen = self.desk.ask(line, column.name, reading.rule or Rule.PERIOD, choices)
            if chosen is None:
                return
            code = chosen.text
        line.cells[column.name] = code
        if self.known.today is not None and parse_period(code).first_day > self.known.today:
            self.desk.hold(line, column.name, Rule.PERIOD_IN_FUTURE)

    def _number(self, line: Line, column: Field, raw: str) -> None:
        reading = read_number(raw, Unit(column.unit))
        if reading.held:
            self.desk.hold(line, column.name, Rule(reading.held))
            return
        for rule in reading.fixes:
            self.desk.tell(line, column.name, Rule(rule), FIXED)
        if not reading.missing:
            line.cells[column.name] = reading.number

    def _choice(self, line: Line, column: Field, raw: str) -> None:
        if column.name not in self._choices:
            self._choices[column.name] = {
                compact(said): word for word, written in column.choices.items() for said in (word, *written)
            }
        if word := self._choices[column.name].get(compact(raw)):
            line.cells[column.name] = word
            return
        offered = "、".join("/".join((word, *written[:1])) for word, written in column.choices.items())
        self.desk.hold(line, column.name, column.otherwise, choices=offered)
