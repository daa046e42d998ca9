"""Every public function of the workflow as a door: who goes through, and how it is knocked at.

Who goes through is a word of letters: P(resident), C(ommittee), M(anager), H(uman resources), D(ata officer),
U (auditor), A(dministrator). A small letter: only for some people, m for oneself, c for the members of
the own teams.
"""

import ast
import datetime as dt
import importlib
import inspect
from dataclasses import fields, is_dataclass
from functools import cache

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


def about_somebody(function) -> bool:
    """Whether it is asked about one person, by id."""
    return any(name in PERSON for name in inspect.signature(function).parameters)


def arguments(function, db: Database, known: dict[str, object], person: str) -> tuple[list, dict]:
    """What the function is called with behind the actor: by the name of the parameter, else by its type; what
    has a default keeps it."""
    values, named = [], {}
    for parameter in list(inspect.signature(function).parameters.values())[1:]:
        if parameter.default is not parameter.empty:
            continue
        value = _value(parameter.name, str(parameter.annotation), db, known, person)
        if parameter.kind is parameter.KEYWORD_ONLY:
            named[parameter.name] = value
        else:
            values.append(value)
    return values, named


def _value(name: str, kind: str, db: Database, known: dict[str, object], person: str) -> object:
    if name == "db":
        return db
    if name in PERSON:
        return person
    if (name, kind) in known or name in known:
        return known.get((name, kind), known.get(name))
    today = clock.today()
    simple = {
        **{"str": "x", "int": 1, "float": 1.0, "bool": True, "bytes": b"x", "Period": known["when"]},
        **{"dt.date": today, "dt.datetime": dt.datetime.combine(today, dt.time())},
    }
    if kind in simple:
        return simple[kind]
    if "None" in kind:
        return None
    if kind.startswith(("Sequence", "Collection", "Iterable", "tuple")):
        return ()
    if kind.startswith("Mapping"):
        return {}
    return SOMETHING


def figures_in(found: object, wanted: frozenset[float], most: int = 200_000) -> set[float]:
    """Which of the `wanted` figures stand anywhere in what was returned, to nine decimals."""
    seen, left, hits = set(), [found], set()
    while left and len(seen) < most:
        one = left.pop()
        if isinstance(one, float):
            if round(one, 9) in wanted:
                hits.add(round(one, 9))
            continue
        if one is None or isinstance(one, (str, int, bytes, dt.date, Period)) or id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, dict) or hasattr(one, "items"):
            left += [*dict(one).keys(), *dict(one).values()] if not hasattr(one, "to_numpy") else _flat(one)
        elif isinstance(one, (list, tuple, set, frozenset)):
            left += list(one)
        elif hasattr(one, "tolist"):
            left.append(one.tolist())
        elif is_dataclass(one):
            left += [getattr(one, f.name) for f in fields(one)]
    return hits


def _flat(frame) -> list:
    return frame.to_numpy(dtype=object).ravel().tolist()
