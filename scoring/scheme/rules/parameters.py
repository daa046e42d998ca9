"""Reading a rule's parameters from a file: each in the type that its field states, every fault collected.

A field is a number (``float``, ``int``), one of several words (``Literal``), a list of numbers
(``tuple[float, ...]``), a pair of them (``tuple[float, float]``), a list of pairs, or a table of numbers by
name (``Mapping[str, float]``, ``Mapping[str, int]``); with ``| None`` where there may be none.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from scoring.scheme.rules.base import Rule
from scoring.scheme.table import Table


def read(kind: type[Rule], table: Table) -> Rule | None:
    """The rule that a table describes; None after a complaint. The table's other keys are complained of.

    Raises
    ------
    TypeError : a parameter of the rule has a type that no file can hold.
    """
    arguments: dict[str, Any] = {}
    types, sound = _types(kind), True
    for field in fields(kind):
        if field.name in table:
            value = _parameter(table, field.name, types[field.name])
            sound = sound and value is not None
            arguments[field.name] = value
        else:
            optional = field.default is not MISSING or field.default_factory is not MISSING
            sound = table.may_lack(field.name, optional) and sound
    table.close()
    return kind(**arguments) if sound else None


Shape = Literal["number", "word", "list", "pairs", "table"]


@dataclass(frozen=True)
class Parameter:
    """How a parameter is written in a scheme file.

    Parameters
    ----------
    shape : a number, one of the `words`, numbers one after the other (so many where `count` is given), pairs
        of numbers, or numbers by name.
    optional : whether it may be left out; `default` holds then, None: there is none.
    """

    name: str
    shape: Shape
    optional: bool
    default: Any = None
    words: tuple[str, ...] = ()
    count: int | None = None


def declared(kind: type[Rule]) -> tuple[Parameter, ...]:
    """The parameters of a kind of rule, in the order of the scheme file."""
    types = _types(kind)
    return tuple(_declared(types[f.name], f) for f in fields(kind))


def _declared(hint: Any, field: Field[Any]) -> Parameter:
    optional = field.default is not MISSING or field.default_factory is not MISSING
    default = None if field.default is MISSING else field.default
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return Parameter(field.name, "word", optional, default, words=arguments)
    if origin is Mapping:
        return Parameter(field.name, "table", optional, default)
    if origin is tuple and get_origin(arguments[0]) is tuple:
        return Parameter(field.name, "pairs", optional, default)
    if origin is tuple:
        count = None if arguments[-1] is Ellipsis else len(arguments)
        return Parameter(field.name, "list", optional, default, count=count)
    return Parameter(field.name, "number", optional, default)


def _types(kind: type[Rule]) -> dict[str, Any]:
    """For each parameter its type, without the ``None`` that says that there may be none."""
    hints = get_type_hints(kind)
    return {field.name: _without_none(hints[field.name]) for field in fields(kind)}


def _without_none(hint: Any) -> Any:
    kept = [one for one in get_args(hint) if one is not NoneType]
    return kept[0] if NoneType in get_args(hint) and len(kept) == 1 else hint


def _parameter(table: Table, name: str, hint: Any) -> Any:
    """One parameter in its type; None after a complaint."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint is float:
        return table.number(name)
    if hint is int:
        return table.integer(name)
    if origin is Literal:
        return table.word(name, arguments)
    if origin is Mapping:
        return _figures(table, name, whole=arguments[1] is int)
    if origin is tuple and get_origin(arguments[0]) is tuple:
        return table.pairs(name)
    if origin is tuple and arguments[0] is float:
        return table.numbers(name, count=None if arguments[-1] is Ellipsis else len(arguments))
    raise TypeError(f"{name}: {hint}")


def _figures(table: Table, name: str, *, whole: bool) -> Mapping[str, float] | None:
    """A table of numbers by name, cut to whole ones if asked."""
    figures = table.figures(name)
    if figures is None or not whole:
        return figures
    if not all(map(math.isfinite, figures.values())):
        table.complain("not-finite", name=name)
        return None
    return {key: int(figure) for key, figure in figures.items()}
