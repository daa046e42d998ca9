"""Campaigns of 360 reviews as stored, with what has happened to them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from data.database import Cursor
from data.rows import Local, insert, next_number, rows

Kind = Literal["opened", "extended", "closed", "called-off", "reminded", "drawn", "released"]


@dataclass(frozen=True)
class StoredCampaign:
    """What is asked about which period (its code), from which day to which, and what happened last (None:
    nothing yet); moments by the branch's clock."""

    campaign_id: int
    name: str
    period: str
    opens_on: dt.date
    closes_on: dt.date
    items: Annotated[Sequence[Mapping[str, Any]], json.loads]
    minimum: Annotated[Mapping[str, int], json.loads]
    created_at: Local
    created_by: str
    last: str | None


@dataclass(frozen=True)
class CampaignEvent:
    """One thing that happened to a campaign; ``why`` is "" where no reason was asked."""

    kind: str
    closes_on: dt.date | None
    detail: Annotated[Mapping[str, Any], json.loads]
    at: Local
    by: str
    why: str


def add(
    cursor: Cursor,
    name: str,
    period: str,
    days: tuple[dt.date, dt.date],
    items: Sequence[Mapping[str, object]],
    minimum: Mapping[str, int],
    by: str,
    when: dt.datetime,
) -> int:
    """Store a campaign; its number."""
    number = next_number(cursor, "review_campaign", "campaign_id")
    insert(
        cursor,
        "review_campaign",
        campaign_id=number,
        **{"name": name, "period": period, "opens_on": days[0], "closes_on": days[1]},
        items=json.dumps(items, ensure_ascii=False),
        minimum=json.dumps(minimum),
        created_at=when,
        created_by=by,
    )
    return number


def campaigns(cursor: Cursor) -> list[StoredCampaign]:
    """Every campaign, newest first."""
    return rows(
        cursor.execute(
            """
            SELECT c.campaign_id, c.name, c.period, c.opens_on, c.items, c.minimum, c.created_at,
                c.created_by,
                coalesce(e.extended_to, c.closes_on) AS closes_on, e.last
            FROM review_campaign c LEFT JOIN (
                SELECT campaign_id,
                    last(closes_on ORDER BY event_id) FILTER (kind = 'extended') AS extended_to,
                    last(kind ORDER BY event_id) FILTER (kind NOT IN ('extended', 'reminded')) AS last
                FROM review_campaign_event GROUP BY campaign_id
            ) e USING (campaign_id)
            ORDER BY c.campaign_id DESC
            """
        ),
        StoredCampaign,
    )


def add_event(
    cursor: Cursor,
    campaign_id: int,
    kind: Kind,
    by: str,
    when: dt.datetime,
    *,
    closes_on: dt.date | None = None,
    detail: Mapping[str, object] | None = None,
    why: str | None = None,
) -> None:
    """Add to the life of a campaign."""
    insert(
        cursor,
        "review_campaign_event",
        campaign_id=campaign_id,
        kind=kind,
        closes_on=closes_on,
        detail=None if detail is None else json.dumps(detail, ensure_ascii=False),
        happened_at=when,
        actor=by,
        why=why,
    )


def events(cursor: Cursor, campaign_id: int) -> list[CampaignEvent]:
    """A campaign's life, oldest first."""
    return rows(
        cursor.execute(
            """
            SELECT kind, closes_on, coalesce(detail, '{}') AS detail, happened_at AS at, actor AS by,
                coalesce(why, '') AS why
            FROM review_campaign_event WHERE campaign_id = ? ORDER BY event_id
            """,
            [campaign_id],
        ),
        CampaignEvent,
    )
