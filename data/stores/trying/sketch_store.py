"""Schemes in the making as stored: every state that somebody saved; the last one holds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from data.database import Cursor
from data.rows import Local, first, insert, next_number, rows
from scoring.scheme import SchemeReference

Kind = Literal["changed", "undone", "redone", "stored", "discarded"]


@dataclass(frozen=True)
class Sketch:
    """A sketch in the state it was saved in last; moments by the branch's clock.

    ``counter`` is the number of that state, ``undo_to`` and ``redo_to`` those that a step back and forth lead
    to (None: nowhere); ``version`` the number of the draft it became.
    """

    sketch_id: int
    base_code: str | None
    base_version: int | None
    begun_at: Local
    begun_by: str
    counter: int
    kind: Kind
    title: str
    toml: str
    undo_to: int | None
    redo_to: int | None
    version: int | None
    saved_at: Local
    saved_by: str

    @property
    def base(self) -> SchemeReference | None:
        """The stored version it was begun from."""
        known = self.base_code is not None and self.base_version is not None
        return SchemeReference(str(self.base_code), int(self.base_version or 0)) if known else None

    @property
    def open(self) -> bool:
        """Whether it is still being made."""
        return self.kind not in ("stored", "discarded")


def add(cursor: Cursor, base: SchemeReference | None, when: dt.datetime, by: str) -> int:
    """A sketch without a state yet; its number."""
    number = next_number(cursor, "scheme_sketch", "sketch_id")
    insert(
        cursor,
        "scheme_sketch",
        sketch_id=number,
        base_code=None if base is None else base.code,
        base_version=None if base is None else base.version,
        begun_at=when,
        begun_by=by,
    )
    return number


def add_step(
    cursor: Cursor,
    sketch_id: int,
    counter: int,
    kind: Kind,
    title: str,
    toml: str,
    when: dt.datetime,
    by: str,
    *,
    undo_to: int | None = None,
    redo_to: int | None = None,
    version: int | None = None,
) -> None:
    """The state that holds from now on."""
    insert(
        cursor,
        "scheme_sketch_step",
        sketch_id=sketch_id,
        counter=counter,
        kind=kind,
        title=title,
        toml=toml,
        undo_to=undo_to,
        redo_to=redo_to,
        version=version,
        saved_at=when,
        saved_by=by,
    )


_SKETCHES = """
    SELECT s.sketch_id, s.base_code, s.base_version, s.begun_at, s.begun_by, p.counter, p.kind, p.title,
        p.toml, p.undo_to, p.redo_to, p.version, p.saved_at, p.saved_by
    FROM scheme_sketch s JOIN scheme_sketch_step p USING (sketch_id)
"""


def sketches(cursor: Cursor) -> list[Sketch]:
    """Every sketch as it stands, the one saved last first."""
    last = "QUALIFY row_number() OVER (PARTITION BY s.sketch_id ORDER BY p.counter DESC) = 1"
    return rows(cursor.execute(f"{_SKETCHES} {last} ORDER BY p.saved_at DESC, s.sketch_id DESC"), Sketch)


def latest(cursor: Cursor, sketch_id: int) -> Sketch | None:
    """A sketch as it stands; None where there is none of that number."""
    newest = "WHERE s.sketch_id = ? ORDER BY p.counter DESC LIMIT 1"
    return first(cursor.execute(f"{_SKETCHES} {newest}", [sketch_id]), Sketch)


def state(cursor: Cursor, sketch_id: int, counter: int) -> Sketch | None:
    """A sketch as it stood at a counter; None where it never did."""
    return first(
        cursor.execute(f"{_SKETCHES} WHERE s.sketch_id = ? AND p.counter = ?", [sketch_id, counter]), Sketch
    )
