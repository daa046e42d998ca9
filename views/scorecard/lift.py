"""What lifts somebody to the next grade, in the units the work is done in."""

from __future__ import annotations

import math
from collections.abc import Mapping

import streamlit as st

from documents.clauses.met import figures, names
from documents.formulas import spelled
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
    called = names(card, t)
    together = lift.together if len(lift.together) > 1 else ()
    with page.card(t("lift-title", grade=literal(lift.grade)), t("lift-note")):
        if alone:
            st.markdown(_listed(t("lift-alone"), [_sentence(step, card, called, t) for step in alone]))
        if together:
            begin = t("lift-or-together") if alone else t("lift-together")
            st.markdown(_listed(begin, [_sentence(step, card, called, t) for step in together]))
        if not alone and not together:
            st.markdown(t("lift-none"))
        if more := asked(card, t):
            st.markdown(more)


def asked(card: Scorecard, t: Text) -> str:
    """What the nearest better grade asks besides its threshold and the person does not meet, as Markdown;
    empty where it asks nothing, or all of it is met."""
    whens = {grade.name: grade.when for grade in card.scheme.grades}
    missed = [step for step in card.explanation.grades if step.held is not True]
    if not missed or (when := whens[missed[-1].grade]) is None:
        return ""
    nearest = missed[-1]
    key = "lift-grade-undecided" if nearest.held is None else "lift-grade-asks"
    asks, now = spelled(when, t, names(card, t)), figures(when, nearest.when, card, t)
    return t(key, grade=literal(nearest.grade), asks=literal(asks), now=literal(now))


def _listed(begin: str, sentences: list[str]) -> str:
    return begin + "\n" + "\n".join(f"- {sentence}" for sentence in sentences)


def _sentence(step: Step, card: Scorecard, names: Mapping[str, str], t: Text) -> str:
    indicator = card.scheme.by_code.get(step.indicator)
    name = names.get(step.indicator, step.indicator)
    change = fmt.needed(step.change)
    if indicator is not None and indicator.measure == "count":
        change = math.ceil(change)
    to = step.value + math.copysign(change, step.change)
    percent = step.unit == "%"
    by, up_to = fmt.quantity(change), fmt.quantity(to)
    return t(
        "lift-more" if step.change > 0 else "lift-less",
        name=literal(name),
        # Between two percentages lie percentage points.
        change=literal(f"{by} {t('percentage-points')}" if percent else t.amount(by, step.unit)),
        to=literal(t.amount(up_to, step.unit)),
        points=fmt.number(step.points),
    )
