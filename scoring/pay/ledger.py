"""The ledger of pay: double entry on six accounts of each origin (a period, a person, a line).

``granted`` is the source; what comes out of it goes through ``due`` to ``paid`` or ``held``, and from there
to ``forfeited`` or ``clawed-back``. After each document ``due`` is 0, so that at any date granted = paid +
held + forfeited + clawed back. Entries are never changed; amounts are whole fen, below 0 where a correction
takes back.

An origin has parts: 0, what is paid at once, and from 1 the instalments that are held back. A decision
(release, forfeiture, clawback, return) says where a part stands; a later run that changes the part changes it
there in proportion, so that what was decided stays decided however often the figures are corrected.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import Literal, NamedTuple

from scoring.pay.fen import parts
from scoring.periods import Period, period_of

Account = Literal["granted", "due", "paid", "held", "forfeited", "clawed-back"]
Kind = Literal["granted", "advanced", "settled", "held", "released", "forfeited", "clawed-back", "returned"]
Place = tuple[Account, str]
"""Where fen of a part stand: the account, and the document that put them there where it can be returned."""

PAID: Place = ("paid", "")
HELD: Place = ("held", "")
RETURN = "return:"
"""What the document of a return begins with; the document that it returns follows."""
_OPEN: tuple[Account, ...] = ("paid", "held")
"""What can be recovered. No part stands on both: an instalment is held until it is looked into."""
_CHANGING: frozenset[Kind] = frozenset({"settled", "advanced", "held"})
"""Kinds that change how large a part is; the others say where it stands."""
_FINEST = 1_000_000
"""Shares are meant in millionths: 0.3 as a float is not three tenths."""
_ONWARD: tuple[tuple[Kind, Account], ...] = (
    ("released", "paid"),
    ("forfeited", "forfeited"),
    ("clawed-back", "clawed-back"),
)
"""Where a decision takes what is held, with the kind of entry."""


class Origin(NamedTuple):
    """What an amount was granted for."""

    period: str
    manager_id: str
    line: str


@dataclass(frozen=True)
class Entry:
    """An ``amount`` goes from the account ``credit`` to the account ``debit`` of an origin.

    ``document``: what it was posted for (``run:3``, ``check:2``, ``clawback:1``, ``return:clawback:1``).
    ``instalment``: the part, from 1 of what is held back; 0 of everything else. ``due_on``: from when an
    instalment may be released, None of everything else.
    """

    document: str
    period: str
    manager_id: str
    line: str
    instalment: int
    kind: Kind
    debit: Account
    credit: Account
    amount: int
    due_on: date | None = None

    @property
    def origin(self) -> Origin:
        """What it was granted for."""
        return Origin(self.period, self.manager_id, self.line)

    @property
    def paid(self) -> int:
        """What it adds to the account paid, below 0 where it takes from it."""
        return self.amount * ((self.debit == "paid") - (self.credit == "paid"))


@dataclass(frozen=True)
class Part:
    """One part of an origin: fen by place, and the same as of the last decision about it, which says in what
    proportion a correction changes it. ``due_on``: None of part 0."""

    stands: Mapping[Place, int]
    decided: Mapping[Place, int]
    due_on: date | None

    @property
    def size(self) -> int:
        """What went into it."""
        return sum(self.stands.values())

    def on(self, account: Account) -> int:
        """What of it stands on an account."""
        return sum(amount for (where, _), amount in self.stands.items() if where == account)

    def resized(self, size: int) -> Part:
        """The part with another size, each place in the proportion that was decided."""
        if len(self.decided) == 1:
            (place,) = self.decided
            return Part({place: size}, self.decided, self.due_on)
        places = sorted(self.decided)
        amounts = _shared(size, [self.decided[place] for place in places])
        return Part(dict(zip(places, amounts, strict=True)), self.decided, self.due_on)

    def moved(self, amount: int, source: Place, target: Place) -> Part:
        """The part after a decision moved an amount."""
        stands = dict(self.stands)
        stands[source] = stands.get(source, 0) - amount
        stands[target] = stands.get(target, 0) + amount
        stands = {place: fen for place, fen in stands.items() if fen}
        return Part(stands, stands, self.due_on)


@dataclass(frozen=True)
class Position:
    """Where an origin stands: its parts by number."""

    parts: Mapping[int, Part] = field(default_factory=dict)

    @property
    def granted(self) -> int:
        """Everything that was granted, in fen; paid, held, forfeited and clawed back add up to it."""
        return sum(part.size for part in self.parts.values())

    def on(self, account: Account) -> int:
        """What stands on an account."""
        return sum(part.on(account) for part in self.parts.values())


@dataclass(frozen=True)
class Balance:
    """Where what was granted stands, in fen: granted = paid + held + forfeited + clawed back."""

    granted: int
    paid: int
    held: int
    forfeited: int
    clawed_back: int


@dataclass(frozen=True)
class Grant:
    """What a run gives a person by a line, and how much of it is held back, in fen."""

    manager_id: str
    line: str
    amount: int
    held: int = 0


@dataclass(frozen=True)
class Terms:
    """How what is held back in a period is released: in ``years`` equal yearly parts."""

    period: Period
    years: int

    def due_on(self, instalment: int) -> date:
        """The day from which an instalment may be released: so many years after the period ended."""
        last = self.period.last_day
        return period_of(last.replace(year=last.year + instalment, day=1), "month").last_day


def position(entries: Iterable[Entry]) -> dict[Origin, Position]:
    """Where every origin stands after entries, in the order in which they were posted."""
    by_origin: defaultdict[Origin, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_origin[entry.origin].append(entry)
    return {origin: _folded(own) for origin, own in by_origin.items()}


def balance(positions: Iterable[Position]) -> Balance:
    """Where positions stand together."""
    every = list(positions)
    return Balance(
        granted=sum(one.granted for one in every),
        paid=sum(one.on("paid") for one in every),
        held=sum(one.on("held") for one in every),
        forfeited=sum(one.on("forfeited") for one in every),
        clawed_back=sum(one.on("clawed-back") for one in every),
    )


def granting(
    document: str, grants: Iterable[Grant], so_far: Mapping[Origin, Position], terms: Terms
) -> tuple[Entry, ...]:
    """What a run posts: the difference between what it grants and what the ledger has.

    ``so_far``: the positions of the period; an origin that the run does not grant any more goes to 0. What
    was released, forfeited or clawed back stays so in proportion. Where nothing differs there is no entry.
    """
    code = terms.period.code
    wanted = {Origin(code, grant.manager_id, grant.line): grant for grant in grants}
    made: list[Entry] = []
    for origin in sorted(wanted.keys() | {origin for origin in so_far if origin.period == code}):
        grant = wanted.get(origin, Grant(origin.manager_id, origin.line, 0))
        made += _differences(document, origin, grant, so_far.get(origin, Position()), terms)
    return tuple(made)


def advancing(document: str, advances: Iterable[Grant], period: Period) -> tuple[Entry, ...]:
    """What is paid before the final result: granted and paid at once; the period's run settles the rest."""
    made: list[Entry] = []
    for advance in advances:
        origin = Origin(period.code, advance.manager_id, advance.line)
        made += _entry(document, origin, 0, "granted", "due", "granted", advance.amount)
        made += _entry(document, origin, 0, "advanced", "paid", "due", advance.amount)
    return tuple(made)


