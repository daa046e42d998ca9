"""Versions of the scheme and their life: drafted, authorised by the head office, adopted, retired."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data import queries
from data.database import Database
from scoring import Scheme, lint
from scoring.periods import MONTHS, Period, parse_period
from scoring.scheme import Authorisation
from workflow.errors import WorkflowError
from workflow.memo import remembered

CLOSED_STATES = ("notice", "appeals", "final")


@dataclass(frozen=True)
class SchemeInfo:
    """A stored version with the state of its life."""

    scheme: Scheme
    status: str
    effective_from: str | None
    created_by: str
    created_at: dt.datetime
    based_on: int | None
    note: str

    @property
    def reference(self) -> tuple[str, int]:
        """(code, version)."""
        return self.scheme.code, self.scheme.version


@dataclass(frozen=True)
class SchemeChange:
    """One difference of two versions; `what` is a field, "added" or "removed"."""

    what: str
    indicator: str | None
    before: object
    after: object


@dataclass(frozen=True)
class Obstacle:
    """Why a version cannot be adopted: a sentence of the catalogue, or a finding of the checks."""

    key: str
    params: dict[str, object]
    finding: lint.Finding | None = None


def schemes(actor: Actor, db: Database) -> tuple[SchemeInfo, ...]:
    """Every stored version, by code, oldest first."""
    require(actor, Action.VIEW_SCHEMES)
    return _stored(db)


def _stored(db: Database) -> tuple[SchemeInfo, ...]:
    def make() -> tuple[SchemeInfo, ...]:
        with db.read() as cursor:
            return tuple(_info(row) for row in queries.scheme_rows(cursor))

    return remembered(db, "schemes", (), make)


def _info(row: dict[str, Any]) -> SchemeInfo:
    scheme = Scheme.from_toml(row["toml"])
    if isinstance(row["authorisation"], str):
        scheme = replace(scheme, authorisation=Authorisation(**json.loads(row["authorisation"])))
    return SchemeInfo(
        scheme=scheme,
        status=row["status"],
        effective_from=row["effective_from"] if isinstance(row["effective_from"], str) else None,
        created_by=row["created_by"],
        created_at=pd.Timestamp(row["created_at"]).to_pydatetime(),
        based_on=None if pd.isna(row["based_on"]) else int(row["based_on"]),
        note=row["note"] or "",
    )


def scheme(actor: Actor, db: Database, code: str, version: int | None = None) -> SchemeInfo:
    """One version; the newest where none is named.

    Raises
    ------
    WorkflowError : there is none.
    """
    found = [i for i in schemes(actor, db) if i.scheme.code == code and version in (None, i.scheme.version)]
    if not found:
        raise WorkflowError("errors-scheme-unknown", code=code, version=version or "")
    return found[-1]


def in_force(db: Database, period: Period) -> Scheme:
    """The scheme that `period` is scored by: adopted, with the latest beginning not after it.

    Raises
    ------
    WorkflowError : no scheme is in force.
    """
    best: tuple[dt.date, int, Scheme] | None = None
    for info in _stored(db):
        if info.effective_from is None or info.scheme.cycle != period.kind:
            continue
        start = parse_period(info.effective_from).first_day
        if start <= period.first_day and (best is None or (start, info.scheme.version) > best[:2]):
            best = (start, info.scheme.version, info.scheme)
    if best is None:
        raise WorkflowError("errors-no-scheme-in-force", period=period.code)
    return best[2]


def in_force_reference(actor: Actor, db: Database, period: str) -> tuple[str, int] | None:
    """(code, version) of the scheme in force in a period; None where there is none."""
    require(actor, Action.VIEW_SCHEMES)
    try:
        found = in_force(db, parse_period(period))
    except WorkflowError:
        return None
    return found.code, found.version


def store(
    actor: Actor,
    db: Database,
    new: Scheme,
    *,
    note: str = "",
    based_on: int | None = None,
    at: dt.datetime | None = None,
) -> tuple[str, int]:
    """Store a version as a draft, with its indicators; a stored version never changes.

    Raises
    ------
    WorkflowError : the version exists already. SchemeError : the scheme cannot work.
    """
    require(actor, Action.DRAFT_SCHEME)
    new.checked()
    when = at or audit.now()

    def work(cursor) -> None:  # type: ignore[no-untyped-def]
        taken = cursor.execute(
            "SELECT 1 FROM scheme_version WHERE code = ? AND version = ?", [new.code, new.version]
        )
        if taken.fetchone():
            raise WorkflowError("errors-scheme-exists", code=new.code, version=new.version)
        sha256 = new.canonical_hash()
        cursor.execute(
            "INSERT INTO scheme_version VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [new.code, new.version, new.to_toml(), sha256, based_on, note, when, actor.username],
        )
        _event(cursor, actor, new.code, new.version, "draft", when, why=note)
        known = queries.indicator_codes(cursor)
        for i in new.indicators:
            if i.code not in known:
                names = [i.name.get("zh", i.code), i.name.get("en", i.code)]
                cursor.execute(
                    "INSERT INTO indicator VALUES (?, ?, ?, ?, ?, ?, ?, '', NULL, ?)",
                    [i.code, *names, i.unit, i.direction, i.measure, i.kind, when],
                )
        audit.append(
            cursor, actor, "store-scheme", f"{new.code}@{new.version}", {"sha256": sha256, "note": note}
        )

    db.write(work)
    return new.code, new.version


def without_authorisation(version: Scheme) -> Scheme:
    """The scheme as a draft that the head office has not seen."""
    return replace(version, authorisation=None)


def next_version(db: Database, code: str) -> int:
    """The number after the greatest stored one."""
    return max((i.scheme.version for i in _stored(db) if i.scheme.code == code), default=0) + 1


def authorise(actor: Actor, db: Database, code: str, version: int, leave: Authorisation) -> None:
    """Record the head office's authorisation of a version that is not adopted yet."""
    require(actor, Action.ADOPT_SCHEME)
    info = scheme(actor, db, code, version)
    if info.status != "draft":
        raise WorkflowError("errors-scheme-not-draft", code=code, version=version, status=info.status)
    if not (leave.reference.strip() and _is_day(leave.issued_on) and leave.scope.strip()):
        raise WorkflowError("errors-authorisation-incomplete")
    detail = {"reference": leave.reference, "issued_on": leave.issued_on, "scope": leave.scope}

    def work(cursor) -> None:  # type: ignore[no-untyped-def]
        _event(cursor, actor, code, version, "authorised", audit.now(), detail=detail)
        audit.append(cursor, actor, "authorise-scheme", f"{code}@{version}", dict(detail))

    db.write(work)


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def obstacles(
    actor: Actor, db: Database, code: str, version: int, effective_from: str
) -> tuple[Obstacle, ...]:
    """Everything that stands against adopting a version from a period on; empty when nothing does."""
    info = scheme(actor, db, code, version)
    found = [
        Obstacle("errors-lint", {"rule": f.rule}, f) for f in lint.check(info.scheme) if f.severity == "error"
    ]
    if info.status != "draft":
        found.append(
            Obstacle("errors-scheme-not-draft", {"code": code, "version": version, "status": info.status})
        )
    if info.created_by == actor.username:
        found.append(Obstacle("errors-adopt-own", {"by": actor.username}))
    start = parse_period(effective_from)
    if start.length != MONTHS[info.scheme.cycle]:
        found.append(Obstacle("errors-adopt-cycle", {"period": effective_from, "cycle": info.scheme.cycle}))
    with db.read() as cursor:
        closed = [p for p, state, _ in queries.periods_with_data(cursor) if state in CLOSED_STATES]
    last = max((parse_period(p) for p in closed), default=None)
    if last is not None and start.first_day <= last.last_day:
        found.append(Obstacle("errors-adopt-closed", {"period": effective_from, "closed": last.code}))
    return tuple(found)


