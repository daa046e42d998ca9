"""A person's pay: where it stands, period by period, and how each yuan came about."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from data.stores.pay.ledger_store import Posted
from documents.clauses.names import Names, names_of
from documents.clauses.pay_working import arithmetic
from scoring.pay import PaidLine
from scoring.pay.fen import FEN
from shell.context import Context
from ui import page
from ui.choice import hold
from ui.tables import Column, Table
from words import format as fmt
from words.text import Text
from workflow.rewards import explained
from workflow.rewards.explained import Explained
from workflow.rewards.standing import Instalment, LineStanding, PeriodStanding, Statement


def sentence(found: Statement, t: Text) -> str:
    """Where it stands, in one sentence."""
    due = next_due(found)
    return t(
        "pay-sentence-held" if due else "pay-sentence",
        granted=fmt.yuan(found.balance.granted),
        paid=fmt.yuan(found.balance.paid),
        held=fmt.yuan(found.balance.held),
        due=fmt.day(due, t.lang) if due else "",
    )


def next_due(found: Statement) -> dt.date | None:
    """The first day on which something that is held may be released."""
    days = [one.due_on for period in found.periods for one in period.instalments if one.balance.held]
    return min(days, default=None)


def show(ctx: Context, found: Statement) -> None:
    """The strip, the periods, and the period that is chosen."""
    t = ctx.t
    _strip(found, t)
    codes = {one.period.code: one for one in found.periods}
    opened = _periods(ctx, found)
    code = hold(
        t("period"),
        list(codes),
        lambda one: fmt.period(one, ctx.lang),
        key=f"pay-period-{found.manager_id}",
        address="paid",
        default=next(iter(codes)),
        opened=opened,
    )
    chosen = codes[code]
    _lines(ctx, found.manager_id, chosen)
    left, right = st.columns([1, 1])
    with left:
        _instalments(ctx, chosen)
    with right:
        _entries(ctx, chosen)


def _strip(found: Statement, t: Text) -> None:
    balance, due = found.balance, next_due(found)
    back = balance.forfeited + balance.clawed_back
    page.strip(
        [
            page.Figure(t("pay-granted-so-far"), fmt.yuan(balance.granted)),
            page.Figure(t("pay-paid"), fmt.yuan(balance.paid)),
            page.Figure(
                t("pay-held"),
                fmt.yuan(balance.held),
                None,
                t("pay-next-due", day=fmt.day(due, t.lang)) if due else "",
            ),
            page.Figure(t("pay-taken-back"), fmt.yuan(back), None, t("pay-taken-back-note")),
            page.Figure(t("pay-waiting"), fmt.yuan(found.waiting), None, t("pay-waiting-note")),
        ]
    )


def _periods(ctx: Context, found: Statement) -> str | None:
    t = ctx.t

    def amount(label: str, key: str) -> Column[PeriodStanding]:
        return Column(key, label, lambda one: getattr(one.balance, key) / FEN, "number")

    title = t("pay-periods", count=len(found.periods))
    with page.card(title, t("pay-periods-note")):
        table = Table(
            [
                Column[PeriodStanding](
                    "period", t("period"), lambda one: fmt.period(one.period, ctx.lang), "strong"
                ),
                Column[PeriodStanding]("grade", t("grade"), lambda one: one.grade, "grade"),
                amount(t("pay-granted"), "granted"),
                amount(t("pay-paid"), "paid"),
                amount(t("pay-held"), "held"),
                amount(t("pay-forfeited"), "forfeited"),
                amount(t("pay-clawed-back"), "clawed_back"),
            ],
            found.periods,
            lambda one: one.period.code,
        )
        opened = table.show("pay-periods", title, selectable=True)
        table.download(f"pay-{found.manager_id}.xlsx", t)
        return opened


def _lines(ctx: Context, manager_id: str, chosen: PeriodStanding) -> None:
    """Each line with its arithmetic under it."""
    t = ctx.t
    found = explained.explained(ctx.actor, ctx.db, manager_id, chosen.period)
    by_code = {} if found is None else {one.line.code: one for one in found.lines}
    names = {} if found is None else names_of(found.scheme, t)

    def detail(one: LineStanding) -> list[tuple[str, str, str]]:
        line = by_code.get(one.line.code)
        return [] if line is None else _working(line, names, t)

    title = t("pay-how", period=fmt.period(chosen.period, ctx.lang), granted=fmt.yuan(chosen.balance.granted))
    with page.card(title, t(_how(found))):
        table = Table(
            [
                Column[LineStanding](
                    "line", t("pay-line"), lambda one: t.name(one.line.name, one.line.code), "strong"
                ),
                Column[LineStanding](
                    "amount", t("pay-granted"), lambda one: one.balance.granted / FEN, "number"
                ),
                Column[LineStanding]("paid", t("pay-paid"), lambda one: one.balance.paid / FEN, "number"),
                Column[LineStanding]("held", t("pay-held"), lambda one: one.balance.held / FEN, "number"),
            ],
            chosen.lines,
            lambda one: one.line.code,
            detail=detail,
        )
        table.show(f"pay-how-{chosen.period.code}", title)


def _how(found: Explained | None) -> str:
    """What is said of the arithmetic."""
    if found is None:
        return "pay-how-open"
    return "pay-how-note" if found.current else "pay-how-moved"


def _working(line: PaidLine, names: Names, t: Text) -> list[tuple[str, str, str]]:
    """The arithmetic, and the figures that it rests on."""
    read = [
        (names.get(code, code), t("pay-reads", code=code), fmt.quantity(value))
        for code, value in line.reads.items()
    ]
    return [(t("pay-working"), arithmetic(line, names, t), fmt.yuan(line.amount)), *read]


def _instalments(ctx: Context, chosen: PeriodStanding) -> None:
    t = ctx.t
    if not chosen.instalments:
        with page.card(t("pay-instalments-none"), t("pay-instalments-note")):
            return
    title = t("pay-instalments", held=fmt.yuan(chosen.balance.held))
    with page.card(title, t("pay-instalments-note")):
        table = Table(
            [
                Column[Instalment](
                    "number", t("pay-instalment"), lambda one: one.number, "number", decimals=0
                ),
                Column[Instalment]("due", t("pay-due"), lambda one: fmt.day(one.due_on, ctx.lang)),
                Column[Instalment]("state", t("pay-run-state"), lambda one: t(f"pay-instalment-{one.state}")),
                Column[Instalment](
                    "amount",
                    t("pay-instalment-amount"),
                    lambda one: one.balance.granted / FEN,
                    "number",
                ),
            ],
            chosen.instalments,
            lambda one: str(one.number),
        )
        table.show(f"pay-instalments-{chosen.period.code}", title)


@dataclass(frozen=True)
class _Movement:
    """Entries of one document and kind together, with the lines that they are of."""

    on: dt.date
    kind: str
    document: str
    amount: int
    lines: tuple[tuple[str, int], ...]


def _movements(entries: Iterable[Posted]) -> list[_Movement]:
    """Entries by document and kind, latest first."""
    found: dict[tuple[str, str], list[Posted]] = {}
    for entry in entries:
        found.setdefault((entry.document, entry.kind), []).append(entry)
    made = []
    for (document_, kind), own in reversed(found.items()):
        lines: Counter[str] = Counter()
        for entry in own:
            lines[entry.line] += entry.amount
        made.append(_Movement(own[0].at.date(), kind, document_, lines.total(), tuple(lines.items())))
    return made


def _entries(ctx: Context, chosen: PeriodStanding) -> None:
    t = ctx.t
    names = {one.line.code: t.name(one.line.name, one.line.code) for one in chosen.lines}
    rows = _movements(chosen.entries)
    title = t("pay-entries", count=len(rows))
    with page.card(title, t("pay-entries-note")):
        table = Table(
            [
                Column[_Movement]("at", t("pay-entry-at"), lambda one: one.on.isoformat()),
                Column[_Movement](
                    "kind", t("payroll-kind"), lambda one: t(f"pay-entry-{one.kind}"), "strong"
                ),
                Column[_Movement](
                    "amount", t("payroll-amount-short"), lambda one: one.amount / FEN, "number"
                ),
                Column[_Movement]("document", t("pay-entry-document"), lambda one: document(one.document, t)),
            ],
            rows,
            lambda one: f"{one.document} {one.kind}",
            detail=lambda one: [(names.get(line, line), "", fmt.yuan(amount)) for line, amount in one.lines],
        )
        table.show(f"pay-entries-{chosen.period.code}", title)


def document(code: str, t: Text) -> str:
    """What an entry was posted for, in words."""
    kind, _, number = code.partition(":")
    return t(f"pay-document-{kind}", number=number.rpartition(":")[2])