def releasing(document: str, so_far: Mapping[Origin, Position], instalment: int) -> tuple[Entry, ...]:
    """Pay what is held of an instalment."""
    return _leaving_held(document, so_far, instalment, "released", "paid")


def forfeiting(document: str, so_far: Mapping[Origin, Position], instalment: int) -> tuple[Entry, ...]:
    """Forfeit what is held of an instalment."""
    return _leaving_held(document, so_far, instalment, "forfeited", "forfeited")


def clawing(document: str, so_far: Mapping[Origin, Position], ratio: float) -> tuple[Entry, ...]:
    """Recover a share, 0 to 1, of what is paid and of what is held.

    The sum is rounded half up to the fen and given to the parts by largest remainder.
    """
    found = [
        (origin, number, account, part.on(account))
        for origin, own in sorted(so_far.items())
        for number, part in sorted(own.parts.items())
        for account in _OPEN
        if part.on(account)
    ]
    share = Fraction(ratio).limit_denominator(_FINEST)
    amounts = [amount for *_, amount in found]
    total = (2 * share * sum(amounts) + 1) // 2
    made: list[Entry] = []
    for (origin, number, account, _), amount in zip(
        found, _rounded([share * amount for amount in amounts], total), strict=True
    ):
        made += _entry(document, origin, number, "clawed-back", "clawed-back", account, amount)
    return tuple(made)


