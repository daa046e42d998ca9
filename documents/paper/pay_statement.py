"""A person's statement of pay on paper, as PDF and Word: what each period granted, and where it stands.

It is what somebody who left gets, for whom there is no page any more.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from access.actor import Actor
from documents.paper import typeset, word
from documents.paper.letterhead import anchored, joined, letterhead
from scoring.pay.ledger import Balance
from words import format as fmt
from words.text import Text
from workflow.branch.setup import Branch
from workflow.rewards import standing
from workflow.rewards.standing import Statement

_WIDTH = 180.0
"""Millimetres between the margins."""


@dataclass(frozen=True)
class Table:
    """A table of texts under a title; ``figures``: which columns stand to the right, ``widths`` in shares."""

    title: str
    heads: tuple[str, ...]
    figures: tuple[bool, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Pages:
    """A statement in words; ``on``: the day of its last entry."""

    title: str
    branch: str
    identity: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]
    notes: tuple[str, ...]
    on: dt.date
    foot: str


def of_person(actor: Actor, branch: Branch, t: Text, manager_id: str) -> Pages:
    """A person's statement in words.

    Raises
    ------
    AccessDenied : somebody else's, where the role allows only one's own.
    WorkflowError : the branch never had the person.
    """
    return pages(standing.statement(actor, branch.db, manager_id), branch, t)


def pages(found: Statement, branch: Branch, t: Text) -> Pages:
    """A statement in words; nothing of the clock is in it."""
    name = t.pick(found.name, found.name_en)
    days = [entry.at.date() for period in found.periods for entry in period.entries]
    on = max(days, default=dt.date(1980, 1, 1))
    identity = [(t("name"), name), (t("paper-number"), found.manager_id)]
    if days:
        identity.append((t("payslip-on"), fmt.day(on, t.lang)))
    return Pages(
        title=t("payslip-title"),
        branch=letterhead(branch, t),
        foot=joined(t("payslip-title"), anchored(branch.db, t)),
        identity=tuple(identity),
        tables=tuple(
            table for table in (_periods(found, t), _held(found, t), _entries(found, t)) if table.rows
        ),
        notes=(t("payslip-note"), t("payslip-objection")) if days else (t("payslip-nothing"),),
        on=on,
    )


def _periods(found: Statement, t: Text) -> Table:
    """What each period granted, and where it stands; their sum at the end."""
    keys = ("period", "payslip-granted", "payslip-paid", "payslip-held", "payslip-forfeited")
    rows = [(fmt.period(one.period, t.lang), *_sums(one.balance)) for one in found.periods]
    if rows:
        rows.append((t("payslip-sum"), *_sums(found.balance)))
    return Table(
        t("payslip-periods"),
        (*(t(key) for key in keys), t("payslip-clawed-back")),
        (False, *(True,) * 5),
        (1.3, 1, 1, 1, 1, 1),
        tuple(rows),
    )


def _sums(balance: Balance) -> tuple[str, ...]:
    amounts = (balance.granted, balance.paid, balance.held, balance.forfeited, balance.clawed_back)
    return tuple(fmt.yuan(amount) for amount in amounts)


def _held(found: Statement, t: Text) -> Table:
    """The instalments of what is held back, with their days."""
    rows = [
        (
            fmt.period(period.period, t.lang),
            f"{one.number} / {len(period.instalments)}",
            fmt.day(one.due_on, t.lang),
            fmt.yuan(one.balance.granted),
            t(f"payslip-state-{one.state}"),
        )
        for period in found.periods
        for one in period.instalments
    ]
    keys = ("period", "payslip-part", "payslip-due", "payslip-amount", "payslip-state")
    return Table(
        t("payslip-instalments"),
        tuple(t(key) for key in keys),
        (False, True, False, True, False),
        (1.3, 0.6, 1, 1, 1.2),
        tuple(rows),
    )


def _entries(found: Statement, t: Text) -> Table:
    """Everything that was booked, latest first; instalments of one line together."""
    booked: dict[tuple[str, ...], int] = {}
    numbers: dict[tuple[str, ...], int] = {}
    for period in found.periods:
        names = {one.line.code: t.name(one.line.name, one.line.code) for one in period.lines}
        for entry in period.entries:
            said = (
                entry.at.date().isoformat(),
                fmt.period(entry.period, t.lang),
                names.get(entry.line, entry.line),
                t(f"pay-entry-{entry.kind}"),
            )
            key = (*said, entry.document)
            booked[key] = booked.get(key, 0) + entry.amount
            numbers[key] = entry.entry_id
    latest = sorted(booked, key=lambda key: numbers[key], reverse=True)
    rows = [(*key[:-1], fmt.yuan(booked[key])) for key in latest]
    keys = ("payslip-day", "period", "payslip-line", "payslip-kind", "payslip-amount")
    return Table(
        t("payslip-entries"),
        tuple(t(key) for key in keys),
        (False, False, False, False, True),
        (0.9, 1.1, 1.6, 1, 1),
        tuple(rows),
    )


def pdf(made: Pages, t: Text) -> bytes:
    """The statement as PDF/A."""
    content = {
        "title": made.title,
        "foot": made.foot,
        "mark": "",
        "lang": t.lang,
        "page": t("paper-page", page="{page}", pages="{pages}"),
        "branch": made.branch,
        "identity": made.identity,
        "tables": [
            {
                "title": table.title,
                "heads": table.heads,
                "figures": table.figures,
                "widths": table.widths,
                "rows": table.rows,
            }
            for table in made.tables
        ],
        "notes": made.notes,
    }
    return typeset.pdf("pay_statement", content, made.on)


def docx(made: Pages, t: Text) -> bytes:
    """The statement as a Word file."""
    file = word.begin(made.title, made.on)
    word.line(file, made.branch, size=9, after=0)
    word.line(file, made.title, size=16, bold=True, after=4)
    word.line(file, "    ".join(f"{label} {words}" for label, words in made.identity), after=8)
    for table in made.tables:
        word.line(file, table.title, bold=True, after=2).paragraph_format.keep_with_next = True
        word.table(file, table.heads, table.rows, widths=_wide(table.widths), figures=table.figures)
        word.line(file, "", size=4, after=2)
    for note in made.notes:
        word.line(file, note, size=9)
    word.footer(file, made.foot, t("paper-page", page="{page}", pages="{pages}"))
    return word.saved(file)


def _wide(shares: Sequence[float]) -> list[float]:
    return [_WIDTH * share / sum(shares) for share in shares]


FORMS: dict[str, Callable[[Pages, Text], bytes]] = {".pdf": pdf, ".docx": docx}
"""What statements are written as, by the ending of the file."""
