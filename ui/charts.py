"""Charts as plain figures (no plotly.express: it costs ten times as much), with a table behind each."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

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
                "customdata": [f"{fmt.number(step, 0)}–{fmt.number(step + 5, 0)}" for step in steps],
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
            "shapes": [mark(grade.from_) for grade in marks],
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


def mark(x: float) -> dict[str, Any]:
    """A dotted line from top to bottom."""
    line = {"color": palette().secondary, "width": 1, "dash": "dot"}
    return {"type": "line", "x0": x, "x1": x, "yref": "paper", "y0": 0, "y1": 1, "line": line}
