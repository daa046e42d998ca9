"""What a run pays, as one text with a hash: what is shown, approved and posted is the same."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache

import orjson

from scoring.pay import Guard, PayRun, explain, guards
from scoring.pay.ledger import Grant
from workflow.results import frozen
from workflow.results.period_sheets import PersonInfo
from workflow.results.what_if.ripple import Standing

FORMAT = 1


@dataclass(frozen=True)
class Line:
    """A line of the scheme, with its name by language."""

    code: str
    name: Mapping[str, str]
    kind: str


@dataclass(frozen=True)
class LinePay:
    """What a line gives a person, in fen: the amount and how much of it is held back. ``missing``: a figure
    that it needs is not there, so that it gives 0. ``reads``: the values of the measures that it came of,
    None where there was none."""

    code: str
    amount: int
    held: int
    missing: bool
    reads: Mapping[str, float | None]


@dataclass(frozen=True)
class PersonPay:
    """What a person is paid: the lines that are the person's, in the order of the run."""

    person: PersonInfo
    grade: str | None
    lines: tuple[LinePay, ...]

    @cached_property
    def granted(self) -> int:
        """In fen, with what is held back."""
        return sum(line.amount for line in self.lines)

    @cached_property
    def held(self) -> int:
        """In fen."""
        return sum(line.held for line in self.lines)


@dataclass(frozen=True)
class Content:
    """What a run of a period pays, and what it was worked out from: the result by its hash, and the batches
    whose differences were ``posted`` on it since. ``years``: in how many yearly parts what is held is
    released; ``guards``: the bounds of the law that it breaks."""

    period: str
    sheet: str
    posted: tuple[int, ...]
    years: int
    lines: tuple[Line, ...]
    people: tuple[PersonPay, ...]
    guards: tuple[Guard, ...]

    @property
    def blocked(self) -> bool:
        """Whether it breaks a bound in such a way that nobody may approve it."""
        return any(one.severity == "error" for one in self.guards)

    @cached_property
    def by_person(self) -> Mapping[str, PersonPay]:
        """By id."""
        return {one.person.manager_id: one for one in self.people}

    @cached_property
    def grants(self) -> tuple[Grant, ...]:
        """What is to stand in the ledger."""
        return tuple(
            Grant(one.person.manager_id, line.code, line.amount, line.held)
            for one in self.people
            for line in one.lines
            if line.amount or line.held
        )

    @cached_property
    def text(self) -> str:
        """The text that is stored, the same for the same run."""
        # A dataclass itself would be written with what it remembers.
        return orjson.dumps({"format": FORMAT, **asdict(self)}, option=orjson.OPT_SORT_KEYS).decode()

    @cached_property
    def sha256(self) -> str:
        """The hash of the text."""
        return frozen.sha256(self.text)


def made(standing: Standing, run: PayRun) -> Content:
    """The content of a run of what holds of a period."""
    return Content(
        period=standing.sheet.period,
        sheet=standing.sheet.sha256,
        posted=standing.posted,
        years=run.sheet.scheme.payment.years,
        lines=tuple(Line(line.code, dict(line.name), line.kind) for line in run.lines),
        people=tuple(
            PersonPay(person, run.sheet.grades[i], _lines(run, i))
            for i, person in enumerate(standing.found.people)
        ),
        guards=guards(run),
    )


@lru_cache(maxsize=64)
def read(text: str) -> Content:
    """A stored content; each text is read once, as every statement asks for all that were posted."""
    said = orjson.loads(text)
    return Content(
        period=said["period"],
        sheet=said["sheet"],
        posted=tuple(said["posted"]),
        years=said["years"],
        lines=tuple(Line(**line) for line in said["lines"]),
        people=tuple(
            PersonPay(
                PersonInfo(**one["person"]), one["grade"], tuple(LinePay(**line) for line in one["lines"])
            )
            for one in said["people"]
        ),
        guards=tuple(Guard(**guard) for guard in said["guards"]),
    )


def _lines(run: PayRun, i: int) -> tuple[LinePay, ...]:
    return tuple(
        LinePay(
            code=line.line.code,
            amount=line.amount,
            held=line.held,
            missing=line.missing,
            reads={code: None if math.isnan(value) else value for code, value in line.reads.items()},
        )
        for line in explain(run, run.people[i])
        if line.applies or line.missing
    )
