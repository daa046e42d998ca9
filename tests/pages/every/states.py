"""Databases in which the newest period stands as a branch can find it, each made once per worker."""

from collections.abc import Callable
from pathlib import Path

from access import audit
from data.database import Cursor, Database
from scoring.periods import parse_period
from tests.branch import FIRST, GAO, copied, last, measured_in
from tests.cli.commands import manage
from tests.stored import drop_values, put_values
from workflow.branch.setup import open_branch
from workflow.results import publishing

NEWEST = parse_period("2026-10")
COMING = parse_period("2026-11")


def _change(db: Database, *statements: str, also: Callable[[Cursor], None] | None = None) -> None:
    def work(cursor) -> None:
        for statement in statements:
            cursor.execute(statement)
        if also:
            also(cursor)
        audit.append(cursor, FIRST, "as-if", "", {})

    db.write(work)


def _collecting(db: Database) -> None:
    """Figures for a month come in; of one person none yet, of three no more than half."""
    measured_in(db, COMING, NEWEST)
    few = "manager_id IN ('CM05', 'CM06', 'CM07') AND indicator_code >= 'P'"
    _change(
        db,
        also=lambda cursor: drop_values(cursor, f"period = '{COMING}' AND (manager_id = 'CM04' OR {few})"),
    )


def _complete(db: Database) -> None:
    measured_in(db, COMING, NEWEST)


def _reopened(db: Database) -> None:
    publishing.reopen(GAO, db, NEWEST, "不良贷款口径更正")


def _changed_later(db: Database) -> None:
    """A figure that no longer is the one that was published."""
    _change(
        db,
        also=lambda cursor: put_values(
            cursor,
            f"""SELECT manager_id, indicator_code, period, value + 1, batch_id, current_localtimestamp()
            FROM measurement WHERE period = '{NEWEST}' AND manager_id = 'CM05' AND indicator_code = 'R01'""",
        ),
    )


def _no_scheme(db: Database) -> None:
    _change(db, "DELETE FROM scheme_event WHERE kind = 'adopted'", "DELETE FROM period_event")


def _no_data(db: Database) -> None:
    """A scheme and a staff list, and not one figure."""
    _change(
        db,
        *(f"DELETE FROM {t}" for t in ("measured", "targeted", "period_count", "event", "period_event")),
    )


STATES: dict[str, Callable[[Database], None]] = {
    "collecting": _collecting,
    "complete": _complete,
    "published": lambda db: None,
    "changed-later": _changed_later,
    "reopened": _reopened,
    "no-scheme": _no_scheme,
    "no-data": _no_data,
}
NEW = "new-branch"
"""A branch as `init` leaves it, without the demonstration: nobody, no scheme, no data."""


def database(state: str, demo_file: Path, folder: Path) -> Path:
    """The path of a new database in `folder` with the newest period in `state`; it stays open."""
    path = folder / f"{state}.duckdb"
    if state == NEW:
        done = manage("init", db=path)
        assert done.returncode == 0, done.stderr
    else:
        copied(demo_file, path)
        db = open_branch(path).db
        assert last(db) == NEWEST
        STATES[state](db)
    return path
