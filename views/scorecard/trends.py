"""Parts of a person's trends: the best of what compares, and the tables behind the lines."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from ui.tables import Column, Table
from words import format as fmt
from words.text import Text
from workflow.results.scorecards import IndicatorLine, Scorecard

FEW_CASES = 2
"""Where half of all people have no more cases than that, the middle half is a line on the axis."""

Band = tuple[float, float]


def breaks(card: Scorecard) -> list[int]:
    """The places at which another scheme begins."""
    return [k for k in range(1, len(card.schemes)) if card.schemes[k] != card.schemes[k - 1]]


def sentence(card: Scorecard, t: Text) -> str:
    """The best total under the scheme of this period: others are on another scale."""
    since = max(breaks(card), default=0)
    known = [
        (total, period)
        for total, period in zip(card.totals[since:], card.periods[since:], strict=True)
        if not math.isnan(total)
    ]
    if not known:
        return t("trends-none")
    best, when = max(known)
    return t(
        "trends-best-since" if since else "trends-best",
        since=fmt.period(card.periods[since], t.lang),
        periods=len(known),
        best=fmt.number(best),
        when=fmt.period(when, t.lang),
    )


def bands(line: IndicatorLine) -> tuple[tuple[Band, ...], tuple[Band, ...]]:
    """The middle halves of the values and of the scores; nothing for what hardly anybody has any of."""
    highest = max((high for _, high in line.value_bands if not math.isnan(high)), default=0.0)
    rare = line.step.indicator.measure == "count" and highest <= FEW_CASES
    return ((), ()) if rare else (line.value_bands, line.score_bands)


class Row(NamedTuple):
    """The figures of a period."""

    period: str
    figures: tuple[float, ...]


def totals_behind(card: Scorecard, t: Text) -> Table[Row]:
    """The figures of the total's line and band."""
    figures = list(zip(card.totals, card.peer_low, card.peer_high, strict=True))
    names = [t("score-points"), t("trend-low"), t("trend-high")]
    return _behind(card, names, figures, [2, 2, 2], t)


def values_behind(card: Scorecard, line: IndicatorLine, t: Text) -> Table[Row]:
    """What was measured of an indicator and its target, in its unit."""
    names = [t.in_unit(t(key), line.step.indicator.unit) for key in ("actual", "target")]
    figures = list(zip(line.values, line.targets, strict=True))
    return _behind(card, names, figures, [_decimals(line.values), _decimals(line.targets)], t)


def scores_behind(card: Scorecard, line: IndicatorLine, t: Text) -> Table[Row]:
    """An indicator's scores, in points."""
    return _behind(card, [t("score-points")], [(score,) for score in line.scores], [2], t)


def _decimals(values: tuple[float, ...]) -> int:
    """As many as a column needs: none where all are whole, else two."""
    return 0 if all(math.isnan(v) or v.is_integer() for v in values) else 2


def _behind(
    card: Scorecard, names: list[str], figures: Sequence[tuple[float, ...]], decimals: list[int], t: Text
) -> Table[Row]:
    """The table of a chart, the newest period first."""
    rows = [Row(code, one) for code, one in zip(card.periods, figures, strict=True)]
    places = {code: float(k) for k, code in enumerate(card.periods)}

    def column(k: int) -> Column[Row]:
        return Column(f"c{k}", names[k], lambda row: row.figures[k], "number", decimals=decimals[k])

    when = Column[Row](
        "period",
        t("period"),
        lambda row: fmt.period(row.period, t.lang),
        "strong",
        sort=lambda row: places[row.period],
    )
    return Table([when, *map(column, range(len(names)))], rows[::-1], lambda row: row.period)
