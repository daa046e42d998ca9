"""The numbered scripts: which of them a file has, and applying those that it has not."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import duckdb

from data.errors import UnreadableFile
from data.reading.values.text import compact
from data.sealing.check import unfit
from data.sealing.cursor import Cursor
from data.sealing.seals import seal_anew

MIGRATIONS = Path(__file__).parent.parent / "migrations"
_HELD = "schema_version"


@dataclass(frozen=True)
class Scripts:
    """The program's scripts by number."""

    files: Mapping[int, Path]

    @cached_property
    def texts(self) -> dict[int, str]:
        """What each does; the ends of lines are the machine's, not the script's."""
        return {version: script.read_text(encoding="utf-8") for version, script in self.files.items()}

    @cached_property
    def sums(self) -> dict[int, str]:
        """Each one's SHA-256."""
        return {version: hashlib.sha256(text.encode()).hexdigest() for version, text in self.texts.items()}


def scripts() -> Scripts:
    """All that the program brings."""
    return Scripts({int(script.name.split("_")[0]): script for script in sorted(MIGRATIONS.glob("*.sql"))})


def held(cursor: duckdb.DuckDBPyConnection) -> dict[int, tuple[str, str | None]] | None:
    """Number → name and SHA-256 of the scripts that a database has (no sum: from before these were kept);
    empty where it has no table at all, None where its tables are not of this program's making. Nothing is
    written."""
    tables = cursor.execute(
        "SELECT table_name FROM duckdb_tables() WHERE NOT internal AND database_name = current_database()"
        " UNION ALL SELECT view_name FROM duckdb_views()"
        " WHERE NOT internal AND database_name = current_database()"
    ).fetchall()
    if not tables:
        return {}
    columns = _columns(cursor)
    if not {"version", "name"} <= columns.keys() or columns["version"] != "INTEGER":
        return None
    sums = "sha256" if "sha256" in columns else "NULL"
    rows = cursor.execute(f"SELECT version, name, {sums} FROM {_HELD} ORDER BY version").fetchall()
    own = {(version, script.stem) for version, script in scripts().files.items()}
    if not any((version, name) in own for version, name, _ in rows):
        return None
    return {int(version): (str(name), found) for version, name, found in rows}


def check(applied: Mapping[int, tuple[str, str | None]], path: Path) -> list[int]:
    """The numbers of the scripts that are still to be applied.

    Raises
    ------
    UnreadableFile : a newer version made the file, a script was left out, or one was changed since.
    """
    known = scripts()
    newest = max(applied, default=0)
    if newest > max(known.files):
        raise UnreadableFile("errors-database-newer", path=str(path))
    left_out = [str(version) for version in known.files if version < newest and version not in applied]
    if left_out:
        raise UnreadableFile("errors-database-gap", path=str(path), scripts=", ".join(left_out))
    for version, (_, found) in applied.items():
        if found is not None and found != known.sums[version]:
            script = known.files[version].name
            raise UnreadableFile("errors-database-changed", path=str(path), script=script)
    return [version for version in known.files if version > newest]


def apply(cursor: duckdb.DuckDBPyConnection, pending: list[int]) -> None:
    """Apply scripts, within the caller's transaction, and note the sums of those from before these were
    kept."""
    known = scripts()
    cursor.execute(
        f"CREATE TABLE IF NOT EXISTS {_HELD}"
        " (version INTEGER PRIMARY KEY, name VARCHAR, applied_at TIMESTAMP, sha256 VARCHAR)"
    )
    if "sha256" not in _columns(cursor):
        cursor.execute(f"ALTER TABLE {_HELD} ADD COLUMN sha256 VARCHAR")
    without = cursor.execute(f"SELECT version FROM {_HELD} WHERE sha256 IS NULL").fetchall()
    for (version,) in without:
        cursor.execute(f"UPDATE {_HELD} SET sha256 = ? WHERE version = ?", [known.sums[version], version])
    if not pending:
        return
    # Whatever does not fit its seal now must not be hidden by sealing what the scripts make of it.
    own = Cursor(cursor)
    was_unfit = unfit(own)
    # Keys of rows from before keys were stored are made by the rule that new rows are keyed by.
    cursor.create_function("alike", compact, ["VARCHAR"], "VARCHAR")
    for version in pending:
        cursor.execute(known.texts[version])
        cursor.execute(
            f"INSERT INTO {_HELD} (version, name, applied_at, sha256)"
            " VALUES (?, ?, current_localtimestamp(), ?)",
            [version, known.files[version].stem, known.sums[version]],
        )
    cursor.remove_function("alike")
    seal_anew(own, {"schema": max(known.files), "unfit": was_unfit}, "system")


def lacks_sums(applied: Mapping[int, tuple[str, str | None]]) -> bool:
    """Whether a file is from before sums were kept."""
    return any(found is None for _, found in applied.values())


def _columns(cursor: duckdb.DuckDBPyConnection) -> dict[str, str]:
    return dict(
        cursor.execute(
            "SELECT column_name, data_type FROM duckdb_columns()"
            " WHERE table_name = ? AND database_name = current_database()",
            [_HELD],
        ).fetchall()
    )
