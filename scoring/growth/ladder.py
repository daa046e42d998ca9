"""The career ladder: posts from the lowest up, each with what it asks, as expressions of schemes."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from scoring.errors import Fault, FaultError
from scoring.formula import Formula, Subject, check
from scoring.scheme.table import Table

OWN = (
    "TOTAL",
    "RESULTS",
    "GRADE_PLACE",
    "RANK_SHARE",
    "SERVICE_MONTHS",
    "TRAINING_HOURS",
    "DEDUCTIONS",
    "VETOES",
    "PLANS_MET",
)
"""What a ladder may read besides the indicators: the total; whether there is one (1, 0), by which somebody
who was on leave is not counted out; the place of the grade, 1 being the best; the rank in % of those
ranked, small being good; months of service; hours of training done in the period; points deducted; whether a
veto stood (1, 0); improvement plans that were met in the period."""


class LadderError(FaultError):
    """A ladder that cannot be kept; `faults` holds every reason."""

    def __init__(self, faults: Collection[Fault]) -> None:
        super().__init__("errors-ladder", faults)


@dataclass(frozen=True)
class Need:
    """What a post asks: the condition, and the sentence that says it in each language."""

    when: Formula
    says: Mapping[str, str]


@dataclass(frozen=True)
class Post:
    """A post: its name by language, the word by which a position is told to be it, and what it asks."""

    name: Mapping[str, str]
    held: str
    needs: tuple[Need, ...]


@dataclass(frozen=True)
class Ladder:
    """The posts, from the lowest up."""

    posts: tuple[Post, ...]

    def place(self, position: str) -> int | None:
        """Which post somebody in `position` holds, from 0; None where it is none of them."""
        found = [k for k, post in enumerate(self.posts) if post.held and post.held in position]
        return max(found, key=lambda k: len(self.posts[k].held), default=None)

    @property
    def codes(self) -> tuple[str, ...]:
        """Everything that its conditions read, each once."""
        every = (code for post in self.posts for need in post.needs for code in need.when.codes())
        return tuple(dict.fromkeys(every))

    def looks_back(self, cycle: str) -> int:
        """How many periods of `cycle` back its conditions read."""
        every = (need.when.looks_back(cycle) for post in self.posts for need in post.needs)
        return int(max(every, default=0))


def read(text: str, indicators: Collection[str] | None = None) -> Ladder:
    """Read a ladder from TOML.

    Parameters
    ----------
    indicators : the codes that may be read besides `OWN`; None where any will do.

    Raises
    ------
    LadderError : with everything that is wrong.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise LadderError([Fault("ladder-toml", params={"detail": problem})]) from None
    faults: list[Fault] = []
    top = Table(document, "ladder", faults)
    posts = tuple(_post(entry, indicators, faults) for entry in top.tables("post", "held"))
    top.close()
    if len(posts) < 2:
        faults.append(Fault("ladder-short"))
    held = [post.held for post in posts]
    for word in dict.fromkeys(word for word in held if word and held.count(word) > 1):
        faults.append(Fault("ladder-twice", word))
    if faults:
        raise LadderError(faults)
    return Ladder(posts)


def _post(entry: Table, indicators: Collection[str] | None, faults: list[Fault]) -> Post:
    name = entry.names("name")
    held = entry.text("held") or ""
    needs = []
    for inner in entry.tables("need", "when"):
        inner.where = entry.where
        when, says = inner.formula("when", optional=False), inner.names("says")
        inner.close()
        if when is None:
            continue
        faults += _faults(when, entry.where, indicators)
        needs.append(Need(when, says))
    entry.close()
    return Post(name, held, tuple(needs))


def _faults(when: Formula, where: str, indicators: Collection[str] | None) -> list[Fault]:
    """What is wrong with a condition: it is none, names what there is not, or reads others."""
    codes = None if indicators is None else (*OWN, *indicators)
    known: dict[Subject, Collection[str] | None] = {"value": codes, "month": None}
    found = [replace(fault, where=f"{where}.when") for fault in check(when, known)]
    if not when.is_condition:
        found.append(Fault("formula-condition-wanted", f"{where}.when"))
    if when.reads_others:
        found.append(Fault("ladder-others", where))
    return found
