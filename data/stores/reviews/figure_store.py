"""What left the vault when a campaign was drawn: figures that may be shown, totals, comments."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Annotated, NamedTuple

import pandas as pd

from data.database import Cursor
from data.rows import rows
from data.stores.reviews.vault import Vault
from scoring.reviews import Figure, State


class Place(NamedTuple):
    """What a figure is about: a person, a measure, a group of raters."""

    ratee_id: str
    measure: str
    group: str


@dataclass(frozen=True)
class StoredComment:
    """What somebody of a group wrote about a person; which one is known to nobody."""

    ratee_id: str
    group: str
    item: str
    text: str


@dataclass(frozen=True)
class _StoredFigure:
    ratee_id: str
    measure: str
    rater_group: str
    state: Annotated[State, State]
    raters: int
    kept: int
    needed: int
    low: float | None
    high: float | None
    value: float | None
    told_low: float | None
    told_high: float | None


@dataclass(frozen=True)
class _StoredResult:
    ratee_id: str
    measure: str
    total: float | None


_FIGURE = tuple(field.name for field in fields(Figure))
_COLUMNS = tuple(field.name for field in fields(_StoredFigure))


def add(
    cursor: Cursor,
    campaign_id: int,
    figures: Mapping[Place, Figure],
    totals: Mapping[tuple[str, str], float],
) -> None:
    """Store what was drawn: figures, and totals (0–100, NaN: none) by person and measure."""
    said = [
        (*place, str(f.state), *(getattr(f, name) for name in _FIGURE[1:])) for place, f in figures.items()
    ]
    frame = pd.DataFrame(said, columns=list(_COLUMNS))
    cursor.register("figure_frame", frame)
    names = ", ".join(_COLUMNS)
    held = ", ".join(
        f"CASE WHEN isnan({name}) THEN NULL ELSE {name} END" if frame[name].dtype.kind == "f" else name
        for name in _COLUMNS
    )
    cursor.execute(
        f"INSERT INTO review_figure (campaign_id, {names}) SELECT ?, {held} FROM figure_frame", [campaign_id]
    )
    cursor.unregister("figure_frame")
    cursor.execute(
        "INSERT INTO review_result (campaign_id, ratee_id, measure, total)"
        " SELECT $1, unnest($2::VARCHAR[]), unnest($3::VARCHAR[]), unnest($4::DOUBLE[])",
        [
            *(campaign_id, [ratee for ratee, _ in totals], [measure for _, measure in totals]),
            [None if math.isnan(total) else total for total in totals.values()],
        ],
    )


def add_comments(
    cursor: Cursor, vault: Vault, campaign_id: int, room: int, comments: Sequence[StoredComment]
) -> None:
    """Store comments, sealed, in the order given."""
    sealer = vault.lasting
    sealed = [sealer.sealed(asdict(comment), room) for comment in comments]
    cursor.execute(
        "INSERT INTO review_comment (campaign_id, sealed) SELECT $1, unnest($2::BLOB[])",
        [campaign_id, sealed],
    )


def figures(cursor: Cursor, campaign_id: int, ratee_id: str | None = None) -> dict[Place, Figure]:
    """The figures of a campaign, about one person or everybody."""
    found = rows(
        cursor.execute(
            f"""
            SELECT {", ".join(_COLUMNS)} FROM review_figure
            WHERE campaign_id = $1 AND ($2 IS NULL OR ratee_id = $2) ORDER BY ratee_id, measure, rater_group
            """,
            [campaign_id, ratee_id],
        ),
        _StoredFigure,
    )
    return {
        Place(one.ratee_id, one.measure, one.rater_group): Figure(
            *(one.state, one.raters, one.kept, one.needed),
            *(
                math.nan if v is None else v
                for v in (one.low, one.high, one.value, one.told_low, one.told_high)
            ),
        )
        for one in found
    }


def totals(cursor: Cursor, campaign_id: int, ratee_id: str | None = None) -> dict[tuple[str, str], float]:
    """The totals of a campaign by person and measure, about one person or everybody; NaN where no group
    counts."""
    found = rows(
        cursor.execute(
            """
            SELECT ratee_id, measure, total FROM review_result
            WHERE campaign_id = $1 AND ($2 IS NULL OR ratee_id = $2) ORDER BY ratee_id, measure
            """,
            [campaign_id, ratee_id],
        ),
        _StoredResult,
    )
    return {(one.ratee_id, one.measure): math.nan if one.total is None else one.total for one in found}


def comments(cursor: Cursor, vault: Vault, campaign_id: int) -> list[StoredComment]:
    """The comments of a campaign that may be shown.

    Raises
    ------
    VaultClosed : they were sealed with another key.
    """
    found = cursor.execute("SELECT sealed FROM review_comment WHERE campaign_id = ?", [campaign_id])
    opened = [vault.lasting.opened(sealed) for (sealed,) in found.fetchall()]
    if any(one is None for one in opened):
        raise vault.wrong()
    return [StoredComment(**one) for one in opened if one is not None]


def any_comment(cursor: Cursor, campaign_id: int) -> bool:
    """Whether there are comments."""
    found = cursor.execute("SELECT 1 FROM review_comment WHERE campaign_id = ? LIMIT 1", [campaign_id])
    return bool(found.fetchall())
