"""Parts of the pages about one person: whose it is, why the score, why it changed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from types import ModuleType
from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from scoring.apportion import adding_up
from scoring.change.lift import Step
from scoring.periods import Period
from scoring.sheet.explain import IndicatorStep
from shell.context import Context
from shell.navigation import page_name
from ui import page
from ui.choice import pick
from ui.tables import Column, Table
from views import neighbours, period_choice
from words import format as fmt
from words.text import Text, literal
from workflow.results import scorecards
from workflow.results.scorecards import IndicatorLine, Scorecard

LARGEST_SHOWN = 6
ROUNDING = 0.01
"""Between two totals with two decimals; what is more than that, limits took or gave."""


def whose(ctx: Context, address: str) -> tuple[DeltaGenerator, str, Period]:
    """The head of the page about one person at `address`: the place for its title, the manager, the period.
    Ends the script with an empty state where there is nothing to show."""
    head, people, times = st.columns([3, 1, 1], vertical_alignment="bottom")
    title = ctx.t(page_name(address, ctx.actor))
    period = period_choice.chosen(ctx, title, "leaderboard-empty", head, times)
    with people:
        manager_id = choose(ctx, period)
    if manager_id is None:
        with head:
            page.header(title, ctx.t("scorecard-none", period=fmt.period(period, ctx.lang)))
        st.stop()
    if ctx.actor.role != "manager":
        found = scorecards.people(ctx.actor, ctx.db, period)
        names = {p.manager_id: ctx.t.pick(p.name, p.name_en) for p in found}
        neighbours.line(ctx, address, manager_id, period, names)
    nothing = next(
        (p for p in scorecards.without_data(ctx.actor, ctx.db, period) if p.manager_id == manager_id), None
    )
    if nothing is not None:
        name = literal(ctx.t.pick(nothing.name, nothing.name_en))
        with head:
            page.header(title, ctx.t("board-person-nothing", name=name, period=fmt.period(period, ctx.lang)))
        st.stop()
    return head, manager_id, period


def choose(ctx: Context, period: Period) -> str | None:
    """The manager whose page this is; a manager's own, without a choice. Kept in the address."""
    people = scorecards.people(ctx.actor, ctx.db, period)
    if ctx.actor.role == "manager":
        return ctx.actor.manager_id if people else None
    names = {p.manager_id: ctx.t.pick(p.name, p.name_en) for p in people}
    if not names:
        return None
    return pick(
        ctx.t("manager"),
        list(names),
        lambda m: f"{names[m]} · {m}",
        key="person-choice",
        address="person",
    )


def shown(card: Scorecard) -> tuple[list[float], list[float]]:
    """The points and the weights of the lines as they add up, with the decimals on the screen, to the total
    and to 100; NaN where there are none."""
    steps = [line.step for line in card.lines]
    points = [math.nan if step.contribution is None else step.contribution for step in steps]
    return adding_up(points, card.total), adding_up([step.effective_weight for step in steps], 100.0, 1)


class Line(NamedTuple):
    """An indicator's line with points and weight as they add up."""

    of: IndicatorLine
    points: float
    weight: float

    @property
    def step(self) -> IndicatorStep:
        """How the indicator was scored."""
        return self.of.step


def lines(card: Scorecard, points: Sequence[float], weights: Sequence[float], t: Text) -> Table[Line]:
    """A scorecard's indicators; a dash says what is missing."""

    def quantity(value: float | None, line: Line) -> str | None:
        return None if value is None else f"{fmt.quantity(value)} {t.term(line.step.indicator.unit)}"

    def completion(line: Line) -> str | None:
        return None if line.step.completion is None else fmt.percent(line.step.completion)

    def why(line: Line) -> str:
        return t(f"gap-{line.step.gap}") if line.step.gap else t("gap-none")

    def band(line: Line) -> tuple[float | None, ...]:
        return line.of.peer_low, line.of.peer_high, line.step.score

    columns: list[Column[Line]] = [
        Column(
            "name",
            t("indicator"),
            lambda line: t.name(line.step.indicator.name, line.step.indicator.code),
            "strong",
        ),
        Column("target", t("target"), lambda line: quantity(line.step.target, line), right=True),
        Column("value", t("actual"), lambda line: quantity(line.step.value, line), right=True),
        Column("completion", t("completion"), completion, right=True),
        Column("score", t("score"), lambda line: line.step.score, "number", strong=True),
        Column("weight", t("weight"), lambda line: line.weight, "number", decimals=1),
        Column("points", t("explain-points"), lambda line: line.points, "number"),
        Column("lost", t("lost"), lambda line: line.of.lost or None, "number"),
        Column("band", t("peers"), band, "band", min=0, max=120),
        Column("spark", t("twelve-periods"), lambda line: line.of.scores, "spark"),
    ]
    found = [Line(*one) for one in zip(card.lines, points, weights, strict=True)]
    return Table(columns, found, lambda line: line.step.indicator.code, why)


