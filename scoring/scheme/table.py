"""A table of a scheme file: values asked for by name and type, and every complaint collected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import Enum
from typing import Any, Final, TypeVar, overload

from scoring.errors import Fault, FormulaError, Phrase
from scoring.formula import Formula, parse
from scoring.formula.text import figure
from scoring.thresholds import LARGEST


class _Required(Enum):
    REQUIRED = "required"


REQUIRED: Final = _Required.REQUIRED
"""Instead of a default: a value that is not there is complained of."""

T = TypeVar("T")


class Table:
    """A TOML table that notes what it was asked for, and complains of the rest.

    Every reader takes the name of a key and what holds where it is absent or cannot be read; without such a
    default an absent key is a fault, and the answer is None.
    """

    def __init__(self, table: Mapping[str, Any], where: str, faults: list[Fault]) -> None:
        self.where = where
        self._table = table
        self._faults = faults
        self._asked: set[str] = set()

    def __contains__(self, name: str) -> bool:
        return name in self._table

    def complain(self, key: str, **params: object) -> None:
        """Note a fault of this table."""
        self._faults.append(Fault(key, self.where, params))

    def close(self) -> None:
        """Complain of every key that was not asked for."""
        for name in self._table:
            if name not in self._asked:
                self.complain("unknown-key", name=name)

    def may_lack(self, name: str, optional: bool) -> bool:
        """Whether the key `name`, which is not there, may be absent; a fault where it may not."""
        self._asked.add(name)
        if not optional:
            self.complain("missing-key", name=name)
        return optional

    @overload
    def number(self, name: str) -> float | None: ...
    @overload
    def number(self, name: str, default: T) -> float | T: ...
    def number(self, name: str, default: Any = REQUIRED) -> Any:
        """A number."""
        value = self._typed(name, "number", int | float, default)
        return float(value) if isinstance(value, int | float) else value

    @overload
    def integer(self, name: str) -> int | None: ...
    @overload
    def integer(self, name: str, default: T) -> int | T: ...
    def integer(self, name: str, default: Any = REQUIRED) -> Any:
        """A whole number."""
        return self._typed(name, "integer", int, default)

    @overload
    def text(self, name: str) -> str | None: ...
    @overload
    def text(self, name: str, default: T) -> str | T: ...
    def text(self, name: str, default: Any = REQUIRED) -> Any:
        """A text."""
        return self._typed(name, "text", str, default)

    @overload
    def word(self, name: str, choices: Sequence[str]) -> str | None: ...
    @overload
    def word(self, name: str, choices: Sequence[str], default: str) -> str: ...
    def word(self, name: str, choices: Sequence[str], default: Any = REQUIRED) -> Any:
        """One of the `choices`."""
        value = self._typed(name, "text", str, default)
        if value is None or value == default or value in choices:
            return value
        self.complain("not-one-of", name=name, value=value, choices=tuple(choices))
        return None if default is REQUIRED else default

    def flag(self, name: str) -> bool:
        """Whether a key says true."""
        self._asked.add(name)
        return self._table.get(name) is True

    def truth(self, name: str, default: bool) -> bool:
        """True or false."""
        self._asked.add(name)
        value = self._table.get(name, default)
        if not isinstance(value, bool):
            self._wrong_type(name, "truth", value)
            return default
        return value

    def date(self, name: str) -> str:
        """A date, as it is written; empty where there is none."""
        value = self._typed(name, "date", dt.date | str, REQUIRED)
        return "" if value is None else str(value)

    def texts(self, name: str, default: tuple[str, ...]) -> tuple[str, ...]:
        """A list of texts."""
        value = self._typed(name, "list", list, None)
        return default if value is None else tuple(str(v) for v in value)

    def words(self, name: str, choices: Sequence[str], default: tuple[str, ...]) -> tuple[str, ...]:
        """A list of some of the `choices`."""
        found = self.texts(name, default)
        for value in found:
            if value not in choices:
                self.complain("not-one-of", name=name, value=value, choices=tuple(choices))
        return tuple(value for value in found if value in choices)

    @overload
    def numbers(self, name: str, *, count: int | None = None) -> tuple[float, ...] | None: ...
    @overload
    def numbers(self, name: str, *, default: tuple[float, ...]) -> tuple[float, ...]: ...
    def numbers(self, name: str, *, count: int | None = None, default: Any = REQUIRED) -> Any:
        """A list of numbers: `count` of them if that is given; none at all only where there is a default."""
        value = self._typed(name, "list", list, default)
        if value is None or value is default:
            return value
        try:
            numbers = tuple(float(v) for v in value)
        except (TypeError, ValueError):
            numbers = None
        if numbers is not None and (count in (None, len(numbers)) and (numbers or default is not REQUIRED)):
            return numbers
        self._wrong_type(name, "list", value)
        return None if default is REQUIRED else default

    def pairs(self, name: str) -> tuple[tuple[float, float], ...] | None:
        """A list of pairs of numbers."""
        value = self._typed(name, "list", list, REQUIRED)
        if value is None:
            return None
        try:
            return tuple((float(x), float(s)) for x, s in value)
        except (TypeError, ValueError):
            self._wrong_type(name, "list", value)
            return None

    def figures(self, name: str) -> dict[str, float] | None:
        """A table of numbers by name."""
        inner = self.table(name)
        if inner is None:
            return None
        read = {key: inner.number(key) for key in inner._table}
        entries = {key: figure for key, figure in read.items() if figure is not None}
        return entries if len(entries) == len(read) else None

    def table(self, name: str, default: Any = REQUIRED) -> Table | None:
        """A table in this one."""
        value = self._typed(name, "table", dict, default)
        return None if value is None else Table(value, f"{self.where}.{name}", self._faults)

    def tables(self, name: str, label: str) -> list[Table]:
        """A list of tables, each called by its `label` in complaints."""
        value = self._typed(name, "list", list, [])
        return [
            Table(entry, str(entry.get(label, f"{name} {i}")), self._faults)
            for i, entry in enumerate(value, start=1)
            if isinstance(entry, dict)
        ]

    def formula(self, name: str, optional: bool = True) -> Formula | None:
        """An expression; a fault names its column and what was expected there."""
        text = self._typed(name, "text", str, None if optional else REQUIRED)
        if text is None:
            return None
        try:
            return parse(text)
        except FormulaError as problem:
            self._faults += [replace(fault, where=f"{self.where}.{name}") for fault in problem.faults]
            return None

    def expression(self, name: str, optional: bool = False) -> Formula | None:
        """A number or an expression, as an expression."""
        if isinstance(self._table.get(name), str):
            return self.formula(name)
        value = self.number(name, None) if optional else self.number(name)
        if value is not None and not abs(value) < LARGEST:
            self.complain("not-finite", name=name)
            return None
        return None if value is None else parse(figure(value))

    def expressions(self, name: str) -> tuple[Formula, ...] | None:
        """A list of numbers and expressions, of which one that cannot be read is a fault."""
        value = self._typed(name, "list", list, REQUIRED)
        if value is None:
            return None
        if not value:
            self._wrong_type(name, "list", value)
            return None
        inside = {str(number): one for number, one in enumerate(value, start=1)}
        table = Table(inside, f"{self.where}.{name}", self._faults)
        found = [table.expression(number) for number in inside]
        there = tuple(formula for formula in found if formula is not None)
        return there if len(there) == len(found) else None

    def number_or_formula(self, name: str) -> float | Formula | None:
        """A number, or an expression; None where there is neither."""
        return self.formula(name) if isinstance(self._table.get(name), str) else self.number(name, None)

    def names(self, name: str) -> dict[str, str]:
        """A name in both languages; a name in one stands for the other."""
        value = self._table.get(name)
        if isinstance(value, str):
            self._asked.add(name)
            return {"zh": value, "en": value}
        inner = self.table(name)
        if inner is None:
            return {}
        result = {lang: inner.text(lang, "") for lang in ("zh", "en")}
        inner.close()
        fallback = result["zh"] or result["en"]
        return {lang: word or fallback for lang, word in result.items()}

    def _typed(self, name: str, kind: str, types: Any, default: Any) -> Any:
        """The value of a key; the default (None for a required one) where it is absent or of no such type."""
        absent = None if default is REQUIRED else default
        self._asked.add(name)
        if name not in self._table:
            if default is REQUIRED:
                self.complain("missing-key", name=name)
            return absent
        value = self._table[name]
        if not isinstance(value, types) or isinstance(value, bool):
            self._wrong_type(name, kind, value)
            return absent
        return value

    def _wrong_type(self, name: str, kind: str, value: object) -> None:
        self.complain("wrong-type", name=name, expected=Phrase(f"expected-{kind}"), value=repr(value))
