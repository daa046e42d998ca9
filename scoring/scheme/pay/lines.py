"""Pay lines: what a person is paid for, in the expression language of schemes. All figures are yuan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from scoring.formula import Formula, parse
from scoring.formula.text import code_text, figure

Kind = Literal["price", "pool", "coefficient", "step", "bonus", "fine", "floor", "ceiling", "brackets"]
WITHIN = ("all", "team")
NOBODY = ("unpaid", "equal")
INTO = ("held", "paid", "deducted")
CLOSED = ("left", "right")


@dataclass(frozen=True, kw_only=True)
class PayLine:
    """One line of pay. ``positions``: whose it is (empty: everybody's); ``when``: where it holds;
    ``deferrable``: whether a part of it is held back where the person's pay is deferred."""

    kind: ClassVar[Kind]
    code: str
    name: Mapping[str, str]
    positions: tuple[str, ...] = ()
    when: Formula | None = None
    deferrable: bool = True

    @property
    def own_formulas(self) -> Iterator[tuple[str, Formula]]:
        """The expressions that its kind has, by the key of the scheme file."""
        yield from ()

    @property
    def formulas(self) -> tuple[tuple[str, Formula], ...]:
        """Its expressions by the key of the scheme file."""
        return ((("when", self.when),) if self.when is not None else ()) + tuple(self.own_formulas)

    @property
    def says(self) -> dict[str, object]:
        """What its kind has in the scheme file, by key; None where a key is left out."""
        return {}


@dataclass(frozen=True, kw_only=True)
class Price(PayLine):
    """`price` yuan for each unit of a quantity: an expression, or the measures `shares` names, each counted
    with its share in percent."""

    kind: ClassVar[Kind] = "price"
    price: Formula
    quantity: Formula | None = None
    shares: Mapping[str, float] = field(default_factory=dict)

    @property
    def counted(self) -> Formula:
        """The quantity as an expression. Of `shares` what a person lacks is none, as long as there is one."""
        if self.quantity is not None:
            return self.quantity
        codes = [code_text(code) for code in self.shares]
        any_there = codes[0] if len(codes) == 1 else f"coalesce({', '.join(codes)})"
        parts = [
            f"{figure(share)}*coalesce({code}, 0*{any_there})"
            for code, share in zip(codes, self.shares.values(), strict=True)
        ]
        return parse(f"({' + '.join(parts)})/100")

    @property
    def own_formulas(self) -> Iterator[tuple[str, Formula]]:
        yield ("quantity" if self.quantity is not None else "shares"), self.counted
        yield "price", self.price

    @property
    def says(self) -> dict[str, object]:
        return {"quantity": self.quantity, "shares": self.shares or None, "price": self.price}


@dataclass(frozen=True, kw_only=True)
class Pool(PayLine):
    """A pool that is spread over those whose line it is by their `share`, to the fen; one below 0 is none.

    ``within``: over all, or for each team its own; ``nobody``: where nobody has a share, the pool stays
    unpaid or goes to all in equal parts.
    """

    kind: ClassVar[Kind] = "pool"
    pool: Formula
    share: Formula
    within: str = WITHIN[0]
    nobody: str = NOBODY[0]

    @property
    def own_formulas(self) -> Iterator[tuple[str, Formula]]:
        yield "pool", self.pool
        yield "share", self.share

    @property
    def says(self) -> dict[str, object]:
        return {"pool": self.pool, "share": self.share, "within": self.within, "nobody": self.nobody}


@dataclass(frozen=True, kw_only=True)
class Coefficient(PayLine):
    """A base times factors."""

    kind: ClassVar[Kind] = "coefficient"
    base: Formula
    factors: tuple[Formula, ...]

    @property
    def own_formulas(self) -> Iterator[tuple[str, Formula]]:
        yield "base", self.base
        for number, factor in enumerate(self.factors, start=1):
            yield f"factors.{number}", factor

    @property
    def says(self) -> dict[str, object]:
        return {"base": self.base, "factors": list(self.factors)}


@dataclass(frozen=True, kw_only=True)
class Step(PayLine):
    """An amount by the band that a quantity lies in; `amounts` has one more than `edges`. A band holds its
    left edge, or its right one (`closed`)."""

    kind: ClassVar[Kind] = "step"
    on: Formula
    edges: tuple[float, ...]
    amounts: tuple[float, ...]
    closed: str = CLOSED[0]

    @property
    def own_formulas(self) -> Iterator[tuple[str, Formula]]:
        yield "on", self.on

    @property
    def says(self) -> dict[str, object]:
        closed = None if self.closed == CLOSED[0] else self.closed
        return {"on": self.on, "edges": self.edges, "amounts": self.amounts, "closed": closed}


@dataclass(frozen=True, kw_only=True)
class Bonus(PayLine):
    """An amount where its condition holds."""

    kind: ClassVar[Kind] = "bonus"
    amount: Formula

    @property
    def own_formulas(self) -> Iterator[tuple[str, Formula]]:
        yield "amount", self.amount

    @property
    def says(self) -> dict[str, object]:
        return {"amount": self.amount}


@dataclass(frozen=True, kw_only=True)
class Fine(PayLine):
    """An amount that is deducted (one below 0 is none); ``loss``: it makes good a loss, which labour law
    bounds."""

    kind: ClassVar[Kind] = "fine"
    amount: Formula
    loss: bool = False

    @property
    def own_formulas(self) -> Iterator[tuple[str, Formula]]:
        yield "amount", self.amount

    @property
    def says(self) -> dict[str, object]:
        return {"amount": self.amount, "loss": self.loss or None}


@dataclass(frozen=True, kw_only=True)
class OfLines(PayLine):
    """A line that looks at what other lines pay together: those in `of`, else every line that pays of
    itself (see :func:`summed`)."""

    of: tuple[str, ...] = ()

    @property
    def says(self) -> dict[str, object]:
        return {"of": list(self.of) or None}


@dataclass(frozen=True, kw_only=True)
class Floor(OfLines):
    """What is lacking up to an amount is added."""

    kind: ClassVar[Kind] = "floor"
    amount: Formula

    @property
    def own_formulas(self) -> Iterator[tuple[str, Formula]]:
        yield "amount", self.amount

    @property
    def says(self) -> dict[str, object]:
        return {"amount": self.amount} | super().says


@dataclass(frozen=True, kw_only=True)
class Ceiling(Floor):
    """What is above an amount is cut."""

    kind: ClassVar[Kind] = "ceiling"


@dataclass(frozen=True, kw_only=True)
class Brackets(OfLines):
    """Of what other lines pay together so many percent above each bound, up to the next. ``into``: that much
    is held back, paid besides, or deducted."""

    kind: ClassVar[Kind] = "brackets"
    table: tuple[tuple[float, float], ...]
    into: str

    @property
    def says(self) -> dict[str, object]:
        return {**super().says, "table": self.table, "into": self.into}


LINES: Mapping[Kind, type[PayLine]] = {
    line.kind: line for line in (Price, Pool, Coefficient, Step, Bonus, Fine, Floor, Ceiling, Brackets)
}
KINDS: tuple[Kind, ...] = tuple(LINES)


def summed(line: OfLines, lines: Sequence[PayLine]) -> tuple[str, ...]:
    """The codes of the lines that a line looks at: those that it names; else all but floors, ceilings and
    brackets, and for floors and ceilings also brackets that pay or deduct."""
    if line.of:
        return line.of
    aside: tuple[type[PayLine], ...] = (Floor,) if isinstance(line, Floor) else (Floor, Brackets)
    held = [other.code for other in lines if isinstance(other, Brackets) and other.into == "held"]
    return tuple(o.code for o in lines if not isinstance(o, aside) and o.code not in held)
