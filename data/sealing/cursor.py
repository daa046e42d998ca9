"""What statements are run on: DuckDB's connection, which tells whoever keeps the seals what is written to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import duckdb
import pandas as pd

if TYPE_CHECKING:
    import pyarrow as pa

DatabaseProblem = duckdb.Error
"""What the database raises where a statement cannot be run."""

_WRITES = re.compile(r'\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|UPDATE|DELETE\s+FROM)\s+"?(\w+)', re.IGNORECASE)


class Cursor:
    """A cursor within one transaction. ``note`` is called with the table's name before a statement that
    writes to it is run."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, note: Callable[[Cursor, str], None] | None = None
    ) -> None:
        self._connection = connection
        self._note = note
        self.entry: list[Any] | None = None
        """The last entry of the trail that was added on this cursor, as its hash is made from it."""

    def execute(self, statement: str, parameters: object = None) -> Cursor:
        """Run a statement; its rows are fetched from the cursor itself."""
        self._tell(statement)
        self._connection.execute(statement, parameters)
        return self

    def executemany(self, statement: str, parameters: object) -> Cursor:
        """Run a statement once for each row of parameters."""
        self._tell(statement)
        self._connection.executemany(statement, parameters)
        return self

    def fetchone(self) -> tuple[Any, ...] | None:
        """The next row; None where there is none."""
        row: tuple[Any, ...] | None = self._connection.fetchone()
        return row

    def fetchall(self) -> list[Any]:
        """The rows that are left, as tuples."""
        return list(self._connection.fetchall())

    def df(self) -> pd.DataFrame:
        """The rows that are left, as a table."""
        return self._connection.df()

    def columns(self, statement: str, parameters: Iterable[object]) -> pa.Table:
        """The rows of a statement as columns in memory, without an object for each value."""
        self._connection.complete()
        found: pa.Table = self._connection.sql(statement, params=list(parameters)).to_arrow_table()
        return found

    @property
    def description(self) -> list[Any]:
        """The columns of what was run last, the name first in each."""
        return list(self._connection.description or ())

    def register(self, name: str, frame: pd.DataFrame) -> None:
        """Let statements read a table in memory under a name."""
        self._connection.register(name, frame)

    def unregister(self, name: str) -> None:
        """Take such a name away."""
        self._connection.unregister(name)

    def create_function(self, name: str, function: Callable[..., Any], takes: list[Any], gives: str) -> None:
        """Let statements call a function."""
        self._connection.create_function(name, function, takes, gives)

    def remove_function(self, name: str) -> None:
        """Take such a function away."""
        self._connection.remove_function(name)

    def close(self) -> None:
        """Give the cursor back."""
        self._connection.close()

    def _tell(self, statement: str) -> None:
        if self._note is not None and (table := _written(statement)):
            self._note(self, table)


@lru_cache(maxsize=2048)
def _written(statement: str) -> str | None:
    """The table that a statement writes to; None where it only reads."""
    found = _WRITES.match(statement)
    return found[1].lower() if found else None
