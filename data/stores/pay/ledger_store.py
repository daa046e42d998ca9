"""The ledger of pay as stored: entries are added and read, never changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import pandas as pd

from data.database import Cursor
from data.rows import Local, next_number, rows
from scoring.pay.ledger import Balance, Entry


@dataclass(frozen=True, kw_only=True)
class Posted(Entry):
    """An entry with its number; ``at`` in the branch's time."""

    entry_id: int
    at: Local
    by: str


@dataclass(frozen=True)
class PersonBalance:
    """Where stands what a person was granted in a period."""

    period: str
    manager_id: str
    balance: Balance


_FIELDS = "document, period, manager_id, line, instalment, kind, debit, credit, amount, due_on"


def post(cursor: Cursor, entries: Sequence[Entry], at: dt.datetime, by: str) -> None:
    """Post the entries of a document, in their order.

    Raises
    ------
    duckdb.ConstraintException : the document has posted one of them before.
    """
    if not entries:
        return
    frame = pd.DataFrame([asdict(one) for one in entries])
    frame["due_on"] = pd.to_datetime(frame["due_on"])
    first = next_number(cursor, "ledger_entry", "entry_id")
    frame["entry_id"] = range(first, first + len(frame))
    # Row by row the run of a large branch would take minutes.
    cursor.register("entry_frame", frame)
    cursor.execute(
        f"INSERT INTO ledger_entry ({_FIELDS}, entry_id, happened_at, actor)"
        f" SELECT {_FIELDS}, entry_id, $1, $2 FROM entry_frame ORDER BY entry_id",
        [at, by],
    )
    cursor.unregister("entry_frame")


def entries(
    cursor: Cursor,
    *,
    period: str | None = None,
    manager_id: str | None = None,
    document: str | None = None,
    after: int = 0,
) -> list[Posted]:
    """Entries in the order in which they were posted (of a period, a person, a document; after an entry)."""
    return rows(
        cursor.execute(
            f"SELECT {_FIELDS}, entry_id, happened_at AS at, actor AS by FROM ledger_entry"
            " WHERE ($1 IS NULL OR period = $1) AND ($2 IS NULL OR manager_id = $2)"
            " AND ($3 IS NULL OR document = $3) AND entry_id > $4 ORDER BY entry_id",
            [period, manager_id, document, after],
        ),
        Posted,
    )


def people(cursor: Cursor) -> list[str]:
    """Everybody who is in the ledger."""
    found = cursor.execute("SELECT DISTINCT manager_id FROM ledger_entry ORDER BY manager_id").fetchall()
    return [str(manager_id) for (manager_id,) in found]


def balances(cursor: Cursor, *, period: str | None = None) -> list[PersonBalance]:
    """Where everybody's pay of each period (of one) stands."""
    found = cursor.execute(
        """
        SELECT period, manager_id, sum(-moved) FILTER (account = 'granted'),
            sum(moved) FILTER (account = 'paid'), sum(moved) FILTER (account = 'held'),
            sum(moved) FILTER (account = 'forfeited'), sum(moved) FILTER (account = 'clawed-back')
        FROM (
            SELECT period, manager_id, debit AS account, amount AS moved FROM ledger_entry
            UNION ALL SELECT period, manager_id, credit, -amount FROM ledger_entry
        )
        WHERE $1 IS NULL OR period = $1 GROUP BY period, manager_id ORDER BY period, manager_id
        """,
        [period],
    ).fetchall()
    return [PersonBalance(code, who, Balance(*(int(fen or 0) for fen in sums))) for code, who, *sums in found]


def unbalanced(cursor: Cursor) -> list[tuple[str, str, str, int]]:
    """Origins (period, person, line) of which not everything granted is paid, held, forfeited or clawed back,
    with the fen that are missing (below 0: too many)."""
    found = cursor.execute(
        """
        SELECT period, manager_id, line, sum(moved) FROM (
            SELECT period, manager_id, line, amount AS moved FROM ledger_entry WHERE debit = 'due'
            UNION ALL SELECT period, manager_id, line, -amount FROM ledger_entry WHERE credit = 'due'
        ) GROUP BY ALL HAVING sum(moved) != 0 ORDER BY ALL
        """
    ).fetchall()
    return [(str(period), str(person), str(line), int(fen)) for period, person, line, fen in found]
