"""The life of a period: checked, scored, published and frozen, appeals, final; opened again with a reason."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.cache import remembered
from data.database import Cursor, Database
from data.stores import period_store, setting_store, sheet_store
from data.stores.appeals import appeal_store
from data.stores.period_store import COLLECTING, PUBLISHED, PeriodEvent
from data.stores.sheet_store import Frozen
from scoring import ENGINE_VERSION
from scoring.periods import Period
from workflow import calendar
from workflow.errors import WorkflowError
from workflow.reasons import needed
from workflow.results import frozen, moves, scores
from workflow.results.moves import PeriodMoves

NOTICE_DAYS, LONGEST_NOTICE = 5, 60
_NOTICE_KEY = "result-notice-days"
STEPS = (COLLECTING, "checked", "scored", *PUBLISHED)


@dataclass(frozen=True)
class Notice:
    """How a notice stands: its last day, how many working days are left after today, whether it is over, and
    the years in it whose holidays the state has not announced (Monday to Friday count there)."""

    until: dt.date
    left: int
    over: bool
    unannounced: tuple[int, ...]


def history(actor: Actor, db: Database, period: Period) -> tuple[PeriodEvent, ...]:
    """What happened to a period, oldest first."""
    require(actor, Action.VIEW_SCHEMES)
    with db.read() as cursor:
        return tuple(period_store.period_events(cursor, period.code))


def results(actor: Actor, db: Database, period: Period | None = None) -> tuple[Frozen, ...]:
    """Every frozen result (of one period), oldest first, without what is in it."""
    require(actor, Action.VIEW_SCHEMES)

    def make() -> tuple[Frozen, ...]:
        with db.read() as cursor:
            return tuple(sheet_store.sheets(cursor, None if period is None else period.code))

    return remembered(db, "frozen", period, make)


def differences(actor: Actor, db: Database, period: Period, on: dt.date | None = None) -> PeriodMoves:
    """Whose results, as they are shown, are not those of today's facts (or of the facts as they stood at the
    end of the day `on`): what corrections would change once a published period is opened again.

    Raises
    ------
    WorkflowError : nothing was stored yet on that day.
    """
    require(actor, Action.VIEW_BRANCH)
    as_of = None if on is None else clock.stored(dt.datetime.combine(on, dt.time.max))
    shown = scores.scored(db, [period])[0]
    other = scores.live(db, period, as_of)
    found = moves.differences(shown.sheet, other.sheet)
    people = {p.manager_id: p for p in (*other.people, *shown.people)}
    names = {m.manager_id: (people[m.manager_id].name, people[m.manager_id].name_en) for m in found}
    return PeriodMoves(shown.period, shown.sha256 is not None, found, names)


def notice_days(actor: Actor, db: Database) -> int:
    """How many working days results are in notice; 5 unless it was set otherwise."""
    require(actor, Action.VIEW_SCHEMES)
    with db.read() as cursor:
        return int(setting_store.setting(cursor, _NOTICE_KEY) or NOTICE_DAYS)


def set_notice_days(actor: Actor, db: Database, days: int) -> None:
    """Set for how many working days results are in notice.

    Raises
    ------
    WorkflowError : fewer than one day or more than 60.
    """
    require(actor, Action.PUBLISH)
    if not 1 <= days <= LONGEST_NOTICE:
        raise WorkflowError("errors-notice-days", days=days, most=LONGEST_NOTICE)

    def work(cursor: Cursor) -> None:
        setting_store.put(cursor, {_NOTICE_KEY: str(days)})
        audit.append(cursor, actor, _NOTICE_KEY, str(days), {})

    db.write(work)


def notice_ends(actor: Actor, db: Database, posted: dt.date) -> dt.date:
    """The last day of a notice that was posted on a day: so many working days after it."""
    return calendar.held(db).after(posted, notice_days(actor, db))


def in_notice(actor: Actor, db: Database, period: Period, today: dt.date | None = None) -> Notice | None:
    """How a period's notice stands; None where it is not in notice."""
    events = history(actor, db, period)
    if not events or events[-1].state != PUBLISHED[0]:
        return None
    posted, day, counted = events[-1].at.date(), today or clock.today(), calendar.held(db)
    until = notice_ends(actor, db, posted)
    return Notice(until, max(0, counted.between(day, until)), day > until, counted.unannounced(posted, until))


