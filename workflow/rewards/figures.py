"""What a run pays, beside the ledger and the period before, and what of it somebody should look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from scoring.pay import Guard
from scoring.pay.compared import change, is_far
from scoring.pay.ledger import Entry
from scoring.periods import Period
from scoring.scheme import SchemeReference
from workflow.results.period_sheets import PersonInfo
from workflow.rewards.content import Content, Line, LinePay, PersonPay

Sign = Literal["guard", "missing", "far", "left", "gone"]


@dataclass(frozen=True)
class Notable:
    """Something that somebody should look at: a bound of the law that is broken (a ``guard``), a figure of a
    line that is ``missing``, pay ``far`` from the period before (``change``, as a share; None where there was
    none), who has ``left`` since, or whom the period paid and who is ``gone`` from it. ``manager_id`` is ""
    of what is said of everybody, and for those who are not shown what single people are paid."""

    sign: Sign
    manager_id: str
    line: str | None = None
    change: float | None = None
    guard: Guard | None = None


@dataclass(frozen=True)
class RunPerson:
    """What a run pays a person, in fen. ``difference``: to what the ledger has been granted, and
    ``now_difference``: to what has been paid; ``last``: what the period that is compared with grants, None
    where nothing; ``change``: the share by which that differs, None where it cannot be said."""

    person: PersonInfo
    grade: str | None
    lines: tuple[LinePay, ...]
    granted: int
    held: int
    now: int
    difference: int
    now_difference: int
    last: int | None
    change: float | None


@dataclass(frozen=True)
class LineTotal:
    """What a line pays all together, in fen, and to how many people."""

    line: Line
    people: int
    amount: int
    held: int


@dataclass(frozen=True)
class Sums:
    """Everybody together, in fen; see :class:`RunPerson`. ``people``: how many are paid anything;
    ``changed``: for how many that differs from what the ledger has."""

    people: int
    changed: int
    granted: int
    held: int
    now: int
    difference: int
    now_difference: int
    last: int


@dataclass(frozen=True)
class Group:
    """People who are looked at together: how many are paid, what they are granted and what is held of it, and
    what the period before granted those of them whom it paid (None: none), in fen."""

    name: str
    people: int
    granted: int
    held: int
    last: int | None


@dataclass(frozen=True)
class Figures:
    """What a run of a period pays. ``people`` is empty for those who are not shown what single people are
    paid. ``compared``: the period that it is compared with, None where none was paid before; ``blocked``:
    bounds of the law forbid to approve it."""

    period: Period
    reference: SchemeReference
    sha256: str
    lines: tuple[LineTotal, ...]
    people: tuple[RunPerson, ...]
    notable: tuple[Notable, ...]
    sums: Sums
    compared: str | None
    blocked: bool


def figures(
    period: Period,
    reference: SchemeReference,
    found: Content,
    entries: Sequence[Entry],
    before: Content | None,
    people: Mapping[str, PersonInfo],
    left: frozenset[str],
) -> Figures:
    """The figures of a run. `entries`: what it posts; `before`: what the period before grants; `people`: who
    may be in the ledger and not in the run; `left`: who is not employed any more."""
    everybody = tuple(_people(found, entries, before, people))
    lines = tuple(_line(line, found.people) for line in found.lines)
    return Figures(
        period=period,
        reference=reference,
        sha256=found.sha256,
        lines=lines,
        people=everybody,
        notable=tuple(_notable(everybody, found, before, left)),
        sums=_sums(everybody),
        compared=None if before is None else before.period,
        blocked=found.blocked,
    )


def without_people(found: Figures) -> Figures:
    """The same for somebody who is not shown what single people are paid; of each kind of what is notable
    one."""
    told = {}
    for one in found.notable:
        guard = one.guard and replace(one.guard, person="")
        key = one.sign, one.line, guard and (guard.rule, guard.key)
        told[key] = replace(one, manager_id="", change=None, guard=guard)
    return replace(found, people=(), notable=tuple(told.values()))


def grouped(people: Iterable[RunPerson], of: Callable[[RunPerson], str]) -> tuple[Group, ...]:
    """The people of a run by `of`, largest sum first."""
    found: defaultdict[str, list[RunPerson]] = defaultdict(list)
    for one in people:
        found[of(one)].append(one)
    made = (_group(name, own) for name, own in found.items())
    return tuple(sorted(made, key=lambda group: -group.granted))


def _group(name: str, own: Sequence[RunPerson]) -> Group:
    sums = _sums(own)
    last = None if all(one.last is None for one in own) else sums.last
    return Group(name, sums.people, sums.granted, sums.held, last)


def _people(
    found: Content, entries: Sequence[Entry], before: Content | None, people: Mapping[str, PersonInfo]
) -> Iterable[RunPerson]:
    granted: defaultdict[str, int] = defaultdict(int)
    paid: defaultdict[str, int] = defaultdict(int)
    for entry in entries:
        granted[entry.manager_id] += entry.amount if entry.kind == "granted" else 0
        paid[entry.manager_id] += entry.paid
    gone = (
        PersonPay(people[who], None, ()) for who in sorted(granted.keys() - found.by_person) if granted[who]
    )
    for one in (*found.people, *gone):
        who = one.person.manager_id
        was = None if before is None else before.by_person.get(who)
        last = None if was is None else was.granted
        yield RunPerson(
            person=one.person,
            grade=one.grade,
            lines=one.lines,
            granted=one.granted,
            held=one.held,
            now=one.granted - one.held,
            difference=granted[who],
            now_difference=paid[who],
            last=last,
            change=None if last is None else change(last, one.granted),
        )


def _notable(
    people: Sequence[RunPerson], found: Content, before: Content | None, left: frozenset[str]
) -> Iterable[Notable]:
    yield from (Notable("guard", one.person, guard=one) for one in found.guards)
    for one in people:
        who = one.person.manager_id
        yield from (Notable("missing", who, line.code) for line in one.lines if line.missing)
        if who not in found.by_person:
            yield Notable("gone", who)
        elif before is not None and is_far(one.last or 0, one.granted):
            yield Notable("far", who, change=one.change)
        if who in left and one.granted:
            yield Notable("left", who)


def _line(line: Line, people: Sequence[PersonPay]) -> LineTotal:
    own = [given for one in people for given in one.lines if given.code == line.code]
    paid = sum(given.amount != 0 for given in own)
    return LineTotal(line, paid, sum(given.amount for given in own), sum(given.held for given in own))


def _sums(people: Sequence[RunPerson]) -> Sums:
    return Sums(
        people=sum(one.granted != 0 for one in people),
        changed=sum(one.difference != 0 or one.now_difference != 0 for one in people),
        granted=sum(one.granted for one in people),
        held=sum(one.held for one in people),
        now=sum(one.now for one in people),
        difference=sum(one.difference for one in people),
        now_difference=sum(one.now_difference for one in people),
        last=sum(one.last or 0 for one in people),
    )
