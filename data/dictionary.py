"""The data dictionary, from the comments in the schema: ``python -m data.dictionary``."""

from __future__ import annotations

import tempfile
from pathlib import Path

from data.database import Database

TARGET = Path(__file__).parent.parent / "docs" / "data-dictionary.md"


def dictionary() -> str:
    """The dictionary as Markdown: every table with its purpose, every column with its type."""
    with tempfile.TemporaryDirectory() as folder:
        db = Database.open(Path(folder) / "empty.duckdb", create=True)
        with db.read() as cursor:
            tables = cursor.execute(
                "SELECT table_name, comment FROM duckdb_tables() WHERE NOT internal"
                " UNION ALL SELECT view_name, comment FROM duckdb_views() WHERE NOT internal"
                " ORDER BY table_name"
            ).fetchall()
            columns = cursor.execute(
                "SELECT table_name, column_name, data_type, is_nullable, comment FROM duckdb_columns()"
                " WHERE NOT internal ORDER BY table_name, column_index"
            ).fetchall()
        db.close()
    lines = ["# Data dictionary", "", "Generated from the schema by `python -m data.dictionary`."]
    for table, purpose in tables:
        lines += ["", f"## {table}", "", f"{purpose or 'Which migrations the file has'}.", ""]
        lines += ["| column | type | empty? | |", "|---|---|---|---|"]
        lines += [
            f"| {name} | {kind} | {'yes' if empty else 'no'} | {comment or ''} |"
            for owner, name, kind, empty, comment in columns
            if owner == table
        ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    TARGET.write_text(dictionary(), encoding="utf-8")
