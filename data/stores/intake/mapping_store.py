"""What the headings of a source stand for, as a person confirmed it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from data.database import Cursor
from data.rows import insert_all


def confirmed(cursor: Cursor, source: str) -> dict[str, str]:
    """Heading → indicator code ('' for none) as confirmed for a source."""
    return dict(
        cursor.execute(
            """
            SELECT heading, last(indicator_code ORDER BY mapping_id) FROM source_mapping
            WHERE source = ? GROUP BY heading
            """,
            [source],
        ).fetchall()
    )


def confirm(
    cursor: Cursor, source: str, pairs: Sequence[tuple[str, str]], when: dt.datetime, by: str
) -> None:
    """Remember what headings of a source stand for: (heading, indicator code)."""
    insert_all(
        cursor,
        "source_mapping",
        [
            {
                **{"source": source, "heading": heading, "indicator_code": code},
                **{"confirmed_at": when, "confirmed_by": by},
            }
            for heading, code in pairs
        ],
    )
