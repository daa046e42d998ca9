"""Judgements in pairs: how much more important is one than another, and how consistent is that so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

import numpy as np
import streamlit as st

from scoring import Scheme
from scoring.weights import PairwiseWeights
from scoring.weights.pairwise import ACCEPTABLE
from ui import page
from ui.choice import keep
from ui.tables import Column, Table
from views import figures
from words import format as fmt
from words.text import Text, literal
from workflow.weighing import rounds

STRONGEST = 9
"""The end of Saaty's scale."""
STEPS = range(1 - STRONGEST, STRONGEST)


def judge(
    scheme: Scheme, key: str, t: Text, given: Mapping[str, Any] | None
) -> tuple[dict[str, float], dict[str, Any]]:
    """Ask for the judgements; the weights they give, in points, and the judgements by group.

    `given` are judgements handed in before; the sliders begin there.
    """
    groups = rounds.groups_of(scheme)
    classes = dict(zip(scheme.classes, figures.class_names(scheme, t), strict=True))
    names = {i.code: t.name(i.name, i.code) for i in scheme.indicators}
    given = given or {}
    st.markdown(t("pairs-scale"))
    verdict = st.container()
    matrices = {"": _pairs(list(groups), classes, f"{key}-classes", t, given.get(""))}
    for name, codes in groups.items():
        if len(codes) < 2:
            continue
        with st.expander(t("pairs-within", name=literal(classes[name])), expanded=name in given):
            if st.toggle(t("pairs-compare"), value=name in given, key=f"{key}-within-{name}"):
                matrices[name] = _pairs(codes, names, f"{key}-{name}", t, given.get(name))
    within = {name: matrix for name, matrix in matrices.items() if name}
    weights, found = rounds.judged(scheme, matrices[""], within)
    with verdict:
        for name, result in found.items():
            _consistency(result, names if name else classes, classes.get(name, t("pairs-classes")), t)
    table(scheme, weights, t, t("pairs-weights-note"))
    return weights, {name: matrix.tolist() for name, matrix in matrices.items()}


def _pairs(
    items: Sequence[str], names: Mapping[str, str], key: str, t: Text, given: Sequence[Any] | None
) -> np.ndarray:
    """One slider for each pair; the matrix of judgements."""
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
    return matrix


def _step(ratio: float) -> int:
    """The slider's step of a ratio: to the left the first is more important, to the right the second."""
    step = 1 - round(ratio) if ratio >= 1 else round(1 / ratio) - 1
    return min(max(step, STEPS[0]), STEPS[-1])


def _said(step: int, first: str, second: str, t: Text) -> str:
    if step == 0:
        return t("pairs-equal")
    return t("pairs-more", name=first if step < 0 else second, times=abs(step) + 1)


def _consistency(result: PairwiseWeights, names: Mapping[str, str], group: str, t: Text) -> None:
    ratio = result.consistency_ratio
    if ratio is None or len(names) < 3:
        return
    well = ratio <= ACCEPTABLE
    words = t(
        "pairs-ratio", group=literal(group), ratio=fmt.number(ratio, 3), limit=fmt.number(ACCEPTABLE, 2)
    )
    icon = ":green[:material/check_circle:]" if well else ":orange[:material/warning:]"
    st.markdown(f"{icon} {words}")
    if not well and result.worst is not None:
        worst = result.worst
        st.markdown(
            t(
                "pairs-worst",
                first=literal(names[worst.first]),
                second=literal(names[worst.second]),
                given=fmt.quantity(worst.given),
                implied=fmt.number(worst.implied, 1),
            )
        )


def table(scheme: Scheme, weights: Mapping[str, float], t: Text, note: str) -> None:
    """Weights that a method gives, beside the scheme's."""
    with page.card(t("pairs-weights"), note):
        Table(
            [
                Column("name", t("indicator"), lambda i: t.name(i.name, i.code), wrap=True),
                Column("now", t("round-scheme"), lambda i: i.weight, "number"),
                Column("mine", t("round-mine"), lambda i: weights[i.code], "number"),
                Column("change", t("lab-delta-short"), lambda i: weights[i.code] - i.weight, "delta"),
            ],
            scheme.indicators,
            lambda i: i.code,
        ).show("pairs-weights", t("pairs-weights"))
