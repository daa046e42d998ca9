"""From an indicator's raw value to its points, each step with the arithmetic that a calculator repeats."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from documents import formulas
from documents.clauses import met
from scoring.errors import Phrase
from scoring.formula import Worked
from scoring.sheet.explain import IndicatorStep
from words import format as fmt
from words.text import Text, leading
from workflow.results.card.origins import Presence
from workflow.results.card.peers import FEWEST_PEERS
from workflow.results.scorecards import IndicatorLine, Scorecard

Step = tuple[str, str, str]
"""What a step is, how it is made, what comes out."""


def steps(line: IndicatorLine, card: Scorecard, points: float, t: Text) -> list[Step]:
    """All steps of one indicator; `points` as they are shown among the others."""
    step = line.step
    found = [_scored(line, card, t)]
    if step.full_target is not None:
        found.append((t("explain-target"), target(step, card.presence, t), amount(step.target, step, t)))
    found += after_the_rule(step, card, t)
    found.append((t("explain-weight"), weight(step, card, t), _weight(step, t)))
    if not math.isnan(points) and step.effective_weight > 0:
        found.append((t("explain-points"), contribution(step, points, t), fmt.number(points)))
    return [(what, leading(how), out) for what, how, out in found]


def _scored(line: IndicatorLine, card: Scorecard, t: Text) -> Step:
    """What is scored: the value as it was brought, or the expression with its figures."""
    step = line.step
    if step.quantity is None or step.indicator.quantity is None:
        return t("explain-value"), origin(line, t), value(step, t)
    spelled = formulas.spelled(step.indicator.quantity, t, met.names(card, t))
    made = t("explain-expression", formula=spelled, figures=worked_out(step.quantity, step, card, t))
    said = t("clause-joint").join(one for one in (made, origin(line, t)) if one)
    return t("explain-quantity"), said, value(step, t)


def after_the_rule(step: IndicatorStep, card: Scorecard, t: Text) -> Iterator[Step]:
    """The score by the rule, and what factor, conditions and the indicator's own bounds make of it."""
    if step.raw is None:
        yield t("explain-score"), arithmetic(step, card.ranked, t), _score(step, t)
        return
    running = step.raw
    yield t("explain-score"), arithmetic(step, card.ranked, t), fmt.number(running)
    if step.factor is not None:
        by = formulas.as_factor(step.factor.node, worked_out(step.factor, step, card, t))
        made = f"{fmt.operand(running)} × {by}"
        running = running * step.factor.value
        yield t("explain-factor"), made, fmt.number(running)
    for one in step.conditions:
        running = running if one.after is None else one.after
        yield t("explain-condition"), met.condition(one, card, t), fmt.number(running)
    if step.bound:
        held = fmt.number(step.score)
        yield t("explain-bound"), t(f"bound-{step.bound}", before=fmt.number(running), held=held), held


def worked_out(made: Worked, step: IndicatorStep, card: Scorecard, t: Text) -> str:
    """An expression with its figures; only what came out where the figures are those of a few others."""
    if step.others_move_it and card.ranked < FEWEST_PEERS:
        return t("formula-hidden")
    return formulas.plain(made, t)


def amount(given: float | None, step: IndicatorStep, t: Text) -> str:
    """A value or target with its unit."""
    return fmt.DASH if given is None else t.amount(fmt.quantity(given), step.indicator.unit)


def value(step: IndicatorStep, t: Text) -> str:
    """The value with its unit, or in words that there is none."""
    return t(f"gap-{step.gap}") if step.gap and step.value is None else amount(step.value, step, t)


def origin(line: IndicatorLine, t: Text) -> str:
    """From which system, cut off when, brought in which file, by whom; of a missing value what to do."""
    step, said = line.step, []
    source, cut_off = step.indicator.source, step.indicator.cut_off
    if source:
        key = "origin-source-cut-off" if cut_off else "origin-source"
        said.append(t(key, source=t.term(source), cutoff=t.term(cut_off or "")))
    if line.origin and line.origin.batch is not None:
        brought = line.origin
        said.append(
            t(
                "origin-batch",
                batch=str(brought.batch),
                file=brought.file_name,
                by=t.term(brought.brought_by),
                reviewer=t.term(brought.approved_by),
            )
        )
    if step.carried_from:
        said.append(t("origin-carried", period=fmt.period(step.carried_from, t.lang)))
    if step.without_inherited:
        said.append(t("origin-without-inherited"))
    if step.gap == "missing":
        said.append(t("origin-missing"))
    return t("clause-joint").join(said)


