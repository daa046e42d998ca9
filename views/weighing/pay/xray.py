"""What a trial's scheme pays for: the incentive X-ray."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from documents.clauses.names import names_of
from documents.formulas import spelled
from scoring.change.lift import Lift
from scoring.change.pay.xray import ASKED, Jump, Moved, Price, Reach, Way, XRay
from scoring.errors import SteelyardError
from shell.context import Context
from ui import page
from ui.tables import Column, Table
from views.weighing import state
from words import format as fmt
from words.text import literal
from workflow.weighing import xray

_ASKED = "xray-asked"
_FEW = 3
"""So many ways without a customer are named in a sentence."""


def card(ctx: Context, shown: state.Shown) -> None:
    """On demand, for the trial as it is: everybody is paid again for every figure that could be another."""
    t, scheme = ctx.t, shown.outcome.scheme
    if not scheme.pay:
        return
    trial = scheme.canonical_hash(), shown.begun.sheets[-1].period
    with page.card(t("xray-title"), t("xray-note", yuan=fmt.number(ASKED, 0))):
        if st.session_state.get(_ASKED) != trial:
            st.button(t("xray-show"), key="xray-show", on_click=_ask, args=(trial,))
            return
        bar = st.progress(0.0, t("xray-working"))

        def drawn(share: float) -> None:
            bar.progress(share, t("xray-working"))

        try:
            found = xray.pays(ctx.actor, ctx.db, shown.outcome, drawn)
        except SteelyardError as problem:
            st.markdown(literal(t.error(problem)))
            return
        finally:
            bar.empty()
        called = _Called(ctx, shown)
        _ways(found.ways, called)
        _prices(found.prices, called)
        _jumps(found.jumps, called)
        if found.people and not shown.called.hidden:
            _people(found, shown.called, called)


def _ask(trial: tuple[str, str]) -> None:
    st.session_state[_ASKED] = trial


class _Called:
    """What measures and lines are called, and their units."""

    def __init__(self, ctx: Context, shown: state.Shown) -> None:
        self.t, scheme = ctx.t, shown.outcome.scheme
        library = xray.measures(ctx.actor, ctx.db)
        self.names = {code: self.t.pick(one.name, one.name_en) for code, one in library.items()}
        self.names |= names_of(scheme, self.t)
        self.units = {code: one.unit for code, one in library.items()}
        self.units |= {i.code: i.unit for i in scheme.indicators}
        self.lines = {line.code: self.t.name(line.name, line.code) for line in scheme.pay}

    def name(self, code: str) -> str:
        return self.names.get(code, code)

    def amount(self, value: float, code: str) -> str:
        unit = self.units.get(code, "")
        if unit == "%":
            return f"{fmt.quantity(value)} {self.t('percentage-points')}"
        return self.t.amount(fmt.quantity(value), unit)

    def moved(self, way: Moved) -> str:
        at = self.t.amount(fmt.quantity(way.needed), self.units.get(way.code, ""))
        return self.t(
            "xray-moved", name=self.name(way.code), by=self.amount(abs(way.change), way.code), to=at
        )


def _ways(ways: Sequence[Way], called: _Called) -> None:
    """What pays most; first of all what pays without a customer."""
    t = called.t
    aside = [way for way in ways if way.of_customers is False]
    st.markdown(f"**{t('xray-ways')}**")
    if aside:
        told = (
            t("xray-aside-one", name=literal(called.name(w.code)), yuan=fmt.number(w.yuan, 0))
            for w in aside[:_FEW]
        )
        st.markdown(t("xray-aside", count=len(aside), listed=t("list-joint").join(told)))
    else:
        st.markdown(t("xray-aside-none"))

    def about(way: Way) -> str:
        if way.of_customers is None:
            return t("xray-customers-unknown")
        return t("xray-customers-yes" if way.of_customers else "xray-customers-no")

    Table(
        [
            Column("name", t("xray-measure"), lambda w: called.name(w.code), "strong", wrap=True),
            Column(
                "change", t("xray-change"), lambda w: _signed(w.change, called.amount(abs(w.change), w.code))
            ),
            Column("yuan", t("xray-mean"), lambda w: w.yuan, "number", 0),
            Column("most", t("xray-most"), lambda w: w.most, "number", 0),
            Column("people", t("xray-people"), lambda w: w.people, "number", 0),
            Column("about", t("xray-customers"), about, "muted"),
        ],
        list(ways),
        lambda w: w.code,
    ).show("xray-ways", t("xray-ways"))


def _signed(value: float, amount: str) -> str:
    return f"{fmt.MINUS if value < 0 else '+'}{amount}"


def _prices(prices: Sequence[Price], called: _Called) -> None:
    t = called.t

    def name(price: Price) -> str:
        return t("xray-deducted") if price.code is None else called.name(price.code)

    st.markdown(f"**{t('xray-prices')}**")
    Table(
        [
            Column("name", t("xray-one-more"), name, "strong", wrap=True),
            Column("yuan", t("xray-median"), lambda p: p.yuan, "number", 0),
            Column("most", t("xray-most"), lambda p: p.most, "number", 0),
            Column("regraded", t("xray-regraded"), lambda p: p.regraded, "number", 0),
        ],
        list(prices),
        lambda p: p.code or "",
    ).show("xray-prices", t("xray-prices"))


def _jumps(jumps: Sequence[Jump], called: _Called) -> None:
    t = called.t

    def where(jump: Jump) -> str:
        if jump.line is None:
            return t("xray-grade", below=jump.below, above=jump.above, at=fmt.quantity(jump.at))
        if jump.when is not None:
            return spelled(jump.when, t, called.names)
        return t("xray-edge", at=fmt.quantity(jump.at))

    st.markdown(f"**{t('xray-jumps')}**")
    Table(
        [
            Column(
                "line", t("xray-line"), lambda row: called.lines.get(row[1].line or "", t("grade")), "strong"
            ),
            Column("where", t("cliffs-place"), lambda row: where(row[1]), wrap=True),
            Column("yuan", t("xray-median"), lambda row: row[1].yuan, "number", 0),
            Column("people", t("xray-below"), lambda row: row[1].people, "number", 0),
        ],
        list(enumerate(jumps)),
        lambda row: str(row[0]),
    ).show("xray-jumps", t("xray-jumps"))


def _people(found: XRay, names: state.Names, called: _Called) -> None:
    """Everybody's cheapest way up and to more pay."""
    t = called.t

    def up(lift: Lift) -> str:
        steps = lift.single[:1] if lift.single and lift.single[0].within_reach else lift.together
        if lift.grade is None:
            return t("xray-no-better-grade")
        if not steps:
            return t("xray-out-of-reach", grade=lift.grade)
        ways = [called.moved(Moved(s.indicator, s.value, s.needed)) for s in steps]
        return t("xray-up", grade=lift.grade, ways=t("list-joint").join(ways))

    def more(reach: Reach) -> str:
        ways = t("list-joint").join(called.moved(way) for way in reach.ways)
        return (
            ways if reach.enough else t("xray-at-most", yuan=fmt.number(reach.yuan, 0), ways=ways or fmt.DASH)
        )

    if not st.toggle(t("xray-each"), key="xray-each"):
        return
    people: Mapping[str, tuple[Lift, Reach]] = found.people
    table = Table(
        [
            Column[str]("name", t("name"), lambda m: names.names.get(m, m), "strong"),
            Column("up", t("xray-next-grade"), lambda m: up(people[m][0]), wrap=True),
            Column(
                "more",
                t("xray-more-yuan", yuan=fmt.number(ASKED, 0)),
                lambda m: more(people[m][1]),
                wrap=True,
            ),
            Column("yuan", t("xray-gives"), lambda m: people[m][1].yuan, "number", 0),
        ],
        list(people),
        str,
    )
    table.show("xray-people", t("xray-each"))
    table.download("x-ray.xlsx", t)
