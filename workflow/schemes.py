"""Versions of the scheme: storing them, finding the one in force, and what two differ in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import lru_cache

from access import audit
from access.actor import Actor
from access.permissions import Action, allowed, require
from data.cache import remembered
from data.database import Cursor, Database
from data.stores import indicator_store, scheme_store, setting_store
from scoring import Scheme
from scoring.lint import LintSettings
from scoring.periods import Period, parse_period
from scoring.scheme import Authorisation, Indicator, SchemeReference
from scoring.scheme.result_use import ResultUse
from workflow.errors import WorkflowError

_OWN_NAMES = ("code", "version", "name", "indicators", "classes", "authorisation", "result_use")
SCHEME_FIELDS = tuple(f.name for f in fields(Scheme) if f.name not in _OWN_NAMES)
USE_FIELDS = tuple(f.name for f in fields(ResultUse))
INDICATOR_FIELDS = tuple(f.name for f in fields(Indicator) if f.name != "code")
"""What two versions are compared in: everything that changes a result or what people read."""


@dataclass(frozen=True)
class SchemeInfo:
    """A stored version with the state of its life.

    ``effective_from`` is the first period it holds in, or is proposed for; ``adopted`` whether it was
    adopted. ``events`` counts what has happened to it: whoever acts on an older count is told.
    ``sha256`` is the hash it was stored with; an authorisation that is recorded later leaves it as it is.
    ``authorised`` is the one that was recorded for this version; what a file brought along is in the scheme.
    """

    scheme: Scheme
    authorised: Authorisation | None
    sha256: str
    status: str
    since: dt.datetime
    effective_from: Period | None
    adopted: bool
    events: int
    created_by: str
    created_at: dt.datetime
    based_on: int | None
    note: str

    @property
    def reference(self) -> SchemeReference:
        """What the version is named by."""
        return self.scheme.reference

    @property
    def key(self) -> str:
        """The reference as people and addresses write it: code@version."""
        return str(self.reference)

    @property
    def origin(self) -> SchemeReference | None:
        """The version it was made from."""
        return None if self.based_on is None else SchemeReference(self.scheme.code, self.based_on)


@dataclass(frozen=True)
class SchemeChange:
    """One difference of two versions; `what` is a field, "added" or "removed"."""

    what: str
    indicator: str | None
    before: object
    after: object


def schemes(actor: Actor, db: Database) -> tuple[SchemeInfo, ...]:
    """Every stored version, by code, oldest first; drafts only for those who may try them."""
    require(actor, Action.VIEW_SCHEMES)
    found = stored(db)
    return found if allowed(actor, Action.SIMULATE) else tuple(i for i in found if i.status != "draft")


def stored(db: Database) -> tuple[SchemeInfo, ...]:
    """Every version, for workflow modules that have asked `access` themselves."""

    def make() -> tuple[SchemeInfo, ...]:
        with db.read() as cursor:
            return tuple(_info(version) for version in scheme_store.versions(cursor))

    return remembered(db, "schemes", (), make)


@lru_cache(maxsize=64)
def _read(toml: str) -> Scheme:
    """A version's text never changes, while everything else about it is read anew after each write."""
    return Scheme.from_toml(toml)


def _info(version: scheme_store.Version) -> SchemeInfo:
    scheme = _read(version.toml)
    recorded = version.authorisation
    leave = recorded and Authorisation(recorded["reference"], recorded["issued_on"], recorded["scope"])
    return SchemeInfo(
        scheme=replace(scheme, authorisation=leave) if leave else scheme,
        authorised=leave or None,
        sha256=version.sha256,
        status=version.status,
        since=version.since,
        effective_from=None if version.effective_from is None else parse_period(version.effective_from),
        adopted=version.adopted_from is not None,
        events=version.events,
        created_by=version.created_by,
        created_at=version.created_at,
        based_on=version.based_on,
        note=version.note,
    )


def scheme(actor: Actor, db: Database, reference: SchemeReference) -> SchemeInfo:
    """One version.

    Raises
    ------
    WorkflowError : there is none.
    """
    for info in schemes(actor, db):
        if info.reference == reference:
            return info
    raise WorkflowError("errors-scheme-unknown", **reference._asdict())


def named(actor: Actor, db: Database, text: str) -> SchemeInfo:
    """The version that somebody wrote as ``code@version``, or the newest of a scheme's ``code``.

    Raises
    ------
    SteelyardError : there is none, or what stands after the @ is no number.
    """
    code = text.removesuffix("@")
    if "@" in code:
        return scheme(actor, db, SchemeReference.parse(text))
    found = [info for info in schemes(actor, db) if info.scheme.code == code]
    if not found:
        raise WorkflowError("errors-scheme-unknown", code=code, version="")
    return found[-1]


def in_force(db: Database, period: Period, *, without: SchemeReference | None = None) -> Scheme:
    """The scheme that `period` is scored by: adopted, with the latest beginning not after it.

    `without` asks which it would be if that version were not there.

    Raises
    ------
    WorkflowError : no scheme is in force.
    """
    best: tuple[dt.date, int, Scheme] | None = None
    for info in stored(db):
        if info.effective_from is None or not info.adopted or info.scheme.cycle != period.kind:
            continue
        if info.reference == without:
            continue
        start = info.effective_from.first_day
        if info.status == "retired" and info.since.date() < start:
            continue  # taken back before it began
        if start <= period.first_day and (best is None or (start, info.scheme.version) > best[:2]):
            best = (start, info.scheme.version, info.scheme)
    if best is None:
        raise WorkflowError("errors-no-scheme-in-force", period=period.code)
    return best[2]


