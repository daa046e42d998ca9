"""Impact runs: what a version would have done to everybody, kept with the hash of the data and the scheme.

A decision is taken on such a run. It stays current until a figure it rests on changes, or another
version comes into force.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from access import audit
from access.actor import Actor
from access.permissions import Action, allowed, require
from data.cache import remembered
from data.database import Cursor, Database
from data.stores import scheme_store
from scoring import ENGINE_VERSION, AnalysisError
from scoring.periods import Period, parse_period
from scoring.scheme import SchemeReference
from workflow import schemes
from workflow.adoption.outcome import Outcome
from workflow.errors import WorkflowError
from workflow.results import scores, shown
from workflow.results.moves import Move
from workflow.results.period_sheets import PeriodSheet
from workflow.weighing import cost, simulation
from workflow.weighing.simulation import LabStart, Simulation

PERIODS = 12
WORDS_ONLY = ("scheme-", "store-scheme", "comment-scheme", "impact-run")
"""What is said and decided about versions leaves figures as they are: nobody waits for two versions to be
scored again on twelve periods because somebody voted."""


@dataclass(frozen=True)
class ImpactRun:
    """A stored run: what was set beside what, on which figures, by whom, and what came of it."""

    run_id: int
    base: SchemeReference
    scheme_sha256: str
    data_sha256: str
    engine: str
    outcome: Outcome
    ran_at: dt.datetime
    ran_by: str

    @property
    def rests_on(self) -> tuple[SchemeReference, str, str]:
        """The version it stands beside, and the hashes of the version tried and of the figures."""
        return self.base, self.scheme_sha256, self.data_sha256


@dataclass(frozen=True, eq=False)
class Trial:
    """A version beside the one it would replace, on the last periods."""

    begun: LabStart
    outcome: Simulation
    data_sha256: str

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods that both versions were tried on, earliest first."""
        return tuple(sheet.period for sheet in self.begun.sheets)


def replaced(
    actor: Actor, db: Database, info: schemes.SchemeInfo, start: Period | None = None
) -> schemes.SchemeInfo | None:
    """The version that `info` takes the place of at `start` (or next, where no period is named); None where
    there is none, and where nothing has been measured yet: then nobody is touched."""
    latest = _latest(actor, db, info)
    if latest is None:
        return None
    begins = start or info.effective_from or latest.next()
    try:
        held = schemes.in_force(db, begins, without=info.reference)
    except WorkflowError:
        return None
    return next(i for i in schemes.stored(db) if i.reference == held.reference)


def trial(actor: Actor, db: Database, info: schemes.SchemeInfo, start: Period | None = None) -> Trial | None:
    """A version beside the one it would replace, on the last PERIODS periods; None where it replaces none."""
    require(actor, Action.SIMULATE)
    base = replaced(actor, db, info, start)
    latest = _latest(actor, db, info)
    if base is None or latest is None:
        return None

    def make() -> Trial:
        before, after, data_sha256 = _sheets(actor, db, base, info, latest)
        begun = LabStart(base, before, schemes.checks_by(actor, db))
        return Trial(begun, simulation.set_beside(actor, begun, after), data_sha256)

    return remembered(db, "impact", (base.reference, info.reference), make)


def _sheets(
    actor: Actor, db: Database, base: schemes.SchemeInfo, info: schemes.SchemeInfo, latest: Period
) -> tuple[tuple[PeriodSheet, ...], tuple[PeriodSheet, ...], str]:
    """The last periods under both versions, and the hash of the figures that they rest on."""

    def make() -> tuple[tuple[PeriodSheet, ...], tuple[PeriodSheet, ...], str]:
        periods = scores.up_to(actor, db, latest, PERIODS, any_scheme=True)
        before = scores.scored_under(db, periods, base.scheme)
        after = scores.scored_under(db, periods, info.scheme)
        return before, after, simulation.fingerprint((*before, *after))

    with db.read() as cursor:
        figures = audit.last_number_without(cursor, WORDS_ONLY)
    key = (base.reference, info.reference, latest)
    return remembered(db, "impact-sheets", key, make, version=figures)


