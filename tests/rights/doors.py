"""Every public function of the workflow as a door: how it is knocked at, and what is handed out behind it."""

import ast
import datetime as dt
import importlib
import inspect
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import NamedTuple

from access.actor import Actor
from access.demo import STAFF
from data import clock
from data.database import Database
from scoring.periods import Period
from tests.places import ROOT

WHO = {
    "P": STAFF[0],
    "C": next(a for a in STAFF if a.username == "committee.ning"),
    "M": Actor("cm01", "manager", "CM01", "某人"),
    "H": next(a for a in STAFF if a.role == "hr"),
    "D": next(a for a in STAFF if a.role == "data-officer"),
    "U": next(a for a in STAFF if a.role == "auditor"),
    "A": Actor("root", "admin", display_name="管理员甲"),
}
"""Somebody of each role, by the letter of tests/rights/table.py."""
NOBODY = "CM99"
SOMETHING = object()
"""In the place of what would take a page of its own to make: nobody who is refused gets to look at it."""
PERSON = ("manager_id", "receiver_id", "ratee_id", "ratee")


@cache
def doors() -> dict[str, object]:
    """Name behind ``workflow.`` → function, of all that take the actor first; read from the code."""
    found = {}
    for file in sorted((ROOT / "workflow").rglob("*.py")):
        module = ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
                continue
            if [a.arg for a in (*node.args.posonlyargs, *node.args.args)][:1] == ["actor"]:
                name = f"{module}.{node.name}".removeprefix("workflow.")
                found[name] = getattr(importlib.import_module(module), node.name)
    return found


def about(name: str, objects: Mapping[tuple[str, str], object]) -> str:
    """The parameter by which the door `name` is asked about one person: an id, or the number of something of
    theirs (`objects`, by subject and parameter); "" where there is none."""
    needed = [p.name for p in _needed(doors()[name])]
    subject = name.partition(".")[0]
    return next((p for p in needed if p in PERSON or (subject, p) in objects), "")


def arguments(name: str, db: Database, known: Mapping[object, object], own: Mapping[str, object]):
    """What the door `name` is called with behind the actor. Of each parameter: what is `own` to this call, or
    `known` for it at this door, by name and type, by name; else something simple of its type. What has a
    default keeps it, unless it is known for the door."""
    values, named = [], {}
    for parameter in list(inspect.signature(doors()[name]).parameters.values())[1:]:
        at_door = (name, parameter.name)
        if parameter.default is not parameter.empty and at_door not in known:
            continue
        kind = str(parameter.annotation)
        if parameter.name in own:
            value = own[parameter.name]
        else:
            keys = (at_door, (parameter.name, kind), parameter.name)
            value = next((known[key] for key in keys if key in known), None)
            if not any(key in known for key in keys):
                value = db if parameter.name == "db" else _simple(kind)
        if parameter.kind is parameter.KEYWORD_ONLY:
            named[parameter.name] = value
        else:
            values.append(value)
    return values, named


def _needed(function) -> list[inspect.Parameter]:
    return [p for p in list(inspect.signature(function).parameters.values())[1:] if p.default is p.empty]


def _simple(kind: str) -> object:
    today = clock.today()
    simple = {
        **{"str": "x", "int": 1, "float": 1.0, "bool": True, "bytes": b"x"},
        **{"dt.date": today, "dt.datetime": dt.datetime.combine(today, dt.time())},
    }
    if kind in simple:
        return simple[kind]
    if "None" in kind:
        return None
    if kind.startswith(("Sequence", "Collection", "Iterable", "tuple")):
        return ()
    return {} if kind.startswith("Mapping") else SOMETHING


def whole(found: object) -> object:
    """What was handed out, with what would be made only while it is read."""
    return list(found) if isinstance(found, Iterator) else found


class Told(NamedTuple):
    """What stands anywhere in what was handed out: figures, to nine decimals, and texts."""

    figures: frozenset[float]
    texts: frozenset[str]


def told(found: object, most: int = 1_000_000) -> Told:
    """Everything that is told by what was handed out."""
    # Kept, as a number of an object that is gone is given to another one.
    seen: dict[int, object] = {}
    left, figures, texts = [found], set(), set()
    while left:
        one = left.pop()
        if isinstance(one, (float, int)):
            figures.add(round(float(one), 9))
        elif isinstance(one, str):
            texts.add(one)
        elif one is not None and not isinstance(one, (bytes, dt.date, Period)) and id(one) not in seen:
            seen[id(one)] = one
            assert len(seen) < most
            left += _parts(one)
    return Told(frozenset(figures), frozenset(texts))


def _parts(one: object) -> list:
    if isinstance(one, Mapping):
        return [*one.keys(), *one.values()]
    if isinstance(one, (list, tuple, set, frozenset)):
        return list(one)
    if hasattr(one, "to_numpy"):
        return one.to_numpy(dtype=object).ravel().tolist()
    if hasattr(one, "tolist"):
        return [one.tolist()]
    if is_dataclass(one):
        return [getattr(one, f.name) for f in fields(one)]
    return list(vars(one).values()) if hasattr(one, "__dict__") and not isinstance(one, type) else []
