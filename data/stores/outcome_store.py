"""What became of people's work, as it was observed afterwards; read for validity alone, never for a score."""

from __future__ import annotations

import pandas as pd

from data.database import Cursor
from data.facts import holding
from data.reading.known import Outcome
from data.reading.values.text import compact


def outcomes(cursor: Cursor) -> pd.DataFrame:
    """manager_id, outcome, period, observed_on, direction, unit, value of all that holds; of several
    observations of the same the latest."""
    return cursor.execute(
        f"""
        SELECT manager_id, outcome, period, observed_on::DATE AS observed_on, direction,
            coalesce(unit, '') AS unit, value
        FROM {holding("outcome")}
        QUALIFY row_number() OVER (
            PARTITION BY manager_id, outcome, period ORDER BY observed_on DESC, fact_id DESC
        ) = 1
        ORDER BY outcome, period, manager_id
        """
    ).df()


def outcomes_known(cursor: Cursor) -> dict[str, Outcome]:
    """Every outcome that was brought, by its compact name."""
    found = cursor.execute(
        "SELECT outcome, last(direction ORDER BY fact_id), coalesce(last(unit ORDER BY fact_id), '')"
        f" FROM {holding('outcome')} GROUP BY outcome ORDER BY outcome"
    ).fetchall()
    return {compact(name): Outcome(name, direction, unit) for name, direction, unit in found}
