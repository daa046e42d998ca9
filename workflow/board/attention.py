"""What asks for a superior's attention: decisions that wait, and matters of the own people, worst first.

A president sees everybody's, whoever heads teams the own people's. Each leads to where it is dealt with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.cache import remembered
from data.database import Database
from scoring.change.turning import turned
from scoring.errors import Phrase
from scoring.periods import Period, parse_period
from scoring.scheme.indicator import Indicator
from scoring.sheet.progress import BEHIND, Progress, completions, progress
from workflow import receipts
from workflow.appeals import filing
from workflow.board import waiting
from workflow.board.leaderboard import Leaderboard, leaderboard
from workflow.board.waiting import Waiting
from workflow.growth import due, plans, talks
from workflow.growth.plan_states import RUNNING
from workflow.results import scores, shown, superiors
from workflow.results.period_sheets import PersonInfo
from workflow.rewards.clawback import clawing

ORDER = (
    "talks-overdue",
    "plans-ended",
    "plans-to-sign",
    "talks-open",
    "turning",
    "plans-behind",
    "falling",
    "unread",
    "without",
    "lacking",
    "pace",
)
"""Kinds of matters, what matters most first: what is late or waits for the superior, then people in trouble,
then what is not known yet."""
ASKS = ORDER[:4]
"""Those in which the superior is to act; the others are to be seen."""
_LOOKED_AT = 13
"""Periods in which a risk indicator is looked at: a year of changes before the last one."""


class Measure(NamedTuple):
    """A measured value with its unit."""

    value: float
    unit: str


@dataclass(frozen=True)
class Concern:
    """Somebody whom a matter is about: what is said (phrases, figures and days by name), and the page where
    it is dealt with (address and what stands in the address line)."""

    person: PersonInfo
    says: tuple[Phrase, ...]
    address: str
    query: Mapping[str, str]


@dataclass(frozen=True)
class Matter:
    """One kind of matter, of a period: whom it is about, what is said of all of them, and where everything of
    it is seen; ``unannounced`` are years whose holidays are not known yet, so that its days may move."""

    kind: str
    period: Period
    about: tuple[Concern, ...]
    params: Mapping[str, object]
    address: str
    query: Mapping[str, str]
    unannounced: tuple[int, ...] = ()


@dataclass(frozen=True)
class Attention:
    """Everything that asks for somebody's attention. ``people`` is how many people are the actor's, None for
    everybody."""

    decisions: tuple[Waiting, ...]
    matters: tuple[Matter, ...]
    people: int | None

    @property
    def asks(self) -> int:
        """How many things wait for the actor to act: decisions, and people with whom something is due."""
        mine = sum(len(matter.about) for matter in self.matters if matter.kind in ASKS)
        return sum(item.asks for item in self.decisions) + mine

    @property
    def to_see(self) -> int:
        """How many more are to be seen."""
        return sum(m.kind not in ASKS for m in self.matters) + sum(not item.asks for item in self.decisions)


class _Scene(NamedTuple):
    """Who looks, at whose results, in the newest posted period and in the newest with a result at all."""

    actor: Actor
    db: Database
    people: frozenset[str] | None
    posted: Period | None
    newest: Period | None

    def mine(self, manager_id: str) -> bool:
        """Whether somebody is one of the actor's people."""
        return self.people is None or manager_id in self.people


def attention(actor: Actor, db: Database) -> Attention:
    """Everything that asks for the attention of a superior: decisions, then matters of the own people."""
    require(actor, Action.COACH)
    people = superiors.people(db, actor)
    found = [p.period for p in reversed(shown.offered(actor, db)) if p.scored]
    scene = _Scene(actor, db, people, due.newest(actor, db), found[0] if found else None)
    matters = [] if people == frozenset() else [matter for look in _LOOKS for matter in look(scene)]
    return Attention(
        waiting.waiting(actor, db),
        tuple(sorted(matters, key=lambda matter: ORDER.index(matter.kind))),
        None if people is None else len(people),
    )


def own(actor: Actor, db: Database) -> tuple[Waiting, ...]:
    """What waits for a manager oneself, beside the signature under a result: talks to be confirmed, plans to
    be signed, reviews to be given; and how long the newest posted result and clawbacks can be objected to."""
    require(actor, Action.SIGN_RECEIPT, actor.manager_id)
    who, found = str(actor.manager_id), list[Waiting]()
    for talk in talks.talks(actor, db, who):
        if talk.state == talks.RECORDED:
            place = {"period": talk.period.code}
            found.append(Waiting("own-talk", {"day": talk.held_on}, "growth", place))
    for plan in plans.plans(actor, db, who):
        if plan.awaits("manager"):
            place = {"period": plan.period.code}
            found.append(Waiting("own-plan", {"number": plan.plan_id}, "growth", place))
    return (*found, *waiting.reviews(actor, db), *_objecting(actor, db), *_recovered(actor, db))


