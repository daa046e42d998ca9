"""The branch's own time. Moments are stored in UTC; people read and write China Standard Time."""

from __future__ import annotations

import datetime as dt

BRANCH_TIME = dt.timezone(dt.timedelta(hours=8))
"""China has one zone and no summer time since 1991."""


def today() -> dt.date:
    """The day it is in the branch."""
    return dt.datetime.now(BRANCH_TIME).date()


def local(moment: dt.datetime) -> dt.datetime:
    """A stored moment as the branch's clocks show it."""
    return moment.replace(tzinfo=dt.UTC).astimezone(BRANCH_TIME).replace(tzinfo=None)


def stored(shown: dt.datetime) -> dt.datetime:
    """What the branch's clocks show, as it is stored."""
    return shown.replace(tzinfo=BRANCH_TIME).astimezone(dt.UTC).replace(tzinfo=None)