def returning(of: str, so_far: Mapping[Origin, Position], share: float = 1.0) -> tuple[Entry, ...]:
    """Give back a share, 0 to 1, of what a document forfeited or clawed back: as held where the part is still
    held or nothing of it is left, else as paid.

    The share is of the sum, rounded half up to the fen, and of each part by largest remainder; what runs
    changed since is given back too. The document of the entries is ``return:`` and `of`.
    """
    back = Fraction(share).limit_denominator(_FINEST)
    found: list[tuple[Origin, int, Account, Account, int]] = []
    for origin, own in sorted(so_far.items()):
        for number, part in sorted(own.parts.items()):
            target: Account = "paid" if number == 0 or (part.on("paid") and not part.on("held")) else "held"
            for (account, by), amount in sorted(part.stands.items()):
                if by == of and amount:
                    found.append((origin, number, target, account, amount))
    amounts = [amount for *_, amount in found]
    total = (2 * back * sum(amounts) + 1) // 2
    made: list[Entry] = []
    for (origin, number, target, account, _), amount in zip(
        found, _rounded([back * amount for amount in amounts], total), strict=True
    ):
        made += _entry(RETURN + of, origin, number, "returned", target, account, amount)
    return tuple(made)


def paid(entries: Iterable[Entry]) -> dict[str, int]:
    """By person what entries add to the accounts paid, in fen; below 0 where more is taken back."""
    moved: defaultdict[str, int] = defaultdict(int)
    for entry in entries:
        moved[entry.manager_id] += entry.paid
    return {person: amount for person, amount in sorted(moved.items()) if amount}


def _entry(
    document: str,
    origin: Origin,
    instalment: int,
    kind: Kind,
    debit: Account,
    credit: Account,
    amount: int,
    due_on: date | None = None,
) -> Iterator[Entry]:
    """An entry, unless its amount is 0."""
    if amount:
        yield Entry(document, *origin, instalment, kind, debit, credit, amount, due_on)


def _new(instalment: int, due_on: date | None = None) -> Part:
    return Part({}, {HELD if instalment else PAID: 1}, due_on)


def _folded(entries: Sequence[Entry]) -> Position:
    """Where one origin stands after its entries."""
    parts: dict[int, Part] = {}
    for _, posted in groupby(entries, key=lambda entry: entry.document):
        by_part: defaultdict[int, list[Entry]] = defaultdict(list)
        for entry in posted:
            if entry.kind != "granted":
                by_part[entry.instalment].append(entry)
        for number, own in by_part.items():
            part = parts.get(number) or _new(number, own[0].due_on)
            change = sum(entry.amount for entry in own if entry.kind in _CHANGING)
            if change:
                part = part.resized(part.size + change)
            else:
                for entry in own:
                    part = part.moved(entry.amount, *_places(entry))
            parts[number] = part
    return Position(parts)


def _places(entry: Entry) -> tuple[Place, Place]:
    """Where a decision's entry takes from, and where to."""
    if entry.kind == "returned":
        return (entry.credit, entry.document.removeprefix(RETURN)), (entry.debit, "")
    return (entry.credit, ""), (entry.debit, "" if entry.debit == "paid" else entry.document)


def _differences(document: str, origin: Origin, grant: Grant, own: Position, terms: Terms) -> Iterator[Entry]:
    """What has to be posted so that an origin stands as a run grants it."""
    sizes = {0: grant.amount - grant.held} | dict(enumerate(parts(grant.held, terms.years), start=1))
    yield from _entry(document, origin, 0, "granted", "due", "granted", grant.amount - own.granted)
    for number in sorted(sizes.keys() | own.parts.keys()):
        known, size = own.parts.get(number), sizes.get(number, 0)
        change = size - (known.size if known else 0)
        if not change:
            continue
        part = known or _new(number, terms.due_on(number) if number else None)
        now = part.resized(size)
        if number == 0:
            yield from _entry(document, origin, 0, "settled", "paid", "due", change)
            source: Account = "paid"
        else:
            yield from _entry(document, origin, number, "held", "held", "due", change, part.due_on)
            source = "held"
        for kind, target in _ONWARD:
            if target != source:
                moved = now.on(target) - part.on(target)
                yield from _entry(document, origin, number, kind, target, source, moved)


def _leaving_held(
    document: str, so_far: Mapping[Origin, Position], instalment: int, kind: Kind, target: Account
) -> tuple[Entry, ...]:
    made: list[Entry] = []
    for origin, own in sorted(so_far.items()):
        if instalment in own.parts:
            held = own.parts[instalment].on("held")
            made += _entry(document, origin, instalment, kind, target, "held", held)
    return tuple(made)


def _shared(total: int, weights: Sequence[int]) -> list[int]:
    """A total in proportion to weights of one sign, exact by largest remainder, earlier ones first."""
    whole = sum(weights)
    return _rounded([Fraction(total * weight, whole) for weight in weights], total)


def _rounded(exact: Sequence[Fraction], total: int) -> list[int]:
    """Whole fen that add up to `total`, each next to its exact figure."""
    made = [math.floor(amount) for amount in exact]
    order = sorted(range(len(exact)), key=lambda i: (made[i] - exact[i], i))
    for i in order[: total - sum(made)]:
        made[i] += 1
    return made
