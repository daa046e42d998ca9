"""A rule as a line over the last period's people, drawn anew at every change."""

from __future__ import annotations

import math
from typing import Any

import streamlit as st

from scoring.errors import SteelyardError
from ui import charts
from ui.tables import Column, Table
from ui.theme import palette
from views.editor.desk import Desk
from words import format as fmt
from words.text import Text, literal
from workflow.drafting import trial
from workflow.drafting.trial import Dot, Drawn


def drawing(desk: Desk, code: str) -> None:
    """The rule of one indicator, each of the last period's people a dot on it."""
    ctx, t = desk.ctx, desk.ctx.t
    if code not in desk.checked.scheme.by_code:
        st.caption(t("editor-curve-none"))
        return
    try:
        found = trial.drawn(ctx.actor, ctx.db, desk.checked.scheme, code)
    except SteelyardError as problem:
        st.caption(literal(t.error(problem)))
        return
    if found.line is None and not found.dots:
        st.caption(t("editor-curve-none"))
        return
    st.markdown(f"**{_title(found, t, ctx.lang)}**")
    label = t("editor-curve-of", name=t.name(found.indicator.name, code))
    charts.show(_figure(found, t), _behind(found, t), key=f"editor-curve-{code}", label=label, t=t)


def _title(found: Drawn, t: Text, lang: str) -> str:
    if found.period is None:
        why = literal(t.error(found.lacking)) if found.lacking else ""
        return t("editor-curve-nobody", why=why)
    scores = [dot.score for dot in found.dots]
    if not scores:
        return t("editor-curve-nobody", why="")
    return t(
        "editor-curve-title",
        period=fmt.period(found.period, lang),
        people=len(scores),
        low=fmt.number(min(scores)),
        high=fmt.number(max(scores)),
    )


def _name(dot: Dot, t: Text) -> str:
    return t.pick(dot.person.name, dot.person.name_en)


def _figure(found: Drawn, t: Text) -> charts.Figure:
    colours, measure = palette(), found.indicator.unit
    data: list[dict[str, Any]] = []
    dots = sorted(found.dots, key=lambda dot: dot.x)
    if found.line is not None:
        x, y = found.line.x.tolist(), found.line.score.tolist()
    else:
        x, y = [dot.x for dot in dots], [dot.score for dot in dots]
    data.append(
        {
            "type": "scatter",
            "mode": "lines",
            "x": x,
            "y": [None if math.isnan(score) else score for score in y],
            "line": {"color": colours.secondary, "width": 2},
            "hoverinfo": "skip",
        }
    )
    data.append(
        {
            "type": "scatter",
            "mode": "markers",
            "x": [dot.x for dot in dots],
            "y": [dot.score for dot in dots],
            "marker": {"color": colours.accent, "size": 8, "opacity": 0.75},
            "customdata": [
                [
                    _name(dot, t),
                    t.amount(fmt.quantity(dot.quantity), measure),
                    fmt.number(dot.score),
                ]
                for dot in dots
            ],
            "hovertemplate": _hover(t),
        }
    )
    layout = {
        **charts.LAYOUT,
        "hovermode": "closest",
        "xaxis": {"title": {"text": _axis(found, t, t.term(measure))}},
        "yaxis": {"title": {"text": t("score-points")}, "rangemode": "tozero"},
    }
    return {"data": data, "layout": layout}


def _hover(t: Text) -> str:
    """A template of Plotly's: what stands in its places is told with each dot."""
    name, value, score = (f"%{{customdata[{k}]}}" for k in range(3))
    return t("editor-curve-hover", name=name, value=value, score=score) + "<extra></extra>"


def _axis(found: Drawn, t: Text, unit: str) -> str:
    indicator = found.indicator
    if indicator.on == "completion" or (indicator.on == "value" and indicator.rule.uses_target):
        return t("editor-axis-completion")
    if indicator.on == "excess" or indicator.rule.reads_target:
        return t("editor-axis-excess", unit=unit or t("editor-no-unit"))
    return t("editor-axis-value", unit=unit or t("editor-no-unit"))


def _behind(found: Drawn, t: Text) -> Table[Dot]:
    return Table(
        [
            Column("name", t("name"), lambda dot: _name(dot, t), "strong"),
            Column("team", t("team"), lambda dot: t.pick(dot.person.team_name, dot.person.team_name_en)),
            Column("value", t("editor-value"), lambda dot: dot.quantity, "number"),
            Column("score", t("score-points"), lambda dot: dot.score, "number"),
        ],
        list(found.dots),
        lambda dot: dot.person.manager_id,
    )
