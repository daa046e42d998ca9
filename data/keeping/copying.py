"""A copy of the database by the engine: as it stood at one moment, while work goes on."""

from __future__ import annotations

from pathlib import Path

import duckdb

from data.keeping import damage, disk
from data.sealing.cursor import Cursor

_AS = "steelyard_copy"


def folder(database: Path) -> Path:
    """Where copies lie: ``<database>.backups`` beside the database file. It is the one place into which the
    engine may write beside its own files."""
    return database.with_name(f"{database.name}.backups")


def copy(cursor: duckdb.DuckDBPyConnection | Cursor, target: Path) -> None:
    """Write everything that is committed to a new file `target`, in one transaction; whole or not at all.

    It is made under another name first and needs as much room as it will take. `cursor` must be in no
    transaction.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    making = target.with_name(f".{target.name}.making")
    _forget(making)
    try:
        ((name,),) = cursor.execute("SELECT current_database()").fetchall()
        own, place = name.replace('"', '""'), str(making).replace("'", "''")
        cursor.execute(f"ATTACH '{place}' AS {_AS}")
        try:
            cursor.execute(f'COPY FROM DATABASE "{own}" TO {_AS}')
            cursor.execute(f"CHECKPOINT {_AS}")
        finally:
            cursor.execute(f"DETACH {_AS}")
        disk.settle(making)
        making.replace(target)
        disk.settle_folder(target.parent)
    finally:
        _forget(making)


def _forget(making: Path) -> None:
    making.unlink(missing_ok=True)
    damage.log_file(making).unlink(missing_ok=True)
