"""Judgements by a method, classes first, then indicators within a class: how consistent they are so far, and
the weights that they give."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from scoring import Scheme
from ui import page
from ui.tables import Column, Table
from views import figures
from views.weighing.judging import best_worst, pairs
from views.weighing.judging.group import Group
from words.text import Text, literal
from workflow.weighing import judgements
from workflow.weighing.judgements import Judgements

_WAYS: Mapping[str, Any] = {judgements.PAIRS: pairs, judgements.BEST_WORST: best_worst}


def judge(
    scheme: Scheme, method: str, key: str, t: Text, given: Mapping[str, Any] | None
) -> tuple[dict[str, float], Judgements]:
    """Ask for the judgements by one of `judgements.METHODS`; the weights they give, in points, and they
    themselves.

    `given` are judgements by this method, by group, that were handed in before; the sliders begin there.
    """
    way, given = _WAYS[method], given or {}
    groups = _groups(scheme, t)
    st.markdown(t(f"{method}-scale"))
    verdict = st.container()
    rows = {"": way.ask(groups[""], f"{key}-classes", t, given.get(""))}
    for name, group in groups.items():
        if not name or len(group.items) < 2:
            continue
        with st.expander(t("pairs-within", name=literal(group.label)), expanded=name in given):
            if st.toggle(t(f"{method}-compare"), value=name in given, key=f"{key}-within-{name}"):
                rows[name] = way.ask(group, f"{key}-{name}", t, given.get(name))
    judged = Judgements(method, rows)
    weights, found = judgements.weights_of(scheme, judged)
    with verdict:
        for name, result in found.items():
            if len(groups[name].items) > 2:
                way.consistency(result, rows[name], groups[name], t)
    table(scheme, weights, t, t("pairs-weights-note"))
    return weights, judged


def _groups(scheme: Scheme, t: Text) -> dict[str, Group]:
    """The classes among themselves under "", then each class's indicators."""
    inside = judgements.groups_of(scheme)
    classes = dict(zip(scheme.classes, figures.class_names(scheme, t), strict=True))
    names = {i.code: t.name(i.name, i.code) for i in scheme.indicators}
    points = {i.code: i.weight for i in scheme.indicators}
    among = Group(list(inside), classes, t("pairs-classes"), scheme.class_weights())
    return {"": among} | {c: Group(codes, names, classes[c], points) for c, codes in inside.items()}


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
