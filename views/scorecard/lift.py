"""What lifts somebody to the next grade, in the units the work is done in."""

from __future__ import annotations

import math

import streamlit as st

from scoring.change.lift import Step
from ui import page
from words import format as fmt
from words.text import Text, literal
from workflow.results.scorecards import Scorecard

MOST_SHOWN = 4


def show(card: Scorecard, t: Text) -> None:
    """The cheapest ways up; under a veto that there are none."""
    if card.vetoed:
        veto = card.scheme.veto
        ceiling = fmt.quantity(veto.ceiling)
        with page.card(t("lift-vetoed-title"), t("lift-vetoed", ceiling=ceiling, grade=veto.grade)):
            return
    lift = card.lift
    if lift.grade is None:
        return
    alone = [step for step in lift.single if step.within_reach][:MOST_SHOWN]
    together = lift.together if len(lift.together) > 1 else ()
    with page.card(t("lift-title", grade=literal(lift.grade)), t("lift-note")):
        if alone:
            st.markdown(_listed(t("lift-alone"), [_sentence(step, card, t) for step in alone]))
        if together:
            begin = t("lift-or-together") if alone else t("lift-together")
            st.markdown(_listed(begin, [_sentence(step, card, t) for step in together]))
        if not alone and not together:
            st.markdown(t("lift-none"))


def _listed(begin: str, sentences: list[str]) -> str:
    return begin + "\n" + "\n".join(f"- {sentence}" for sentence in sentences)


def _sentence(step: Step, card: Scorecard, t: Text) -> str:
    indicator = card.scheme.by_code.get(step.indicator)
    name = step.indicator if indicator is None else t.name(indicator.name, indicator.code)
    change = fmt.needed(step.change)
    if indicator is not None and indicator.measure == "count":
        change = math.ceil(change)
    to = step.value + math.copysign(change, step.change)
    unit = t.term(step.unit)
    percent = unit == "%"
    return t(
        "lift-more" if step.change > 0 else "lift-less",
        name=literal(name),
        change=fmt.quantity(change),
        # Between two percentages lie percentage points.
        unit=t("percentage-points") if percent else literal(unit),
        to=f"{fmt.quantity(to)}%" if percent else literal(f"{fmt.quantity(to)} {unit}"),
        points=fmt.number(step.points),
    )
