"""The gate before adoption: everything a version must have, each requirement with what still stands
against it. Nothing here changes anything."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from access import accounts, delegation
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
from workflow.adoption import standing as standings
from workflow.adoption.standing import NOTICE_RULE, Posting, Standing
from workflow.results import scores
from workflow.schemes import SchemeInfo

APPROVALS = 2
OFFERED = 12
AUTHORISED = "A01"
"""The rule of the checks that asks for the head office's leave."""
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
    """One condition of adoption, and what stands against it; met where nothing does. ``remarks`` are what
    whoever decides should know all the same."""

    name: str
    obstacles: tuple[Obstacle, ...]
    remarks: tuple[Obstacle, ...] = ()

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


def standing(actor: Actor, db: Database, info: SchemeInfo) -> Standing:
    """What was said about a version and still counts, and the run that is to be decided on."""
    return standings.standing(life(actor, db, info), info.sha256)


def decided_on(actor: Actor, db: Database, info: SchemeInfo) -> impact.ImpactRun | None:
    """The run that a version is, or was, decided on; None where there is none."""
    run = standing(actor, db, info).run
    return None if run is None else impact.kept(actor, db, info.reference, run)


def mark(finding: Finding) -> str:
    """What a written reason for a warning is filed under."""
    return " ".join(part for part in (finding.key or finding.rule, finding.where) if part)


def requirements(
    actor: Actor, db: Database, info: SchemeInfo, start: Period, *, today: dt.date | None = None
) -> tuple[Requirement, ...]:
    """Every requirement of adopting `info` from the period `start` on.

    Where nothing has been measured yet, or no version was ever adopted, nobody is touched: a branch that
    sets up its schemes needs the checks, the authorisation and a second person only. Where a version
    replaces none there is nothing to set it beside; everything else is asked for.
    """
    require(actor, Action.VIEW_SCHEMES)
    day = today or clock.today()
    base = impact.replaced(actor, db, info, start)
    held = standing(actor, db, info)
    found = findings(actor, db, info, start)
    first = setting_up(actor, db)
    against = {
        "cycle": _cycle(db, info, start, first, day),
        "checks": [
            Obstacle("errors-lint", {"rule": f.rule}, f)
            for f in found
            if f.severity == "error" and f.rule != AUTHORISED
        ],
        "second-person": _second_person(actor, db, info),
    }
    if schemes.checks_by(actor, db).rule_set == "bank":
        against["authorisation"] = _authorisation(db, held, found, first)
    if not first:
        against["warnings"] = [
            Obstacle("errors-warning-open", {"rule": f.rule}, f, mark(f))
            for f in found
            if f.severity == "warning" and mark(f) not in held.reasons
        ]
        against["approvals"] = _approvals(held)
        against["notice"] = _notice(info, held, day)
    if base is not None:
        against["impact"] = _impact(actor, db, info, start)
    remarks = {"approvals": _about_votes(db, held), "authorisation": _about_leave(db, info, held)}
    return tuple(
        Requirement(name, tuple(against[name]), tuple(remarks.get(name, ())))
        for name in NAMES
        if name in against
    )


def setting_up(actor: Actor, db: Database) -> bool:
    """Whether the branch sets up its first schemes: nothing was measured, or no version ever adopted."""
    require(actor, Action.VIEW_SCHEMES)
    return not any(i.adopted for i in schemes.stored(db)) or not scores.periods(actor, db)


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
    # Appeals are filed and reviewed here by rules that no scheme changes; how many days there are is its own.
    process = lint.Process(appeal_route=True, independent_reviewer=True, no_worse_result=True)
    context = lint.LintContext(base.scheme if base else None, impact_attached=attached, process=process)
    scheme = info.scheme
    if not (info.adopted or setting_up(actor, db)):
        # A file may bring along the leave that was given for the version it was made from.
        scheme = replace(scheme, authorisation=info.authorised)
    return tuple(lint.check(scheme, schemes.checks_by(actor, db), context))


