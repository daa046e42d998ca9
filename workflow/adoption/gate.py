"""The gate before adoption: everything a version must have, each requirement with what still stands
against it. Nothing here changes anything."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from access import accounts
from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.database import Database
from data.stores import period_store, scheme_store
from data.stores.period_store import PUBLISHED
from scoring import lint
from scoring.lint import Finding, LintSettings
from scoring.periods import MONTHS, Period, parse_period, period_of
from scoring.scheme import SchemeReference
from workflow import schemes
from workflow.adoption import impact
from workflow.schemes import SchemeInfo

APPROVALS = 2
NOTICE_RULE = "P02"
OFFERED = 12
NAMES = ("cycle", "checks", "warnings", "impact", "approvals", "authorisation", "notice", "second-person")
"""The requirements, in the order in which people meet them."""


@dataclass(frozen=True)
class Obstacle:
    """Why a version cannot be adopted: a sentence of the catalogue, or a finding of the checks.

    ``rule`` names the warning that a written reason settles; "" where only doing the thing helps.
    """

    key: str
    params: Mapping[str, object]
    finding: Finding | None = None
    rule: str = ""


@dataclass(frozen=True)
class Requirement:
    """One condition of adoption, and what stands against it; met where nothing does."""

    name: str
    obstacles: tuple[Obstacle, ...]

    @property
    def met(self) -> bool:
        """Whether nothing stands against it."""
        return not self.obstacles


LifeEvent = scheme_store.LifeEvent


def life(actor: Actor, db: Database, info: SchemeInfo) -> tuple[LifeEvent, ...]:
    """What happened to a version, oldest first, comments apart."""
    require(actor, Action.VIEW_SCHEMES)
    with db.read() as cursor:
        events = scheme_store.events(cursor, info.reference)
    return tuple(event for event in events if event.kind != "comment")


def votes(events: Sequence[LifeEvent]) -> dict[str, LifeEvent]:
    """Each member's last vote since the version was last proposed, by user name."""
    found: dict[str, LifeEvent] = {}
    for event in events:
        if event.kind == "proposed":
            found = {}
        elif event.kind in ("approved", "objected"):
            found[event.by] = event
    return found


def reasons(events: Sequence[LifeEvent]) -> dict[str, LifeEvent]:
    """The written reason for each warning, by its mark."""
    return {str(event.detail["rule"]): event for event in events if event.kind == "reasoned"}


def mark(finding: Finding) -> str:
    """What a written reason for a warning is filed under."""
    return " ".join(part for part in (finding.key or finding.rule, finding.where) if part)


def requirements(
    actor: Actor, db: Database, info: SchemeInfo, start: Period, *, today: dt.date | None = None
) -> tuple[Requirement, ...]:
    """Every requirement of adopting `info` from the period `start` on.

    Where nothing has been measured yet, or no version is in force at that time, nobody is touched: a
    branch that sets up its schemes needs the checks, the authorisation and a second person only.
    """
    require(actor, Action.VIEW_SCHEMES)
    day = today or clock.today()
    base = impact.replaced(actor, db, info, start)
    events = life(actor, db, info)
    found = findings(actor, db, info, start)
    against = {
        "cycle": _cycle(db, info, start, base, day),
        "checks": [
            Obstacle("errors-lint", {"rule": f.rule}, f)
            for f in found
            if f.severity == "error" and f.rule != "A01"
        ],
        "authorisation": [Obstacle("errors-lint", {"rule": "A01"}, f) for f in found if f.rule == "A01"],
        "second-person": _second_person(actor, db, info),
    }
    if base is not None:
        given = reasons(events)
        against["warnings"] = [
            Obstacle("errors-warning-open", {"rule": f.rule}, f, mark(f))
            for f in found
            if f.severity == "warning" and mark(f) not in given
        ]
        against["impact"] = _impact(actor, db, info, start)
        against["approvals"] = _approvals(info, events)
        against["notice"] = _notice(info, events, given, day)
    return tuple(Requirement(name, tuple(against[name])) for name in NAMES if name in against)


