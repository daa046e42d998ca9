"""The ranking in the weight lab: what the browser needs to move with the hand, and the table to take away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from documents import phrases
from scoring.apportion import adding_up
from shell.context import Context
from ui import components
from ui.components.models import RankedPerson
from views import before_after, figures
from views.weighing import state
from views.weighing.preview import preview
from words.text import Text
from workflow.results.moves import Move
from workflow.weighing import simulation

ROOM = 1.1
"""A bar of full width stands for the highest total and a tenth more, for what dragging may still add."""


def ranking(ctx: Context, shown: state.Shown, revision: str, *, only_moved: bool) -> str | None:
    """Everybody as stacked bars, who loses the total included; the id of the row that was just opened, or
    None."""
    t, (begun, outcome, called, _) = ctx.t, shown
    rows = {row.manager_id: row for row in outcome.rows}
    # In the order of the sheet, as the preview has them.
    order = list(begun.sheets[-1].sheet.people)
    people = {p.manager_id: p for p in begun.sheets[-1].people}
    teams = {people[m].team_name: t.pick(people[m].team_name, people[m].team_name_en) for m in order}
    opened = components.live_ranking(
        {
            "people": [_person(rows[m], called.names[m], people[m].team_name) for m in order],
            "official": {
                "totals": [figures.known(rows[m].after_total) for m in order],
                "ranks": [figures.whole(rows[m].after_rank) for m in order],
                "parts": [_parts(outcome.class_contributions[m], rows[m].after_total) for m in order],
            },
            "model": preview(begun.sheets[-1].sheet),
            "codes": list(outcome.scheme.codes),
            "revision": revision,
            "only": only_moved,
            "hidden": called.hidden,
            "scale": _scale(outcome),
            "classes": figures.class_entries(outcome.scheme, t),
            "legend": figures.legend(outcome.scheme, t),
            "teams": list(teams.items()),
            "words": _words(begun, t),
            "label": t("lab-who"),
        },
        key="lab-ranking",
    )
    if not called.hidden:
        headings = state.before(begun, t), t("lab-after"), t("lab-delta")
        before_after.ranking(outcome.rows, called.names, t, *headings).download("weight-lab.xlsx", t)
    return opened


def _person(row: Move, name: str, team: str) -> Mapping[str, object]:
    return RankedPerson(
        id=row.manager_id,
        name=name,
        team=team,
        before=figures.known(row.before_total),
        rank=figures.whole(row.before_rank),
        grade=phrases.grades(row),
    )._asdict()


def _scale(outcome: simulation.Simulation) -> float:
    """Points that a bar of full width stands for."""
    known = [total for m in outcome.rows for total in (m.before_total, m.after_total) if total == total]
    return min(outcome.scheme.cap, ROOM * max(known, default=outcome.scheme.cap))


def _parts(points: Sequence[float], total: float) -> list[float]:
    """The classes' points as they add up to the total on the screen; nothing where there is none."""
    return (
        [figures.known(p) or 0.0 for p in adding_up(points, total)] if total == total else [0.0] * len(points)
    )


def _words(begun: simulation.LabStart, t: Text) -> dict[str, str]:
    keys = {
        "rank": "rank",
        "move": "lab-move",
        "name": "name",
        "after": "lab-after",
        "change": "lab-delta-short",
        "grade": "grade",
        "parts": "contribution",
        "everybody": "everybody",
        "team": "team",
        "sort": "lab-sort",
        "pin_": "lab-pin",
        "none": "lab-no-total",
        "waits": "lab-waits",
    }
    counts = {"moved": "lab-moved-status", "lost": "lab-lost-status", "gained": "lab-gained-status"}
    words = {name: t(key) for name, key in keys.items()} | {"pin": "", "before": state.before(begun, t)}
    return words | {name: t(key, n="{n}") for name, key in counts.items()}