def _cycle(db: Database, info: SchemeInfo, period: Period, first: bool, day: dt.date) -> list[Obstacle]:
    found = []
    if info.status in ("proposed", "in-notice") and info.effective_from != period:
        proposed = "" if info.effective_from is None else info.effective_from.code
        found.append(Obstacle("errors-adopt-start", {"period": period.code, "proposed": proposed}))
    if period.length != MONTHS[info.scheme.cycle]:
        found.append(Obstacle("errors-adopt-cycle", {"period": period.code, "cycle": info.scheme.cycle}))
    with db.read() as cursor:
        closed = [p.code for p in period_store.periods_with_data(cursor) if p.state in PUBLISHED]
    last = max((parse_period(p) for p in closed), default=None)
    if last is not None and period.first_day <= last.last_day:
        found.append(Obstacle("errors-adopt-closed", {"period": period.code, "closed": last.code}))
    elif not first and period.first_day <= day:
        found.append(Obstacle("errors-adopt-begun", {"period": period.code, "day": period.first_day}))
    return found


def _second_person(actor: Actor, db: Database, info: SchemeInfo) -> list[Obstacle]:
    with db.read() as cursor:
        own = delegation.one_hand(cursor, actor, (info.created_by,), clock.local(info.created_at))
    if not own:
        return []
    return [Obstacle("errors-adopt-own", {"by": accounts.called(db, actor.username)})]


def _authorisation(db: Database, held: Standing, found: Sequence[Finding], first: bool) -> list[Obstacle]:
    missing = [Obstacle("errors-lint", {"rule": AUTHORISED}, f) for f in found if f.rule == AUTHORISED]
    if missing or first or held.authorised is None or held.authorised.confirmed_by:
        return missing
    by = held.authorised.by
    return [Obstacle("errors-authorisation-unconfirmed", {"by": accounts.called(db, by)})]


def _about_leave(db: Database, info: SchemeInfo, held: Standing) -> list[Obstacle]:
    known, given = accounts.names(db), held.authorised
    if given is not None:
        by, second = (known.get(who, who) for who in (given.by, given.confirmed_by))
        key = "gate-authorised-confirmed" if given.confirmed_by else "gate-authorised-by"
        return [Obstacle(key, {**vars(given.leave), "by": by, "second": second})]
    if info.scheme.authorisation is not None:
        return [Obstacle("gate-authorised-by-file", {"reference": info.scheme.authorisation.reference})]
    return []


def _impact(actor: Actor, db: Database, info: SchemeInfo, start: Period) -> list[Obstacle]:
    kept = impact.latest(actor, db, info.reference)
    if kept is None:
        return [Obstacle("errors-impact-missing", {})]
    if not impact.is_current(actor, db, kept, info, start):
        return [Obstacle("errors-impact-stale", {"run": kept.run_id, "day": clock.local(kept.ran_at).date()})]
    return []


def _approvals(held: Standing) -> list[Obstacle]:
    if held.approvals >= APPROVALS:
        return []
    return [Obstacle("errors-approvals", {"count": held.approvals, "needed": APPROVALS})]


def _about_votes(db: Database, held: Standing) -> list[Obstacle]:
    """Votes that do not count, each with the reason."""
    return [
        *(
            Obstacle("gate-votes-older" if run else "gate-votes-before", {"count": count, "run": run})
            for run, count in standings.lapsed_by_run(held.votes).items()
        ),
        *(
            Obstacle("gate-vote-role", {"by": accounts.called(db, v.by)})
            for v in held.votes
            if v.lapsed == "role"
        ),
    ]


def _notice(info: SchemeInfo, held: Standing, day: dt.date) -> list[Obstacle]:
    if info.status != "in-notice" or held.posted is None:
        return [Obstacle("errors-notice-missing", {})]
    if held.posted.run != held.run:
        return [Obstacle("errors-notice-older", {"run": held.posted.run or 0})]
    ends = notice_ends(held.posted)
    if day < ends and NOTICE_RULE not in held.reasons:
        return [Obstacle("errors-notice-running", {"until": ends}, rule=NOTICE_RULE)]
    return []


def notice_ends(posted: Posting) -> dt.date:
    """The first day on which a notice is over."""
    return clock.local(posted.at).date() + dt.timedelta(days=LintSettings().published_days)


def _named(info: SchemeInfo) -> dict[str, object]:
    return {**info.reference._asdict(), "status": info.status}
