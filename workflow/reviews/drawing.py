"""Drawing a campaign: once, after its window, the vault is opened for the figures that are safe to show.

Then the results are released to the persons they are about, and brought as measured values.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

import pandas as pd

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data.database import Cursor, Database
from data.reading.judged import Judged
from data.stores.intake import import_store
from data.stores.intake.import_store import Header
from data.stores.reviews import assignment_store, ballot_store, campaign_store, figure_store, link_store
from data.stores.reviews.figure_store import Place, StoredComment
from data.stores.reviews.vault import vault
from scoring.errors import AnalysisError
from scoring.reviews import Ballot, Figure, Past, State, band, figures_hash, one_way, rater_means, total
from scoring.reviews import release as released_figure
from words.text import text_for
from workflow.errors import WorkflowError
from workflow.reviews import cases, forms, standing
from workflow.reviews.standing import CLOSED, DRAWN, RELEASED, Campaign, Use

FEWEST_FOR_AGREEMENT = 30
"""How many people must have been rated by colleagues for the agreement of these to be told at all."""


@dataclass(frozen=True)
class Certificate:
    """What was asked and what left the vault: answers ``asked`` and ``done`` by group, figures by group and
    state, the agreement of colleagues by measure as a band (where enough people were rated), and the hash of
    the figures."""

    asked: Mapping[str, int]
    done: Mapping[str, int]
    figures: Mapping[str, Mapping[str, int]]
    agreement: Mapping[str, str]
    sha256: str


def draw(actor: Actor, db: Database, campaign_id: int, *, at: dt.datetime | None = None) -> Certificate:
    """Work out the figures that may be shown, and keep them; it can be done once. `at` is the moment (UTC) of
    what is told of the past.

    Raises
    ------
    WorkflowError : the window is not over, it was done before, nobody handed in, or ballots are missing that
        were handed in. VaultClosed : the key of the vault is missing.
    """
    require(actor, Action.RELEASE_REVIEWS)

    def work(cursor: Cursor) -> Certificate:
        held = standing.found(cursor, campaign_id)
        standing.in_state(held, CLOSED)
        uses = standing.uses(db, held)
        asked, raters = _asked(cursor, held)
        said = _said(cursor, db, held, raters)
        means = rater_means((ballot for ballot, _ in said), {use.measure: _codes(use) for use in uses})
        figures = _figures(uses, means, raters, _before(cursor, held))
        figure_store.add(cursor, campaign_id, figures, _totals(uses, figures))
        comments, room = _comments(held, said, raters), forms.room(held.items)
        figure_store.add_comments(cursor, vault(db.path), campaign_id, room, comments)
        done = Counter(place[1] for place, handed_in in raters.items() for _ in handed_in)
        states: dict[str, Counter[str]] = {group: Counter() for group in forms.GROUPS}
        for place, figure in figures.items():
            states[place.group][str(figure.state)] += 1
        counted = {group: dict(states[group]) for group in forms.GROUPS if states[group]}
        found = Certificate(
            asked, dict(done), counted, _agreement(uses, means), figures_hash(figures.items())
        )
        detail = asdict(found)
        standing.happened(cursor, actor, campaign_id, "drawn", "draw-reviews", detail=detail, at=at)
        return found

    return db.write(work)


def certificate(actor: Actor, db: Database, campaign_id: int) -> Certificate:
    """What was asked and what left the vault. WorkflowError where it was not drawn yet."""
    require(actor, Action.RELEASE_REVIEWS)
    with db.read() as cursor:
        return drawn(cursor, campaign_id)


def drawn(cursor: Cursor, campaign_id: int) -> Certificate:
    """The certificate of a campaign, for modules that have asked `access`; WorkflowError without one."""
    standing.in_state(standing.found(cursor, campaign_id), DRAWN, RELEASED)
    found = [e.detail for e in campaign_store.events(cursor, campaign_id) if e.kind == "drawn"]
    return Certificate(**found[-1])


def ballots(cursor: Cursor, db: Database, held: Campaign, group: str) -> list[Ballot]:
    """What a group said that is not confidential, with who said it, for modules that have asked `access`.

    Raises
    ------
    VaultClosed : the key of the vault is missing.
    """
    if group in forms.CONFIDENTIAL:
        raise ValueError(group)
    return [ballot for ballot, _ in _opened(cursor, db, held) if ballot.group == group]


def release(actor: Actor, db: Database, campaign_id: int) -> int | None:
    """Show everybody the own results, and bring the measures that are scored as one batch of measured values,
    to be approved like any other; its number (None: nothing is scored).

    Raises
    ------
    WorkflowError : it was not drawn yet, or released before, or the calibration meeting has something to
        decide.
    """
    require(actor, Action.RELEASE_REVIEWS)

    def work(cursor: Cursor) -> int | None:
        held = standing.found(cursor, campaign_id)
        standing.in_state(held, DRAWN)
        scored = {use.measure for use in standing.uses(db, held) if use.scored}
        cases.nothing_pending(cursor, campaign_id)
        rows = [
            (ratee, held.period.code, measure, value)
            for (ratee, measure), value in cases.counted_totals(cursor, campaign_id).items()
            if measure in scored
        ]
        batch = _bring(cursor, actor, held, rows) if rows else None
        standing.happened(cursor, actor, campaign_id, "released", "release-reviews", detail={"batch": batch})
        return batch

    return db.write(work)


def _bring(cursor: Cursor, actor: Actor, held: Campaign, rows: Sequence[tuple[str, str, str, float]]) -> int:
    frame = pd.DataFrame(rows, columns=["manager_id", "period", "indicator", "value"])
    frame["target"] = math.nan
    header = Header("metrics", held.name, "", text_for("zh")("reviews-source"), len(frame))
    judged = Judged("metrics", len(frame), frame, [])
    batch = import_store.stage(cursor, header, import_store.rows_of(judged), (), actor.username, audit.now())
    detail = {"kind": "metrics", "reviews": held.campaign_id, "rows": len(frame)}
    audit.append(cursor, actor, "import", f"batch {batch}", detail)
    return batch


Who = tuple[str, str]
"""A person and a group of raters."""


def _asked(cursor: Cursor, held: Campaign) -> tuple[dict[str, int], dict[Who, tuple[str, ...]]]:
    """How many were asked by group; and who handed in about whom. Customers are new people each time."""
    assigned = [a for a in assignment_store.of_campaign(cursor, held.campaign_id) if not a.withdrawn]
    links = [one for one in link_store.links(cursor, held.campaign_id) if not one.withdrawn]
    asked = Counter(a.group for a in assigned if a.rater)
    if links:
        asked["customers"] = len(links)
    raters: dict[Who, list[str]] = {(a.ratee_id, a.group): [] for a in assigned if a.rater}
    for a in assigned:
        if a.rater and a.done:
            raters[a.ratee_id, a.group].append(a.rater)
    for one in links:
        given = raters.setdefault((one.ratee_id, "customers"), [])
        if one.used:
            given.append(f"link {one.link_id}")
    return dict(asked), {who: tuple(names) for who, names in raters.items()}


def _said(
    cursor: Cursor, db: Database, held: Campaign, raters: Mapping[Who, Sequence[str]]
) -> list[tuple[Ballot, Mapping[str, str]]]:
    """Every ballot with its comments, in random order; as many as were handed in."""
    if not any(raters.values()):
        raise WorkflowError("errors-review-empty")
    said = _opened(cursor, db, held)
    there = Counter((ballot.ratee, ballot.group) for ballot, _ in said)
    if there != Counter({who: len(names) for who, names in raters.items() if names}):
        raise WorkflowError("errors-review-ballots", count=sum(map(len, raters.values())), found=len(said))
    return said


def _opened(cursor: Cursor, db: Database, held: Campaign) -> list[tuple[Ballot, Mapping[str, str]]]:
    """Every ballot with its comments, in random order."""
    return [
        (Ballot(one["ratee"], one["group"], one["levels"], one.get("rater", "")), one["comments"])
        for one in ballot_store.ballots(cursor, vault(db.path), held.campaign_id)
    ]


def _codes(use: Use) -> tuple[str, ...]:
    return tuple(item.code for item in use.items)


def _figures(
    uses: Iterable[Use],
    means: Mapping[tuple[str, str, str], Sequence[tuple[str, float]]],
    raters: Mapping[Who, Sequence[str]],
    before: Mapping[Place, Sequence[Past]],
) -> dict[Place, Figure]:
    figures = {}
    for use in uses:
        groups = {group for item in use.items for group in item.groups}
        for (ratee, group), handed_in in raters.items():
            if group not in groups:
                continue
            place = Place(ratee, use.measure, group)
            figures[place] = released_figure(
                [mean for _, mean in means.get(place, ())],
                handed_in,
                confidential=group in forms.CONFIDENTIAL,
                minimum=use.minimum[group],
                trim=use.trim,
                before=before.get(place, ()),
            )
    return figures


def _before(cursor: Cursor, held: Campaign) -> dict[Place, list[Past]]:
    """What was released before of the same persons, measures and groups of colleagues, oldest first."""
    earlier = [c for c in standing.every(cursor) if c.state in (DRAWN, RELEASED)]
    found: dict[Place, list[Past]] = {}
    for campaign in reversed(earlier):
        _, raters = _asked(cursor, campaign)
        for place, figure in figure_store.figures(cursor, campaign.campaign_id).items():
            if place.group == "peers" and figure.state is not State.NONE:
                handed_in = frozenset(raters.get((place.ratee_id, "peers"), ()))
                found.setdefault(place, []).append(Past(handed_in, figure))
    return found


def _totals(uses: Iterable[Use], figures: Mapping[Place, Figure]) -> dict[tuple[str, str], float]:
    """The totals of the measures that are scored; oneself does not count, whatever a scheme says."""
    weights = {
        use.measure: {g: w for g, w in use.weights.items() if g != "self"} for use in uses if use.scored
    }
    groups: dict[tuple[str, str], dict[str, Figure]] = {}
    for place, figure in figures.items():
        if place.measure in weights:
            groups.setdefault((place.ratee_id, place.measure), {})[place.group] = figure
    return {place: total(held, weights[place[1]]) for place, held in groups.items()}


def _comments(
    held: Campaign,
    said: Iterable[tuple[Ballot, Mapping[str, str]]],
    raters: Mapping[Who, Sequence[str]],
) -> list[StoredComment]:
    """Comments of groups with enough raters, in random order, none beside another of the same rater."""
    found = [
        StoredComment(ballot.ratee, ballot.group, item, text)
        for ballot, comments in said
        if len(raters[ballot.ratee, ballot.group]) >= held.minimum[ballot.group]
        for item, text in comments.items()
    ]
    ballot_store.shuffle(found)
    return found


def _agreement(
    uses: Iterable[Use], means: Mapping[tuple[str, str, str], Sequence[tuple[str, float]]]
) -> dict[str, str]:
    """How far colleagues agree, by measure, as one of three bands; nothing where too few were rated."""
    found: dict[str, str] = {}
    for use in uses:
        groups = {p[0]: given for p, given in means.items() if p[1:] == (use.measure, "peers")}
        enough = {r: given for r, given in groups.items() if len(given) >= use.minimum["peers"]}
        if len(enough) < FEWEST_FOR_AGREEMENT:
            continue
        rated = [(ratee, mean) for ratee, given in enough.items() for _, mean in given]
        try:
            found[use.measure] = band(one_way([r for r, _ in rated], [m for _, m in rated]))
        except AnalysisError:
            continue  # everybody got the same
    return found
