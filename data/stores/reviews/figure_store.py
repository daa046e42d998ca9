"""What left the vault when a campaign was drawn: figures that may be shown, totals, comments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from data.database import Cursor
from data.rows import insert_all, rows
from data.stores.reviews.vault import Vault


@dataclass(frozen=True)
class StoredFigure:
    """The figure of one group of raters about one person and measure, on the scale of the answers; ``low``,
    ``high`` and ``value`` are None where nothing is shown."""

    ratee_id: str
    measure: str
    group: str
    state: str
    raters: int
    low: float | None
    high: float | None
    value: float | None


@dataclass(frozen=True)
class StoredResult:
    """The total of one person's measure on 0–100; None where no group counts."""

    ratee_id: str
    measure: str
    total: float | None


@dataclass(frozen=True)
class StoredComment:
    """What somebody of a group wrote about a person; which one is known to nobody."""

    ratee_id: str
    group: str
    item: str
    text: str


def add(
    cursor: Cursor, campaign_id: int, figures: Sequence[StoredFigure], results: Sequence[StoredResult]
) -> None:
    """Store what was drawn."""
    number = {"campaign_id": campaign_id}
    said = [asdict(figure) for figure in figures]
    insert_all(
        cursor,
        "review_figure",
        [number | {("rater_group" if k == "group" else k): v for k, v in row.items()} for row in said],
    )
    insert_all(cursor, "review_result", [number | asdict(result) for result in results])


def add_comments(
    cursor: Cursor, vault: Vault, campaign_id: int, room: int, comments: Sequence[StoredComment]
) -> None:
    """Store comments, sealed, in the order given."""
    sealed = [vault.sealed(asdict(comment), room) for comment in comments]
    cursor.execute(
        "INSERT INTO review_comment (campaign_id, sealed) SELECT $1, unnest($2::BLOB[])",
        [campaign_id, sealed],
    )


def figures(cursor: Cursor, campaign_id: int) -> list[StoredFigure]:
    """Every figure of a campaign."""
    return rows(
        cursor.execute(
            """
            SELECT ratee_id, measure, rater_group AS "group", state, raters, low, high, value
            FROM review_figure WHERE campaign_id = ? ORDER BY ratee_id, measure, rater_group
            """,
            [campaign_id],
        ),
        StoredFigure,
    )


def results(cursor: Cursor, campaign_id: int) -> list[StoredResult]:
    """Every total of a campaign."""
    return rows(
        cursor.execute(
            "SELECT ratee_id, measure, total FROM review_result WHERE campaign_id = ?"
            " ORDER BY ratee_id, measure",
            [campaign_id],
        ),
        StoredResult,
    )


def comments(cursor: Cursor, vault: Vault, campaign_id: int) -> list[StoredComment]:
    """The comments of a campaign that may be shown."""
    found = cursor.execute("SELECT sealed FROM review_comment WHERE campaign_id = ?", [campaign_id])
    return [StoredComment(**vault.opened(sealed)) for (sealed,) in found.fetchall()]