def target(step: IndicatorStep, there: Presence, t: Text) -> str:
    """The target before and after leave and joining, with the days; or that the rule does not use it."""
    if not step.indicator.reads_target:
        return t("target-reference")
    own = step.full_target != step.indicator.target
    full = t("target-own" if own else "target-scheme", target=amount(step.full_target, step, t))
    factors = []
    if step.present != 1:
        spells = t("list-joint").join(
            t("target-leave", kind=t(f"kind-{leave.kind}"), first=str(leave.from_on), last=str(leave.to_on))
            for leave in there.leave
        )
        days = {"days": str(there.days), "of": str(there.of)}
        factors.append(t("target-days-leave", leave=spells, **days) if spells else t("target-days", **days))
    if step.joining != 1:
        share = fmt.percent(step.joining, 0)
        joined = str(there.joined_on) if there.joined_on else fmt.DASH
        factors.append(t("target-joining", share=share, joined=joined))
    said = t("comma-joint").join([full, *factors])
    # Of customers and the like there are no parts; where a target has some, it is said why.
    if factors and step.indicator.measure == "count" and step.target is not None:
        said += "" if step.target.is_integer() else t("target-not-rounded")
    return said


def arithmetic(step: IndicatorStep, cohort: int, t: Text) -> str:
    """The rule's formula with its figures, what limited it, and who else moves it."""
    if step.gap == "refused" and step.refused is not None:
        return t.fault(step.refused.fault)
    if step.working is None:
        if step.stand_in is not None:
            return t("working-stand-in", score=fmt.number(step.stand_in))
        return t("working-none")
    if step.read is None or (step.target is None and step.indicator.reads_target):
        return formula(step.working, t)
    rule = t(f"rule-name-{step.indicator.rule.type}")
    hidden = step.others_move_it and cohort < FEWEST_PEERS
    said = rule if hidden else t("working-by", rule=rule, formula=formula(step.working, t))
    if groups := rater_groups(step, t):
        said += t("working-groups", groups=groups)
    if step.reading is not None:
        said = t("working-read", reading=formula(step.reading, t), rest=said)
    if step.limit:
        bounds = step.indicator.rule.bounds or (None, None)
        held = bounds[1] if step.limit == "cap" else bounds[0]
        said += t(f"working-{step.limit}", before=fmt.number(step.unlimited), held=fmt.number(held))
    if step.others_move_it:
        said += t("working-peers")
    return said


def formula(working: Phrase, t: Text) -> str:
    """The arithmetic of a rule, with its figures as a calculator takes them."""
    figures = {name: fmt.operand(float(str(value))) for name, value in working.params.items()}
    return t(working.key, **figures)


def rater_groups(step: IndicatorStep, t: Text) -> str:
    """The groups of raters of a review with their shares; "" for other rules."""
    groups = step.indicator.rule.parameters().get("groups") or {}
    whole = math.fsum(groups.values())
    return t("list-joint").join(
        t("working-group", group=_group(name, t), share=fmt.percent(share / whole, 0))
        for name, share in groups.items()
    )


def _group(name: str, t: Text) -> str:
    return t(f"rater-{name}") if t.has(f"rater-{name}") else name


def _score(step: IndicatorStep, t: Text) -> str:
    if step.score is None:
        return fmt.DASH if step.stand_in is None else fmt.number(step.stand_in)
    return fmt.number(step.score)


def weight(step: IndicatorStep, card: Scorecard, t: Text) -> str:
    """The scheme's weight, and from or to which indicators the weight of missing values went."""
    of_scheme = t("weight-scheme", weight=fmt.operand(step.weight))
    gained = step.effective_weight - step.weight
    if abs(gained) < 1e-9:
        return of_scheme
    everything = [line.step for line in card.lines]
    partners = receivers(step, everything) if gained < 0 else givers(step, everything)
    names = t("list-joint").join(t.name(s.indicator.name, s.indicator.code) for s in partners)
    return of_scheme + t(
        "weight-given" if gained < 0 else "weight-taken", size=fmt.number(abs(gained)), names=names
    )


def receivers(missing: IndicatorStep, steps: Sequence[IndicatorStep]) -> list[IndicatorStep]:
    """The indicators that carry a missing one's weight: those of its class that gained, or all that did."""
    gained = [s for s in steps if s.effective_weight > s.weight + 1e-9]
    of_class = [s for s in gained if s.indicator.class_ == missing.indicator.class_]
    return of_class or gained


def givers(gained: IndicatorStep, steps: Sequence[IndicatorStep]) -> list[IndicatorStep]:
    """The missing indicators whose weight an indicator carries."""
    return [s for s in _without_weight(steps) if gained in receivers(s, steps)]


def _without_weight(steps: Sequence[IndicatorStep]) -> Iterator[IndicatorStep]:
    return (s for s in steps if s.weight > 0 and s.effective_weight == 0)


def _weight(step: IndicatorStep, t: Text) -> str:
    return fmt.number(step.effective_weight) if step.effective_weight > 0 else t("weight-none")


def contribution(step: IndicatorStep, points: float, t: Text) -> str:
    """Score × weight, and the exact figure where the shown one was rounded other than by itself."""
    score = step.stand_in if step.score is None else step.score
    said = f"{fmt.operand(score or 0.0)} × {fmt.operand(step.effective_weight)} ÷ 100"
    if fmt.number(points) != fmt.number(step.contribution):
        said += t("explain-apportioned", exact=fmt.number(step.contribution))
    return said
