"""A scheme file as the table that it is, faults and all: for those who write one piece by piece.

Nothing here knows what a key means; :mod:`scoring.scheme.toml` says what is wrong with what was written.
"""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from scoring.errors import Fault, SchemeError
from scoring.scheme.write import key_text, value_text

Document = dict[str, Any]
Path = tuple[str | int, ...]
"""Where something stands: keys, and places in lists from 0."""


def read(text: str) -> Document:
    """The table of a scheme file.

    Raises
    ------
    SchemeError : it is not TOML at all.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise SchemeError([Fault("toml", params={"detail": problem})]) from None


def write(document: Mapping[str, Any]) -> str:
    """The table as a scheme file; reading it gives the table again. Lists of tables stand at the end."""
    lists = {name: value for name, value in document.items() if _is_tables(value)}
    lines = _lines({name: value for name, value in document.items() if name not in lists})
    for name, tables in lists.items():
        for table in tables:
            lines += ["", f"[[{key_text(name)}]]", *_lines(table)]
    return "\n".join(lines) + "\n"


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _lines(table: Mapping[str, Any]) -> list[str]:
    return [f"{key_text(name)} = {value_text(value)}" for name, value in table.items()]


def at(document: Mapping[str, Any], path: Path) -> Any:
    """What stands at a path; None where nothing does."""
    found: Any = document
    for step in path:
        if isinstance(step, int):
            found = found[step] if isinstance(found, list) and step < len(found) else None
        else:
            found = found.get(step) if isinstance(found, Mapping) else None
    return found


def put(document: Mapping[str, Any], path: Path, value: Any) -> Document:
    """The table with something else at a path, in tables that are made where they are not there; None takes
    it away."""
    changed = copy.deepcopy(dict(document))
    holder: Any = changed
    for step in path[:-1]:
        if isinstance(step, str) and not isinstance(holder.get(step), dict | list):
            holder[step] = {}
        holder = holder[step]
    last = path[-1]
    if value is not None:
        holder[last] = copy.deepcopy(value)
    elif isinstance(last, int) or last in holder:
        del holder[last]
    return changed


def tables(document: Mapping[str, Any], name: str) -> Sequence[Document]:
    """The tables of a list."""
    found = document.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def add(document: Mapping[str, Any], name: str, table: Mapping[str, Any]) -> Document:
    """The document with one more table at the end of a list."""
    return put(document, (name,), [*tables(document, name), dict(table)])


def without(document: Mapping[str, Any], name: str, index: int) -> Document:
    """The document without one of the tables of a list."""
    rest = [one for k, one in enumerate(tables(document, name)) if k != index]
    return put(document, (name,), rest or None)


def moved(document: Mapping[str, Any], name: str, index: int, by: int) -> Document:
    """The document with one of the tables of a list so many places further on."""
    order = list(tables(document, name))
    order.insert(min(max(index + by, 0), len(order) - 1), order.pop(index))
    return put(document, (name,), order)


def renamed(document: Mapping[str, Any], old: str, new: str) -> Document:
    """The document with another code for an indicator wherever it is named by itself; expressions stay as
    they are, as only their reader knows what is a code in them."""
    changed = copy.deepcopy(dict(document))
    for indicator in tables(changed, "indicator"):
        if indicator.get("code") == old:
            indicator["code"] = new
    for profile in tables(changed, "profile"):
        for name in ("weights", "targets"):
            held = profile.get(name)
            if isinstance(held, dict):
                profile[name] = {new if code == old else code: figure for code, figure in held.items()}
    for line in tables(changed, "pay"):
        if isinstance(held := line.get("shares"), dict):
            line["shares"] = {new if code == old else code: share for code, share in held.items()}
    for condition in tables(changed, "condition"):
        if condition.get("on") == old:
            condition["on"] = new
    if isinstance(changed.get("tie_breakers"), list):
        changed["tie_breakers"] = [new if code == old else code for code in changed["tie_breakers"]]
    return changed
