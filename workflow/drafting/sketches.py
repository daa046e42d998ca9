"""Sketches: schemes that somebody is still making. Every change is saved; two who edit one are told.

A sketch is the text of a scheme file, faults and all. It is no version and no entry of the audit until it
is stored as a draft, which goes the way of every version. Whoever has a scheme to draft may open any sketch.
"""

from __future__ import annotations

from collections.abc import Callable

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data.database import Cursor, Database
from data.stores.trying import sketch_store
from data.stores.trying.sketch_store import Sketch
from scoring.errors import SchemeError
from scoring.scheme import SchemeReference, document
from workflow import schemes
from workflow.drafting import trial
from workflow.errors import WorkflowError

__all__ = [
    "Sketch",
    "begin",
    "discard",
    "opened",
    "redo",
    "save",
    "sketch",
    "store",
    "undo",
]


def opened(actor: Actor, db: Database) -> tuple[Sketch, ...]:
    """The sketches that are still being made, everybody's, the one saved last first."""
    require(actor, Action.DRAFT_SCHEME)
    with db.read() as cursor:
        return tuple(one for one in sketch_store.sketches(cursor) if one.open)


def sketch(actor: Actor, db: Database, sketch_id: int) -> Sketch:
    """One sketch as it stands.

    Raises
    ------
    WorkflowError : there is none of that number.
    """
    require(actor, Action.DRAFT_SCHEME)
    with db.read() as cursor:
        return _found(cursor, sketch_id)


def begin(actor: Actor, db: Database, text: str, base: SchemeReference | None = None) -> int:
    """Begin a sketch with a text; its number.

    Raises
    ------
    SchemeError : the text is not TOML at all.
    """
    require(actor, Action.DRAFT_SCHEME)
    title = _title(text)

    def work(cursor: Cursor) -> int:
        when = audit.now()
        number = sketch_store.add(cursor, base, when, actor.username)
        sketch_store.add_step(cursor, number, 1, "changed", title, text, when, actor.username)
        return number

    return db.write(work)


def save(actor: Actor, db: Database, sketch_id: int, seen: int, text: str, *, over: bool = False) -> Sketch:
    """Save a change that was made on the state with the counter `seen`; with `over` also where somebody else
    has saved meanwhile, whose state then stays among the steps that can be undone.

    Raises
    ------
    WorkflowError : ``errors-sketch-changed`` with who saved meanwhile and when; the sketch is closed.
    SchemeError : the text is not TOML at all.
    """
    require(actor, Action.DRAFT_SCHEME)
    title = _title(text)

    def step(cursor: Cursor, now: Sketch) -> None:
        if text != now.toml:
            _add(cursor, actor, now, "changed", title, text, undo_to=now.counter)

    return _on(actor, db, sketch_id, None if over else seen, step)


def undo(actor: Actor, db: Database, sketch_id: int, seen: int) -> Sketch:
    """One step back; it is a state of its own, from which a step forth leads here again.

    Raises
    ------
    WorkflowError : as :func:`save`.
    """
    require(actor, Action.DRAFT_SCHEME)

    def step(cursor: Cursor, now: Sketch) -> None:
        if now.undo_to is not None:
            to = _state(cursor, sketch_id, now.undo_to)
            back = {"undo_to": to.undo_to, "redo_to": now.counter}
            _add(cursor, actor, now, "undone", to.title, to.toml, **back)

    return _on(actor, db, sketch_id, seen, step)


def redo(actor: Actor, db: Database, sketch_id: int, seen: int) -> Sketch:
    """One step forth again.

    Raises
    ------
    WorkflowError : as :func:`save`.
    """
    require(actor, Action.DRAFT_SCHEME)

    def step(cursor: Cursor, now: Sketch) -> None:
        if now.redo_to is not None:
            to = _state(cursor, sketch_id, now.redo_to)
            _add(cursor, actor, now, "redone", to.title, to.toml, undo_to=to.undo_to, redo_to=to.redo_to)

    return _on(actor, db, sketch_id, seen, step)


