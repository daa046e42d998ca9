"""How what a person is paid came about, line by line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from scoring.errors import Phrase
from scoring.formula import Formula, Worked, working
from scoring.pay.kinds import Given
from scoring.pay.results import PayRun
from scoring.scheme.pay import Brackets, Coefficient, Floor, PayLine, Pool, Step


@dataclass(frozen=True)
class PaidLine:
    """A line of one person. ``amount`` and ``held`` are fen, as in :class:`PayRun`.

    Parameters
    ----------
    working : its arithmetic, a shape with its figures in yuan: ``pay-working-SHAPE`` in the catalogues.
    expressions : each expression of the line by its key, worked out for the person.
    reads : the measures of the period that it reads, those of derived measures too, with the person's values
        (NaN: missing).
    """

    line: PayLine
    amount: int
    held: int
    applies: bool
    missing: bool
    working: Phrase
    expressions: tuple[tuple[str, Worked], ...]
    reads: Mapping[str, float]


def explain(run: PayRun, person: str) -> tuple[PaidLine, ...]:
    """The lines that are a person's by position, in the scheme's order.

    Raises
    ------
    ValueError : the person is not in the run.
    """
    i = run.people.index(person)
    order = {line.code: k for k, line in enumerate(run.lines)}
    held = run.sheet.measurements.positions or (None,) * len(run.people)
    return tuple(
        _explained(run, order[line.code], i)
        for line in run.sheet.scheme.pay
        if not line.positions or held[i] in line.positions
    )


def _explained(run: PayRun, k: int, i: int) -> PaidLine:
    line, read = run.lines[k], run.read
    assert read is not None
    expressions = tuple((name, working(formula, read, i)) for name, formula in line.formulas)
    return PaidLine(
        line=line,
        amount=int(run.amounts[i, k]),
        held=int(run.held[i, k]),
        applies=bool(run.applies[i, k]),
        missing=bool(run.missing[i, k]),
        working=_working(run, k, i, expressions),
        expressions=expressions,
        reads={code: float(read.value(code, 0)[i]) for code in _measured(run, line)},
    )


def _measured(run: PayRun, line: PayLine) -> tuple[str, ...]:
    """The measures that are brought, not worked out, on which a line rests; each once."""
    scheme = run.sheet.scheme
    derived = {measure.code for measure in scheme.derived}
    formulas: tuple[Formula, ...] = tuple(formula for _, formula in line.formulas)
    codes = {code for formula in formulas for code in scheme.reads(formula)}
    return tuple(sorted(codes - derived))


def _working(run: PayRun, k: int, i: int, expressions: tuple[tuple[str, Worked], ...]) -> Phrase:
    line, work = run.lines[k], run.work[k]
    if run.missing[i, k]:
        why = next((one.why for _, one in expressions if one.why is not None), None)
        return Phrase("pay-working-missing", {"why": why}) if why else Phrase("pay-working-missing-line")
    if not run.applies[i, k]:
        return Phrase("pay-working-not-met")
    figures: dict[str, object] = {name: float(column[i]) for name, column in work.figures.items()}
    figures["amount"] = int(run.amounts[i, k]) / 100
    shape, more = _shape(line, work, figures, i)
    return Phrase(f"pay-working-{shape}", {**figures, **more})


def _shape(
    line: PayLine, work: Given, figures: Mapping[str, object], i: int
) -> tuple[str, Mapping[str, object]]:
    """Which arithmetic a line shows, and the figures that only its kind knows."""
    if isinstance(line, Coefficient):
        factors = (figures[f"factor.{number}"] for number in range(1, len(line.factors) + 1))
        return "coefficient", {"factors": tuple(factors)}
    if isinstance(line, Step):
        return _step(line, int(work.figures["band"][i]))
    if isinstance(line, Pool) and np.isnan(work.figures["price"][i]):
        return f"pool-{line.nobody}", {}
    if isinstance(line, Floor) and figures["amount"] == 0:
        return f"{line.kind}-kept", {}
    if isinstance(line, Brackets):
        together = float(work.figures["together"][i])
        return f"brackets-{line.into}", {"slices": _slices(line, together), "amount": figures["bracketed"]}
    return line.kind, {}


def _step(line: Step, band: int) -> tuple[str, Mapping[str, object]]:
    if band == 0:
        return f"step-first-{line.closed}", {"edge": line.edges[0]}
    if band == len(line.edges):
        return f"step-last-{line.closed}", {"edge": line.edges[-1]}
    return f"step-{line.closed}", {"low": line.edges[band - 1], "high": line.edges[band]}


def _slices(line: Brackets, together: float) -> tuple[tuple[float, float], ...]:
    """The parts of what other lines give that are not 0, each with its rate in percent."""
    bounds = [bound for bound, _ in line.table]
    upper = [*bounds[1:], float("inf")]
    found = ((min(together, u) - b, r) for (b, r), u in zip(line.table, upper, strict=True))
    return tuple((round(part, 2), rate) for part, rate in found if part > 0)
