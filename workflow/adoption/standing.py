"""What was said about a version, and what of it counts: votes, reasons and the notice belong to the run of
the impact that they were given on; an authorisation to the version it was recorded for. Nothing here reads
or changes anything."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.stores.scheme_store import LifeEvent
from scoring.scheme import Authorisation

VOTERS = ("committee", "president")
"""Whose votes decide; whoever has another role, or none that is known, does not count."""
NOTICE_RULE = "P02"
"""What the written reason is filed under that a notice need not run to its end."""
_Given = tuple[LifeEvent, int | None]
"""What was said, and the run it was said on."""


@dataclass(frozen=True)
class Vote:
    """Somebody's last word. ``run`` is the impact run it was given on, None where there was none to see;
    ``role`` is empty in votes of before roles were recorded. ``lapsed`` says why it does not count: another
    "run" is to be decided on, or the "role" is none that votes; empty where it counts."""

    by: str
    role: str
    approve: bool
    why: str
    at: dt.datetime
    run: int | None
    lapsed: str

    @property
    def counts(self) -> bool:
        """Whether it is one of those that decide."""
        return not self.lapsed


@dataclass(frozen=True)
class Authorised:
    """The head office's leave as recorded for this version: by whom, and who else looked at the document."""

    leave: Authorisation
    by: str
    confirmed_by: str


@dataclass(frozen=True)
class Posting:
    """The version before the staff: since when, on which run."""

    at: dt.datetime
    by: str
    run: int | None


@dataclass(frozen=True)
class Standing:
    """Where a version stands: ``run`` is the one to be decided on (None: none yet, or none to be made);
    ``reasons`` those that were written on it, by the mark of the warning."""

    run: int | None
    votes: tuple[Vote, ...]
    reasons: Mapping[str, LifeEvent]
    posted: Posting | None
    authorised: Authorised | None

    @property
    def approvals(self) -> int:
        """Votes for it that count."""
        return sum(v.approve and v.counts for v in self.votes)

    @property
    def objections(self) -> tuple[Vote, ...]:
        """Everybody whose last word is against it, on whichever run: an objection is not forgotten
        because the figures changed."""
        return tuple(v for v in self.votes if not v.approve)


def standing(events: Iterable[LifeEvent], sha256: str) -> Standing:
    """What counts after `events`, the life of the version whose stored text has the hash `sha256`.

    What was said before the version was last proposed is history, and so is what another run was in
    front of; events that do not name their run were given on the last one before them.
    """
    run: int | None = None
    votes: dict[str, _Given] = {}
    reasons: dict[str, _Given] = {}
    posting: _Given | None = None
    leave: LifeEvent | None = None
    confirmed = ""
    for event in events:
        given = event, event.detail.get("run", run)
        match event.kind:
            case "proposed":
                votes, reasons, posting = {}, {}, None
            case "impact-run":
                run = event.detail["run"]
            case "approved" | "objected":
                votes[event.by] = given
            case "reasoned":
                reasons[str(event.detail["rule"])] = given
            case "in-notice":
                posting = given
                # A reason why one notice need not run to its end is none for the next.
                reasons.pop(NOTICE_RULE, None)
            case "adopted":
                break  # What follows is about laying it aside; the decision is what it was.
            case "authorised" if event.detail.get("sha256", sha256) == sha256:
                leave, confirmed = event, ""
            case "authorisation-confirmed" if leave is not None and event.by != leave.by:
                confirmed = event.by
    return Standing(
        run,
        tuple(vote(*one, run) for one in votes.values()),
        {mark: event for mark, (event, on) in reasons.items() if on == run},
        None if posting is None else Posting(posting[0].at, posting[0].by, posting[1]),
        None if leave is None else Authorised(authorisation(leave.detail), leave.by, confirmed),
    )


@dataclass(frozen=True)
class Retirement:
    """Where the proposal to lay an adopted version aside stands; ``urgent`` is the reason why the notice
    need not run to its end."""

    proposed: LifeEvent
    votes: tuple[Vote, ...]
    posted: Posting | None
    urgent: LifeEvent | None

    @property
    def approvals(self) -> int:
        """Votes for it that count."""
        return sum(v.approve and v.counts for v in self.votes)

    @property
    def objections(self) -> tuple[Vote, ...]:
        """Everybody whose last word is against it."""
        return tuple(v for v in self.votes if not v.approve)


def retirement(events: Iterable[LifeEvent]) -> Retirement | None:
    """What counts of a proposal to lay a version aside; None where there is none, or it was withdrawn."""
    proposed: LifeEvent | None = None
    votes: dict[str, LifeEvent] = {}
    posted: Posting | None = None
    urgent: LifeEvent | None = None
    for event in events:
        match event.kind:
            case "retirement-proposed":
                proposed, votes, posted, urgent = event, {}, None, None
            case "retirement-withdrawn":
                proposed = None
            case "retirement-approved" | "retirement-objected":
                votes[event.by] = event
            case "retirement-in-notice":
                posted = Posting(event.at, event.by, None)
            case "reasoned" if posted is not None:
                urgent = event
    if proposed is None:
        return None
    return Retirement(proposed, tuple(vote(e, None, None) for e in votes.values()), posted, urgent)


def vote(event: LifeEvent, given_on: int | None, decided_on: int | None) -> Vote:
    """An event as a vote on the run `given_on`, where the run `decided_on` is to be decided on."""
    role = str(event.detail.get("role", ""))
    lapsed = "" if role in VOTERS else "role"
    approve = event.kind.endswith("approved")
    return Vote(
        event.by, role, approve, event.why, event.at, given_on, "run" if given_on != decided_on else lapsed
    )


def authorisation(detail: Mapping[str, object]) -> Authorisation:
    """The head office's leave as an event has it."""
    return Authorisation(*(str(detail[name]) for name in ("reference", "issued_on", "scope")))


def lapsed_by_run(votes: Sequence[Vote]) -> dict[int | None, int]:
    """How many votes were given on each run that is not the one to be decided on."""
    found: dict[int | None, int] = {}
    for one in votes:
        if one.lapsed == "run":
            found[one.run] = found.get(one.run, 0) + 1
    return found
