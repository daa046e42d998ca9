"""The version a trial starts from, kept scenarios and the trial beside one another: in sums, and person by
person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from scoring.errors import SteelyardError
from scoring.pay.fen import FEN
from shell.context import Context
from ui import components, page
from ui.choice import keep as keep_choice
from ui.components.models import Slope
from ui.tables import Column, Table
from views import figures
from views.weighing import state
from words import format as fmt
from words.text import Text, literal
from workflow.results.moves import Move
from workflow.weighing import cost as trial_cost
from workflow.weighing import scenarios, simulation
from workflow.weighing.pay import PayBase

SIDE_BY_SIDE = 4
SLOPES_SHOWN = 10
_Line = tuple[str, list[str]]
"""What is compared, and how it reads in each of the trials."""


@dataclass(frozen=True)
class _Side:
    """One column: what it is called, and what it does; the trial of the weights it starts from does
    nothing."""

    key: str
    name: str
    outcome: simulation.Simulation


def side_by_side(ctx: Context, shown: state.Shown) -> None:
    """The version it starts from, up to four scenarios of the same scheme and the trial, on the same
    people."""
    t, (begun, outcome, called, base) = ctx.t, shown
    same = {s.scenario_id: s for s in scenarios.kept(ctx.actor, ctx.db) if s.code == begun.scheme.code}
    if not same:
        return
    with page.card(t("lab-side"), t("lab-side-note")):
        keep_choice("lab-side", {number: s.name for number, s in same.items()})
        chosen = st.multiselect(
            t("lab-scenarios"),
            list(same),
            format_func=lambda number: same[number].name,
            max_selections=SIDE_BY_SIDE,
            key="lab-side",
            persist_state="session",
            placeholder=t("lab-pick"),
        )
        start = {i.code: i.weight for i in begun.scheme.indicators}
        sides = [_Side("before", state.before(begun, t), simulation.simulate(ctx.actor, begun, start))]
        for number in chosen:
            kept = same[number]
            points = {c: w for c, w in kept.weights.items() if c in begun.scheme.by_code}
            try:
                found = simulation.simulate(ctx.actor, begun, points)
                sides.append(_Side(f"scenario-{number}", kept.name, found))
            except SteelyardError as problem:
                # A scenario of an older version may have other indicators.
                st.warning(literal(f"{kept.name}: {t.error(problem)}"))
        sides.append(_Side("after", t("lab-after"), outcome))
        columns = [Column[_Line]("what", "", lambda line: line[0], "muted")]
        columns += [_column(k, side) for k, side in enumerate(sides)]
        table = Table(columns, _sums(sides, base, t), lambda line: line[0])
        table.show("lab-side-table", t("lab-side"))
        table.download("scenarios.xlsx", t)
        if chosen:
            _people(sides, called, t)


def _column(k: int, side: _Side) -> Column[_Line]:
    return Column(f"s{k}", side.name, lambda line: line[1][k], right=True, wrap=True)


def _sums(sides: Sequence[_Side], base: PayBase, t: Text) -> list[_Line]:
    """What is compared: class weights, people who move, grades, pool, checks."""
    outcomes = [side.outcome for side in sides]
    classes = [o.scheme.class_weights() for o in outcomes]
    lines = [
        (name, [fmt.number(weights[class_], 1) for weights in classes])
        for class_, name in zip(
            outcomes[0].scheme.classes, figures.class_names(outcomes[0].scheme, t), strict=True
        )
    ]
    kinds = [o.scheme.kind_weights() for o in outcomes]
    lines.append((t("lab-judged"), [fmt.number(weights["qualitative"], 1) for weights in kinds]))
    lines += [
        (t("lab-moved"), [str(o.moved) for o in outcomes]),
        (t("lab-moved-far"), [str(o.moved_far) for o in outcomes]),
        (t("lab-lost-count"), [str(len(o.lost)) for o in outcomes]),
        ("Kendall τ", [fmt.number(o.comparisons[-1][1].kendall_tau, 3) for o in outcomes]),
        (t("lab-grades"), [" / ".join(map(str, o.grade_mix(after=True).values())) for o in outcomes]),
    ]
    costs = [found for o in outcomes if (found := trial_cost.of(o, base)) and found.of_lines]
    pools = [o.pool for o in outcomes]
    if len(costs) == len(outcomes):
        paid = [fmt.number(found.total.after / FEN, 0) for found in costs]
        lines.append((t("cost-after-yuan"), paid))
    elif all(pools):
        lines.append((t("lab-pool-label"), [fmt.number(pool[1]) for pool in pools if pool]))
        money = t("lab-money-label") + (
            t("lab-assumed", yuan=fmt.quantity(base.yuan)) if base.assumed else ""
        )
        lines.append((money, [fmt.number(base.wan(pool[1])) for pool in pools if pool]))
    errors = [str(sum(f.severity == "error" for f in o.findings)) for o in outcomes]
    return [*lines, (t("lab-errors"), errors)]


def _people(sides: Sequence[_Side], called: state.Names, t: Text) -> None:
    """Everybody in each of them: total, rank and grade; where names are hidden only how places move."""
    moves: list[Mapping[str, Move]] = [{m.manager_id: m for m in side.outcome.rows} for side in sides]
    order = sorted(moves[-1], key=lambda m: _spread(m, moves), reverse=True)
    if not called.hidden:
        rows = [Slope(called.names[m], [figures.whole(side[m].after_rank) for side in moves]) for m in order]
        moving = [row for row in rows[:SLOPES_SHOWN] if len(set(row.places)) > 1]
        if moving:
            components.slope_chart(
                moving, [side.name for side in sides], key="lab-side-slope", label=t("lab-side-people")
            )
    columns = [Column[str]("name", t("name"), lambda m: called.names[m], "strong")]
    for side, found in zip(sides, moves, strict=True):
        columns += _of(side, found, t, hidden=called.hidden)
    table = Table(columns, order, str)
    table.show("lab-side-people", t("lab-side-people"))
    if not called.hidden:
        table.download("scenarios-people.xlsx", t)


def _spread(manager_id: str, moves: Sequence[Mapping[str, Move]]) -> float:
    """How far apart a person's ranks are; who has none in one of them comes first."""
    ranks = [side[manager_id].after_rank for side in moves]
    known = [rank for rank in ranks if rank == rank]
    if 0 < len(known) < len(ranks):
        return float("inf")
    return max(known) - min(known) if known else -1.0


def _of(side: _Side, found: Mapping[str, Move], t: Text, *, hidden: bool) -> list[Column[str]]:
    moved = Column[str](f"{side.key}-move", f"{side.name} {t('lab-move')}", lambda m: found[m].places, "move")
    grade = Column[str](f"{side.key}-grade", t("grade"), lambda m: found[m].after_grade, "grade")
    if hidden:
        return [moved, grade] if side.key != "before" else []
    return [
        Column(f"{side.key}-total", side.name, lambda m: found[m].after_total, "number"),
        Column(f"{side.key}-rank", t("rank"), lambda m: found[m].after_rank, "rank"),
        grade,
    ]
