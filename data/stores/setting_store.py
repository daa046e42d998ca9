"""Settings of the branch: its name, and whether it is an invented one."""

from __future__ import annotations

from collections.abc import Mapping

from data import cache
from data.database import Cursor, Database

DEMO, RULE_SET = "demo", "rule-set"


def setting(cursor: Cursor, key: str) -> str | None:
    """One setting; None where it was never made."""
    row = cursor.execute("SELECT value FROM setting WHERE key = ?", [key]).fetchone()
    return None if row is None else str(row[0])


def settings(cursor: Cursor) -> dict[str, str]:
    """All settings that were made."""
    return dict(cursor.execute("SELECT key, value FROM setting").fetchall())


def remembered(db: Database) -> Mapping[str, str]:
    """All settings that were made, read anew after a change."""

    def read() -> dict[str, str]:
        with db.read() as cursor:
            return settings(cursor)

    return cache.remembered(db, "settings", None, read)


def is_demo(cursor: Cursor) -> bool:
    """Whether the people and figures are invented."""
    return setting(cursor, DEMO) == "1"


def rule_set(cursor: Cursor) -> str:
    """Which checks the branch's schemes go through; the bank's where nothing was chosen."""
    return setting(cursor, RULE_SET) or "bank"


def put(cursor: Cursor, values: Mapping[str, str]) -> None:
    """Make settings, or make them anew."""
    for key, value in values.items():
        cursor.execute("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", [key, value])
