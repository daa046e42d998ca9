"""What an impact run found, as it is kept: to JSON and back, the same bytes for the same figures."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from workflow.results import moves
from workflow.results.moves import Move
from workflow.weighing.cost import KeptCost
from workflow.weighing.simulation import Firmness, Simulation


class Objection(NamedTuple):
    """A finding of the scheme checks: rule, "error", "warning" or "info", and what it is about."""

    rule: str
    severity: str
    where: str


@dataclass(frozen=True)
class Outcome:
    """What a version does to everybody; the moves and the pool are of the last of the ``periods``.

    ``moved`` people change rank, ``moved_far`` by two places or more. ``grades`` are people per grade before
    and after; ``pool`` the sums of the grade coefficients, None without; ``churn`` has (period, Kendall's
    tau, people whose rank changes). ``firm`` says how firm the order is and ``names`` what people were
    called, by id, in Chinese and English; runs of earlier releases have neither (None, empty). ``cost`` is
    what it pays, None where pay is not by lines, and in runs of earlier releases.
    """

    periods: tuple[str, ...]
    people: tuple[Move, ...]
    moved: int
    moved_far: int
    grades: tuple[Mapping[str, int], Mapping[str, int]]
    pool: tuple[float, float] | None
    churn: tuple[tuple[str, float, int], ...]
    findings: tuple[Objection, ...]
    firm: Firmness | None = None
    names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    cost: KeptCost | None = None

    @property
    def lost(self) -> tuple[Move, ...]:
        """Who has a total before and none after."""
        return moves.lost(self.people)

    @property
    def gained(self) -> tuple[Move, ...]:
        """Who has a total after and none before."""
        return moves.gained(self.people)

    @classmethod
    def of(
        cls,
        periods: Sequence[str],
        found: Simulation,
        firm: Firmness | None = None,
        names: Mapping[str, tuple[str, str]] | None = None,
        cost: KeptCost | None = None,
    ) -> Outcome:
        """The outcome of a trial on these periods."""
        return cls(
            periods=tuple(periods),
            people=found.rows,
            moved=found.moved,
            moved_far=found.moved_far,
            grades=(found.grade_mix(after=False), found.grade_mix(after=True)),
            pool=found.pool,
            churn=found.churn,
            findings=tuple(Objection(f.rule, f.severity, f.where) for f in found.findings),
            firm=firm,
            names=names or {},
            cost=cost,
        )

    def document(self) -> dict[str, object]:
        """The outcome as it is stored and printed; each side of a person is [total, rank, grade]."""
        held: dict[str, object] = {
            "periods": list(self.periods),
            "people": [
                {
                    "manager_id": m.manager_id,
                    "before": [_known(m.before_total), _known(m.before_rank), m.before_grade],
                    "after": [_known(m.after_total), _known(m.after_rank), m.after_grade],
                }
                for m in self.people
            ],
            "moved": self.moved,
            "moved_far": self.moved_far,
            "grades": [dict(side) for side in self.grades],
            "pool": None if self.pool is None else list(self.pool),
            "churn": [[period, _known(tau), moved] for period, tau, moved in self.churn],
            "findings": [finding._asdict() for finding in self.findings],
        }
        if self.firm is not None:
            held["firm"] = vars(self.firm)
        if self.names:
            held["names"] = {who: list(both) for who, both in self.names.items()}
        if self.cost is not None:
            held["cost"] = self.cost.document()
        return held

    @classmethod
    def from_document(cls, stored: Mapping[str, Any]) -> Outcome:
        """The outcome of a run that was stored."""
        before, after = stored["grades"]
        return cls(
            periods=tuple(stored["periods"]),
            people=tuple(_move(**person) for person in stored["people"]),
            moved=stored["moved"],
            moved_far=stored["moved_far"],
            grades=(before, after),
            pool=None if stored["pool"] is None else (stored["pool"][0], stored["pool"][1]),
            churn=tuple((period, _figure(tau), moved) for period, tau, moved in stored["churn"]),
            findings=tuple(Objection(**finding) for finding in stored["findings"]),
            firm=_firm(**stored["firm"]) if "firm" in stored else None,
            names={who: (zh, en) for who, (zh, en) in stored.get("names", {}).items()},
            cost=KeptCost.from_document(stored["cost"]) if "cost" in stored else None,
        )


def _move(manager_id: str, before: Sequence[Any], after: Sequence[Any]) -> Move:
    (total, rank, grade), (new_total, new_rank, new_grade) = before, after
    return Move(
        manager_id, _figure(total), _figure(new_total), _figure(rank), _figure(new_rank), grade, new_grade
    )


def _firm(draws: int, top_k: int, first: Sequence[Any], fragile: Sequence[Any]) -> Firmness:
    return Firmness(draws, top_k, tuple(map(tuple, first)), tuple(map(tuple, fragile)))


def _known(number: float) -> float | None:
    return None if math.isnan(number) else number


def _figure(known: float | None) -> float:
    return math.nan if known is None else known
