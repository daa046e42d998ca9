"""The ripple: everything that a correction of a past fact would change, before it is approved.

A published period is scored again from the facts as they stood when it was published, with what was posted on
it since and the correction; any other from today's. Nothing of it stays.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from access import audit
from data.arrays import measurements_for
from data.database import Cursor, Database
from data.period_facts import PeriodFacts, period_facts
from data.stores import period_store, sheet_store
from data.stores.appeals import difference_store
from data.stores.appeals.difference_store import NewDifference
from data.stores.sheet_store import Frozen
from scoring import Measurements, Scheme, ScoreSheet, score
from scoring.change import redress
from scoring.cohort.held import FREE, Held
from scoring.pay import compared
from scoring.periods import Period, parse_period
from scoring.scheme import SchemeReference
from workflow import schemes
from workflow.errors import WorkflowError
from workflow.results import frozen, moves, period_sheets, scores
from workflow.results.moves import Move, PeriodMoves
from workflow.results.period_sheets import PeriodSheet


@dataclass(frozen=True)
class Touched:
    """What a correction bears on: the labels of periods whose facts it changes (None: facts about people,
    that hold in whatever period), and whose facts they are."""

    labels: frozenset[str] | None
    people: frozenset[str]


@dataclass(frozen=True, eq=False)
class Recomputed:
    """A period before and after a change; ``sheet``: its published result, None where there is none;
    ``facts``: what is known of the period after it."""

    period: Period
    sheet: Frozen | None
    before: ScoreSheet
    after: ScoreSheet
    facts: PeriodFacts

    def moves(self) -> PeriodMoves:
        """Whose results differ."""
        found = moves.differences(self.before, self.after)
        staff = self.facts.staff(self.period.last_day)
        names = {}
        for person in (m.manager_id for m in found):
            known = person in staff.index
            names[person] = tuple(staff.loc[person, ["name", "name_en"]]) if known else (person, person)
        return PeriodMoves(self.period.code, self.sheet is not None, found, names)

    def paid_otherwise(self) -> frozenset[str]:
        """Whose pay by the scheme differs; nobody's where it says nothing of pay."""
        return compared.moved(self.before, self.after) if self.before.scheme.pay else frozenset()


@dataclass(frozen=True)
class _Basis:
    """What a period is scored from: its scheme, and the facts as of a moment with some batches besides."""

    period: Period
    scheme: Scheme
    sheet: Frozen | None
    posted: tuple[int, ...] = ()

    @property
    def as_of(self) -> dt.datetime | None:
        return None if self.sheet is None else self.sheet.facts_at

    @property
    def besides(self) -> tuple[int, ...]:
        return () if self.sheet is None else (*self.sheet.corrections, *self.posted)


Settle = Callable[[ScoreSheet, Measurements], ScoreSheet]
"""From a published sheet and the corrected figures the sheet that is to stand beside it."""


def recomputed(
    db: Database,
    touched: Touched,
    change: Callable[[Cursor], None],
    brought: int,
    settle: Settle | None = None,
) -> tuple[Recomputed, ...]:
    """Every period that a change bears on, earliest first; for workflow modules that have asked `access`.

    `change` stores the facts as those of the batch `brought`, in a transaction that is rolled back; `settle`
    says what people keep of what was published, where it is not what facts come to.

    Raises
    ------
    SteelyardError : facts that a period's scheme cannot score.
    """
    bases = _touched(db, touched)
    known = _published(db, bases)
    return db.trial(lambda cursor: _recomputed(cursor, bases, known, touched, change, brought, settle))


