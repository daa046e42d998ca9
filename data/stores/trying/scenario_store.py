"""Scenarios as stored: weights that somebody tried and kept under a name; never changed."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from data.database import Cursor
from data.rows import insert, next_number, rows
from scoring.scheme import SchemeReference


@dataclass(frozen=True)
class Scenario:
    """Weights by indicator, in points, and the version they are compared with; ``created_at`` in UTC."""

    scenario_id: int
    code: str
    version: int
    name: str
    weights: Annotated[Mapping[str, float], json.loads]
    note: str
    created_at: dt.datetime
    created_by: str

    @property
    def reference(self) -> SchemeReference:
        """The version they are compared with."""
        return SchemeReference(self.code, self.version)


def taken_by(cursor: Cursor, code: str, name: str) -> str | None:
    """Who kept a scenario of that name for a scheme; None where nobody did."""
    row = cursor.execute(
        "SELECT created_by FROM scenario WHERE code = ? AND name = ?", [code, name]
    ).fetchone()
    return None if row is None else str(row[0])


def add(
    cursor: Cursor,
    reference: SchemeReference,
    name: str,
    weights: Mapping[str, float],
    note: str,
    when: dt.datetime,
    by: str,
) -> int:
    """Keep weights (in points) for a version; the scenario's number."""
    number = next_number(cursor, "scenario", "scenario_id")
    insert(
        cursor,
        "scenario",
        scenario_id=number,
        **reference._asdict(),
        name=name,
        weights=json.dumps(weights),
        note=note or None,
        created_at=when,
        created_by=by,
    )
    return number


def scenarios(cursor: Cursor) -> list[Scenario]:
    """Every scenario, newest first."""
    return rows(
        cursor.execute(
            """
            SELECT scenario_id, code, version, name, weights, coalesce(note, '') AS note, created_at,
                created_by
            FROM scenario ORDER BY scenario_id DESC
            """
        ),
        Scenario,
    )
