"""Appeals in the invented branch: one that waits, one that was turned down."""

from __future__ import annotations

from access import accounts
from access.actor import Actor
from access.permissions import Action, require
from data.database import Database
from data.demo import appeals as words
from scoring.periods import Period
from workflow.appeals import figures, filing, reviewing
from workflow.appeals.figures import Figure

WAITING, TURNED_DOWN = 1, 6
"""Whose appeals they are, by place in the list of people."""


def load(actor: Actor, db: Database, ids: list[str], period: Period) -> None:
    """File them against the results of `period`, which have just been posted."""
    require(actor, Action.MANAGE_ACCOUNTS)
    who, figure = _figure(db, ids[WAITING], period, "G01")
    if figure.value is not None:
        number = filing.file(who, db, ids[WAITING], period, figure, "data", words.WAITING, figure.value + 3)
        filing.attach(who, db, number, words.WAITING_FILE, _PDF)
    who, figure = _figure(db, ids[TURNED_DOWN], period, "G05")
    if figure.value is not None:
        number = filing.file(
            who, db, ids[TURNED_DOWN], period, figure, "judgement", words.DOUBTED, figure.value + 2
        )
        chair = next(a for a in accounts.with_role(db, ["committee"]) if a.username == "committee.gao")
        reviewing.take(chair, db, number)
        reviewing.ask(chair, db, number, words.ASKED)
        reviewing.answer(who, db, number, words.ANSWERED)
        reviewing.turn_down(chair, db, number, words.TURNED_DOWN)


_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
"""An empty page."""


def _figure(db: Database, manager_id: str, period: Period, code: str) -> tuple[Actor, Figure]:
    who = accounts.everybody(db)[manager_id.lower()]
    found = figures.figures(who, db, manager_id, period)
    return who, next(f for f in found if (f.subject, f.code) == (figures.MEASUREMENT, code))
