"""Back-test: what a candidate scheme would have done in periods that are over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from scoring.change.comparison import Comparison, compare
from scoring.change.pay.cost import paid
from scoring.evidence.correlation import refuse_look_ahead
from scoring.pay.fen import FEN
from scoring.scheme import Scheme
from scoring.sheet import ScoreSheet, score

Progress = Callable[[float], None]


@dataclass(frozen=True, eq=False)
class PeriodTest:
    """One period before and after: ``moved`` people change rank, by ``mean_move`` places on average over
    all who are ranked on both sides; ``regraded`` change grade; the pools are what the lines of pay give, in
    yuan, where both schemes have lines that can be worked out; else sums of grade coefficients (each times
    the person's base pay where it is given), None where a scheme has no coefficients."""

    period: str
    comparison: Comparison
    moved: int
    mean_move: float
    regraded: int
    pool_before: float | None
    pool_after: float | None

    @property
    def pool_change(self) -> float | None:
        """Change of the pool as a share of the pool before; None without coefficients."""
        if self.pool_before is None or self.pool_after is None or not self.pool_before > 0:
            return None
        return (self.pool_after - self.pool_before) / self.pool_before

    @property
    def kendall_tau(self) -> float:
        """Kendall's tau-b of the two orders."""
        return self.comparison.kendall_tau


@dataclass(frozen=True, eq=False)
class BackTest:
    """All periods, oldest first."""

    periods: tuple[PeriodTest, ...]

    @property
    def pool_change(self) -> float | None:
        """Mean change of the pool per period, as a share of the pool before; None without coefficients."""
        known = [p.pool_change for p in self.periods if p.pool_change is not None]
        return float(np.mean(known)) if known else None


def back_test(
    past: Mapping[str, ScoreSheet],
    candidate: Scheme,
    *,
    again: Mapping[str, ScoreSheet] | None = None,
    base_pay: Mapping[str, float] | None = None,
    known_on: Mapping[str, date] | None = None,
    decided_on: Mapping[str, date] | None = None,
    progress: Progress | None = None,
) -> BackTest:
    """Score past periods again under a candidate and set them beside what was decided then.

    Parameters
    ----------
    past : sheets by period, oldest first; their measurements are used again, so that the candidate sees no
        more than was known then. again : by period, sheets under the candidate that were made already,
        from the facts of the time; they may carry indicators that `past` does not.
    base_pay : a person's bonus base, for the cost of the pool.
    known_on : for indicators whose values became known late, the day; decided_on : the day of decision of
        each period. Where both are given, an indicator of the candidate that came too late is refused.

    Raises
    ------
    AnalysisError : an indicator of the candidate that was not known in time.
    """
    found: list[PeriodTest] = []
    used = {code: day for code, day in (known_on or {}).items() if code in candidate.by_code}
    for k, (period, before) in enumerate(past.items()):
        if decided_on is not None and period in decided_on:
            refuse_look_ahead(used, decided_on[period])
        made = (again or {}).get(period)
        after = score(candidate, before.measurements) if made is None else made
        found.append(_tested(period, compare(before, after), base_pay))
        if progress is not None:
            progress((k + 1) / len(past))
    return BackTest(tuple(found))


def pool(sheet: ScoreSheet, rows: Sequence[int], base_pay: Mapping[str, float] | None) -> float | None:
    """Σ base pay × coefficient of the grade over some people; base 1 where none is given."""
    coefficients = [grade.coefficient for grade in sheet.scheme.grades]
    if not coefficients or any(c is None for c in coefficients):
        return None
    total = 0.0
    for i in rows:
        position = int(sheet.grade_index[i])
        pay = 1.0 if base_pay is None else base_pay.get(sheet.people[i], 0.0)
        total += pay * float(coefficients[position] or 0.0) if position >= 0 else 0.0
    return total


def _tested(period: str, two: Comparison, base_pay: Mapping[str, float] | None) -> PeriodTest:
    moves = two.rank_moves
    ranked = ~np.isnan(moves)
    return PeriodTest(
        period,
        two,
        moved=int((moves[ranked] != 0).sum()),
        mean_move=float(np.abs(moves[ranked]).mean()) if ranked.any() else np.nan,
        regraded=sum(count for _, _, count in two.grade_moves),
        **_pools(two, base_pay),
    )


def _pools(two: Comparison, base_pay: Mapping[str, float] | None) -> dict[str, float | None]:
    """What both sides cost those who are on both, in one and the same measure."""
    sides = (two.before, two.row_before), (two.after, two.row_after)
    runs = [paid(sheet, 0.0) for sheet, _ in sides]
    if all(run is not None and run.run is not None for run in runs):
        sums = [float(run.granted[rows].sum()) for run, (_, rows) in zip(runs, sides, strict=True) if run]
        return {"pool_before": sums[0] / FEN, "pool_after": sums[1] / FEN}
    before, after = (pool(sheet, rows.tolist(), base_pay) for sheet, rows in sides)
    return {"pool_before": before, "pool_after": after}
