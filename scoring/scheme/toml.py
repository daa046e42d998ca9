"""Reading scheme files, with every fault collected."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from typing import Any, Generic, TypeVar

from scoring.errors import Fault, SchemeError
from scoring.scheme.check import faults as scheme_faults
from scoring.scheme.model import (
    AGGREGATIONS,
    CYCLES,
    DIMENSIONS,
    FIVE_CLASSES,
    KINDS,
    MEASURES,
    MISSING_POLICIES,
    Authorisation,
    Grade,
    Indicator,
    Protection,
    SchemeModel,
    Veto,
)
from scoring.scheme.rules import RULES, Rule

_EXPECTED = {
    "number": ("数字", "a number"),
    "integer": ("整数", "a whole number"),
    "text": ("文字", "text"),
    "table": ("表", "a table"),
    "list": ("列表", "a list"),
    "date": ("日期", "a date"),
}


S = TypeVar("S", bound=SchemeModel)


@dataclass(frozen=True)
class Reading(Generic[S]):
    """What a file says: the scheme as far as it can be made out, and every fault."""

    scheme: S
    faults: tuple[Fault, ...]


def read(text: str, make: type[S]) -> Reading[S]:
    """Read a scheme file leniently, as an object of the class `make`.

    Indicators whose rule cannot be made out are left out of ``scheme``; a fault says so.

    Raises
    ------
    SchemeError : when the text is not TOML at all.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise SchemeError([Fault("toml", params={"detail": problem})]) from None
    found: list[Fault] = []
    top = _Table(document, str(document.get("code", "scheme")), found)
    scheme = _scheme(top, make)
    whole = len(scheme.indicators) == len(document.get("indicator", ()))
    for fault in scheme_faults(scheme):
        # Where an indicator had to be left out, the sum and the count say nothing true.
        if whole or fault.key not in ("weight-sum", "no-indicators"):
            found.append(fault)
    return Reading(scheme, tuple(_unique(found)))


def _unique(faults: Sequence[Fault]) -> list[Fault]:
    seen: dict[tuple[str, str], Fault] = {}
    for fault in faults:
        seen.setdefault((fault.where, fault.message), fault)
    return list(seen.values())


class _Table:
    """A TOML table that notes what it was asked for, and complains of the rest."""

    def __init__(self, table: Mapping[str, Any], where: str, faults: list[Fault]) -> None:
        self.table = table
        self.where = where
        self.faults = faults
        self.asked: set[str] = set()

    def complain(self, key: str, **params: object) -> None:
        self.faults.append(Fault(key, self.where, params))

    def close(self) -> None:
        for name in self.table:
            if name not in self.asked:
                self.complain("unknown-key", name=name)

    def _raw(self, name: str, default: Any) -> Any:
        self.asked.add(name)
        if name not in self.table:
            if default is MISSING:
                self.complain("missing-key", name=name)
            return None
        return self.table[name]

    def _typed(self, name: str, kind: str, types: Any, default: Any) -> Any:
        value = self._raw(name, default)
        if value is None:
            return None if default is MISSING else default
        if not isinstance(value, types) or isinstance(value, bool):
            chinese, english = _EXPECTED[kind]
            self.complain("wrong-type", name=name, expected_zh=chinese, expected=english, value=repr(value))
            return None if default is MISSING else default
        return value

    def number(self, name: str, default: Any = MISSING) -> float | None:
        value = self._typed(name, "number", int | float, default)
        return None if value is None else float(value)

    def integer(self, name: str, default: Any = MISSING) -> int | None:
        value: int | None = self._typed(name, "integer", int, default)
        return value

    def text(self, name: str, default: Any = MISSING) -> str | None:
        value: str | None = self._typed(name, "text", str, default)
        return value

    def choice(self, name: str, choices: Sequence[str], default: Any = MISSING) -> str:
        value = self.text(name, default)
        if value is not None and value != default and value not in choices:
            self.complain("not-one-of", name=name, value=value, choices=tuple(choices))
            value = None
        if value is None:
            return choices[0] if default is MISSING else str(default)
        return value

    def date(self, name: str) -> str:
        value = self._typed(name, "date", dt.date | str, MISSING)
        return "" if value is None else str(value)

    def texts(self, name: str, default: tuple[str, ...]) -> tuple[str, ...]:
        value = self._typed(name, "list", list, None)
        return default if value is None else tuple(str(v) for v in value)

    def table_of(self, name: str, default: Any = MISSING) -> _Table | None:
        value = self._typed(name, "table", dict, default)
        return None if value is None else _Table(value, f"{self.where}.{name}", self.faults)

    def tables(self, name: str, label: str) -> list[_Table]:
        value = self._typed(name, "list", list, [])
        return [
            _Table(entry, str(entry.get(label, f"{name} {i}")), self.faults)
            for i, entry in enumerate(value, start=1)
            if isinstance(entry, dict)
        ]

    def names(self, name: str) -> dict[str, str]:
        self.asked.add(name)
        value = self.table.get(name)
        if isinstance(value, str):
            return {"zh": value, "en": value}
        inner = self.table_of(name)
        if inner is None:
            return {}
        result = {lang: inner.text(lang, "") or "" for lang in ("zh", "en")}
        inner.close()
        fallback = result["zh"] or result["en"]
        return {lang: word or fallback for lang, word in result.items()}