def coming(actor: Actor, db: Database, after: Period) -> SchemeInfo | None:
    """The version that comes into force next after a period of its cycle; None where none is adopted."""
    require(actor, Action.VIEW_SCHEMES)
    found = [
        (info.effective_from, info)
        for info in stored(db)
        if info.status == "adopted" and info.scheme.cycle == after.kind and info.effective_from is not None
    ]
    later = [(start, info) for start, info in found if start > after]
    return min(later, key=lambda one: (one[0], -one[1].scheme.version), default=(None, None))[1]


def is_in_force(db: Database, period: Period) -> bool:
    """Whether a scheme is in force in a period, for workflow modules that have asked `access`."""
    try:
        in_force(db, period)
    except WorkflowError:
        return False
    return True


def in_force_reference(actor: Actor, db: Database, period: Period) -> SchemeReference | None:
    """The version in force in a period; None where there is none."""
    require(actor, Action.VIEW_SCHEMES)
    try:
        return in_force(db, period).reference
    except WorkflowError:
        return None


def begins(actor: Actor, db: Database, cycle: str) -> Period | None:
    """The first period of `cycle` that was ever scored by a scheme; None where none was adopted for it."""
    require(actor, Action.VIEW_SCHEMES)
    starts = [i.effective_from for i in stored(db) if i.adopted and i.scheme.cycle == cycle]
    return min((s for s in starts if s is not None), default=None)


def store(
    actor: Actor,
    db: Database,
    new: Scheme,
    *,
    note: str = "",
    based_on: int | None = None,
    at: dt.datetime | None = None,
) -> SchemeReference:
    """Store a version as a draft, with its indicators; a stored version never changes.

    Raises
    ------
    WorkflowError : the version exists already. SchemeError : the scheme cannot work.
    """
    return db.write(storing(actor, new, note=note, based_on=based_on, at=at))


def storing(
    actor: Actor,
    new: Scheme,
    *,
    note: str = "",
    based_on: int | None = None,
    at: dt.datetime | None = None,
) -> Callable[[Cursor], SchemeReference]:
    """The writing of :func:`store`, for workflow modules that write more in the same transaction."""
    require(actor, Action.DRAFT_SCHEME)
    new.checked()
    when, reference = at or audit.now(), new.reference

    def work(cursor: Cursor) -> SchemeReference:
        sha256, by = new.canonical_hash(), actor.username
        said = {"toml": new.to_toml(), "sha256": sha256, "note": note}
        if not scheme_store.add_version(cursor, reference, **said, based_on=based_on, when=when, by=by):
            raise WorkflowError("errors-scheme-exists", **reference._asdict())
        scheme_store.add_event(cursor, reference, "draft", by, when, why=note)
        known = indicator_store.codes(cursor)
        for i in new.indicators:
            if i.code not in known:
                indicator_store.add(
                    cursor,
                    code=i.code,
                    name_zh=i.name.get("zh", i.code),
                    name_en=i.name.get("en", i.code),
                    unit=i.unit,
                    direction=i.direction,
                    measure=i.measure,
                    kind=i.kind,
                    when=when,
                )
        audit.append(cursor, actor, "store-scheme", str(reference), {"sha256": sha256, "note": note})
        return reference

    return work


def checks_by(actor: Actor, db: Database) -> LintSettings:
    """By what the checks judge in this branch."""
    require(actor, Action.VIEW_SCHEMES)
    with db.read() as cursor:
        return LintSettings(rule_set=setting_store.rule_set(cursor))


def without_authorisation(version: Scheme) -> Scheme:
    """The scheme as a draft that the head office has not seen."""
    return replace(version, authorisation=None)


def next_version(db: Database, code: str) -> int:
    """The number after the greatest stored one."""
    return max((i.scheme.version for i in stored(db) if i.scheme.code == code), default=0) + 1


def difference(before: Scheme, after: Scheme) -> tuple[SchemeChange, ...]:
    """What two versions differ in, the scheme's own fields first, then indicator by indicator."""
    changes = [
        SchemeChange(name, None, getattr(before, name), getattr(after, name))
        for name in SCHEME_FIELDS
        if getattr(before, name) != getattr(after, name)
    ]
    changes += [
        SchemeChange(name, None, getattr(before.result_use, name), getattr(after.result_use, name))
        for name in USE_FIELDS
        if getattr(before.result_use, name) != getattr(after.result_use, name)
    ]
    for code in dict.fromkeys((*after.codes, *before.codes)):
        old, new = before.by_code.get(code), after.by_code.get(code)
        if old is None or new is None:
            what = "added" if old is None else "removed"
            changes.append(SchemeChange(what, code, old and old.weight, new and new.weight))
            continue
        for name in INDICATOR_FIELDS:
            if getattr(old, name) != getattr(new, name):
                changes.append(SchemeChange(name, code, getattr(old, name), getattr(new, name)))
    return tuple(changes)
