"""Charts as plain figures (no plotly.express: it costs ten times as much), with a table behind each."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from scoring import Scheme
from ui.theme import palette
from words import format as fmt
from words.text import Text

Figure = dict[str, Any]
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_LAYOUT = {
    "margin": {"l": 44, "r": 14, "t": 24, "b": 36},
    "height": 290,
    "showlegend": False,
    "hovermode": "x unified",
    "bargap": 0.08,
}


def show(figure: Figure, *, key: str, label: str | None = None) -> None:
    """Put a chart on the page without the tool bar; `label` is what it says to those who do not see it."""
    st.plotly_chart(_as_text(figure), key=key, config={"displayModeBar": False}, alt=label)


def _as_text(part: Any) -> Any:
    """The figure with all its texts as they are: Plotly reads HTML in them, of which only the templates of
    what is shown on hover are ours."""
    if isinstance(part, str):
        return part.translate(_MARKUP)
    if isinstance(part, dict):
        return {k: v if k.endswith("template") else _as_text(v) for k, v in part.items()}
    if isinstance(part, list | tuple):
        return [_as_text(one) for one in part]
    return part


def distribution(totals: Sequence[float], scheme: Scheme, t: Text) -> Figure:
    """How many people stand in each five points, with their number and the grades' thresholds marked."""
    known = [v for v in totals if not math.isnan(v)]
    held = Counter(math.floor(v / 5) * 5 for v in known)
    low = min(held, default=0)
    steps = range(low, max(held, default=0) + 5, 5)
    marks = [grade for grade in scheme.grades if low < grade.from_ <= steps[-1] + 5]
    return {
        "data": [
            {
                "type": "bar",
                "x": [step + 2.5 for step in steps],
                "y": [held[step] for step in steps],
                "width": 4.6,
                "text": [held[step] or "" for step in steps],
                "textposition": "outside",
                "cliponaxis": False,
                "customdata": [f"{step}–{step + 5}" for step in steps],
                "marker": {"color": palette().accent},
                "hovertemplate": t("people-count", people="%{y}") + "<extra>%{customdata}</extra>",
            }
        ],
        "layout": {
            **_LAYOUT,
            "height": 262,
            "hovermode": "closest",
            "xaxis": {"title": {"text": t("score-points")}, "dtick": 5},
            "yaxis": {"title": {"text": t("people")}, "rangemode": "tozero"},
            "shapes": [_mark(grade.from_) for grade in marks],
            "annotations": [
                {
                    "x": grade.from_,
                    "y": 1,
                    "yref": "paper",
                    "text": grade.name,
                    "showarrow": False,
                    "xanchor": "center",
                    "yanchor": "bottom",
                }
                for grade in marks
            ],
        },
    }


def trend(
    periods: Sequence[str],
    values: Sequence[float],
    low: Sequence[float],
    high: Sequence[float],
    breaks: Sequence[int],
    t: Text,
    *,
    axis: str | None = None,
    target: Sequence[float] | None = None,
    ticks: int = 8,
) -> Figure:
    """One line over time in front of the peers' middle half; `breaks` mark where the scheme changed."""
    aim: list[Figure] = []
    if target is not None and not all(math.isnan(v) for v in target):
        aim.append(
            {
                "type": "scatter",
                "x": [fmt.period(p, t.lang) for p in periods],
                "y": _gaps(target),
                "mode": "lines",
                "line": {"color": palette().secondary, "width": 1.2, "dash": "dash"},
                "name": t("target"),
            }
        )
    names = [fmt.period(p, t.lang) for p in periods]
    line = _gaps(values)
    return {
        "data": [
            {
                "type": "scatter",
                "x": names,
                "y": _gaps(low),
                "mode": "lines",
                "line": {"width": 0},
                "hoverinfo": "skip",
            },
            {
                "type": "scatter",
                "x": names,
                "y": _gaps(high),
                "mode": "lines",
                "line": {"width": 0},
                "fill": "tonexty",
                "fillcolor": "rgba(140,150,160,0.22)",
                "name": t("peer-band"),
                "hoverinfo": "skip",
            },
            {
                "type": "scatter",
                "x": names,
                "y": line,
                "mode": "lines+markers",
                "line": {"color": palette().accent, "width": 2},
                "marker": {"size": 5},
                "name": t("score") if axis is None else t("actual"),
            },
            *aim,
        ],
        "layout": {
            **_LAYOUT,
            "xaxis": {"nticks": ticks, "tickangle": 0},
            "yaxis": {"title": {"text": t("score-points") if axis is None else axis}},
            "shapes": [_mark(k - 0.5) for k in breaks],
            "annotations": [
                {
                    "x": k - 0.5,
                    "y": 1,
                    "yref": "paper",
                    "text": t("scheme-changed"),
                    "showarrow": False,
                    "xanchor": "left",
                    "yanchor": "bottom",
                }
                for k in breaks
            ],
        },
    }


def waterfall(
    start: float, steps: Sequence[tuple[str, float]], end: float, names: tuple[str, str], t: Text
) -> Figure:
    """From one total to the next, step by step; bars start near the lowest point, not at zero."""
    running, low = start, min(start, end)
    for _, amount in steps:
        running += amount
        low = min(low, running)
    labels = [names[0], *(label for label, _ in steps), names[1]]
    return {
        "data": [
            {
                "type": "waterfall",
                "x": labels,
                "y": [start, *(amount for _, amount in steps), end],
                "measure": ["absolute", *("relative" for _ in steps), "total"],
                "text": [fmt.number(start), *(f"{amount:+.2f}" for _, amount in steps), fmt.number(end)],
                "textposition": "outside",
                "hovertemplate": "%{x} %{text}<extra></extra>",
                "increasing": {"marker": {"color": palette().up}},
                "decreasing": {"marker": {"color": palette().down}},
                "totals": {"marker": {"color": palette().accent}},
                "connector": {"line": {"color": palette().secondary, "width": 0.5}},
            }
        ],
        "layout": {
            **_LAYOUT,
            "hovermode": "closest",
            "yaxis": {"title": {"text": t("score-points")}, "range": [low - 2, max(start, end, running) + 3]},
        },
    }


def behind(rows: pd.DataFrame, t: Text) -> None:
    """The table behind a chart."""
    with st.expander(t("table-behind")):
        st.dataframe(rows, hide_index=True)


def _gaps(values: Sequence[float]) -> list[float | None]:
    return [None if math.isnan(v) else v for v in values]


def _mark(x: float) -> dict[str, Any]:
    line = {"color": palette().secondary, "width": 1, "dash": "dot"}
    return {"type": "line", "x0": x, "x1": x, "yref": "paper", "y0": 0, "y1": 1, "line": line}