def publishable(actor: Actor, db: Database) -> list[Period]:
    """The periods that are over, hold data, have a scheme and are not published, earliest first."""
    require(actor, Action.PUBLISH)
    return [
        p.period
        for p in scores.periods(actor, db)
        if p.scored and p.state not in PUBLISHED and p.period.last_day < clock.today()
    ]


def publish(actor: Actor, db: Database, period: Period, *, at: dt.datetime | None = None) -> Frozen:
    """Freeze a period's results with everything they rest on, and post them: state "notice".

    `at` is the moment of publishing (UTC) where the past is loaded.

    Raises
    ------
    WorkflowError : the period is not over, is published already, has no data or no scheme; or something
        was stored while it was being scored.
    """
    require(actor, Action.PUBLISH)
    if period.last_day >= clock.today():
        raise WorkflowError("errors-publish-running", period=period.code, until=period.last_day)
    # Nothing is stored between: the head is the same when the result is.
    known_at, head = audit.now(), db.head()
    found = scores.live(db, period)
    content = frozen.document(found)
    written = frozen.text(content)
    inputs, whole = frozen.inputs_sha256(content), frozen.sha256(written)
    scheme, when = found.scheme, at or audit.now()

    def work(cursor: Cursor) -> None:
        if audit.last_number(cursor) != head:
            raise WorkflowError("errors-publish-moved", period=period.code)
        state = period_store.state(cursor, period.code)
        if state in PUBLISHED:
            raise WorkflowError("errors-publish-again", period=period.code)
        number = sheet_store.add(
            cursor,
            sheet_store.NewSheet(
                period=period.code,
                scheme_code=scheme.code,
                scheme_version=scheme.version,
                engine=ENGINE_VERSION,
                inputs_sha256=inputs,
                frozen_at=when,
                frozen_by=actor.username,
                content=written,
                content_sha256=whole,
                facts_at=known_at,
            ),
        )
        period_store.add_period_event(cursor, period.code, PUBLISHED[0], when, actor.username)
        detail: dict[str, object] = {"sheet": number, "sha256": whole, "inputs": inputs}
        audit.append(cursor, actor, "publish", period.code, detail)

    db.write(work)
    return results(actor, db, period)[-1]


def advance(actor: Actor, db: Database, period: Period, state: str, *, at: dt.datetime | None = None) -> None:
    """Move a period to its next state: collecting → checked → scored, and notice → appeals → final.

    Raises
    ------
    WorkflowError : `state` is not the next one (publishing has a function of its own), or results would
        become final while appeals against them are open.
    """
    require(actor, Action.PUBLISH)

    def work(cursor: Cursor) -> None:
        now = period_store.state(cursor, period.code)
        following = STEPS[STEPS.index(now) + 1 :][:1]
        if state == PUBLISHED[0] or (state,) != following:
            raise WorkflowError("errors-period-state", period=period.code, state=now, wanted=state)
        if state == PUBLISHED[-1] and (left := appeal_store.open_in(cursor, period.code)):
            raise WorkflowError("errors-period-appeals-open", period=period.code, count=left)
        period_store.add_period_event(cursor, period.code, state, at or audit.now(), actor.username)
        audit.append(cursor, actor, f"period-{state}", period.code, {})

    db.write(work)


def reopen(actor: Actor, db: Database, period: Period, why: str) -> None:
    """Open a published period again, for a correction that must count. What was published stays on file;
    the period is provisional until it is published anew.

    Raises
    ------
    WorkflowError : no reason, or a period that is not published.
    """
    require(actor, Action.PUBLISH)
    reason = needed(why)

    def work(cursor: Cursor) -> None:
        state = period_store.state(cursor, period.code)
        if state not in PUBLISHED:
            raise WorkflowError("errors-period-not-published", period=period.code)
        period_store.add_period_event(cursor, period.code, STEPS[0], audit.now(), actor.username, reason)
        audit.append(cursor, actor, "reopen", period.code, {"why": reason, "from": state})

    db.write(work)