def beginning(info: SchemeInfo) -> Period:
    """The period that a version begins with, or is proposed for; the next one where neither is said."""
    return info.effective_from or beginnings(info)[0]


def beginnings(info: SchemeInfo) -> list[Period]:
    """The next periods that a version may begin with: those that have not begun."""
    now = period_of(clock.today(), info.scheme.cycle)
    return [now.shift(k) for k in range(1, OFFERED + 1)]


def obstacles(
    actor: Actor,
    db: Database,
    reference: SchemeReference,
    effective_from: Period,
    *,
    today: dt.date | None = None,
) -> tuple[Obstacle, ...]:
    """Everything that stands against adopting a version from a period on; empty when nothing does."""
    info = schemes.scheme(actor, db, reference)
    found = [o for r in requirements(actor, db, info, effective_from, today=today) for o in r.obstacles]
    if info.status in ("adopted", "retired"):
        found.append(Obstacle("errors-scheme-state", _named(info)))
    return tuple(found)


def findings(actor: Actor, db: Database, info: SchemeInfo, start: Period) -> tuple[Finding, ...]:
    """What the checks object to in a version that begins with `start`, beside the one it replaces."""
    require(actor, Action.VIEW_SCHEMES)
    base = impact.replaced(actor, db, info, start)
    kept = impact.latest(actor, db, info.reference)
    attached = kept is not None and impact.is_current(actor, db, kept, info, start)
    context = lint.LintContext(base.scheme if base else None, impact_attached=attached)
    return tuple(lint.check(info.scheme, context=context))


def _cycle(
    db: Database, info: SchemeInfo, period: Period, base: SchemeInfo | None, day: dt.date
) -> list[Obstacle]:
    found = []
    if period.length != MONTHS[info.scheme.cycle]:
        found.append(Obstacle("errors-adopt-cycle", {"period": period.code, "cycle": info.scheme.cycle}))
    with db.read() as cursor:
        closed = [p.code for p in period_store.periods_with_data(cursor) if p.state in PUBLISHED]
    last = max((parse_period(p) for p in closed), default=None)
    if last is not None and period.first_day <= last.last_day:
        found.append(Obstacle("errors-adopt-closed", {"period": period.code, "closed": last.code}))
    elif base is not None and period.first_day <= day:
        found.append(Obstacle("errors-adopt-begun", {"period": period.code, "day": period.first_day}))
    return found


def _second_person(actor: Actor, db: Database, info: SchemeInfo) -> list[Obstacle]:
    if info.created_by != actor.username:
        return []
    return [Obstacle("errors-adopt-own", {"by": accounts.names(db).get(actor.username, actor.username)})]


def _impact(actor: Actor, db: Database, info: SchemeInfo, start: Period) -> list[Obstacle]:
    kept = impact.latest(actor, db, info.reference)
    if kept is None:
        return [Obstacle("errors-impact-missing", {})]
    if not impact.is_current(actor, db, kept, info, start):
        return [Obstacle("errors-impact-stale", {"run": kept.run_id, "day": clock.local(kept.ran_at).date()})]
    return []


def _approvals(info: SchemeInfo, events: Sequence[LifeEvent]) -> list[Obstacle]:
    others = [v for who, v in votes(events).items() if v.kind == "approved" and who != info.created_by]
    if len(others) >= APPROVALS:
        return []
    return [Obstacle("errors-approvals", {"count": len(others), "needed": APPROVALS})]


def _notice(
    info: SchemeInfo, events: Sequence[LifeEvent], given: Mapping[str, LifeEvent], day: dt.date
) -> list[Obstacle]:
    if info.status != "in-notice":
        return [Obstacle("errors-notice-missing", {})]
    ends = notice_ends(info)
    if day < ends and NOTICE_RULE not in given:
        return [Obstacle("errors-notice-running", {"until": ends}, rule=NOTICE_RULE)]
    return []


def notice_ends(info: SchemeInfo) -> dt.date:
    """The first day on which the notice of a version in notice is over."""
    return clock.local(info.since).date() + dt.timedelta(days=LintSettings().published_days)


def _named(info: SchemeInfo) -> dict[str, object]:
    return {**info.reference._asdict(), "status": info.status}
