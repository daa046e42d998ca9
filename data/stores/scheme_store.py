"""Versions of schemes as stored: their life as events, and the impact runs they were decided on."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from data.database import Cursor
from data.rows import first, insert, next_number, rows, scalar
from scoring.scheme import SchemeReference

STATES = ("draft", "proposed", "in-notice", "adopted", "retired")
"""The events that are a state; the last of them is the version's."""


@dataclass(frozen=True)
class Version:
    """A stored version with the state of its life; moments in UTC.

    ``effective_from`` is the period it was adopted from, else the one it is proposed for;
    ``adopted_from`` only the former. ``events`` counts its life: whoever saw fewer saw an older state.
    ``authorisation`` is the last one recorded since it was stored.
    """

    code: str
    version: int
    toml: str
    sha256: str
    based_on: int | None
    note: str
    created_at: dt.datetime
    created_by: str
    events: int
    status: str
    since: dt.datetime
    effective_from: str | None
    adopted_from: str | None
    authorisation: Annotated[Mapping[str, str] | None, json.loads]

    @property
    def reference(self) -> SchemeReference:
        """What the version is named by."""
        return SchemeReference(self.code, self.version)


@dataclass(frozen=True)
class LifeEvent:
    """Something that happened to a version; ``at`` in UTC."""

    kind: str
    effective_from: str | None
    detail: Annotated[Mapping[str, Any], json.loads]
    at: dt.datetime
    by: str
    why: str


@dataclass(frozen=True)
class Run:
    """An impact run of a version beside the one it replaces, bound to what it was worked out from;
    ``ran_at`` in UTC."""

    run_id: int
    base_code: str
    base_version: int
    scheme_sha256: str
    data_sha256: str
    engine: str
    outcome: Annotated[Mapping[str, Any], json.loads]
    ran_at: dt.datetime
    ran_by: str

    @property
    def base(self) -> SchemeReference:
        """The version it stands beside."""
        return SchemeReference(self.base_code, self.base_version)


def versions(cursor: Cursor) -> list[Version]:
    """Every stored version, by code, oldest first."""
    return rows(
        cursor.execute(
            """
            SELECT v.code, v.version, v.toml, v.sha256, v.based_on, coalesce(v.note, '') AS note,
                v.created_at, v.created_by, e.events, e.status, e.since, e.effective_from, e.adopted_from,
                e.authorisation
            FROM scheme_version v JOIN (
                SELECT code, version, count(*) FILTER (kind != 'comment') AS events,
                    last(kind ORDER BY event_id) FILTER (list_contains($1::VARCHAR[], kind)) AS status,
                    last(happened_at ORDER BY event_id) FILTER (list_contains($1::VARCHAR[], kind)) AS since,
                    last(effective_from ORDER BY event_id) FILTER (effective_from IS NOT NULL)
                        AS effective_from,
                    last(effective_from ORDER BY event_id) FILTER (kind = 'adopted') AS adopted_from,
                    last(detail ORDER BY event_id) FILTER (kind = 'authorised') AS authorisation
                FROM scheme_event GROUP BY code, version
            ) e USING (code, version)
            ORDER BY v.code, v.version
            """,
            [list(STATES)],
        ),
        Version,
    )


def add_version(
    cursor: Cursor,
    reference: SchemeReference,
    *,
    toml: str,
    sha256: str,
    based_on: int | None,
    note: str,
    when: dt.datetime,
    by: str,
) -> bool:
    """Store a version; False where the number is taken."""
    known = "SELECT 1 FROM scheme_version WHERE code = ? AND version = ?"
    if cursor.execute(known, list(reference)).fetchone():
        return False
    insert(
        cursor,
        "scheme_version",
        **reference._asdict(),
        **{"toml": toml, "sha256": sha256},
        **{"based_on": based_on, "note": note, "created_at": when, "created_by": by},
    )
    return True


def add_event(
    cursor: Cursor,
    reference: SchemeReference,
    kind: str,
    by: str,
    when: dt.datetime,
    *,
    effective_from: str | None = None,
    detail: Mapping[str, object] | None = None,
    why: str | None = None,
) -> None:
    """Add to the life of a version."""
    insert(
        cursor,
        "scheme_event",
        **reference._asdict(),
        kind=kind,
        effective_from=effective_from,
        detail=None if detail is None else json.dumps(detail, ensure_ascii=False),
        happened_at=when,
        actor=by,
        why=why,
    )


def events(cursor: Cursor, reference: SchemeReference) -> list[LifeEvent]:
    """A version's life, oldest first."""
    return rows(
        cursor.execute(
            """
            SELECT kind, effective_from, coalesce(detail, '{}') AS detail, happened_at AS at, actor AS by,
                coalesce(why, '') AS why
            FROM scheme_event WHERE code = ? AND version = ? ORDER BY event_id
            """,
            list(reference),
        ),
        LifeEvent,
    )


def count_events(cursor: Cursor, reference: SchemeReference) -> int:
    """How many things have happened to a version, comments apart."""
    return int(
        scalar(
            cursor.execute(
                "SELECT count(*) FROM scheme_event WHERE code = ? AND version = ? AND kind != 'comment'",
                list(reference),
            )
        )
    )


def add_run(
    cursor: Cursor,
    reference: SchemeReference,
    base: SchemeReference,
    *,
    scheme_sha256: str,
    data_sha256: str,
    engine: str,
    outcome: Mapping[str, object],
    when: dt.datetime,
    by: str,
) -> int:
    """Store an impact run of a version beside `base`; its number."""
    number = next_number(cursor, "impact_run", "run_id")
    insert(
        cursor,
        "impact_run",
        run_id=number,
        **reference._asdict(),
        **{"base_code": base.code, "base_version": base.version},
        **{"scheme_sha256": scheme_sha256, "data_sha256": data_sha256, "engine": engine},
        **{"outcome": json.dumps(outcome, ensure_ascii=False), "ran_at": when, "ran_by": by},
    )
    return number


def run(cursor: Cursor, reference: SchemeReference, number: int | None) -> Run | None:
    """The impact run of that number of a version, or its latest one."""
    return first(
        cursor.execute(
            """
            SELECT run_id, base_code, base_version, scheme_sha256, data_sha256, engine, outcome, ran_at,
                ran_by
            FROM impact_run WHERE code = $1 AND version = $2 AND ($3 IS NULL OR run_id = $3)
            ORDER BY run_id DESC LIMIT 1
            """,
            [*reference, number],
        ),
        Run,
    )
