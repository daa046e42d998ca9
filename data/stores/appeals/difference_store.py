"""What corrections of past facts did to results, posted as differences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from data.database import Cursor
from data.rows import Local, insert_all, rows


@dataclass(frozen=True)
class NewDifference:
    """One person's result in one period before and after a batch, None where there was none. ``sheet_id``:
    the published result that it is held against, None where there was none."""

    batch_id: int
    period: str
    manager_id: str
    sheet_id: int | None
    total_before: float | None
    total_after: float | None
    rank_before: float | None
    rank_after: float | None
    grade_before: str | None
    grade_after: str | None

    @property
    def moved(self) -> bool:
        """Whether the result differs; it does not where only pay does."""
        before = self.total_before, self.rank_before, self.grade_before
        return before != (self.total_after, self.rank_after, self.grade_after)


@dataclass(frozen=True)
class Difference(NewDifference):
    """The same as posted; ``posted_at`` in the branch's time."""

    posted_at: Local
    actor: str


_COLUMNS = ", ".join(Difference.__dataclass_fields__)


def post(cursor: Cursor, found: Sequence[NewDifference], at: object, by: str) -> None:
    """Post differences."""
    insert_all(cursor, "result_difference", [{**asdict(one), "posted_at": at, "actor": by} for one in found])


def posted(cursor: Cursor, manager_id: str | None = None, batch: int | None = None) -> list[Difference]:
    """What was posted, oldest first (of one person, of one batch)."""
    return rows(
        cursor.execute(
            f"SELECT {_COLUMNS} FROM result_difference WHERE ($1 IS NULL OR manager_id = $1)"
            " AND ($2 IS NULL OR batch_id = $2) ORDER BY entry_id",
            [manager_id, batch],
        ),
        Difference,
    )


def batches_on(cursor: Cursor, sheet_ids: Sequence[int]) -> dict[int, list[int]]:
    """By published result the batches whose differences were posted against it, or against one that it stands
    beside since an appeal, in their order; not those that it was made with."""
    found = cursor.execute(
        """
        SELECT s.sheet_id, list(DISTINCT d.batch_id ORDER BY d.batch_id)
        FROM score_sheet s JOIN result_difference d ON d.period = s.period AND d.sheet_id >= (
            SELECT max(p.sheet_id) FROM score_sheet p
            WHERE p.period = s.period AND p.sheet_id <= s.sheet_id AND p.appeal_id IS NULL
        )
        WHERE list_contains($1::INTEGER[], s.sheet_id)
            AND NOT list_contains(coalesce(s.corrections, []), d.batch_id)
        GROUP BY s.sheet_id
        """,
        [list(sheet_ids)],
    ).fetchall()
    return dict(found)


@dataclass(frozen=True)
class After:
    """A person's result in a period after the last difference that was posted on it, and the published result
    that this was held against; NaN and None where there is none."""

    manager_id: str
    sheet_id: int
    total: float
    rank: float
    grade: str | None


def after(cursor: Cursor, period: str, batches: Sequence[int]) -> list[After]:
    """What batches left of a published period's results, for those whose results they moved."""
    return rows(
        cursor.execute(
            """
            SELECT manager_id, last(sheet_id ORDER BY entry_id) AS sheet_id,
                coalesce(last(total_after ORDER BY entry_id), 'nan'::DOUBLE) AS total,
                coalesce(last(rank_after ORDER BY entry_id), 'nan'::DOUBLE) AS rank,
                last(grade_after ORDER BY entry_id) AS grade
            FROM result_difference
            WHERE period = $1 AND list_contains($2::INTEGER[], batch_id) AND sheet_id IS NOT NULL
            GROUP BY manager_id ORDER BY manager_id
            """,
            [period, list(batches)],
        ),
        After,
    )
