"""Who makes the accounts that these tests are about, and their password; people to make them for."""

import datetime as dt

from access import audit
from access.actor import operator
from tests.branch import bring

ROOT, SECRET = operator("root"), "a long secret"


def people(db, *manager_ids: str) -> None:
    """People of the branch, with whose ids accounts may be made."""
    first = {"team": "甲", "from_on": dt.date(2026, 1, 1)}
    bring(db, "people", [{"manager_id": one, "name": f"员{one[-2:]}", **first} for one in manager_ids])
    db.write(lambda cursor: audit.append(cursor, ROOT, "bring", "", {}))
