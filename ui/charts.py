"""Charts as plain figures (no plotly.express: it costs ten times as much), with a table behind each."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import streamlit as st

from scoring import Scheme
from ui.tables import Table
from ui.theme import palette
from words import format as fmt
from words.text import Text

Figure = dict[str, Any]
_WIDTH = 5
"""Points of a total that are counted together."""
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
LAYOUT = {
    "margin": {"l": 44, "r": 14, "t": 24, "b": 36},
    "height": 290,
    "showlegend": False,
    "hovermode": "x unified",
    "bargap": 0.08,
}
"""What charts have in common."""
_TINY = (132, 44)
"""Width and height of a tiny line, in pixels."""


def tiny(points: Sequence[tuple[float, float]]) -> str:
    """A line without axes as an SVG picture; it only decorates what words say."""
    known = [(x, y) for x, y in points if math.isfinite(x) and math.isfinite(y)]
    width, height = _TINY
    low_x, low_y = (min((p[k] for p in known), default=0.0) for k in (0, 1))
    span_x, span_y = (max((p[k] for p in known), default=0.0) - low for k, low in ((0, low_x), (1, low_y)))
    wide, high = (width - 6) / (span_x or 1), (height - 8) / (span_y or 1)
    drawn = " ".join(f"{3 + wide * (x - low_x):.1f},{height - 4 - high * (y - low_y):.1f}" for x, y in known)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<polyline points="{drawn}" fill="none" stroke="{palette().accent}" stroke-width="2"/></svg>'
    )


def show(figure: Figure, behind: Table[Any], *, key: str, label: str, t: Text) -> None:
    """Put a chart on the page without the tool bar, the table `behind` it folded under it; `label` is what
    both say to those who do not see them."""
    st.plotly_chart(_as_text(figure), key=key, config={"displayModeBar": False}, alt=label)
    with st.expander(t("table-behind")):
        behind.show(f"behind-{key}", label)


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


class Bin(NamedTuple):
    """So many people with a total from `low` on, up to below five points more."""

    low: int
    people: int

    @property
    def name(self) -> str:
        """From where to where."""
        return f"{fmt.number(self.low, 0)}–{fmt.number(self.low + _WIDTH, 0)}"


def bins(totals: Sequence[float]) -> list[Bin]:
    """How many people stand in each five points, from the lowest total to the highest; those without a total
    are left out."""
    held = Counter(math.floor(v / _WIDTH) * _WIDTH for v in totals if not math.isnan(v))
    return [Bin(low, held[low]) for low in range(min(held, default=0), max(held, default=0) + 1, _WIDTH)]


def distribution(found: Sequence[Bin], scheme: Scheme, t: Text) -> Figure:
    """Bins with their number of people and the grades' thresholds marked."""
    low, high = found[0].low, found[-1].low + _WIDTH
    marks = [grade for grade in scheme.grades if low < grade.from_ <= high]
    return {
        "data": [
            {
                "type": "bar",
                "x": [one.low + _WIDTH / 2 for one in found],
                "y": [one.people for one in found],
                "width": 4.6,
                "text": [one.people or "" for one in found],
                "textposition": "outside",
                "cliponaxis": False,
                "customdata": [one.name for one in found],
                "marker": {"color": palette().accent},
                "hovertemplate": t("people-count", people="%{y}") + "<extra>%{customdata}</extra>",
            }
        ],
        "layout": {
            **LAYOUT,
            "height": 262,
            "hovermode": "closest",
            "xaxis": {"title": {"text": t("score-points")}, "dtick": _WIDTH},
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