def adopt(
    actor: Actor,
    db: Database,
    code: str,
    version: int,
    effective_from: str,
    why: str,
    *,
    at: dt.datetime | None = None,
) -> None:
    """Adopt a version from the start of a period on.

    Raises
    ------
    WorkflowError : ``errors-adopt-refused`` with the obstacles in ``params["obstacles"]``.
    """
    require(actor, Action.ADOPT_SCHEME)
    if not why.strip():
        raise WorkflowError("errors-reason-needed")
    against = obstacles(actor, db, code, version, effective_from)
    if against:
        raise WorkflowError("errors-adopt-refused", count=len(against), obstacles=against)

    def work(cursor) -> None:  # type: ignore[no-untyped-def]
        when = at or audit.now()
        _event(cursor, actor, code, version, "adopted", when, effective_from=effective_from, why=why)
        detail: dict[str, object] = {"effective_from": effective_from, "why": why}
        audit.append(cursor, actor, "adopt-scheme", f"{code}@{version}", detail)

    db.write(work)


def difference(before: Scheme, after: Scheme) -> tuple[SchemeChange, ...]:
    """What two versions differ in, the scheme's own fields first, then indicator by indicator."""
    changes = [
        SchemeChange(name, None, getattr(before, name), getattr(after, name))
        for name in (
            *("aggregation", "missing", "minimum_coverage", "decimals", "cap", "additions_limit"),
            *("deductions_limit", "veto", "grades", "protection", "handover_months", "tie_breakers"),
        )
        if getattr(before, name) != getattr(after, name)
    ]
    for code in dict.fromkeys((*after.codes, *before.codes)):
        old, new = before.by_code.get(code), after.by_code.get(code)
        if old is None or new is None:
            what = "added" if old is None else "removed"
            changes.append(SchemeChange(what, code, old and old.weight, new and new.weight))
            continue
        for name in ("weight", "target", "rule", "direction", "class_", "measure", "frequency"):
            if getattr(old, name) != getattr(new, name):
                changes.append(SchemeChange(name, code, getattr(old, name), getattr(new, name)))
    return tuple(changes)


def _event(
    cursor: Any,
    actor: Actor,
    code: str,
    version: int,
    status: str,
    at: dt.datetime,
    *,
    effective_from: str | None = None,
    detail: dict[str, str] | None = None,
    why: str | None = None,
) -> None:
    text = None if detail is None else json.dumps(detail, ensure_ascii=False)
    cursor.execute(
        "INSERT INTO scheme_event VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [code, version, status, effective_from, text, at, actor.username, why],
    )
