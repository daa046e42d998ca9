"""The small branch at whose doors everybody knocks: what is where, and whose figures are whose."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from access import audit
from access.actor import Actor
from access.errors import AccessDenied
from access.permissions import Action
from data.database import Database
from data.stores.pay import clawback_store
from scoring.periods import Period
from tests.branch import GAO, TANG, before_the_staff, last
from tests.rights.doors import NOBODY, WHO, about, arguments, doors, whole
from workflow import schemes
from workflow.adoption import gate
from workflow.appeals import figures, filing, standing
from workflow.errors import WorkflowError
from workflow.growth import plans, talks
from workflow.results import scores, superiors
from workflow.reviews import campaigns
from workflow.rewards import standing as pay
from workflow.rewards.clawback import checklist, clawing

OWN = "CM01"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
LIKE_NOBODYS = ("errors-review-assignment-unknown", "errors-vote-role")
"""Refusals that are told as if the thing were not there, or as a rule of voting."""
SAYS = ("appeals.standing.may_see", "rewards.clawback.clawing.may_see", "rewards.runs.can_see_people")
"""Doors that say whether one may, instead of refusing."""


@dataclass(frozen=True)
class Answer:
    """What came of knocking: whether one was let through, what was handed out, what was told instead."""

    let: bool
    found: object = None
    told: Mapping[str, object] | None = None


@dataclass(frozen=True)
class World:
    """`known` arguments; `people` to ask about, CM01 the manager who knocks; `led` by the member of the
    committee who does; `objects` by subject and parameter, of each person; `totals` by period and `pays` of
    each person."""

    db: Database
    known: Mapping[object, object]
    people: tuple[str, ...]
    led: Collection[str]
    objects: Mapping[tuple[str, str], Mapping[str, object]]
    totals: Mapping[str, Mapping[str, float]]
    pays: Mapping[str, frozenset[float]]


def world(db: Database) -> World:
    """The invented branch, with a version before the staff and something of everything about CM01 and about
    somebody whom the member of the committee does not lead."""
    period = last(db)
    before = before_the_staff(db)
    teams = superiors._members(db)
    led = superiors.people(db, WHO["C"])
    mate = next(m for m, team in teams.items() if team == teams[OWN] and m != OWN)
    stranger = next(m for m in sorted(teams) if m not in led)
    objects = {
        **_appeals(db, period, (OWN, stranger)),
        **_growth(db, period, (OWN, stranger)),
        **_clawbacks(db, period, (OWN, stranger)),
        ("reviews", "assignment_id"): {who: _assignment(db, who) for who in (OWN, stranger)},
    }
    return World(
        db,
        _known(db, period, before),
        (OWN, mate, stranger, NOBODY),
        led,
        objects,
        _totals(db, period),
        {who: _paid(db, who) for who in teams},
    )


def _known(db: Database, period: Period, before) -> dict[object, object]:
    reference, sheet = schemes.in_force(db, period).reference, scores.period_sheet(GAO, db, period)
    info = schemes.scheme(GAO, db, before)
    return {
        **{"period": period, ("period", "str"): period.code, "start": period, "after": period},
        **{"reference": reference, "before": reference, ("after", "SchemeReference"): reference},
        **{("before", "PeriodSheet"): sheet, ("after", "PeriodSheet"): sheet},
        **{"info": info, "kept": gate.decided_on(GAO, db, info)},
        **{("adoption.impact.latest", "reference"): before, ("adoption.impact.kept", "reference"): before},
        ("adoption.impact.kept", "run"): None,
        # Which action a version is opened for, or whose seers are asked for, is the caller's to say.
        ("adoption.record.opened", "action"): Action.ADOPT_SCHEME,
        ("adoption.record.add", "kind"): "adopted",
        ("seen_by.seen_by", "action"): Action.VIEW_SCORECARD,
        ("growth.plans.close", "result"): "met",
        # One period, as each takes its time.
        ("results.proof.verify", "period"): period,
        ("held", "Campaign"): campaigns.campaigns(GAO, db)[0],
        **{"code": "R01", "count": 3, "year": period.first_day.year, "cycle": "month", "seen": 1},
        **{"text": str(reference), ("results.scores.between", "text"): period.code},
        "kind": "people",
        ("board.longer.offered", "kind"): "year",
        ("board.longer.longer", "period"): period.as_kind("year"),
    }


def _manager(who: str) -> Actor:
    return Actor(who.lower(), "manager", who)


def _appeals(db: Database, period: Period, people: Collection[str]) -> dict:
    numbers, files, held = {}, {}, {}
    for who in people:
        me = _manager(who)
        figure = figures.figures(me, db, who, period)[-1]
        numbers[who] = filing.file(me, db, who, period, figure, "judgement", "看错了")
        files[who] = filing.attach(me, db, numbers[who], "x.pdf", PDF)
        held[who] = standing.appeal(me, db, numbers[who])
    return {("appeals", "appeal_id"): numbers, ("appeals", "attachment_id"): files, ("appeals", "held"): held}


def _growth(db: Database, period: Period, people: Collection[str]) -> dict:
    talked, planned = {}, {}
    for who in people:
        boss = WHO["P"]
        talked[who] = talks.record(boss, db, who, period, dt.date.today(), "谈了结果", "多走访")
        one = plans.candidates(boss, db, who, period)[0]
        day = period.last_day
        better = one.target if one.target != one.value else one.value + 1
        wanted = plans.Wanted(one.indicator.code, better, day, day + dt.timedelta(days=90))
        planned[who] = plans.draw_up(boss, db, who, period, [wanted])
    return {("growth", "talk_id"): talked, ("growth", "plan_id"): planned}


def _clawbacks(db: Database, period: Period, people: Collection[str]) -> dict:
    def work(cursor):
        numbers, files, at = {}, {}, audit.now()
        for who in people:
            said = {item: {"days": 10} for item in checklist.ITEMS}
            new = clawback_store.NewClawback(who, period.code, 1.0, 1, said, 1, GAO.username)
            numbers[who] = clawback_store.add(cursor, new, at)
            file = ("x.pdf", "application/pdf", PDF, "0")
            files[who] = clawback_store.attach(cursor, numbers[who], file, at, GAO.username)
            clawing.happened(cursor, TANG, numbers[who], clawing.APPROVED, at, amount=1)
        return numbers, files

    numbers, files = db.write(work)
    held = {who: clawing.clawback(GAO, db, number) for who, number in numbers.items()}
    return {
        ("rewards", "clawback_id"): numbers,
        ("rewards", "attachment_id"): files,
        ("rewards", "held"): held,
    }


def _assignment(db: Database, who: str) -> int:
    """Something that `who` is asked to say of somebody, and may say today."""
    with db.read() as cursor:
        return cursor.execute(
            "SELECT max(assignment_id) FROM review_assignment WHERE rater = ?"
            " AND assignment_id NOT IN (SELECT assignment_id FROM review_submission)",
            [who.lower()],
        ).fetchone()[0]


def _totals(db: Database, period: Period) -> dict[str, dict[str, float]]:
    found = {}
    for one in scores.history(GAO, db, period, 8):
        rows = zip(one.sheet.measurements.row, one.sheet.totals.tolist(), strict=True)
        found[one.period] = {who: round(total, 9) for who, total in rows if total == total}
    return found


def _paid(db: Database, who: str) -> frozenset[float]:
    """What somebody was granted, paid and still is held, in fen: of each period, and in all."""
    stated = pay.statement(GAO, db, who)
    sums = [stated.balance, *(one.balance for one in stated.periods)]
    large = {amount for one in sums for amount in (one.granted, one.paid, one.held)}
    # Small round amounts turn up as numbers of anything.
    return frozenset(float(amount) for amount in large if abs(amount) > 20_000)


def persons(world: World, name: str) -> tuple[str, ...]:
    """About whom one knocks at the door `name`: people, or those of whom there is such an object; somebody
    where it is about nobody."""
    parameter = about(name, world.objects)
    own = world.objects.get((name.partition(".")[0], parameter))
    if own is not None:
        return tuple(own)
    return world.people if parameter else (OWN,)


def knock(world: World, letter: str, name: str, person: str) -> Answer:
    """Somebody knocks. Whoever is let through may still be told that something is wrong with the rest."""
    parameter = about(name, world.objects)
    objects = world.objects.get((name.partition(".")[0], parameter))
    own = {parameter: person if objects is None else objects[person]} if parameter else {}
    values, named = arguments(name, world.db, world.known, own)
    try:
        found = whole(doors()[name](WHO[letter], *values, **named))
    except AccessDenied as problem:
        return Answer(False, told=problem.params)
    except WorkflowError as problem:
        return Answer(problem.key not in LIKE_NOBODYS, told=problem.params)
    except Exception:
        return Answer(True)
    return Answer(bool(found) if name in SAYS else True, found)