def explain(ctx: Context, line: IndicatorLine, points: float) -> None:
    """From raw value to points, in words; `points` as they are shown among the others."""
    t, step = ctx.t, line.step
    unit = t.term(step.indicator.unit)
    name = t.name(step.indicator.name, step.indicator.code)
    with page.card(t("explain-title", name=literal(name)), t("explain-note")):
        origin = t("explain-source", source=line.source, batch=line.batch or 0, by=line.approved_by)
        if step.without_inherited:
            origin += t("explain-without-inherited")
        if step.carried_from:
            origin += t("explain-carried", period=fmt.period(step.carried_from, ctx.lang))
        rows = [("explain-value", origin, f"{fmt.quantity(step.value)} {unit}")]
        if step.target is not None:
            factor = (
                t("explain-factor", factor=fmt.number(step.target_factor)) if step.target_factor != 1 else ""
            )
            rows.append(("explain-target", factor, f"{fmt.quantity(step.target)} {unit}"))
        if step.completion is not None:
            formula = f"{fmt.quantity(step.value)} ÷ {fmt.quantity(step.target)}"
            rows.append(("explain-completion", formula, fmt.percent(step.completion, 2)))
        rule = t(f"rule-name-{step.indicator.rule.type}")
        if step.limit:
            rule += t(f"explain-{step.limit}", before=fmt.number(step.unlimited))
        if step.others_move_it:
            rule += t("explain-peers")
        if step.refused is not None:
            rule += t("explain-refused", reason=t.fault(step.refused.fault))
        rows.append(("explain-score", rule, t(f"gap-{step.gap}") if step.gap else fmt.number(step.score)))
        changed = abs(step.weight - step.effective_weight) > 1e-9
        weight = (
            t("explain-weight-moved", weight=fmt.number(step.weight)) if changed else t("explain-weight-same")
        )
        rows.append(("explain-weight", weight, fmt.number(step.effective_weight)))
        formula = f"{fmt.number(step.score)} × {fmt.number(step.effective_weight)} ÷ 100"
        if fmt.number(points) != fmt.number(step.contribution):
            formula += t("explain-apportioned", exact=fmt.number(step.contribution))
        rows.append(("explain-points", formula if step.score is not None else "", fmt.number(points)))
        Table(
            [
                Column("step", t("explain-step"), lambda row: t(row[0]), "muted"),
                Column("how", t("explain-how"), lambda row: row[1], wrap=True),
                Column("result", t("explain-result"), lambda row: row[2], "strong"),
            ],
            rows,
            lambda row: row[0],
        ).show("explanation", t("explain-title", name=name))


def what_lifts(ctx: Context, card: Scorecard) -> None:
    """The cheapest ways to the next grade, in the units the work is done in."""
    t, lift = ctx.t, card.lift
    if lift.grade is None:
        return
    names = {line.step.indicator.code: line.step.indicator for line in card.lines}

    def sentence(step: Step) -> str:
        indicator = names[step.indicator]
        unit = literal(t.term(step.unit))
        change = fmt.needed(step.change)
        key = "lift-more" if indicator.higher else "lift-less"
        name = literal(t.name(indicator.name, indicator.code))
        to = fmt.quantity(step.value + math.copysign(change, step.change))
        return t(
            key, name=name, change=fmt.quantity(change), unit=unit, to=to, points=fmt.number(step.points)
        )

    alone = [step for step in lift.single if step.within_reach][:4]
    with page.card(t("lift-title", grade=literal(lift.grade)), t("lift-note")):
        if alone:
            st.markdown(t("lift-alone") + "\n" + "\n".join(f"- {sentence(step)}" for step in alone))
        if len(lift.together) > 1:
            st.markdown(
                t("lift-together") + "\n" + "\n".join(f"- {sentence(step)}" for step in lift.together)
            )
        if not alone and not lift.together:
            st.markdown(t("lift-none"))


def why_changed(ctx: Context, card: Scorecard, charts: ModuleType) -> None:
    """From the last total to this one, by indicator; nothing is left over."""
    t, change = ctx.t, card.change
    if change is None or len(card.totals) < 2:
        with page.card(t("change-title-none"), t("change-none")):
            return
    title = t("change-title", change=fmt.signed(card.total_change))
    with page.card(title, t("change-note-scheme") if change.scheme_changed else t("change-note")):
        names = {line.step.indicator.code: t.name(line.step.indicator.name) for line in card.lines}
        steps = [(names.get(code, code), effect) for code, effect in change.by_indicator[:LARGEST_SHOWN]]
        steps.append((t("change-other"), math.fsum(e for _, e in change.by_indicator[LARGEST_SHOWN:])))
        steps.append((t("change-adjustments"), change.parts["adjustments"]))
        left = card.total_change - math.fsum(effect for _, effect in steps)
        if abs(left) > ROUNDING:
            steps.append((t("change-limits"), left))
        apportioned = adding_up([effect for _, effect in steps], card.total_change)
        drawn = [(name, part) for (name, _), part in zip(steps, apportioned, strict=True) if part]
        ends = (fmt.period(card.periods[-2], ctx.lang), fmt.period(card.periods[-1], ctx.lang))
        charts.show(charts.waterfall(card.totals[-2], drawn, card.totals[-1], ends, t), key="change")
        parts = zip(change.parts, adding_up(list(change.parts.values()), card.total_change), strict=True)
        st.caption(" · ".join(f"{t(f'factor-{name}')} {part:+.2f}" for name, part in parts))
