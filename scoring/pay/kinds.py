"""What each kind of line pays: yuan worked out for everybody at once, rounded to the fen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import singledispatch

import numpy as np
from numpy.typing import NDArray

from scoring.errors import Fault, MeasurementError
from scoring.formula import Formula, Surroundings, evaluate
from scoring.pay.fen import Fen, Floats, fen, in_proportion
from scoring.scheme.pay import (
    Bonus,
    Brackets,
    Ceiling,
    Coefficient,
    Fine,
    Floor,
    PayLine,
    Pool,
    Price,
    Step,
    summed,
)
from scoring.thresholds import LARGEST, hair, steps_exceeded, steps_reached

Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Asked:
    """What a line is worked out from: what expressions read, whose the line is and where its condition holds
    (n,), what every line before it pays (n,) in fen, all lines of the scheme."""

    read: Surroundings
    mine: Bools
    paid: Mapping[str, Fen]
    lines: Sequence[PayLine]

    def of(self, formula: Formula) -> Floats:
        """(n,) what an expression gives everybody; a sum that nobody can mean is missing."""
        return _meant(evaluate(formula, self.read))


@dataclass(frozen=True, eq=False)
class Given:
    """What a line gives: (n,) fen, where a figure is missing, the figures that explain it by name (``share``
    …), and the fen of other lines that it holds back (brackets)."""

    amount: Fen
    missing: Bools
    figures: Mapping[str, Floats] = field(default_factory=dict)
    held: Fen | None = None


def _meant(yuan: Floats) -> Floats:
    return np.where(np.abs(yuan) < LARGEST, yuan, np.nan)


def _yuan(yuan: Floats, **figures: Floats) -> Given:
    yuan = _meant(yuan)
    return Given(fen(yuan), np.isnan(yuan), figures)


@singledispatch
def given(line: PayLine, asked: Asked) -> Given:
    """What a line gives everybody, before it is asked whose it is.

    Raises
    ------
    MeasurementError : a pool that is not the same for all who share it, or below 0.
    """
    raise NotImplementedError(line.kind)


@given.register
def _price(line: Price, asked: Asked) -> Given:
    quantity, price = asked.of(line.counted), asked.of(line.price)
    return _yuan(quantity * price, quantity=quantity, price=price)


@given.register
def _coefficient(line: Coefficient, asked: Asked) -> Given:
    base = asked.of(line.base)
    factors = [asked.of(factor) for factor in line.factors]
    named = {f"factor.{number}": factor for number, factor in enumerate(factors, start=1)}
    return _yuan(np.prod([base, *factors], axis=0), base=base, **named)


@given.register
def _step(line: Step, asked: Asked) -> Given:
    x = asked.of(line.on)
    reached: Callable[..., NDArray[np.intp]] = steps_reached if line.closed == "left" else steps_exceeded
    band = reached(x, np.array(line.edges))
    amounts = np.where(np.isnan(x), np.nan, np.array(line.amounts)[band])
    return _yuan(amounts, on=x, band=band.astype(float))


@given.register
def _bonus(line: Bonus, asked: Asked) -> Given:
    amount = asked.of(line.amount)
    return _yuan(amount, amount=amount)


@given.register
def _fine(line: Fine, asked: Asked) -> Given:
    amount = np.maximum(asked.of(line.amount), 0.0)
    return _yuan(-amount, amount=amount)


@given.register
def _floor(line: Floor, asked: Asked) -> Given:
    """Of a floor and of a ceiling."""
    bound, together = asked.of(line.amount), _together(line, asked)
    apart = fen(bound) - together
    amount = np.minimum(apart, 0) if isinstance(line, Ceiling) else np.maximum(apart, 0)
    return Given(amount, np.isnan(bound), {"bound": bound, "together": together / 100.0})


@given.register
def _brackets(line: Brackets, asked: Asked) -> Given:
    together = _together(line, asked)
    x = together / 100.0
    bounds, rates = np.array(line.table).T
    upper = np.append(bounds[1:], np.inf)
    parts = np.clip(x[:, None], bounds, upper) - bounds
    amount = fen(parts @ rates / 100.0)
    figures = {"together": x, "bracketed": amount / 100.0}
    nothing, nowhere = np.zeros_like(amount), np.zeros(len(amount), dtype=bool)
    if line.into == "held":
        return Given(nothing, nowhere, figures, held=np.maximum(amount, 0))
    return Given(amount if line.into == "paid" else -amount, nowhere, figures)


def _together(line: Floor | Brackets, asked: Asked) -> Fen:
    total: Fen = np.zeros(len(asked.mine), dtype=np.int64)
    for code in summed(line, asked.lines):
        total = total + asked.paid[code]
    return total


@given.register
def _pool(line: Pool, asked: Asked) -> Given:
    pool, share = asked.of(line.pool), np.maximum(asked.of(line.share), 0.0)
    n = len(asked.mine)
    missing = np.isnan(share)
    if line.within == "team":
        missing |= asked.read.team < 0
    amount = np.zeros(n, dtype=np.int64)
    shares, price = np.full(n, np.nan), np.full(n, np.nan)
    for rows in _scopes(line, asked):
        yuan = pool[rows]
        known = yuan[~np.isnan(yuan)]
        if not len(known):
            missing[rows] = True
            continue
        if (np.abs(known - known[0]) > hair(known[0])).any() or known[0] < 0:
            raise MeasurementError([_pool_fault(line, known)])
        whole = int(fen(known[:1])[0])
        weights = np.nan_to_num(share[rows])
        shares[rows] = together = float(weights.sum())
        if together > 0:
            price[rows] = known[0] / together
            amount[rows] = in_proportion(whole, weights)
        elif line.nobody == "equal":
            known_shares = ~np.isnan(share[rows])
            if known_shares.any():
                amount[rows] = in_proportion(whole, known_shares)
    return Given(amount, missing, {"pool": pool, "share": share, "shares": shares, "price": price})


def _scopes(line: Pool, asked: Asked) -> list[NDArray[np.intp]]:
    """The rows of those who share a pool; who is in no team shares none."""
    mine = np.flatnonzero(asked.mine)
    if line.within == "all":
        return [mine] if len(mine) else []
    teams = asked.read.team[mine]
    return [mine[teams == team] for team in np.unique(teams) if team >= 0]


def _pool_fault(line: Pool, known: Floats) -> Fault:
    low, high = float(known.min()), float(known.max())
    if low < 0:
        return Fault("pay-pool-below", f"{line.code}.pool", {"value": low})
    return Fault("pay-pool-differs", f"{line.code}.pool", {"low": low, "high": high})
