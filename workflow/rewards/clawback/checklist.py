"""What a court asks for before pay is recovered: each item as the database knows it, or as it was given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from data import clock
from data.arrays import COUNTED_FINDINGS
from data.database import Database
from data.reading.known import EventKey
from data.stores import scheme_store, sheet_store
from data.stores.following import receipt_store
from data.stores.sheet_store import Frozen
from scoring.periods import Period
from scoring.scheme import SchemeReference
from workflow import schemes
from workflow.errors import WorkflowError
from workflow.rewards import findings

ITEMS = ("rule", "announced", "receipt", "finding", "evidence", "ratio", "appeal")
IN_NOTICE, ADOPTED, SIGNED, ON_PAPER = "in-notice", "adopted", "signed", "paper"
"""Where a day is known from."""
Said = Mapping[str, object]


@dataclass(frozen=True)
class Claim:
    """What whoever opens a clawback says.

    Parameters
    ----------
    article : of the version in force then, that allows it. announced_on, signed_on : when the rules were made
        known and the result was signed for on paper, where the database knows neither.
    finding : the deduction or veto (its key) that somebody answers for. evidence : what it rests on;
        ``files`` : how many are attached. ratio : 0 to 1 of what the period granted, with its ``ground``.
    route : to whom the person can object.
    """

    article: str = ""
    announced_on: dt.date | None = None
    signed_on: dt.date | None = None
    finding: EventKey | None = None
    evidence: str = ""
    files: int = 0
    ratio: float = 0.0
    ground: str = ""
    route: str = ""


@dataclass(frozen=True)
class Item:
    """One of `ITEMS` with what it says; ``missing`` names what is not there ("" where it is whole)."""

    name: str
    said: Said
    missing: str

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it is missing."""
        return not self.missing


def published(db: Database, period: Period) -> Frozen:
    """The result of a period that holds, for modules that have asked `access`.

    Raises
    ------
    WorkflowError : the period is not published.
    """
    with db.read() as cursor:
        found = sheet_store.current(cursor, [period.code])
    if not found:
        raise WorkflowError("errors-period-not-published", period=period.code)
    return found[0]


def items(db: Database, manager_id: str, period: Period, claim: Claim) -> tuple[Item, ...]:
    """The checklist of a clawback of a person's pay of a period, for modules that have asked `access`.

    Raises
    ------
    WorkflowError : the period is not published.
    """
    sheet = published(db, period)
    return (
        _rule(db, sheet, claim),
        _announced(db, sheet, period, claim),
        _receipt(db, manager_id, period, claim),
        _finding(db, manager_id, claim),
        _item(
            "evidence",
            {"reference": claim.evidence.strip(), "files": claim.files},
            {"reference": claim.evidence.strip(), "files": claim.files},
        ),
        _item(
            "ratio",
            {"ratio": claim.ratio, "ground": claim.ground.strip()},
            {"ratio": 0 < claim.ratio <= 1, "ground": claim.ground.strip()},
        ),
        _appeal(db, sheet, claim),
    )


def _item(name: str, said: Said, there: Mapping[str, object]) -> Item:
    """An item of which the first part that is not `there` is missing."""
    return Item(name, said, next((part for part, found in there.items() if not found), ""))


def _reference(sheet: Frozen) -> SchemeReference:
    return SchemeReference(sheet.scheme_code, sheet.scheme_version)


def _rule(db: Database, sheet: Frozen, claim: Claim) -> Item:
    """The version that the result was scored by, and its article."""
    article = claim.article.strip()
    said = {"code": sheet.scheme_code, "version": sheet.scheme_version, "sheet": sheet.sha256}
    return _item("rule", said | {"article": article}, {"article": article})


def _announced(db: Database, sheet: Frozen, period: Period, claim: Claim) -> Item:
    """When the rules were made known to the staff: not after the period was over."""
    with db.read() as cursor:
        life = scheme_store.events(cursor, _reference(sheet))
    known = [(clock.local(e.at).date(), e.kind) for e in life if e.kind in (IN_NOTICE, ADOPTED)]
    # The notice says more than the adoption that follows it.
    known.sort(key=lambda one: one[1] != IN_NOTICE)
    if claim.announced_on is not None:
        known.append((claim.announced_on, ON_PAPER))
    on, by = next((one for one in known if one[0] <= period.last_day), (None, ""))
    return _item("announced", {"on": _day(on), "by": by}, {"on": on})


def _receipt(db: Database, manager_id: str, period: Period, claim: Claim) -> Item:
    """When the person signed for the result."""
    with db.read() as cursor:
        given = [r for r in receipt_store.receipts(cursor, period.code) if r.manager_id == manager_id]
    on, by = (given[-1].at.date(), SIGNED) if given else (claim.signed_on, ON_PAPER)
    if on is not None and on > clock.today():
        on = None
    return _item("receipt", {"on": _day(on), "by": by}, {"on": on})


def _finding(db: Database, manager_id: str, claim: Claim) -> Item:
    """What the person answers for: a deduction or a veto that was found so, with its document."""
    own = {one.key: one for one in findings.every(db) if one.manager_id == manager_id}
    held = own.get(claim.finding) if claim.finding is not None else None
    if held is None:
        return _item("finding", {}, {"matter": False})
    said = {
        **{"period": held.period, "kind": held.kind, "reason": held.reason, "points": held.points},
        **{"state": held.state, "document": held.document},
    }
    there = {"matter": True, "state": held.state in COUNTED_FINDINGS, "document": held.document}
    return _item("finding", said, there)


def _appeal(db: Database, sheet: Frozen, claim: Claim) -> Item:
    """To whom and for how many working days the person can object, by the rules in force then."""
    days = next(
        info.scheme.result_use.appeal_days
        for info in schemes.stored(db)
        if info.reference == _reference(sheet)
    )
    route = claim.route.strip()
    return _item("appeal", {"route": route, "days": days}, {"route": route})


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
