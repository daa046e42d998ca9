"""What was tried in the weight lab, as stored; never changed: the last row of a gesture holds."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from data.database import Cursor
from data.rows import first, insert, rows
from scoring.scheme import SchemeReference

_COLUMNS = "trial_id, code, version, period, weights, outcome, gesture, note, tried_at, tried_by"


@dataclass(frozen=True)
class StoredTrial:
    """Weights in points by indicator, tried from a version on a period, and what they would have done;
    ``tried_at`` in UTC."""

    trial_id: int
    code: str
    version: int
    period: str
    weights: Annotated[Mapping[str, float], json.loads]
    outcome: Annotated[Mapping[str, Any], json.loads]
    gesture: str
    note: str | None
    tried_at: dt.datetime
    tried_by: str

    @property
    def reference(self) -> SchemeReference:
        """The version it was tried from."""
        return SchemeReference(self.code, self.version)


def add(
    cursor: Cursor,
    reference: SchemeReference,
    period: str,
    weights: Mapping[str, float],
    outcome: Mapping[str, Any],
    gesture: str,
    note: str | None,
    when: dt.datetime,
    by: str,
) -> None:
    """Add a row, which from now on is the one of its gesture."""
    insert(
        cursor,
        "weight_trial",
        **reference._asdict(),
        period=period,
        weights=json.dumps(weights),
        outcome=json.dumps(outcome),
        gesture=gesture,
        note=note,
        tried_at=when,
        tried_by=by,
    )


def latest(cursor: Cursor, code: str, most: int) -> list[StoredTrial]:
    """The last `most` lines of the trail of a scheme, newest first."""
    return rows(
        cursor.execute(
            f"""
            SELECT {_COLUMNS} FROM weight_trial WHERE code = ?
            QUALIFY row_number() OVER (PARTITION BY tried_by, gesture ORDER BY trial_id DESC) = 1
            ORDER BY trial_id DESC LIMIT ?
            """,
            [code, most],
        ),
        StoredTrial,
    )


def of_gesture(cursor: Cursor, gesture: str, by: str) -> StoredTrial | None:
    """The row that holds of a person's gesture."""
    return first(
        cursor.execute(
            f"""
            SELECT {_COLUMNS} FROM weight_trial WHERE gesture = ? AND tried_by = ?
            ORDER BY trial_id DESC LIMIT 1
            """,
            [gesture, by],
        ),
        StoredTrial,
    )
