"""What a sketch begins with: nothing, a template, a stored version, columns of measured values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from access.actor import Actor
from access.permissions import Action, require
from data.cache import remembered
from data.database import Database
from data.reading.values.text import compact
from data.stores import indicator_store
from scoring.scheme import SchemeReference, document
from scoring.scheme.document import Document
from scoring.weights import to_sum
from workflow import schemes
from workflow.errors import WorkflowError
from workflow.files import columns as file_columns

LibraryLine = indicator_store.LastValues

_SCHEMES = Path(__file__).parents[2] / "data" / "schemes"
TEMPLATES = {
    "existing": _SCHEMES / "x-branch-v1.toml",
    "optimised": _SCHEMES / "x-branch-v2.toml",
    "points": _SCHEMES / "templates" / "points.toml",
    "completion": _SCHEMES / "templates" / "completion.toml",
    "posts": _SCHEMES / "templates" / "posts.toml",
}
"""What there is to begin from by name; ``editor-template-NAME`` says what it is."""
_GRADES = (
    {"name": "A", "from": 90},
    {"name": "B", "from": 80},
    {"name": "C", "from": 60},
    {"name": "D", "from": 0},
)


@dataclass(frozen=True)
class FoundColumn:
    """A column of figures: the code it would have, the heading or name, and what the library knows of it."""

    code: str
    name: str
    known: LibraryLine | None


def library(actor: Actor, db: Database) -> tuple[LibraryLine, ...]:
    """The indicators there are values of, or may be, each with its last values."""
    require(actor, Action.DRAFT_SCHEME)

    def make() -> tuple[LibraryLine, ...]:
        with db.read() as cursor:
            return tuple(indicator_store.with_last_values(cursor))

    return remembered(db, "library-values", (), make)


def empty(code: str, name: str, cycle: str = "month") -> str:
    """A scheme file without indicators."""
    table: Document = {"code": code, "version": 1, "name": {"zh": name, "en": name}, "cycle": cycle}
    return document.write({**table, "grade": [dict(grade) for grade in _GRADES]})


def template(name: str) -> str:
    """The text of a template, without the head office's leave, which was for another scheme.

    Raises
    ------
    WorkflowError : there is none of that name.
    """
    if name not in TEMPLATES:
        raise WorkflowError("errors-template-unknown", name=name)
    return _unauthorised(TEMPLATES[name].read_text(encoding="utf-8"))


def version(actor: Actor, db: Database, reference: SchemeReference) -> str:
    """The text of a stored version, as the next one of its scheme."""
    require(actor, Action.DRAFT_SCHEME)
    found = schemes.scheme(actor, db, reference).scheme
    return schemes.without_authorisation(found.with_version(schemes.next_version(db, found.code))).to_toml()


def columns(actor: Actor, db: Database, path: Path, name: str = "") -> tuple[FoundColumn, ...]:
    """The columns of figures of an uploaded file (`name` is what it is called), those first that the library
    knows.

    Raises
    ------
    UnreadableFile : it cannot be read, or looks like customers' data. WorkflowError : no column of figures.
    """
    known = {line.code: line for line in library(actor, db)}
    with db.read() as cursor:
        held = indicator_store.indicators(cursor)
    words = {compact(word): i.code for i in held for word in (i.code, i.name, i.name_en, *i.aliases) if word}
    found, _ = file_columns.columns(path, words, {i.code: i.unit for i in held}, name)
    return tuple(
        FoundColumn(
            one.code or f"M{number}",
            known[one.code].name if one.code in known else one.name,
            known.get(one.code),
        )
        for number, one in enumerate(found, start=1)
    )


def from_columns(code: str, name: str, chosen: Sequence[FoundColumn]) -> str:
    """A scheme file whose indicators are columns of figures: each scored as it stands, all of equal weight,
    as a beginning."""
    table = document.read(empty(code, name))
    weights = to_sum(dict.fromkeys((column.code for column in chosen), 1.0))
    for column in chosen:
        table = document.add(table, "indicator", indicator(column, weights[column.code]))
    return document.write(table)


def indicator(column: FoundColumn, weight: float = 0) -> Document:
    """An indicator as a scheme file begins with it: scored as it stands."""
    line = column.known
    return {
        "code": column.code,
        "name": {"zh": column.name, "en": line.name_en if line else column.name},
        "class": "efficiency",
        "unit": line.unit if line else "",
        "direction": line.direction if line else "higher",
        "measure": line.measure if line else "flow",
        "weight": weight,
        "rule": {"type": "direct"},
    }


def of_library(line: LibraryLine) -> FoundColumn:
    """An indicator of the library as a column."""
    return FoundColumn(line.code, line.name, line)


def as_new(text: str, code: str, name: str) -> str:
    """The same text as a scheme of another code and name, its first version."""
    return document.write(
        {**document.read(text), "code": code, "version": 1, "name": {"zh": name, "en": name}}
    )


def _unauthorised(text: str) -> str:
    return document.write(document.put(document.read(text), ("authorisation",), None))