def discard(actor: Actor, db: Database, sketch_id: int, seen: int) -> None:
    """Lay a sketch aside; what was saved of it is kept.

    Raises
    ------
    WorkflowError : as :func:`save`.
    """
    require(actor, Action.DRAFT_SCHEME)

    def step(cursor: Cursor, now: Sketch) -> None:
        _add(cursor, actor, now, "discarded", now.title, now.toml)

    _on(actor, db, sketch_id, seen, step)


def store(actor: Actor, db: Database, sketch_id: int, seen: int, note: str) -> SchemeReference:
    """Store a sketch as the next draft version of its scheme, without an authorisation, which is for a
    version and does not pass on. The sketch is closed by it, in one and the same transaction.

    Raises
    ------
    WorkflowError : as :func:`save`; no note. SchemeError : every fault of the scheme.
    """
    require(actor, Action.DRAFT_SCHEME)
    if not note.strip():
        raise WorkflowError("errors-reason-needed")
    now = sketch(actor, db, sketch_id)
    _refuse(now, seen)
    read = trial.checked(actor, db, now.toml)
    if not read.passes:
        raise SchemeError(read.faults)
    written = read.scheme
    version = schemes.next_version(db, written.code)
    draft = schemes.without_authorisation(written).with_version(version)
    based_on = now.base.version if now.base and now.base.code == written.code else None
    keep = schemes.storing(actor, draft, note=note.strip(), based_on=based_on)

    def step(cursor: Cursor, now: Sketch) -> None:
        keep(cursor)
        _add(cursor, actor, now, "stored", now.title, draft.to_toml(), version=version)

    _on(actor, db, sketch_id, seen, step)
    return draft.reference


def _on(
    actor: Actor, db: Database, sketch_id: int, seen: int | None, step: Callable[[Cursor, Sketch], None]
) -> Sketch:
    """Do something to an open sketch, seen in its present state unless `seen` is None; the sketch then."""

    def work(cursor: Cursor) -> Sketch:
        now = _found(cursor, sketch_id)
        if seen is not None or not now.open:
            _refuse(now, now.counter if seen is None else seen)
        step(cursor, now)
        return _found(cursor, sketch_id)

    return db.write(work)


def _refuse(now: Sketch, seen: int) -> None:
    at = f"{now.saved_at:%Y-%m-%d %H:%M}"
    if not now.open:
        raise WorkflowError("errors-sketch-closed", by=now.saved_by, at=at)
    if now.counter != seen:
        raise WorkflowError("errors-sketch-changed", by=now.saved_by, at=at)


def _found(cursor: Cursor, sketch_id: int) -> Sketch:
    found = sketch_store.latest(cursor, sketch_id)
    if found is None:
        raise WorkflowError("errors-sketch-unknown", number=sketch_id)
    return found


def _state(cursor: Cursor, sketch_id: int, counter: int) -> Sketch:
    found = sketch_store.state(cursor, sketch_id, counter)
    if found is None:
        raise WorkflowError("errors-sketch-unknown", number=sketch_id)
    return found


def _add(
    cursor: Cursor,
    actor: Actor,
    now: Sketch,
    kind: sketch_store.Kind,
    title: str,
    text: str,
    *,
    undo_to: int | None = None,
    redo_to: int | None = None,
    version: int | None = None,
) -> None:
    sketch_store.add_step(
        cursor,
        now.sketch_id,
        now.counter + 1,
        kind,
        title,
        text,
        audit.now(),
        actor.username,
        undo_to=undo_to,
        redo_to=redo_to,
        version=version,
    )


def _title(text: str) -> str:
    """What a scheme file calls itself: its Chinese name, else its code."""
    table = document.read(text)
    name = table.get("name")
    said = (name.get("zh") or name.get("en")) if isinstance(name, dict) else name
    return str(said or table.get("code") or "")
