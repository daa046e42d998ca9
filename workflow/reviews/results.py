"""What came of a campaign: for the committee, for the person it is about, and for superiors about themselves.

All of it is made of figures that left the vault when it was drawn, but for what superiors said, who are not
confidential and are told so.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from access import accounts
from access.actor import Actor
from access.permissions import Action, require
from data.database import Cursor, Database
from data.errors import VaultClosed
from data.stores.reviews import figure_store
from data.stores.reviews.figure_store import StoredComment
from data.stores.reviews.vault import vault
from scoring import reviews
from scoring.periods import Period
from scoring.reviews import Figure, rater_means
from workflow.reviews import cases, drawing, standing
from workflow.reviews.cases import Calibrated
from workflow.reviews.forms import Item
from workflow.reviews.standing import DRAWN, RELEASED, Campaign, Use


@dataclass(frozen=True)
class Result:
    """One measure of a person: a figure by group, the ``total`` on 0–100 and what calibration made of it (NaN
    where there is none); ``scored`` whether it becomes a measured value."""

    ratee_id: str
    ratee: str
    ratee_en: str
    team: str
    team_en: str
    measure: str
    items: tuple[Item, ...]
    scored: bool
    figures: Mapping[str, Figure]
    total: float
    calibrated: float


@dataclass(frozen=True)
class OwnResult:
    """One measure as the person reads it: figures of the others and of oneself (``own``, 1–5), what the
    others say together (``others``, 1–5), and whether the two are a step apart; NaN where there is none."""

    measure: str
    items: tuple[Item, ...]
    scored: bool
    figures: Mapping[str, Figure]
    total: float
    own: float
    others: float
    apart: Literal["", "blind-spot", "hidden-strength"]
    calibrated: Calibrated | None
    """What the calibration meeting made of the total."""


@dataclass(frozen=True)
class Own:
    """A campaign as the person reads it. ``comments`` in random order; None where the key that opens them is
    missing."""

    campaign_id: int
    name: str
    period: Period
    results: tuple[OwnResult, ...]
    comments: tuple[StoredComment, ...] | None


@dataclass(frozen=True)
class OwnLeniency:
    """How a superior rated, on the scale 1–5: of so many people the ``mean`` and the ``spread`` (standard
    deviation; NaN of one), and how far above the other superiors of the same people (``apart``, NaN where
    nobody else rated them; ``shared`` of them)."""

    people: int
    mean: float
    spread: float
    apart: float
    shared: int


@dataclass(frozen=True)
class Judged:
    """A person's plain mean of superiors' ratings, and as all superiors would have rated who are equally
    strict; on the scale 1–5."""

    ratee_id: str
    plain: float
    adjusted: float


@dataclass(frozen=True)
class Judging:
    """How superiors and colleagues judge. ``severity`` by superior (below 0: strict; mean 0) and ``people``
    are empty where superiors share too few people to be compared; ``agreement`` of colleagues by measure is
    a band, where enough people were rated."""

    severity: Mapping[str, float]
    names: Mapping[str, str]
    people: tuple[Judged, ...]
    agreement: Mapping[str, str]


def results(actor: Actor, db: Database, campaign_id: int) -> tuple[Result, ...]:
    """Every measure of everybody, in order of the persons' numbers.

    Raises
    ------
    WorkflowError : the campaign is not drawn yet.
    """
    require(actor, Action.RELEASE_REVIEWS)
    with db.read() as cursor:
        held = _drawn(cursor, campaign_id)
        people = standing.colleagues(cursor)
        figures = _by_measure(cursor, held)
        totals = figure_store.totals(cursor, campaign_id)
        calibrated = cases.calibrated(cursor, campaign_id)
    uses = standing.uses(db, held)
    found = []
    for ratee in dict.fromkeys(ratee for ratee, _ in figures):
        one = people[ratee]
        for use in uses:
            if (ratee, use.measure) in figures:
                changed = calibrated.get((ratee, use.measure))
                found.append(
                    Result(
                        *(ratee, one.name, one.name_en, one.team, one.team_en),
                        *(use.measure, use.items, use.scored, figures[ratee, use.measure]),
                        *(totals.get((ratee, use.measure), math.nan), changed.value if changed else math.nan),
                    )
                )
    return tuple(found)


def own(actor: Actor, db: Database, manager_id: str) -> tuple[Own, ...]:
    """What a person reads of the campaigns that are released, newest first."""
    require(actor, Action.VIEW_SCORECARD, manager_id)
    with db.read() as cursor:
        released = [c for c in standing.every(cursor) if c.state == RELEASED]
        found = []
        for held in released:
            figures = _by_measure(cursor, held, manager_id)
            if not figures:
                continue
            totals = figure_store.totals(cursor, held.campaign_id, manager_id)
            calibrated = cases.calibrated(cursor, held.campaign_id)
            said = _comments(cursor, db, held, manager_id)
            measures = tuple(
                _own(
                    use,
                    figures[manager_id, use.measure],
                    totals.get((manager_id, use.measure), math.nan),
                    calibrated.get((manager_id, use.measure)),
                )
                for use in standing.uses(db, held)
                if (manager_id, use.measure) in figures
            )
            found.append(Own(held.campaign_id, held.name, held.period, measures, said))
    return tuple(found)


def leniency(actor: Actor, db: Database, campaign_id: int) -> OwnLeniency | None:
    """How the actor rated as a superior, beside the other superiors of the same people; None where the actor
    rated nobody as such, or the campaign is not released yet.

    Raises
    ------
    VaultClosed : the key of the vault is missing.
    """
    require(actor, Action.GIVE_REVIEW)
    with db.read() as cursor:
        held = standing.found(cursor, campaign_id)
        given = _superiors(cursor, db, held) if held.state == RELEASED else []
    mine = {ratee for ratee, rater, _ in given if rater == actor.username}
    if not mine:
        return None
    found = reviews.leniency([r for r, _, _ in given], [r for _, r, _ in given], [m for _, _, m in given])
    shared = {ratee for ratee, rater, _ in given if ratee in mine and rater != actor.username}
    k = found.raters.index(actor.username)
    mean, spread, apart = (float(figures[k]) for figures in (found.mean, found.spread, found.apart))
    return OwnLeniency(len(mine), mean, spread, apart, len(shared))


def judging(actor: Actor, db: Database, campaign_id: int) -> Judging:
    """How strict superiors are, what equal strictness would make of their ratings, and how far colleagues
    agree. It is shown beside the results and changes none.

    Raises
    ------
    WorkflowError : the campaign is not drawn yet. VaultClosed : the key of the vault is missing.
    """
    require(actor, Action.RELEASE_REVIEWS)
    with db.read() as cursor:
        given = _superiors(cursor, db, _drawn(cursor, campaign_id))
        agreement = drawing.drawn(cursor, campaign_id).agreement
    ratees, raters = [r for r, _, _ in given], [r for _, r, _ in given]
    if len(set(raters)) < 2 or not reviews.connected(ratees, raters):
        return Judging({}, {}, (), agreement)
    fit = reviews.severity_adjusted(ratees, raters, [m for _, _, m in given])
    people = zip(fit.ratees, fit.plain.tolist(), fit.adjusted.tolist(), strict=True)
    return Judging(
        dict(zip(fit.raters, fit.severity.tolist(), strict=True)),
        {rater: accounts.called(db, rater) for rater in fit.raters},
        tuple(Judged(*one) for one in sorted(people)),
        agreement,
    )


def _drawn(cursor: Cursor, campaign_id: int) -> Campaign:
    held = standing.found(cursor, campaign_id)
    standing.in_state(held, DRAWN, RELEASED)
    return held


def _by_measure(
    cursor: Cursor, held: Campaign, ratee: str | None = None
) -> dict[tuple[str, str], dict[str, Figure]]:
    """(person, measure) → group → figure."""
    found: dict[tuple[str, str], dict[str, Figure]] = {}
    for place, figure in figure_store.figures(cursor, held.campaign_id, ratee).items():
        found.setdefault((place.ratee_id, place.measure), {})[place.group] = figure
    return found


def _own(use: Use, figures: Mapping[str, Figure], total: float, calibrated: Calibrated | None) -> OwnResult:
    own = figures["self"].value if "self" in figures else math.nan
    others = reviews.others_view(figures, use.weights)
    apart = reviews.own_view(own, others)
    return OwnResult(use.measure, use.items, use.scored, figures, total, own, others, apart, calibrated)


def _comments(cursor: Cursor, db: Database, held: Campaign, ratee: str) -> tuple[StoredComment, ...] | None:
    if not figure_store.any_comment(cursor, held.campaign_id):
        return ()
    try:
        found = figure_store.comments(cursor, vault(db.path), held.campaign_id)
    except VaultClosed:
        return None
    return tuple(one for one in found if one.ratee_id == ratee)


def _superiors(cursor: Cursor, db: Database, held: Campaign) -> list[tuple[str, str, float]]:
    """(person, superior, mean of what the superior said of the person), 1–5."""
    ballots = drawing.ballots(cursor, db, held, "superior")
    means = rater_means(ballots, {"": [item.code for item in held.items]})
    return sorted((place[0], rater, mean) for place, given in means.items() for rater, mean in given)
