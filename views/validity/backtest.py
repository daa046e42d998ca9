"""What another version would have done in the periods that are over."""

from __future__ import annotations

from scoring.change.backtest import BackTest, PeriodTest
from scoring.scheme import SchemeReference
from ui import page
from ui.tables import Column, Table
from views.validity.terms import explained
from words import format as fmt
from words.text import Text

PERIODS = 12


def backtest(tested: BackTest, reference: SchemeReference, t: Text) -> None:
    """Each period, newest first: how the order, the grades and the cost would have been."""

    def pool(one: PeriodTest) -> float | None:
        return None if one.pool_change is None else 100 * one.pool_change

    with page.card(t("validity-backtest"), t("validity-backtest-note", periods=len(tested.periods))):
        explained(t, "tau", "pool")
        table = Table(
            [
                Column("period", t("period"), lambda one: fmt.period(one.period, t.lang), "strong"),
                Column("tau", t("validity-tau"), lambda one: one.kendall_tau, "number", 3),
                Column("moved", t("validity-moved"), lambda one: one.moved, "number", 0),
                Column("mean", t("validity-mean-move"), lambda one: one.mean_move, "number", 1),
                Column("regraded", t("validity-regraded"), lambda one: one.regraded, "number", 0),
                # A cost: more of it is neither good nor bad, so it has no colour.
                Column("pool", t("validity-pool"), pool, "number", 1),
            ],
            list(reversed(tested.periods)),
            lambda one: one.period,
        )
        table.show("backtest", t("validity-backtest"))
        table.download(f"back-test-{reference.code}-{reference.version}.xlsx", t)
