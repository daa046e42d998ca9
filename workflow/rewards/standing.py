"""Where pay stands: each person's statement, and sums that do not tell what single people get."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from typing import Literal

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.cache import remembered
from data.database import Cursor, Database
from data.stores import people_store, setting_store
from data.stores.pay import ledger_store
from data.stores.pay.ledger_store import PersonBalance, Posted
from data.stores.people_store import Colleague
from scoring.pay import ledger
from scoring.pay.compared import FEWEST, safe
from scoring.pay.ledger import Balance, Position, balance
from scoring.periods import Period, parse_period
from workflow.errors import WorkflowError
from workflow.rewards import payroll, runs
from workflow.rewards.content import Content, Line, LinePay

_Key = tuple[str, str, str]
"""Of a group: what it is told by, its name, the English one."""
_NONE: _Key = ("", "", "")
InstalmentState = Literal["held", "due", "released", "forfeited", "clawed-back"]


@dataclass(frozen=True)
class Instalment:
    """A part of what a period holds back: from when it may be released, and where it stands. "due" is one
    that is held and whose day has come."""

    number: int
    due_on: dt.date
    balance: Balance
    state: InstalmentState


@dataclass(frozen=True)
class LineStanding:
    """A line of a period: what the last run says of it (None: no more), and where it stands."""

    line: Line
    paid_by: LinePay | None
    balance: Balance


@dataclass(frozen=True)
class PeriodStanding:
    """A person's pay of a period. ``grade`` as of the run that was posted last; ``at_once``: what of it is
    not held back."""

    period: Period
    grade: str | None
    balance: Balance
    at_once: Balance
    lines: tuple[LineStanding, ...]
    instalments: tuple[Instalment, ...]
    entries: tuple[Posted, ...]


@dataclass(frozen=True)
class Statement:
    """A person's pay, the latest period first. ``paid_out``: what payroll files have paid, in fen;
    ``waiting``: what the next file pays besides (below 0: what it is to be set off against)."""

    manager_id: str
    name: str
    name_en: str
    balance: Balance
    paid_out: int
    waiting: int
    periods: tuple[PeriodStanding, ...]


@dataclass(frozen=True)
class Group:
    """What a group of people gets together: ``key`` is a team's or a grade's id, a post, a period's code;
    "" of those that are too few to be told by themselves."""

    key: str
    name: str
    name_en: str
    people: int
    balance: Balance


@dataclass(frozen=True)
class Totals:
    """What was paid (in a period, or in all), by period, team, post and grade. ``individuals``: whether the
    actor is shown what single people are paid; else no sum is that of fewer than three people."""

    balance: Balance
    people: int
    periods: tuple[Group, ...]
    teams: tuple[Group, ...]
    posts: tuple[Group, ...]
    grades: tuple[Group, ...]
    individuals: bool


def statement(actor: Actor, db: Database, manager_id: str) -> Statement:
    """A person's pay.

    Raises
    ------
    AccessDenied : somebody else's, where the role allows only one's own.
    WorkflowError : the branch never had the person.
    """
    require(actor, Action.VIEW_PAY, manager_id)
    return of_person(db, manager_id)


def of_person(db: Database, manager_id: str) -> Statement:
    """The same for modules that have asked `access`."""

    def make() -> Statement:
        with db.read() as cursor:
            return _statement(cursor, manager_id, payroll.paid_out(db).get(manager_id, 0))

    return remembered(db, "pay-statement", (manager_id, clock.today()), make)


def people(actor: Actor, db: Database) -> tuple[Colleague, ...]:
    """Everybody who has pay in the ledger, those who left too."""
    require(actor, Action.VIEW_PAY)

    def make() -> tuple[Colleague, ...]:
        with db.read() as cursor:
            there = set(ledger_store.people(cursor))
            return tuple(
                one for one in people_store.colleagues(cursor, clock.today()) if one.manager_id in there
            )

    return remembered(db, "pay-people", None, make)


def totals(actor: Actor, db: Database, period: Period | None = None) -> Totals:
    """What was paid, by groups."""
    require(actor, Action.VIEW_PAY_TOTALS)
    individuals = runs.can_see_people(actor, db)

    def make() -> Totals:
        with db.read() as cursor:
            return _totals(cursor, period, individuals)

    return remembered(db, "pay-totals", (period, individuals), make)


def show_individuals(actor: Actor, db: Database, shown: bool) -> None:
    """Set whether the president is shown what single people are paid."""
    require(actor, Action.RUN_PAY)

    def work(cursor: Cursor) -> None:
        setting_store.put(cursor, {runs.INDIVIDUALS: str(int(shown))})
        audit.append(cursor, actor, "show-individual-pay", str(shown), {})

    db.write(work)


def _statement(cursor: Cursor, manager_id: str, paid_out: int) -> Statement:
    known = {one.manager_id: one for one in people_store.colleagues(cursor, clock.today())}
    if manager_id not in known:
        raise WorkflowError("errors-pay-person-unknown", manager=manager_id)
    entries = ledger_store.entries(cursor, manager_id=manager_id)
    by_period: defaultdict[Period, list[Posted]] = defaultdict(list)
    for entry in entries:
        by_period[parse_period(entry.period)].append(entry)
    posted = runs.last_posted(cursor)
    periods = tuple(
        _period(period, manager_id, own, posted.get(period))
        for period, own in sorted(by_period.items(), reverse=True)
    )
    whole = balance(ledger.position(entries).values())
    me = known[manager_id]
    return Statement(manager_id, me.name, me.name_en, whole, paid_out, whole.paid - paid_out, periods)


def _period(
    period: Period, manager_id: str, entries: Sequence[Posted], run: Content | None
) -> PeriodStanding:
    positions = ledger.position(entries)
    by_line = {origin.line: own for origin, own in positions.items()}
    mine = None if run is None else run.by_person.get(manager_id)
    says = {} if mine is None else {line.code: line for line in mine.lines}
    names = {} if run is None else {line.code: line for line in run.lines}
    codes = [code for code in names if code in by_line or code in says]
    codes += [code for code in sorted(by_line) if code not in names]
    parts: defaultdict[int, dict[str, Position]] = defaultdict(dict)
    for line, own in by_line.items():
        for number, part in own.parts.items():
            parts[number][line] = Position({number: part})
    return PeriodStanding(
        period=period,
        grade=None if mine is None else mine.grade,
        balance=balance(positions.values()),
        at_once=balance(parts[0].values()),
        lines=tuple(
            LineStanding(
                names.get(code, Line(code, {}, "")), says.get(code), balance([by_line.get(code, Position())])
            )
            for code in codes
        ),
        instalments=tuple(_instalment(number, parts[number].values()) for number in sorted(parts) if number),
        entries=tuple(entries),
    )


def _instalment(number: int, positions: Iterable[Position]) -> Instalment:
    every = list(positions)
    stands = balance(every)
    due_on = next(part.due_on for own in every for part in own.parts.values() if part.due_on is not None)
    return Instalment(number, due_on, stands, _state(stands, due_on))


def _state(stands: Balance, due_on: dt.date) -> InstalmentState:
    """What there is of it to say: what is held before what was decided, and of that the most."""
    if stands.held:
        return "due" if due_on <= clock.today() else "held"
    decided: dict[InstalmentState, int] = {
        "released": stands.paid,
        "clawed-back": stands.clawed_back,
        "forfeited": stands.forfeited,
    }
    return max(decided, key=lambda state: abs(decided[state]))


def _totals(cursor: Cursor, period: Period | None, individuals: bool) -> Totals:
    stands = ledger_store.balances(cursor, period=None if period is None else period.code)
    runs_posted = runs.last_posted(cursor)
    known = {(paid.code, who): one for paid, run in runs_posted.items() for who, one in run.by_person.items()}
    rows = [(one, known.get((one.period, one.manager_id))) for one in stands if one.balance.granted]
    fewest = 1 if individuals else FEWEST
    team = [
        (one, (p.person.team_id, p.person.team_name, p.person.team_name_en) if p else _NONE)
        for one, p in rows
    ]
    post = [(one, (p.person.position,) * 3 if p else _NONE) for one, p in rows]
    grade = [(one, (p.grade or "",) * 3 if p else _NONE) for one, p in rows]
    by_period = [(one, (one.period,) * 3) for one, _ in rows]
    everybody = _groups([(one, _NONE) for one, _ in rows], fewest)
    return Totals(
        balance=everybody[0].balance if everybody else Balance(0, 0, 0, 0, 0),
        people=everybody[0].people if everybody else 0,
        periods=tuple(sorted(_groups(by_period, fewest), key=lambda group: group.key, reverse=True)),
        teams=_groups(team, fewest),
        posts=_groups(post, fewest),
        grades=_groups(grade, fewest),
        individuals=individuals,
    )


def _groups(rows: Sequence[tuple[PersonBalance, _Key]], fewest: int) -> tuple[Group, ...]:
    """Sums by key, those of too few people together."""
    people: defaultdict[_Key, set[str]] = defaultdict(set)
    for one, key in rows:
        people[key].add(one.manager_id)
    counts = {key[0]: len(who) for key, who in people.items()}
    told = safe(counts, fewest)
    names = {told[key[0]]: key if told[key[0]] else _NONE for key in people if key[0] in told}
    found: defaultdict[str, list[PersonBalance]] = defaultdict(list)
    for one, key in rows:
        if key[0] in told:
            found[told[key[0]]].append(one)
    return tuple(
        Group(*names[key], len({one.manager_id for one in own}), _sum(one.balance for one in own))
        for key, own in sorted(found.items())
    )


def _sum(balances: Iterable[Balance]) -> Balance:
    columns = zip(*(astuple(one) for one in balances), strict=True)
    return Balance(*(sum(column) for column in columns))
