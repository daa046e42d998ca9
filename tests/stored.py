"""People and measured values as tests put them there, past every process: brought, taken out, changed."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from data import facts
from data.database import Cursor, Database
from data.sealing import trail


def put_values(cursor: Cursor, select: str, given: Sequence[object] = ()) -> None:
    """Store what a statement gives: manager_id, indicator_code, period, value, batch_id, recorded_at."""
    cursor.execute(
        "CREATE TEMP TABLE brought (manager_id VARCHAR, indicator_code VARCHAR, period VARCHAR, value DOUBLE,"
        " batch_id INTEGER, recorded_at TIMESTAMP)"
    )
    cursor.execute(f"INSERT INTO brought {select}", given)
    facts.learn(cursor, "brought")
    cursor.execute(
        "INSERT INTO measured (person_no, indicator_no, period_no, value, batch_id, recorded_at)"
        " SELECT person_no, indicator_no, period_no, value, batch_id, recorded_at"
        f" FROM brought {facts.WITH_NUMBERS} ORDER BY brought.rowid"
    )
    cursor.execute("DROP TABLE brought")
    facts.count(cursor)


def drop_values(cursor: Cursor, where: str, given: Sequence[object] = ()) -> None:
    """Take out values as if nobody had ever brought them."""
    _rows(cursor, "DELETE FROM measured", where, given)


def change_values(cursor: Cursor, what: str, where: str) -> None:
    """Change columns of values (``value = 1``) where they stand."""
    _rows(cursor, f"UPDATE measured SET {what}", where, ())


def _rows(cursor: Cursor, statement: str, where: str, given: Sequence[object]) -> None:
    cursor.execute(
        f"{statement} WHERE number IN (SELECT measurement_id FROM measurement WHERE {where})", given
    )
    cursor.execute("DELETE FROM period_count")
    facts.count(cursor)


def on_roll(db: Database, people: int) -> None:
    """CM01, CM02 … are customer managers."""
    rows = ", ".join(f"('CM{k:02}', DATE '2026-01-01', 'N', now()::TIMESTAMP)" for k in range(1, people + 1))
    columns = "manager_id, from_on, name, recorded_at"
    db.write(lambda cursor: cursor.execute(f"INSERT INTO person_record ({columns}) VALUES {rows}"))


def chained_anew(plain: duckdb.DuckDBPyConnection) -> None:
    """Put another name under the third entry of the trail, and give every entry the hash that fits."""
    entries = [(entry, sealed) for entry, sealed, _ in trail.chain(Cursor(plain))]
    plain.execute("DELETE FROM audit")
    previous = ""
    for entry, sealed in entries:
        entry[2] = "nobody" if entry[0] == 3 else entry[2]
        entry[-1] = previous
        previous = trail.hashed(entry if sealed is None else [*entry, sealed])
        plain.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", [*entry, previous, sealed])
