"""The rule of an indicator: chosen from cards that say what each does, its parameters as fields."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any

import numpy as np
import streamlit as st

from scoring.scheme import document
from scoring.scheme.document import Path
from scoring.scheme.rules import RULES, Rule, curve, parameters
from scoring.scheme.rules.parameters import Parameter
from ui import charts
from views.editor import fields
from views.editor.desk import Desk
from words.text import Text

_ACROSS = 3
_PEERS = np.array([62.0, 71.0, 78.0, 83.0, 88.0, 92.0, 101.0, 109.0, 118.0])
"""Figures of invented people, by which a rule that compares is drawn on its card."""
_FIELDS: dict[str, Callable[..., str]] = {
    "number": fields.figure,
    "list": fields.figures,
    "pairs": fields.pairs,
    "table": fields.by_name,
}


def rule(desk: Desk, path: Path) -> None:
    """What the indicator at a path is scored by."""
    t, kind = desk.ctx.t, str(document.at(desk.table, (*path, "rule", "type")) or "")
    choosing = desk.key((*path, "rule"), "choosing")
    with st.container(horizontal=True, vertical_alignment="center"):
        known = kind in RULES
        st.markdown(
            f"**{t(f'rule-name-{kind}')}** — {t(f'editor-rule-{kind}')}" if known else t("editor-rule-none")
        )
        open_ = bool(st.session_state.get(choosing))
        # What the click is to bring about goes with it: one that is told twice does not take itself back.
        st.button(
            t("editor-rule-keep" if open_ else "editor-rule-change"),
            key=f"{choosing}-button",
            on_click=_turn,
            args=(choosing, not open_),
        )
    if st.session_state.get(choosing) or not known:
        _cards(desk, path, kind, choosing)
    if known:
        _parameters(desk, (*path, "rule"), RULES[kind])


def _turn(key: str, to: bool) -> None:
    st.session_state[key] = to


def _cards(desk: Desk, path: Path, now: str, choosing: str) -> None:
    t, higher = desk.ctx.t, document.at(desk.table, (*path, "direction")) != "lower"
    fitting = [name for name in RULES if _fits(name, higher)]
    for first in range(0, len(fitting), _ACROSS):
        row = st.columns(_ACROSS)
        for place, name in zip(row, fitting[first : first + _ACROSS], strict=False):
            with place.container(border=True, height="stretch", gap="xsmall"):
                st.image(charts.tiny(_picture(name, higher)))
                st.markdown(f"**{t(f'rule-name-{name}')}**  \n:small[{t(f'editor-rule-{name}')}]")
                st.button(
                    t("editor-rule-taken" if name == now else "editor-rule-take"),
                    key=desk.key((*path, "rule"), name),
                    disabled=name == now,
                    on_click=_take,
                    args=(desk, path, name, higher, choosing),
                )


def _take(desk: Desk, path: Path, name: str, higher: bool, choosing: str) -> None:
    desk.put((*path, "rule"), {"type": name, **RULES[name].draft(higher)})
    st.session_state[choosing] = False


@cache
def _fits(name: str, higher: bool) -> bool:
    """Whether a rule works in a direction."""
    return not list(_drafted(name, higher).faults(higher))


def _drafted(name: str, higher: bool) -> Rule:
    """A rule as it is drafted; lists as the rule holds them."""
    kind = RULES[name]
    return kind(**{name: _fixed(value) for name, value in kind.draft(higher).items()})


def _fixed(value: Any) -> Any:
    return tuple(map(_fixed, value)) if isinstance(value, list) else value


@cache
def _picture(name: str, higher: bool) -> tuple[tuple[float, float], ...]:
    """The line of a drafted rule; of one that compares the scores of invented people."""
    made = _drafted(name, higher)
    line = curve.curve(made, higher, np.empty(0))
    if line is not None:
        return tuple(zip(line.x.tolist(), line.score.tolist(), strict=True))
    scores = made.evaluate(_PEERS, np.full(len(_PEERS), curve.WHOLE), higher)
    return tuple(zip(_PEERS.tolist(), scores.tolist(), strict=True))


def _parameters(desk: Desk, path: Path, kind: type[Rule]) -> None:
    t, declared = desk.ctx.t, parameters.declared(kind)
    places = st.columns(max(len(declared), _ACROSS)) if declared else []
    for place, parameter in zip(places, declared, strict=False):
        label = label_of(kind.type, parameter.name, t)
        looks = {"place": place, "help": _help(parameter, t)}
        if parameter.shape == "word":
            key = f"rule-field-{parameter.name}"
            usual = str(parameter.default) if parameter.optional else ""
            said = partial(_word, key, t)
            fields.choice(
                desk, (*path, parameter.name), label, parameter.words, said, usual=usual, place=place
            )
        else:
            if parameter.optional and parameter.default not in (None, ()):
                looks["placeholder"] = _shown(parameter.default)
            _FIELDS[parameter.shape](desk, (*path, parameter.name), label, **looks)


def _word(key: str, t: Text, word: str) -> str:
    return t(f"{key}-{word}") if t.has(f"{key}-{word}") else word


def label_of(kind: str, name: str, t: Text) -> str:
    """What a parameter is called above its field, that of this kind of rule where it has its own."""
    said = name.replace("_", "-")
    own = f"editor-parameter-{kind}-{said}"
    return t(own) if t.has(own) else t(f"editor-parameter-{said}")


def _help(parameter: Parameter, t: Text) -> str | None:
    helps = {"list": "editor-help-list", "pairs": "editor-help-pairs", "table": "editor-help-table"}
    return t(helps[parameter.shape]) if parameter.shape in helps else None


def _shown(default: Any) -> str:
    return ", ".join(map(fields.shown, default)) if isinstance(default, tuple) else fields.shown(default)
