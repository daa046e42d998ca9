"""The notice (公示) of a period's results, as a bank posts it: basis, days, list, appeals, signature."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH

from access.actor import Actor
from access.permissions import Action, require
from documents.paper import word
from documents.paper.card import SHORT
from documents.paper.letterhead import anchored, joined, letterhead
from scoring.periods import Period
from words import format as fmt
from words.text import Text
from workflow.board.leaderboard import Leaderboard, ManagerRow, leaderboard
from workflow.branch.setup import Branch
from workflow.errors import WorkflowError
from workflow.results import publishing
from workflow.schemes import scheme as stored

Listed = Literal["ranking", "grades"]
LISTED: tuple[Listed, ...] = ("ranking", "grades")
"""What is posted: places, totals and grades, best first; or grades alone, by employee number."""

_RIGHT, _CENTRE = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.CENTER


@dataclass(frozen=True)
class Posting:
    """How results are posted: what of them, from which to which day (included), and to whom people turn."""

    listed: Listed
    first: dt.date
    last: dt.date
    contact: str


def days(actor: Actor, branch: Branch, period: Period) -> tuple[dt.date, dt.date]:
    """The first and the last day of a period's notice, as it was posted and as the branch has set its length.

    Raises
    ------
    WorkflowError : the period is not published.
    """
    posted = [e for e in publishing.history(actor, branch.db, period) if e.state == "notice"]
    if not posted:
        raise WorkflowError("errors-notice-unpublished", period=period.code)
    first = posted[-1].at.date()
    return first, publishing.notice_ends(actor, branch.db, first)


def write(actor: Actor, branch: Branch, t: Text, period: Period, posting: Posting) -> bytes:
    """The notice as a Word file; the same posting gives the same bytes as long as nothing is
    written to the trail, whose anchor stands at its foot.

    Raises
    ------
    AccessDenied : somebody who may not publish.
    WorkflowError : the period is not published, the notice ends before it begins, or nobody is named to
        whom people can turn.
    """
    require(actor, Action.PUBLISH)
    board = leaderboard(actor, branch.db, period)
    if board.sha256 is None:
        raise WorkflowError("errors-notice-unpublished", period=period.code)
    if posting.last < posting.first:
        raise WorkflowError("errors-notice-order", first=posting.first, last=posting.last)
    if not posting.contact.strip():
        raise WorkflowError("errors-notice-contact")
    name = fmt.period(period, t.lang)
    title = t("notice-title", period=name)
    file = word.begin(title, posting.first, size=12, margin=26)
    word.line(file, title, size=18, bold=True, align=_CENTRE, after=14)
    word.line(file, t("notice-to"), after=6)
    since = stored(actor, branch.db, board.scheme.reference).effective_from
    facts = {
        "branch": letterhead(branch, t),
        "period": name,
        "scheme": f"{t.name(board.scheme.name, board.scheme.code)} v{board.scheme.version}",
        "since": fmt.period(since, t.lang) if since else fmt.DASH,
        "due": len(board.managers),
        "ranked": len(board.ranked),
    }
    word.line(file, t("notice-basis", **facts), indent=2, after=6)
    words = {"first": fmt.day(posting.first, t.lang), "last": fmt.day(posting.last, t.lang)}
    word.line(file, t("notice-days", **words), indent=2, after=6)
    word.line(file, t("notice-appeal", contact=posting.contact.strip()), indent=2, after=10)
    word.line(file, t(f"notice-list-{posting.listed}"), bold=True, align=_CENTRE, after=4)
    (_ranking if posting.listed == "ranking" else _grades)(file, board, t)
    word.line(file, t("notice-result", sha256=board.sha256[:SHORT]), size=9, after=24)
    word.line(file, branch.name(t.lang), align=_RIGHT, after=4)
    word.line(file, fmt.day(posting.first, t.lang), align=_RIGHT)
    word.footer(file, joined(title, anchored(branch.db, t)), t("paper-page", page="{page}", pages="{pages}"))
    return word.saved(file)


def _ranking(file: WordDocument, board: Leaderboard, t: Text) -> None:
    heads = [
        t(key) for key in ("rank", "paper-number", "name", "team", "paper-total", "grade", "paper-remark")
    ]
    rows = [
        [
            fmt.number(m.rank, 0),
            *_who(m, t),
            fmt.number(m.total, board.scheme.decimals),
            m.grade or fmt.DASH,
            _remark(m, t),
        ]
        for m in board.managers
    ]
    figures = (True, False, False, False, True, False, False)
    word.table(file, heads, rows, widths=(14, 22, 26, 26, 20, 14, 36), figures=figures, size=10)


def _grades(file: WordDocument, board: Leaderboard, t: Text) -> None:
    heads = [t(key) for key in ("paper-number", "name", "team", "grade", "paper-remark")]
    people = sorted(board.managers, key=lambda m: m.person.manager_id)
    rows = [[*_who(m, t), m.grade or fmt.DASH, _remark(m, t)] for m in people]
    word.table(file, heads, rows, widths=(26, 32, 34, 20, 46), figures=(False,) * 5, size=10)


def _who(m: ManagerRow, t: Text) -> list[str]:
    name, team = t.pick(m.person.name, m.person.name_en), t.pick(m.person.team_name, m.person.team_name_en)
    return [m.person.manager_id, name, team]


def _remark(m: ManagerRow, t: Text) -> str:
    """Why somebody has no place; a veto's reason is no matter for a notice board."""
    return "" if m.status == "ranked" else t(f"status-{m.status}")
