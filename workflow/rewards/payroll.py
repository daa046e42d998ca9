"""Files for the payroll: what each person is to get since the file before, with control totals.

A file holds what went to or from the accounts paid since the one before. Where that takes from a person more
than it gives, nothing is paid and the rest is carried to the next file, so that all files and what is carried
add up to what the ledger has paid.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.cache import remembered
from data.database import Cursor, Database
from data.stores import people_store
from data.stores.pay import ledger_store, payroll_store
from data.stores.pay.ledger_store import Posted
from data.stores.pay.payroll_store import StoredPayroll
from workflow.errors import WorkflowError
from workflow.results import frozen


@dataclass(frozen=True)
class Movement:
    """What the entries of one kind, period and line come to, in fen."""

    period: str
    line: str
    kind: str
    amount: int


@dataclass(frozen=True)
class PayrollRow:
    """What a person gets by a file, in fen: ``brought`` (what the file before left over, 0 or below) and the
    movements since, which add up to ``amount``."""

    manager_id: str
    name: str
    name_en: str
    amount: int
    brought: int
    movements: tuple[Movement, ...]


@dataclass(frozen=True)
class Payroll:
    """A file: ``rows`` are paid, ``carried`` (amounts below 0) are not. ``through``: the last entry of the
    ledger that it holds; ``people``, ``total`` (fen, of the rows) and ``sha256`` are its control totals.
    ``number``, ``at`` (the branch's time) and ``by`` are None while it is not made."""

    number: int | None
    rows: tuple[PayrollRow, ...]
    carried: tuple[PayrollRow, ...]
    through: int
    people: int
    total: int
    sha256: str
    at: dt.datetime | None
    by: str | None


def waiting(actor: Actor, db: Database) -> Payroll:
    """The file as it would be made now; without rows where nobody is owed anything."""
    require(actor, Action.RUN_PAY)

    def make() -> Payroll:
        with db.read() as cursor:
            return _now(cursor)

    return remembered(db, "payroll-waiting", None, make)


def make(actor: Actor, db: Database) -> Payroll:
    """Make the file of everything that is owed now.

    Raises
    ------
    WorkflowError : nobody is owed anything.
    """
    require(actor, Action.RUN_PAY)

    def work(cursor: Cursor) -> int:
        found = _now(cursor)
        if not found.rows:
            raise WorkflowError("errors-payroll-nothing")
        new = payroll_store.NewPayroll(
            through_entry=found.through,
            content=_text(found.rows, found.carried),
            sha256=found.sha256,
            people=found.people,
            total=found.total,
            made_by=actor.username,
        )
        number = payroll_store.add(cursor, new, audit.now())
        detail: dict[str, object] = {"people": found.people, "sha256": found.sha256, "through": found.through}
        audit.append(cursor, actor, "make-payroll", f"payroll {number}", detail)
        return number

    number = db.write(work)
    return next(one for one in files(actor, db) if one.number == number)


def files(actor: Actor, db: Database) -> tuple[Payroll, ...]:
    """Every file that was made, latest first."""
    require(actor, Action.RUN_PAY)

    def make() -> tuple[Payroll, ...]:
        with db.read() as cursor:
            return tuple(map(_read, reversed(payroll_store.files(cursor))))

    return remembered(db, "payrolls", None, make)


def paid_out(db: Database) -> Mapping[str, int]:
    """By person what files have paid, in fen, for modules that have asked `access`."""

    def make() -> Mapping[str, int]:
        found: defaultdict[str, int] = defaultdict(int)
        with db.read() as cursor:
            for stored in payroll_store.files(cursor):
                for row in stored.content["rows"]:
                    found[row["manager_id"]] += row["amount"]
        return dict(found)

    return remembered(db, "paid-out", None, make)


def _now(cursor: Cursor) -> Payroll:
    """What is owed: what the last file carried, and what moved since."""
    last = payroll_store.last(cursor)
    brought = {} if last is None else {row["manager_id"]: row["amount"] for row in last.content["carried"]}
    since = 0 if last is None else last.through_entry
    moved: defaultdict[str, list[Posted]] = defaultdict(list)
    for entry in ledger_store.entries(cursor, after=since):
        moved[entry.manager_id].append(entry)
    names = {one.manager_id: one for one in people_store.colleagues(cursor, clock.today())}
    rows = []
    for who in sorted(moved.keys() | brought.keys()):
        movements = _movements(moved[who])
        carried = brought.get(who, 0)
        amount = carried + sum(one.amount for one in movements)
        if amount or movements:
            rows.append(PayrollRow(who, names[who].name, names[who].name_en, amount, carried, movements))
    paid = tuple(row for row in rows if row.amount > 0)
    through = max([since, *(entry.entry_id for own in moved.values() for entry in own)])
    left = tuple(row for row in rows if row.amount <= 0)
    return _payroll(paid, left, through)


def _movements(entries: Sequence[Posted]) -> tuple[Movement, ...]:
    """What entries add to the accounts paid, by period, line and kind."""
    sums: defaultdict[tuple[str, str, str], int] = defaultdict(int)
    for entry in entries:
        sums[entry.period, entry.line, entry.kind] += entry.paid
    return tuple(Movement(*key, amount) for key, amount in sorted(sums.items()) if amount)


def _payroll(rows: tuple[PayrollRow, ...], carried: tuple[PayrollRow, ...], through: int) -> Payroll:
    text = _text(rows, carried)
    total = sum(row.amount for row in rows)
    return Payroll(None, rows, carried, through, len(rows), total, frozen.sha256(text), None, None)


def _text(rows: Sequence[PayrollRow], carried: Sequence[PayrollRow]) -> str:
    said = {"rows": rows, "carried": carried}
    return orjson.dumps(said, option=orjson.OPT_SORT_KEYS).decode()


def _read(stored: StoredPayroll) -> Payroll:
    rows, carried = (tuple(map(_row, stored.content[name])) for name in ("rows", "carried"))
    return Payroll(
        number=stored.payroll_id,
        rows=rows,
        carried=carried,
        through=stored.through_entry,
        people=stored.people,
        total=stored.total,
        sha256=stored.sha256,
        at=stored.made_at,
        by=stored.made_by,
    )


def _row(said: dict[str, Any]) -> PayrollRow:
    movements = tuple(Movement(**one) for one in said["movements"])
    return PayrollRow(**{**said, "movements": movements})