class Redress:
    """The published periods that a change bears on (`only`: that one), scored again for an appeal: from what
    they were published from and the change, nothing else. For workflow modules that have asked `access`."""

    def __init__(self, db: Database, touched: Touched, only: Period | None = None) -> None:
        self.head = db.head()
        bases = (replace(basis, posted=()) for basis in _touched(db, touched) if basis.sheet is not None)
        self._bases = [basis for basis in bases if only in (None, basis.period)]
        self._known, self._touched, self._db = _published(db, self._bases), touched, db

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods that are scored again, earliest first."""
        return tuple(basis.period for basis in self._bases)

    def tried(self, change: Callable[[Cursor], None], brought: int, settle: Settle) -> tuple[Recomputed, ...]:
        """What would be, in a transaction that is rolled back; see :func:`recomputed`."""
        return self._db.trial(lambda cursor: self.stored(cursor, change, brought, settle))

    def stored(
        self, cursor: Cursor, change: Callable[[Cursor], None], brought: int, settle: Settle
    ) -> tuple[Recomputed, ...]:
        """The same within a transaction that stays."""
        return _recomputed(cursor, self._bases, self._known, self._touched, change, brought, settle)


def ripple(
    db: Database,
    touched: Touched,
    change: Callable[[Cursor], None],
    brought: int,
    settle: Settle | None = None,
) -> tuple[PeriodMoves, ...]:
    """Whose results a change would move, period by period, earliest first; only periods where somebody's
    does."""
    found = (one.moves() for one in recomputed(db, touched, change, brought, settle))
    return tuple(one for one in found if one.moves)


Storing = Callable[[Cursor, Callable[[Cursor], None], str], None]
"""Stores a change, and posts what it does in the name of somebody."""


def posting(db: Database, touched: Touched, batch: int, settle: Settle | None = None) -> Storing:
    """How the facts of a batch are stored within a transaction, and the differences that they make to
    published results posted with them; for workflow modules that have asked `access`."""
    bases = [basis for basis in _touched(db, touched) if basis.sheet is not None]
    known, head = _published(db, bases), db.head()

    def store(cursor: Cursor, change: Callable[[Cursor], None], by: str) -> None:
        if audit.last_number(cursor) != head:
            raise WorkflowError("errors-batch-moved", batch=batch)
        found = _recomputed(cursor, bases, known, touched, change, batch, settle)
        difference_store.post(cursor, posts(found, batch), audit.now(), by)

    return store


@dataclass(frozen=True, eq=False)
class Standing:
    """What holds of a published period: ``sheet`` as it was frozen, the batches whose differences were
    ``posted`` on it since, and ``found``, the period scored with both."""

    sheet: Frozen
    posted: tuple[int, ...]
    found: PeriodSheet


def standing(db: Database, period: Period) -> Standing:
    """What holds of a published period, scored from the facts that it rests on, so that it has also those
    that only pay is worked out from; for workflow modules that have asked `access`.

    Raises
    ------
    WorkflowError : the period is not published.
    """
    basis = next((one for one in _bases(db) if one.period == period and one.sheet is not None), None)
    if basis is None or basis.sheet is None:
        raise WorkflowError("errors-period-not-published", period=period.code)
    published = _published(db, [basis])[period.code]
    with db.read() as cursor:
        sheet, facts = _scored(cursor, basis, published)
    found = period_sheets.of_facts(period, basis.sheet.state, sheet, facts)
    return Standing(basis.sheet, basis.posted, found)


Basis = tuple[str, tuple[int, ...]]
"""What holds of a published period rests on: the hash of its result, and the batches whose differences were
posted on it since. As long as both are the same, so is what holds."""


def rests_on(db: Database) -> dict[Period, Basis]:
    """What holds of each published period rests on; for workflow modules that have asked `access`."""
    return {one.period: (one.sheet.sha256, one.posted) for one in _bases(db) if one.sheet is not None}


def posts(found: Sequence[Recomputed], batch: int) -> list[NewDifference]:
    """The differences that a batch makes to published results, to be posted; also of those whose pay alone it
    changes, so that the next run of the period knows of it."""
    return [
        _posted(move, one.sheet, batch)
        for one in found
        if one.sheet is not None
        for move in (*moves.differences(one.before, one.after), *_unmoved(one))
    ]


def _unmoved(one: Recomputed) -> list[Move]:
    """Whose pay differs and whose result does not."""
    moved = {move.manager_id for move in moves.differences(one.before, one.after)}
    return [moves.of(one.before, one.after, who) for who in sorted(one.paid_otherwise() - moved)]


def _published(db: Database, bases: Sequence[_Basis]) -> dict[str, PeriodSheet]:
    return frozen.published(db, [basis.period.code for basis in bases if basis.sheet is not None])


def _touched(db: Database, touched: Touched) -> list[_Basis]:
    return [basis for basis in _bases(db) if _reads(basis, touched.labels)]


def _recomputed(
    cursor: Cursor,
    bases: Sequence[_Basis],
    known: Mapping[str, PeriodSheet],
    touched: Touched,
    change: Callable[[Cursor], None],
    brought: int,
    settle: Settle | None = None,
) -> tuple[Recomputed, ...]:
    before = [_before(cursor, basis, known) for basis in bases]
    change(cursor)
    found = []
    for basis, was in zip(bases, before, strict=True):
        measured, facts = _measured(cursor, basis, (*basis.besides, brought))
        kept = was.measurements.held
        if settle is not None and basis.sheet is not None:
            after = settle(was, measured)
        else:
            if kept is not None:
                measured = measured.holding(_loosened(kept, was.measurements, measured, touched.people))
            after = score(basis.scheme, measured)
        found.append(Recomputed(basis.period, basis.sheet, was, after, facts))
    return tuple(found)


def _posted(move: Move, sheet: Frozen, batch: int) -> NewDifference:
    return NewDifference(
        batch_id=batch,
        period=sheet.period,
        manager_id=move.manager_id,
        sheet_id=sheet.sheet_id,
        total_before=_figure(move.before_total),
        total_after=_figure(move.after_total),
        rank_before=_figure(move.before_rank),
        rank_after=_figure(move.after_rank),
        grade_before=move.before_grade,
        grade_after=move.after_grade,
    )


def _figure(value: float) -> float | None:
    return None if math.isnan(value) else value


def _bases(db: Database) -> list[_Basis]:
    """Every period that has a result."""
    with db.read() as cursor:
        codes = [stored.code for stored in period_store.periods_with_data(cursor)]
        sheets = {sheet.period: sheet for sheet in sheet_store.current(cursor, codes)}
        posted = difference_store.batches_on(cursor, [sheet.sheet_id for sheet in sheets.values()])
    by_reference = {info.reference: info.scheme for info in schemes.stored(db)}
    found = []
    for period in map(parse_period, codes):
        sheet = sheets.get(period.code)
        if sheet is not None:
            scheme = by_reference[SchemeReference(sheet.scheme_code, sheet.scheme_version)]
            found.append(_Basis(period, scheme, sheet, tuple(posted.get(sheet.sheet_id, ()))))
        elif schemes.is_in_force(db, period):
            found.append(_Basis(period, schemes.in_force(db, period), None))
    return found


def _reads(basis: _Basis, labels: Collection[str] | None) -> bool:
    """Whether a period is scored from facts of one of these labels."""
    if labels is None:
        return True
    return not set(scores.periods_read([basis.period], {basis.period.code: basis.scheme})).isdisjoint(labels)


def _before(cursor: Cursor, basis: _Basis, known: Mapping[str, PeriodSheet]) -> ScoreSheet:
    """The result that holds: as published, with what was posted on it since."""
    published = known.get(basis.period.code)
    if published is not None and not basis.posted:
        return published.sheet
    return _scored(cursor, basis, published)[0]


def _scored(cursor: Cursor, basis: _Basis, published: PeriodSheet | None) -> tuple[ScoreSheet, PeriodFacts]:
    """The same from the facts; what an appeal or an exemption kept stays kept."""
    measured, facts = _measured(cursor, basis, basis.besides)
    if published is None or basis.sheet is None:
        return score(basis.scheme, measured), facts
    posted = {one.manager_id: one for one in difference_store.after(cursor, basis.period.code, basis.posted)}
    kept = published.sheet.measurements.held
    if kept is not None:
        measured = measured.holding(_loosened(kept, published.sheet.measurements, measured, posted))
    sheet = score(basis.scheme, measured)
    if any(one.sheet_id != basis.sheet.sheet_id for one in posted.values()):
        # Posted before an appeal: on the result beside it the same corrections come to something else.
        return sheet, facts
    said = {who: (one.total, one.rank, one.grade) for who, one in posted.items()}
    return redress.as_posted(published.sheet, sheet, said), facts


def _measured(cursor: Cursor, basis: _Basis, besides: Sequence[int]) -> tuple[Measurements, PeriodFacts]:
    period = basis.period
    codes = scores.periods_read([period], {period.code: basis.scheme})
    facts = period_facts(cursor, codes, basis.as_of, besides)
    return measurements_for(basis.scheme, period, facts.facts), facts


def _loosened(kept: Held, was: Measurements, now: Measurements, people: Collection[str]) -> Held:
    """What people keep after an appeal; those whose own facts change keep nothing of it."""
    rows = np.array([was.row.get(person, -1) for person in now.people], dtype=np.intp)
    held = kept.of(rows)
    free = np.array([person in people for person in now.people])
    how = np.where(free, FREE, held.how).astype(np.int8)
    return Held(how, held.exact, held.ranks, held.grades, held.status)
