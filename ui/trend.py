"""A line over time in front of the colleagues' middle half, as a plain figure."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from ui.charts import Figure, mark
from ui.theme import palette
from words import format as fmt
from words.text import Text

LABELS = 5
FEW = 6
_BAND = "rgba(140,150,160,0.22)"
_LAYOUT = {
    "margin": {"l": 44, "r": 14, "t": 24, "b": 36},
    "height": 290,
    "showlegend": False,
    "hovermode": "x unified",
}


class Series(NamedTuple):
    """What is drawn: a value for each period (NaN: a gap), what it is called, the colleagues' middle half
    (empty: none), the target where there is one, and whether a new scheme makes a new scale, which breaks the
    line."""

    values: Sequence[float]
    name: str
    band: Sequence[tuple[float, float]] = ()
    target: Sequence[float] = ()
    scale_changes: bool = True


def figure(codes: Sequence[str], series: Series, breaks: Sequence[int], axis: str, t: Text) -> Figure:
    """The series over the periods `codes`; `breaks` are the places at which another scheme begins, `axis` is
    the heading of the scale with its unit."""
    parts = list(pairwise([0, *(breaks if series.scale_changes else ()), len(codes)]))
    data = [trace for part in parts for trace in _part(codes, series, part, t)]
    if any(not math.isnan(v) for v in series.target):
        data.append(
            _line(codes, series.target, (0, len(codes)), t("target"))
            | {"mode": "lines", "line": {"color": palette().secondary, "width": 1.2, "dash": "dash"}}
        )
    return {
        "data": data,
        "layout": {
            **_LAYOUT,
            "xaxis": {
                "type": "category",
                "categoryorder": "array",
                "categoryarray": list(codes),
                "tickvals": _labelled(codes),
                "tickangle": 0,
                "tickfont": {"size": 10},
                "range": [-0.5, len(codes) - 0.5],
            },
            "yaxis": {"title": {"text": axis}, **_ticks(series)},
            "shapes": [mark(k - 0.5) for k in breaks],
            "annotations": [
                {
                    "x": k - 0.5,
                    "y": 1,
                    "yref": "paper",
                    "text": t("scheme-changed"),
                    "showarrow": False,
                    "xanchor": "right" if k > len(codes) / 2 else "left",
                    "yanchor": "bottom",
                }
                for k in breaks
            ],
        },
    }


def _labelled(codes: Sequence[str]) -> list[str]:
    """The periods with a label, the last among them: no more than a telephone has room for."""
    every = math.ceil(len(codes) / LABELS)
    return list(codes[::-1][::every][::-1])


def _ticks(series: Series) -> dict[str, Any]:
    """Of few cases there are no parts."""
    known = [v for v in (*series.values, *series.target) if not math.isnan(v)]
    return {"dtick": 1} if _whole(known) and max(known, default=0.0) <= FEW else {}


def _whole(values: Sequence[float]) -> bool:
    return all(math.isnan(v) or float(v).is_integer() for v in values)


def _part(codes: Sequence[str], series: Series, part: tuple[int, int], t: Text) -> Iterator[Figure]:
    """The band and the line from one break to the next."""
    start, end = part
    line = _line(codes, series.values, part, series.name)
    if series.band:
        band = series.band[start:end]
        known = [k for k, (low, _) in enumerate(band) if not math.isnan(low)]
        invisible = {"mode": "lines", "line": {"width": 0}, "hoverinfo": "skip"}
        for side in (0, 1):
            filled = {"fill": "tonexty", "fillcolor": _BAND} if side else {}
            yield (
                {
                    "type": "scatter",
                    "x": [codes[start + k] for k in known],
                    "y": [band[k][side] for k in known],
                }
                | invisible
                | filled
            )
        for k in known:
            low, high = (fmt.number(edge) for edge in band[k])
            line["customdata"][k] += t("trend-band", low=low, high=high)
    yield line | {
        "mode": "lines+markers",
        "line": {"color": palette().accent, "width": 2},
        "marker": {"size": 5},
    }


def _line(codes: Sequence[str], values: Sequence[float], part: tuple[int, int], name: str) -> dict[str, Any]:
    """What is shown on hover is written here: Plotly would write a hyphen for a minus."""
    start, end = part
    decimals = 0 if _whole(values) else 2
    return {
        "type": "scatter",
        "x": list(codes[start:end]),
        "y": [None if math.isnan(v) else v for v in values[start:end]],
        "name": name,
        "customdata": [fmt.number(v, decimals) for v in values[start:end]],
        "hovertemplate": "%{customdata}",
    }
