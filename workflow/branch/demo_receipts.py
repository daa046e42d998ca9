"""Signatures under the invented branch's last results: most people signed within days, a few have not yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.database import Cursor, Database
from data.demo.people import DemoPerson
from data.stores.sheet_store import Frozen
from scoring.periods import Period
from workflow import calendar, receipts
from workflow.results import publishing, scorecards

_UNREAD = (0, 8, 15, 23, 30, 41)
"""Places in the staff list of those who have not signed for the newest result."""
_NEXT = dt.timedelta(minutes=11)
"""The newest result was posted the day before: so long after one another people signed for it that day."""
_REMARKS = {4: "存款日均口径已与数据员核对，无异议。", 10: "十月请假五天，目标已按出勤折算，知悉。"}


def load(actor: Actor, db: Database, staff: Sequence[DemoPerson], periods: Sequence[Period]) -> None:
    """Have people sign for the results of the last three of the periods."""
    require(actor, Action.MANAGE_ACCOUNTS)
    for period in periods[-3:]:
        sheet = publishing.results(actor, db, period)[-1]
        there = {p.manager_id for p in scorecards.people(actor, db, period)}
        signs = {k: p.manager_id for k, p in enumerate(staff) if p.manager_id in there}
        if period == periods[-1]:
            signs = {k: who for k, who in signs.items() if k not in _UNREAD}
            db.write(partial(_sign, signs, sheet, {k: sheet.frozen_at + _NEXT * (k + 1) for k in signs}))
        else:
            db.write(partial(_sign, signs, sheet, _days(db, sheet, signs)))


def _days(db: Database, sheet: Frozen, places: Iterable[int]) -> dict[int, dt.datetime]:
    """Within five working days, each at an hour of their own."""
    posted, counted = clock.local(sheet.frozen_at).date(), calendar.held(db)
    return {
        k: dt.datetime.combine(counted.after(posted, 1 + k * k % 5), dt.time(1 + k % 8, 7 * k % 60))
        for k in places
    }


def _sign(signs: Mapping[int, str], sheet: Frozen, when: Mapping[int, dt.datetime], cursor: Cursor) -> None:
    """Have people (by their places) sign."""
    for k, who in signs.items():
        actor = Actor(who.lower(), "manager", who)
        receipts.put(cursor, actor, sheet, who, _REMARKS.get(k, ""), when[k])
