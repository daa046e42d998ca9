"""What an expression is made of, once it is read: nodes, and the formula that holds them.

Equal parts of one formula are one and the same node, so that each is worked out once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Literal, NamedTuple

from scoring.periods import MONTHS

Subject = Literal[
    "value",
    "target",
    "score",
    "section",
    "total",
    "position",
    "month",
    "pay",
    "coefficient",
    "presence",
    "deductions",
]
"""What a formula reads: the value of a measure, a target, a result as it stands (of an indicator, of a
section, in total), the person's position, the calendar (``month()`` and ``quarter()``); and what only lines
of pay know: what another line pays, the coefficient of the person's grade, the share of days that the person
was there, the points that were deducted."""

Type = Literal["number", "condition", "text"]

OF_PAY: frozenset[Subject] = frozenset({"pay", "coefficient", "presence", "deductions"})
"""What only lines of pay know."""
RESULTS: frozenset[Subject] = OF_PAY | {"score", "section", "total"}
"""What is known of the period itself only."""
PEERS = frozenset(
    f"{whose}_{what}" for whose in ("all", "team") for what in ("sum", "mean", "min", "max", "count")
)
"""The functions over people; what they give depends on others."""
PAST = frozenset({"previous", "year_ago", "year_start"})
"""The functions of time that read an earlier period only."""
WINDOWS = frozenset({"year_to_date", "sum_of_last", "mean_of_last"})
"""The functions of time that read this period and earlier ones."""


@dataclass(frozen=True, eq=False)
class Node:
    """A part of a formula. ``at`` is the column (from 1) where it stands first, ``type`` what it gives."""

    at: int
    type: Type


@dataclass(frozen=True, eq=False)
class Number(Node):
    """A number as it was typed."""

    value: float


@dataclass(frozen=True, eq=False)
class Word(Node):
    """A text in quotation marks, such as the name of a position."""

    text: str


@dataclass(frozen=True, eq=False)
class Read(Node):
    """Something that is looked up; ``code`` is "" where there is only one of it (``total()``)."""

    subject: Subject
    code: str = ""
    name: str = ""
    """The function that reads it; "" for a code alone."""


@dataclass(frozen=True, eq=False)
class Apply(Node):
    """An operation on other nodes.

    Parameters
    ----------
    op : the name of a function, an operator (``< <= > >= == != and or not negate``), ``sum`` or ``product``.
    args : what it works on.
    signs : of a sum ``+`` or ``-``, of a product ``*`` or ``/`` before each of `args`.
    whole : how many periods (functions of time) or decimals (``round``).
    table : of ``brackets`` the bounds with their rates in percent.
    """

    op: str
    args: tuple[Node, ...]
    signs: str = ""
    whole: int = 0
    table: tuple[tuple[float, float], ...] = ()


class Use(NamedTuple):
    """Something that a formula reads: what, which, in which column it stands first, and the fewest periods
    back at which it is read (0: the period itself)."""

    subject: Subject
    code: str
    at: int
    lag: int


@dataclass(frozen=True)
class Formula:
    """An expression that was read. Equal when it means the same: ``str`` is its canonical text."""

    text: str
    root: Node = field(compare=False, repr=False)
    typed: str = field(default="", compare=False, repr=False)
    """As somebody typed it; columns count in this text."""

    def __str__(self) -> str:
        return self.text

    @property
    def is_condition(self) -> bool:
        """Whether it holds or not; else it gives a number."""
        return self.root.type == "condition"

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """Everything it reads, in the order of the text, each once with its smallest lag."""
        found: dict[tuple[Subject, str], Use] = {}
        for node, lag in self._read():
            known = found.get((node.subject, node.code))
            if known is None or lag < known.lag:
                at = node.at if known is None else min(known.at, node.at)
                found[node.subject, node.code] = Use(node.subject, node.code, at, lag)
        return tuple(sorted(found.values(), key=lambda use: use.at))

    def codes(self, subject: Subject = "value") -> tuple[str, ...]:
        """The codes that it reads as `subject`, in the order of the text."""
        return tuple(use.code for use in self.uses if use.subject == subject)

    @cached_property
    def reads_others(self) -> bool:
        """Whether what it gives a person depends on other people (``all_…``, ``team_…``)."""
        return any(isinstance(node, Apply) and node.op in PEERS for node in self.nodes)

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Its distinct nodes, each after those that it works on; the root last."""
        found: dict[int, Node] = {}

        def visit(node: Node) -> None:
            if id(node) not in found:
                for arg in children(node):
                    visit(arg)
                found[id(node)] = node

        visit(self.root)
        return tuple(found.values())

    def size(self, of: Mapping[str, int] = MappingProxyType({})) -> int:
        """How many nodes there are, equal ones counted as often as they stand in the text; in the place of a
        measure that `of` names stand as many as it says."""
        sizes: dict[int, int] = {}
        for node in self.nodes:
            own = of.get(node.code, 1) if isinstance(node, Read) and node.subject == "value" else 1
            sizes[id(node)] = own + sum(sizes[id(arg)] for arg in children(node))
        return sizes[id(self.root)]

    def looks_back(self, cycle: str, of: Mapping[str, float] = MappingProxyType({})) -> float:
        """The largest number of periods back from which it reads, in a scheme with this `cycle` (``month``,
        ``quarter``, ``half-year``, ``year``); 0 where it reads the period itself only. `of` says how far
        back the measures that it names read themselves; of others it is not counted."""
        reach: dict[int, float] = {}
        for node in self.nodes:
            own = of.get(node.code, 0) if isinstance(node, Read) and node.subject == "value" else 0
            deepest = max((reach[id(arg)] for arg in children(node)), default=own)
            reach[id(node)] = deepest + farthest(node, cycle)
        return reach[id(self.root)]

    def _read(self) -> Iterator[tuple[Read, int]]:
        """What is looked up, with how many periods back at least."""

        def visit(node: Node, lag: int) -> Iterator[tuple[Read, int]]:
            if isinstance(node, Read):
                yield node, lag
            for arg in children(node):
                yield from visit(arg, lag + nearest_period(node))

        return visit(self.root, 0)


def children(node: Node) -> tuple[Node, ...]:
    """What a node works on."""
    return node.args if isinstance(node, Apply) else ()


def nearest_period(node: Node) -> int:
    """How many periods back a node reads what it works on, at least."""
    if not isinstance(node, Apply) or node.op not in PAST:
        return 0
    return node.whole if node.op == "previous" else 1


def farthest(node: Node, cycle: str) -> int:
    """How many periods back a node reads what it works on, at most."""
    if not isinstance(node, Apply):
        return 0
    a_year = 12 // MONTHS[cycle]
    return {
        "previous": node.whole,
        "year_ago": a_year,
        "year_start": a_year,
        "year_to_date": a_year - 1,
        "sum_of_last": node.whole - 1,
        "mean_of_last": node.whole - 1,
    }.get(node.op, 0)
