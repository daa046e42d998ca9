"""The ranking in the weight lab: what the browser needs to move with the hand, and the table to take away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from documents import phrases
from scoring.apportion import adding_up
from shell.context import Context
from ui import components
from ui.components.models import RankedPerson
from views import before_after, figures
from views.weighing.preview import preview
from words.text import Text, literal
from workflow.weighing import simulation

SCALE = 110.0
"""Points that a bar of full width stands for."""


def ranking(
    ctx: Context,
    begun: simulation.LabStart,
    outcome: simulation.Simulation,
    names: Mapping[str, str],
    revision: str,
    *,
    only_moved: bool,
) -> str | None:
    """Everybody with a total as stacked bars; the id of the row that was just opened, or None."""
    t = ctx.t
    rows = {row.manager_id: row for row in outcome.rows if row.after_total == row.after_total}
    foreseen = preview(begun.sheets[-1].sheet)
    # The preview keeps the order of the sheet; without one any order will do.
    order = [m for m in (foreseen.people if foreseen else rows) if m in rows]
    people = {p.manager_id: p for p in begun.sheets[-1].people}
    teams = {people[m].team_name: t.pick(people[m].team_name, people[m].team_name_en) for m in order}
    opened = components.live_ranking(
        {
            "people": [
                RankedPerson(
                    id=m,
                    name=names[m],
                    team=people[m].team_name,
                    before=rows[m].before_total,
                    rank=figures.whole(rows[m].before_rank),
                    grade=phrases.grades(rows[m]),
                )._asdict()
                for m in order
            ],
            "official": {
                "totals": [rows[m].after_total for m in order],
                "ranks": [figures.whole(rows[m].after_rank) for m in order],
                "parts": [_parts(outcome.class_contributions[m], rows[m].after_total) for m in order],
            },
            "model": foreseen.model if foreseen and len(order) == len(foreseen.people) else None,
            "codes": list(outcome.scheme.codes),
            "weights": outcome.scheme.weights.tolist(),
            "revision": revision,
            "only": only_moved,
            "scale": SCALE,
            "legend": figures.legend(outcome.scheme, t),
            "teams": list(teams.items()),
            "words": _words(t),
            "label": t("lab-who"),
        },
        key="lab-ranking",
    )
    if len(order) < len(outcome.rows):
        missing = t("list-joint").join(
            literal(names[row.manager_id]) for row in outcome.rows if row.manager_id not in order
        )
        st.caption(t("lab-without-total", names=missing))
    headings = t("lab-before"), t("lab-after"), t("lab-delta")
    before_after.ranking(outcome.rows, names, t, *headings).download("weight-lab.xlsx", t)
    return opened


def _parts(points: Sequence[float], total: float) -> list[float]:
    """The classes' points as they add up to the total on the screen."""
    return [figures.known(p) or 0.0 for p in adding_up(points, total)]


def _words(t: Text) -> dict[str, str]:
    keys = {
        "rank": "rank",
        "move": "lab-move",
        "name": "name",
        "before": "lab-before",
        "after": "lab-after",
        "change": "lab-delta-short",
        "grade": "grade",
        "parts": "contribution",
        "everybody": "everybody",
        "team": "team",
        "sort": "lab-sort",
        "pin_": "lab-pin",
    }
    return {name: t(key) for name, key in keys.items()} | {"pin": "", "moved": t("lab-moved-status", n="{n}")}
