"""Judgements in pairs: how many times as important is one as another, for every pair."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import streamlit as st

from scoring.weights import PairwiseWeights
from scoring.weights.pairwise import ACCEPTABLE
from ui.choice import keep
from views.weighing.judging import scale
from views.weighing.judging.group import Group
from words import format as fmt
from words.text import Text, literal
from workflow.weighing.judgements import Rows

STEPS = range(1 - scale.STRONGEST, scale.STRONGEST)


def ask(group: Group, key: str, t: Text, given: Rows | None) -> list[list[float]]:
    """One slider for each pair; the matrix of judgements, beginning with those `given`."""
    items, names = group.items, group.names
    matrix = np.ones((len(items), len(items)))
    sides = st.columns(2)
    for k, (i, j) in enumerate(combinations(range(len(items)), 2)):
        ratio = float(given[i][j]) if given is not None else 1.0
        first, second, field = names[items[i]], names[items[j]], f"{key}-{items[i]}-{items[j]}"
        words = {s: _said(s, first, second, t) for s in STEPS}
        keep(field, words)
        step = sides[k % 2].select_slider(
            t("pairs-both", first=literal(first), second=literal(second)),
            STEPS,
            value=_step(ratio),
            format_func=words.__getitem__,
            key=field,
        )
        matrix[i, j] = 1 - step if step < 0 else 1 / (1 + step)
        matrix[j, i] = 1 / matrix[i, j]
    return matrix.tolist()


def _step(ratio: float) -> int:
    """The slider's step of a ratio: to the left the first is more important, to the right the second."""
    step = 1 - round(ratio) if ratio >= 1 else round(1 / ratio) - 1
    return min(max(step, STEPS[0]), STEPS[-1])


def _said(step: int, first: str, second: str, t: Text) -> str:
    if step == 0:
        return t("pairs-equal")
    return t("pairs-more", name=first if step < 0 else second, times=abs(step) + 1)


def consistency(result: PairwiseWeights, rows: Sequence[Sequence[float]], group: Group, t: Text) -> None:
    """Saaty's ratio, and the judgement that breaks it."""
    ratio = result.consistency_ratio
    if ratio is None:
        return
    limit = fmt.number(ACCEPTABLE, 2)
    words = t("pairs-ratio", group=literal(group.label), ratio=fmt.number(ratio, 3), limit=limit)
    well = ratio <= ACCEPTABLE
    scale.verdict(words, well=well)
    if not well and result.worst is not None:
        worst = result.worst
        st.markdown(
            t(
                "pairs-worst",
                first=literal(group.names[worst.first]),
                second=literal(group.names[worst.second]),
                given=fmt.quantity(worst.given),
                implied=fmt.number(worst.implied, 1),
            )
        )