def _scheme(top: _Table, make: type[S]) -> S:
    classes = top.texts("classes", FIVE_CLASSES)
    scheme = make(
        code=top.text("code") or "scheme",
        version=top.integer("version") or 0,
        name=top.names("name"),
        cycle=top.choice("cycle", CYCLES),
        aggregation=top.choice("aggregation", AGGREGATIONS, "arithmetic"),
        missing=top.choice("missing", MISSING_POLICIES, "redistribute-in-class"),
        minimum_coverage=_or(top.number("minimum_coverage", 0.6), 0.6),
        decimals=int(_or(top.integer("decimals", 2), 2)),
        cap=_or(top.number("cap", 120.0), 120.0),
        additions_limit=_or(top.number("additions_limit", 5.0), 5.0),
        deductions_limit=_or(top.number("deductions_limit", 10.0), 10.0),
        veto=_veto(top.table_of("veto", None)),
        grades=tuple(_grade(entry) for entry in top.tables("grade", "name")),
        classes=classes,
        authorisation=_authorisation(top.table_of("authorisation", None)),
        tie_breakers=top.texts("tie_breakers", ()),
        protection=_protection(top.table_of("protection", None)),
        handover_months=int(_or(top.integer("handover_months", 12), 12)),
        indicators=tuple(
            indicator
            for entry in top.tables("indicator", "code")
            if (indicator := _indicator(entry, classes)) is not None
        ),
    )
    top.close()
    return scheme


def _or(value: float | None, default: float) -> float:
    return default if value is None else value


def _veto(table: _Table | None) -> Veto:
    if table is None:
        return Veto()
    ceiling, grade = table.number("ceiling", 59.0), table.text("grade", "D")
    table.close()
    return Veto(_or(ceiling, 59.0), grade or "D")


def _protection(table: _Table | None) -> Protection:
    if table is None:
        return Protection()
    months = table.integer("unranked_months", 3)
    factors = table._typed("target_factors", "list", list, [0.5, 0.7, 0.85])
    table.close()
    return Protection(int(_or(months, 3)), tuple(float(f) for f in factors))


def _authorisation(table: _Table | None) -> Authorisation | None:
    if table is None:
        return None
    leave = Authorisation(table.text("reference") or "", table.date("issued_on"), table.text("scope") or "")
    table.close()
    return leave


def _grade(table: _Table) -> Grade:
    grade = Grade(
        name=table.text("name") or "",
        from_=_or(table.number("from"), 0.0),
        coefficient=table.number("coefficient", None),
        quota=table.number("quota", None),
    )
    table.close()
    return grade


def _indicator(table: _Table, classes: Sequence[str]) -> Indicator | None:
    table.asked.add("weight")
    weight = table.number("weight", None)
    if weight is None and "weight" not in table.table:
        table.complain("weight-missing")
    rule = _rule(table.table_of("rule"))
    code = table.text("code")
    class_ = table.text("class")
    frequency = table.choice("frequency", CYCLES, "") or None
    indicator = Indicator(
        code=code or table.where,
        name=table.names("name"),
        weight=_or(weight, 0.0),
        rule=rule or Rule(),
        class_=class_ or classes[0],
        direction="lower" if table.choice("direction", ("higher", "lower")) == "lower" else "higher",
        family=table.text("family", "business") or "business",
        dimension=table.choice("dimension", DIMENSIONS, "results"),
        kind=table.choice("kind", KINDS, "quantitative"),
        unit=table.text("unit", "") or "",
        measure=table.choice("measure", MEASURES, "flow"),
        target=table.number("target", None),
        frequency=frequency,
        between="not-due" if table.choice("between", ("carry", "not-due"), "carry") == "not-due" else "carry",
        source=table.text("source", None),
        owner=table.text("owner", None),
        cut_off=table.text("cut_off", None),
        anchors=table.texts("anchors", ()),
    )
    table.close()
    return indicator if rule is not None and code is not None and class_ is not None else None


def _rule(table: _Table | None) -> Rule | None:
    if table is None:
        return None
    kind = table.text("type")
    if kind not in RULES:
        if kind is not None:
            table.complain("not-one-of", name="type", value=kind, choices=tuple(RULES))
        return None
    rule_class = RULES[kind]
    arguments: dict[str, Any] = {}
    sound = True
    for field_ in fields(rule_class):
        optional = field_.default is not MISSING or field_.default_factory is not MISSING
        if field_.name not in table.table:
            table.asked.add(field_.name)
            if not optional:
                table.complain("missing-key", name=field_.name)
                sound = False
            continue
        value = _parameter(table, field_.name)
        if value is None:
            sound = False
        else:
            arguments[field_.name] = value
    if kind in ("piecewise", "bands") and len(arguments) < len(fields(rule_class)) and sound:
        for field_ in fields(rule_class):
            if field_.name not in arguments:
                table.complain("missing-key", name=field_.name)
        sound = False
    table.close()
    return rule_class(**arguments) if sound else None


def _parameter(table: _Table, name: str) -> Any:
    """One parameter of a rule in the type that the rule wants; None after a complaint."""
    if name in ("ddof", "trim"):
        return table.integer(name)
    if name in ("points", "edges", "scores", "scale", "range"):
        value = table._typed(name, "list", list, MISSING)
        if value is None:
            return None
        try:
            if name == "points":
                return tuple((float(x), float(s)) for x, s in value)
            numbers = tuple(float(v) for v in value)
        except (TypeError, ValueError):
            numbers = ()
        if name == "points" or not numbers or (name in ("scale", "range") and len(numbers) != 2):
            chinese, english = _EXPECTED["list"]
            table.complain("wrong-type", name=name, expected_zh=chinese, expected=english, value=repr(value))
            return None
        return numbers
    if name in ("groups", "minimum"):
        inner = table.table_of(name)
        if inner is None:
            return None
        entries = {key: inner.number(key) for key in inner.table}
        if any(v is None for v in entries.values()):
            return None
        return {k: int(v) for k, v in entries.items()} if name == "minimum" else entries  # type: ignore[arg-type]
    return table.number(name)