def _objecting(actor: Actor, db: Database) -> Iterator[Waiting]:
    """Until when a manager can object to the own newest result, while that can be done."""
    period = due.newest(actor, db)
    until = None if period is None else filing.deadline(actor, db, period)
    if period is not None and until is not None and until.is_open:
        params = {"period": period, "days": until.days_left, "until": until.last_day}
        yield Waiting("own-appeal", params, "my-appeals", {"period": period.code}, asks=False)


def _recovered(actor: Actor, db: Database) -> Iterator[Waiting]:
    """Clawbacks of the own pay, while they can be objected to."""
    for held in clawing.clawbacks(actor, db):
        until = clawing.last_day(actor, db, held.clawback_id)
        if held.state == clawing.APPROVED and until is not None and clock.today() <= until:
            params = {"period": parse_period(held.period), "until": until}
            yield Waiting("own-clawback", params, "pay")


def _talks(scene: _Scene) -> Iterator[Matter]:
    """Talks that the newest posted result asks for."""
    if scene.posted is None:
        return
    asked = due.due(scene.actor, scene.db, scene.posted)
    for kind, state in (("talks-overdue", "overdue"), ("talks-open", "open")):
        about = tuple(_talk(one) for one in asked if one.state == state)
        years = sorted({year for one in asked if one.state == state for year in one.unannounced})
        for matter in _matter(kind, scene.posted, about, "growth"):
            yield replace(matter, unannounced=tuple(years))


def _talk(one: due.Due) -> Concern:
    says = [
        Phrase("attention-talk-grade", {"grade": reason.grade})
        if reason.kind == "grade"
        else Phrase("attention-talk-falls", {"count": reason.falls})
        for reason in one.reasons
    ]
    key = "attention-talk-late" if one.state == "overdue" else "attention-talk-until"
    says.append(Phrase(key, {"until": one.until, "days": one.late}))
    return _on("growth", one.person, one.period, says)


def _plans(scene: _Scene) -> Iterator[Matter]:
    """Improvement plans that wait for the superior, and those that are behind."""
    if scene.posted is None:
        return
    today, persons = clock.today(), _persons(scene)
    found: dict[str, list[Concern]] = {"plans-ended": [], "plans-to-sign": [], "plans-behind": []}
    for plan in plans.open_plans(scene.actor, scene.db):
        person = persons.get(plan.manager_id)
        if person is None:
            continue
        number = {"number": plan.plan_id}
        if plan.awaits("superior"):
            says = [Phrase("attention-plan-to-sign", number)]
            found["plans-to-sign"].append(_on("growth", person, plan.period, says))
        elif plan.state == RUNNING and plan.ends_on < today:
            says = [Phrase("attention-plan-ended", number | {"day": plan.ends_on})]
            found["plans-ended"].append(_on("growth", person, plan.period, says))
        elif plan.behind:
            says = [
                Phrase(
                    "attention-plan-behind",
                    {"indicator": goal.indicator, "done": goal.done, "wanted": goal.wanted},
                )
                for goal in plan.behind
            ]
            found["plans-behind"].append(_on("growth", person, plan.period, says))
    for kind, about in found.items():
        yield from _matter(kind, scene.posted, about, "growth")


def _unread(scene: _Scene) -> Iterator[Matter]:
    """Posted results that are not signed for, with how long others took."""
    if scene.posted is None:
        return
    left = receipts.unread(scene.actor, scene.db, scene.posted)
    took = receipts.feedback(scene.actor, scene.db, scene.posted)
    about = [
        _on(
            "scorecard",
            one.person,
            scene.posted,
            [Phrase("attention-unread-again" if one.again else "attention-unread-since", {"days": one.days})],
        )
        for one in left
    ]
    signed = {"signed": took.signed.count, "due": took.due, "median": took.signed.median}
    yield from _matter("unread", scene.posted, about, "scorecard", signed)


def _turning(scene: _Scene) -> Iterator[Matter]:
    """Risk indicators that got worse by more than they usually move."""
    if scene.newest is None:
        return
    by_person: dict[str, list[Phrase]] = {}
    for manager_id, phrase in _turned(scene.actor, scene.db, scene.newest):
        if scene.mine(manager_id):
            by_person.setdefault(manager_id, []).append(phrase)
    (found,) = shown.sheets(scene.db, scene.actor, [scene.newest])
    about = [
        _on("trends", person, scene.newest, by_person[person.manager_id])
        for person in found.people
        if person.manager_id in by_person
    ]
    yield from _matter("turning", scene.newest, about, "trends")