def run(actor: Actor, db: Database, reference: SchemeReference) -> ImpactRun | None:
    """Work out what a version does and keep it; None where it replaces none. Where the last run says the
    same, it stands: votes that were given on it need not be given again."""
    require(actor, Action.SIMULATE)
    info = schemes.scheme(actor, db, reference)
    found = trial(actor, db, info)
    if found is None:
        return None
    last = latest(actor, db, reference)
    if last is not None and last.rests_on == (found.begun.info.reference, info.sha256, found.data_sha256):
        return last
    names = {p.manager_id: (p.name, p.name_en) for p in found.begun.sheets[-1].people}
    kept_outcome = Outcome.of(
        found.periods,
        found.outcome,
        _firm(actor, found.outcome),
        names,
        cost.kept(found.begun, found.outcome),
    )
    when = audit.now()

    def work(cursor: Cursor) -> int:
        number = scheme_store.add_run(
            cursor,
            info.reference,
            found.begun.info.reference,
            scheme_sha256=info.sha256,
            data_sha256=found.data_sha256,
            engine=ENGINE_VERSION,
            outcome=kept_outcome.document(),
            when=when,
            by=actor.username,
        )
        detail: dict[str, object] = {"run": number, "data": found.data_sha256}
        scheme_store.add_event(cursor, info.reference, "impact-run", actor.username, when, detail=detail)
        audit.append(cursor, actor, "impact-run", info.key, detail)
        return number

    db.write(work)
    return latest(actor, db, reference)


def _firm(actor: Actor, outcome: Simulation) -> simulation.Firmness | None:
    """How firm the order is; None where there are too few to say."""
    try:
        return simulation.firmness(actor, outcome, simulation.DRAWS)
    except AnalysisError:
        return None


def latest(actor: Actor, db: Database, reference: SchemeReference) -> ImpactRun | None:
    """The last run of a version that was kept."""
    return kept(actor, db, reference, None)


def kept(actor: Actor, db: Database, reference: SchemeReference, run: int | None) -> ImpactRun | None:
    """The run of that number of a version, or the last one; None where there is none. Who may not see the
    branch gets of its people the own line alone."""
    require(actor, Action.VIEW_SCHEMES)

    def make() -> ImpactRun | None:
        with db.read() as cursor:
            row = scheme_store.run(cursor, reference, run)
        if row is None:
            return None
        return ImpactRun(
            run_id=row.run_id,
            base=row.base,
            scheme_sha256=row.scheme_sha256,
            data_sha256=row.data_sha256,
            engine=row.engine,
            outcome=Outcome.from_document(row.outcome),
            ran_at=row.ran_at,
            ran_by=row.ran_by,
        )

    found = remembered(db, "impact-run", (reference, run), make)
    if found is None or allowed(actor, Action.VIEW_BRANCH):
        return found
    return replace(found, outcome=_own(actor, db, found.outcome))


def _own(actor: Actor, db: Database, outcome: Outcome) -> Outcome:
    """What the actor, who may not see the branch, is told of an outcome: how many move, who not; with the own
    line once the results of the last period are shown."""
    mine = [m for m in outcome.people if m.manager_id == actor.manager_id]
    if not shown.is_shown(actor, db, parse_period(outcome.periods[-1])):
        mine = []
    names = {m.manager_id: outcome.names[m.manager_id] for m in mine if m.manager_id in outcome.names}
    return replace(outcome, people=tuple(mine), names=names, firm=None, cost=None)


def on_person(actor: Actor, db: Database, kept: ImpactRun, manager_id: str) -> Move | None:
    """What a run says about one person; None where the person was not in it, or where the actor is not shown
    the results of its last period yet."""
    require(actor, Action.VIEW_SCORECARD, manager_id)
    if not shown.is_shown(actor, db, parse_period(kept.outcome.periods[-1])):
        return None
    return next((m for m in kept.outcome.people if m.manager_id == manager_id), None)


def is_current(actor: Actor, db: Database, kept: ImpactRun, info: schemes.SchemeInfo, start: Period) -> bool:
    """Whether a run still says what would happen: same figures, same version replaced."""
    require(actor, Action.VIEW_SCHEMES)
    base = replaced(actor, db, info, start)
    latest = _latest(actor, db, info)
    if base is None or latest is None:
        return False
    now = (base.reference, info.sha256, _sheets(actor, db, base, info, latest)[2])
    return now == kept.rests_on


def _latest(actor: Actor, db: Database, info: schemes.SchemeInfo) -> Period | None:
    """The last period with data of the scheme's cycle."""
    found = (p.period for p in reversed(scores.periods(actor, db)) if p.period.kind == info.scheme.cycle)
    return next(found, None)
