"""Judgements by the best and the worst: which matters most and which least, and how many times as much as the
others."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from scoring.weights import BestWorst, best_worst
from ui.choice import keep, pick
from views.weighing.judging import scale
from views.weighing.judging.group import Group
from words import format as fmt
from words.text import Text, literal
from workflow.weighing.judgements import Rows

STEPS = range(1, scale.STRONGEST + 1)


def ask(group: Group, key: str, t: Text, given: Rows | None) -> list[list[float]]:
    """The most and the least important, then one slider for each comparison with them: the best against each,
    each against the worst, beginning with those `given`."""
    items, names = list(group.items), group.names
    first, last = _ends(group, given)
    left, right = st.columns(2)
    best = pick(t("best-worst-best"), items, names.__getitem__, key=f"{key}-best", default=first, place=left)
    others = [code for code in items if code != best]
    worst = pick(
        t("best-worst-worst"), others, names.__getitem__, key=f"{key}-worst", default=last, place=right
    )
    before = given if (best, worst) == (first, last) else None
    over, under = dict.fromkeys(items, 1), dict.fromkeys(items, 1)
    left.markdown(t("best-worst-over", name=literal(names[best])))
    # The whole way from the best to the worst first: no other step is longer.
    for code in sorted(others, key=lambda code: code != worst):
        held = before[0][items.index(code)] if before else 1.0
        over[code] = _slider(left, names[code], f"{key}-{best}-over-{code}", held, t)
    under[best] = over[worst]
    if len(items) > 2:
        right.markdown(t("best-worst-under", name=literal(names[worst])))
    for code in others:
        if code != worst:
            held = before[1][items.index(code)] if before else 1.0
            under[code] = _slider(right, names[code], f"{key}-{worst}-under-{code}", held, t)
    return [[float(side[code]) for code in items] for side in (over, under)]


def _ends(group: Group, given: Rows | None) -> tuple[str, str]:
    """The best and the worst to begin with: of what was given, else those of most and of fewest points."""
    if given is not None:
        found = best_worst(given[0], given[1], group.items)
        return found.best, found.worst
    order = sorted(group.items, key=lambda code: -group.points[code])
    return order[0], order[-1]


def _slider(place: DeltaGenerator, name: str, key: str, held: float, t: Text) -> int:
    words = {s: t("pairs-equal") if s == 1 else t("best-worst-times", times=s) for s in STEPS}
    keep(key, words)
    value = min(max(round(held), STEPS[0]), STEPS[-1])
    step: int = place.select_slider(literal(name), STEPS, value=value, format_func=words.__getitem__, key=key)
    return step


def consistency(result: BestWorst, rows: Sequence[Sequence[float]], group: Group, t: Text) -> None:
    """The ratio of the judgements, and the one whose two comparisons fit the others least."""
    items, (over, under) = list(group.items), rows
    worst = items.index(result.worst)
    if under[items.index(result.best)] != over[worst]:
        scale.verdict(t("best-worst-beyond", group=literal(group.label)), well=False)
        return
    ratio, limit = result.consistency_ratio, result.acceptable
    said = {"group": literal(group.label), "ratio": fmt.number(ratio, 3)}
    well = (ratio <= limit) if limit is not None else (True if ratio == 0 else None)
    if limit is None:
        scale.verdict(t("best-worst-ratio", **said), well=well)
    else:
        scale.verdict(t("pairs-ratio", limit=fmt.number(limit, 2), **said), well=well)
    if result.breaks is None or well:
        return
    at = items.index(result.breaks)
    st.markdown(
        t(
            "best-worst-breaks",
            name=literal(group.names[result.breaks]),
            best=literal(group.names[result.best]),
            worst=literal(group.names[result.worst]),
            over=fmt.quantity(over[at]),
            under=fmt.quantity(under[at]),
            whole=fmt.quantity(over[worst]),
        )
    )
