"""Versions of schemes as stored: their life as events, and the impact runs they were decided on."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from data.facts import Fact, add

STATES = ("draft", "proposed", "in-notice", "adopted", "retired")
"""The events that are a state; the last of them is the version's."""


def version_rows(cursor: Any) -> list[dict[str, Any]]:
    """Every stored version with the state of its life, by code, oldest first.

    ``effective_from`` is the period it was adopted from, else the one it is proposed for;
    ``adopted_from`` only the former. ``events`` counts its life: whoever saw fewer saw an older state.
    """
    return (
        cursor.execute(
            """
            SELECT v.*, e.* EXCLUDE (code, version)
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
        )
        .df()
        .to_dict("records")
    )


def add_version(cursor: Any, row: Mapping[str, Any]) -> bool:
    """Store a version; False where the number is taken."""
    key = [row["code"], row["version"]]
    if cursor.execute("SELECT 1 FROM scheme_version WHERE code = ? AND version = ?", key).fetchone():
        return False
    cursor.execute(
        "INSERT INTO scheme_version VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            *(*key, row["toml"], row["sha256"], row["based_on"], row["note"]),
            *(row["created_at"], row["created_by"]),
        ],
    )
    return True


def add_indicator(cursor: Any, row: list[Any], when: dt.datetime) -> None:
    """Add an indicator: code, name, English name, unit, direction, measure, kind."""
    names = ("code", "name_zh", "name_en", "unit", "direction", "measure", "kind")
    add(cursor, [Fact("indicator", dict(zip(names, row, strict=True)) | {"aliases": ""})], None, when)


def add_event(
    cursor: Any,
    reference: tuple[str, int],
    kind: str,
    by: str,
    when: dt.datetime,
    *,
    effective_from: str | None = None,
    detail: Mapping[str, object] | None = None,
    why: str | None = None,
) -> None:
    """Add to the life of a version."""
    text = None if detail is None else json.dumps(detail, ensure_ascii=False)
    cursor.execute(
        """
        INSERT INTO scheme_event (code, version, kind, effective_from, detail, happened_at, actor, why)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [*reference, kind, effective_from, text, when, by, why],
    )


def event_rows(cursor: Any, reference: tuple[str, int]) -> list[tuple[Any, ...]]:
    """(kind, effective_from, detail, happened_at, actor, why) of a version's life, oldest first."""
    rows = cursor.execute(
        """
        SELECT kind, effective_from, detail, happened_at, actor, why
        FROM scheme_event WHERE code = ? AND version = ? ORDER BY event_id
        """,
        list(reference),
    ).fetchall()
    return [(kind, start, json.loads(detail) if detail else {}, *rest) for kind, start, detail, *rest in rows]


def count_events(cursor: Any, reference: tuple[str, int]) -> int:
    """How many things have happened to a version, comments apart."""
    return int(
        cursor.execute(
            "SELECT count(*) FROM scheme_event WHERE code = ? AND version = ? AND kind != 'comment'",
            list(reference),
        ).fetchone()[0]
    )


def add_run(cursor: Any, row: list[Any], outcome: Mapping[str, object]) -> int:
    """Store an impact run (code, version, base, hashes, engine | outcome | when, who); its number."""
    number = cursor.execute("SELECT coalesce(max(run_id), 0) + 1 FROM impact_run").fetchone()[0]
    text = json.dumps(outcome, ensure_ascii=False)
    cursor.execute(
        "INSERT INTO impact_run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [number, *row[:-2], text, *row[-2:]],
    )
    return int(number)


def last_run(cursor: Any, reference: tuple[str, int]) -> dict[str, Any] | None:
    """The latest impact run of a version, its outcome read."""
    found = cursor.execute(
        "SELECT * FROM impact_run WHERE code = ? AND version = ? ORDER BY run_id DESC LIMIT 1",
        list(reference),
    )
    row = found.fetchone()
    if row is None:
        return None
    names = [column[0] for column in found.description]
    result = dict(zip(names, row, strict=True))
    return result | {"outcome": json.loads(result["outcome"])}
