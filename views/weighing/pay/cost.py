"""What a trial costs in yuan, and who gains and loses by it: by team, post and grade."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from scoring.change.pay.cost import Cost
from scoring.pay.fen import FEN
from shell.context import Context
from ui import page
from ui.choice import pick
from ui.tables import Column, Table
from views import costs
from views.weighing import state
from words import format as fmt
from words.text import Text, literal
from workflow.weighing import cost
from workflow.weighing.cost import BY, By

PEOPLE = "person"


@dataclass(frozen=True)
class _Person:
    """What a person is called, and pay before and after in fen."""

    manager_id: str
    name: str
    before: int
    after: int


def card(ctx: Context, shown: state.Shown) -> None:
    """The cost of the trial in its last period, by whatever the reader chooses."""
    t, found = ctx.t, cost.trial(ctx.actor, shown.begun, shown.outcome, shown.base)
    if found is None:
        return
    if found.cost.lacking is not None:
        with page.card(t("cost-title-none"), t("cost-note-lines")):
            st.markdown(literal(t.error(found.cost.lacking)))
        return
    with page.card(costs.title(found.cost, t), _note(shown, found.cost, t)):
        st.markdown(costs.who(found.cost, t))
        people = found.people is not None and not shown.called.hidden
        by = pick(
            t("cost-by"),
            [*BY, PEOPLE] if people else list(BY),
            lambda one: t(f"cost-by-{one}"),
            key="cost-by",
            address="cost",
            kind="segments",
        )
        if by == PEOPLE and found.people is not None:
            _people(found.people, shown.called, t)
            return
        kind: By = next(one for one in BY if one == by)
        table = costs.groups(
            found.groups[kind], costs.named(shown.begun.sheets[-1], kind, t), t(f"cost-by-{kind}"), t
        )
        table.show("cost-groups", t("cost-by"))
        table.download(f"cost-{kind}.xlsx", t)


def _note(shown: state.Shown, found: Cost, t: Text) -> str:
    period = fmt.period(shown.begun.sheets[-1].period, t.lang)
    if any(found.by_lines):
        return t("cost-note-period", period=period)
    return t("cost-note-coefficients", period=period, yuan=fmt.quantity(shown.base.yuan))


def _people(found: Mapping[str, tuple[int, int]], called: state.Names, t: Text) -> None:
    rows = [_Person(who, called.names.get(who, who), *both) for who, both in found.items()]
    rows.sort(key=lambda row: row.after - row.before)
    table = Table(
        [
            Column("name", t("name"), lambda row: row.name, "strong"),
            Column("before", t("cost-before-yuan"), lambda row: row.before / FEN, "number"),
            Column("after", t("cost-after-yuan"), lambda row: row.after / FEN, "number"),
            Column("change", t("cost-change-yuan"), lambda row: (row.after - row.before) / FEN, "delta"),
        ],
        rows,
        lambda row: row.manager_id,
    )
    table.show("cost-people", t("cost-by-person"))