def _turned(actor: Actor, db: Database, period: Period) -> Sequence[tuple[str, Phrase]]:
    """Everybody's risk indicators that turned in a period: the person, and what is said of it."""
    sheets = scores.history(actor, db, period, _LOOKED_AT)

    def make() -> Sequence[tuple[str, Phrase]]:
        now, said = sheets[-1], []
        for indicator in now.scheme.indicators:
            if indicator.class_ != "risk":
                continue
            code = indicator.code
            values = np.array(
                [
                    _column(
                        s.sheet.people,
                        s.sheet.measurements.column(s.sheet.measurements.values, code),
                        now.people,
                    )
                    for s in sheets
                ]
            )
            times = turned(values, higher_is_better=indicator.higher)
            said += [
                (person.manager_id, _turn(indicator, *values[-2:, i].tolist()))
                for i, person in enumerate(now.people)
                if not np.isnan(times[i])
            ]
        return said

    return remembered(db, "turned", period, make)


def _column(ids: Sequence[str], column: np.ndarray, people: Sequence[PersonInfo]) -> list[float]:
    known = dict(zip(ids, column.tolist(), strict=True))
    return [known.get(person.manager_id, np.nan) for person in people]


def _turn(indicator: Indicator, before: float, now: float) -> Phrase:
    measures = {"before": Measure(before, indicator.unit), "now": Measure(now, indicator.unit)}
    return Phrase("attention-turned", {"indicator": indicator, **measures})


def _board(scene: _Scene) -> Iterator[Matter]:
    """Whose total falls and of whom no talk is due already; who is without data or lacks too much of it; and
    how far the targets of a period that is not posted are met."""
    if scene.newest is None:
        return
    board = leaderboard(scene.actor, scene.db, scene.newest)
    asked = set()
    if scene.posted == scene.newest:
        asked = {
            d.person.manager_id for d in due.due(scene.actor, scene.db, scene.newest) if d.state != "done"
        }
    falling = [
        _on("growth", m.person, scene.posted or scene.newest, [Phrase("attention-falls", {"count": m.falls})])
        for m in board.falling
        if scene.mine(m.person.manager_id) and m.person.manager_id not in asked
    ]
    fewest = {"fewest": board.scheme.result_use.falling}
    yield from _matter("falling", scene.newest, falling, "leaderboard", fewest)
    if not board.provisional:
        return
    for kind, rows in (("without", board.without), ("lacking", board.lacking)):
        about = [
            Concern(m.person, (_coverage(kind, m.coverage),), "periods", {"period": board.period})
            for m in rows
            if scene.mine(m.person.manager_id)
        ]
        yield from _matter(kind, scene.newest, about, "periods")
    yield from _pace(scene, board)


def _coverage(kind: str, share: float) -> Phrase:
    return Phrase(f"attention-{kind}-says", {"share": share})


def _pace(scene: _Scene, board: Leaderboard) -> Iterator[Matter]:
    """Time that has gone by against what was met of the targets that grow with the days."""
    period = parse_period(board.period)
    gone = period.elapsed(clock.today())
    (found,) = shown.sheets(scene.db, scene.actor, [period])
    mine = [p for p in found.people if scene.mine(p.manager_id)]
    all_of, alone = _met(scene.db, found.period, scene, [p.manager_id for p in mine])
    slow = [
        (share, _on("scorecard", person, period, [Phrase("attention-met", {"share": share})]))
        for person, share in zip(mine, alone, strict=True)
        if share < gone - BEHIND
    ]
    if all_of.completion < gone - BEHIND or slow:
        indicator = board.scheme.by_code.get(all_of.behind)
        params = {"gone": gone, "met": all_of.completion, "indicator": indicator, "least": all_of.share}
        about = [concern for _, concern in sorted(slow, key=lambda pair: pair[0])]
        yield from _matter("pace", period, about, "leaderboard", params, even_empty=True)


def _met(db: Database, code: str, scene: _Scene, people: Sequence[str]) -> tuple[Progress, Sequence[float]]:
    """How far the targets are met, by all of the people together and by each alone."""

    def make() -> tuple[Progress, Sequence[float]]:
        (found,) = shown.sheets(db, scene.actor, [parse_period(code)])
        each = dict(zip(found.sheet.people, completions(found.sheet).tolist(), strict=True))
        return progress(found.sheet, people), [each[who] for who in people]

    return remembered(db, "met", (code, scene.people), make)


def _persons(scene: _Scene) -> Mapping[str, PersonInfo]:
    """Everybody of the newest posted period, by id."""
    if scene.posted is None:
        return {}
    (found,) = shown.sheets(scene.db, scene.actor, [scene.posted])
    return {p.manager_id: p for p in found.people}


def _on(address: str, person: PersonInfo, period: Period, says: Iterable[Phrase]) -> Concern:
    query = {"person": person.manager_id, "period": period.code}
    return Concern(person, tuple(says), address, query)


def _matter(
    kind: str,
    period: Period,
    about: Sequence[Concern],
    address: str,
    params: Mapping[str, object] | None = None,
    *,
    even_empty: bool = False,
) -> Iterator[Matter]:
    """The matter, if it is about anybody."""
    if about or even_empty:
        yield Matter(kind, period, tuple(about), params or {}, address, {"period": period.code})


_LOOKS: tuple[Callable[[_Scene], Iterator[Matter]], ...] = (_talks, _plans, _turning, _unread, _board)
