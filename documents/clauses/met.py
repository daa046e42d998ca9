"""A condition as it met somebody: what it asks, with the person's figures, and what it did."""

from __future__ import annotations

from documents import formulas
from documents.clauses.names import names_of
from documents.formulas import Names
from scoring.formula import Formula, Worked
from scoring.sheet.explain import ConditionStep
from words import format as fmt
from words.text import Text
from workflow.results.card.peers import FEWEST_PEERS
from workflow.results.scorecards import Scorecard


def names(card: Scorecard, t: Text) -> Names:
    """What the codes in the scheme's expressions are called."""
    return {code: t.name(name, code) for code, name in card.measures.items()} | dict(names_of(card.scheme, t))


def condition(one: ConditionStep, card: Scorecard, t: Text) -> str:
    """Whether a condition held, with its figures and its reason, and what it did."""
    spelled = formulas.spelled(one.condition.when, t, names(card, t))
    asked = t("condition-asked", formula=spelled, figures=figures(one.condition.when, one.when, card, t))
    if one.held is None:
        return t("condition-undecided", asked=asked)
    if not one.held:
        return t("condition-fails", asked=asked)
    per = ""
    if one.condition.per is not None and one.per is not None:
        by = formulas.as_factor(one.per.node, figures(one.condition.per, one.per, card, t))
        per = t("condition-per", per=by)
    effect = one.condition.effect.replace("_", "-")
    done = t(f"condition-{effect}", amount=fmt.operand(one.condition.amount)) + per
    reason = t.name(one.condition.reason, "")
    said = t("condition-holds", asked=asked, done=done)
    return said + t("condition-reason", reason=reason) if reason else said


def figures(formula: Formula, made: Worked, card: Scorecard, t: Text) -> str:
    """An expression with its figures; only that others are in it where these would be those of a few."""
    if card.scheme.reads_others(formula) and card.ranked < FEWEST_PEERS:
        return t("formula-hidden")
    return formulas.plain(made, t)
