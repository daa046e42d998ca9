"""Filling a database with the invented branch, through the ordinary processes."""

from __future__ import annotations

import datetime as dt
import hashlib
import tempfile
from dataclasses import replace
from pathlib import Path

import pandas as pd

from access import audit
from access.actor import Actor, operator
from access.permissions import Action, require
from data import clock
from data.database import Cursor, Database
from data.demo.figures import STORIES, figures
from data.demo.outcomes import outcomes
from data.demo.pay import LIBRARY
from data.demo.people import TEAMS, people
from data.reading.columns import kinds
from data.reading.judged import Judged
from data.reading.records.read import read_tidy
from data.stores import scheme_store
from scoring import Scheme
from scoring.periods import Period, parse_period
from workflow import calendar, schemes
from workflow.branch import (
    demo_appeals,
    demo_growth,
    demo_handbook,
    demo_pay,
    demo_receipts,
    demo_reviews,
    setup,
)
from workflow.errors import WorkflowError
from workflow.intake import imports
from workflow.results import publishing, superiors

LAST_PERIOD = "2026-10"
SCHEMES = Path(__file__).parents[2] / "data" / "schemes"
SECOND_SCHEME_FROM = "2026-01"
_IMPORTER, _CHECKER = operator("data.zhao"), operator("data.wang")


def load(actor: Actor, db: Database, managers: int = 48, months: int = 36) -> None:
    """Fill an empty database with `managers` people over `months` months up to 2026-10.

    Raises
    ------
    WorkflowError : the database holds data already, or there are too few people or months.
    """
    require(actor, Action.MANAGE_ACCOUNTS)
    if db.head():
        raise WorkflowError("errors-demo-not-empty", path=str(db.path))
    if managers < 12 or months < 2:
        raise WorkflowError("errors-demo-small")
    last = parse_period(LAST_PERIOD)
    periods = [last.shift(k) for k in range(1 - months, 1)]
    setup.describe(actor, db, "L 农商银行 · X 支行", "L Rural Commercial Bank · X branch", demo=True)
    _schemes(db, periods[0])
    staff = people(managers, last.last_day)
    _store(
        db,
        "people",
        "人员名册.csv",
        pd.DataFrame(
            {
                "manager_id": [p.manager_id for p in staff],
                "name": [p.name for p in staff],
                "name_en": [p.name_en for p in staff],
                "team": [TEAMS[p.team][1] for p in staff],
                "team_en": [TEAMS[p.team][2] for p in staff],
                "position": [p.position for p in staff],
                "joined_on": [p.joined_on.isoformat() for p in staff],
            }
        ),
        "人力资源系统",
    )
    rows = figures(staff, periods)
    for year, chunk in rows.groupby(rows["period"].str[:4]):
        _store(db, "metrics", f"业绩与目标_{year}.csv", chunk, "核心、信贷、CRM 系统")
    ids = [p.manager_id for p in staff]
    _store(db, "events", "加减分与否决.csv", _events(ids, periods), "考核委员会会议纪要")
    _circumstances(db, ids, periods)
    seen = outcomes(staff, rows, periods)
    if len(seen):
        _store(db, "outcomes", "后续结果.csv", seen, "信贷系统、核心系统")
    _store(db, "indicators", "工资与投诉指标.csv", LIBRARY, "人力资源部、消保部")
    _publish(db, periods)
    demo_reviews.load(actor, db, staff)
    demo_appeals.load(actor, db, ids, last)
    _superiors(actor, db)
    demo_receipts.load(actor, db, staff, periods)
    demo_growth.load(actor, db, periods)
    demo_handbook.load(actor, db)
    demo_pay.load(actor, db, periods)


def _superiors(actor: Actor, db: Database) -> None:
    """Two of the committee head three teams each: those whose members they rate."""
    superiors.name_all(actor, db, {names[1]: demo_reviews.SUPERIORS[k // 3] for k, names in enumerate(TEAMS)})


def _schemes(db: Database, first: Period) -> None:
    # However short the history, the first scheme is the one before the second.
    begins = min(first, parse_period(SECOND_SCHEME_FROM).previous())
    author, chair = Actor("committee.gao", "committee"), Actor("committee.ning", "committee")
    for number, start, day in (
        (1, begins.code, dt.datetime(2023, 10, 25, 9)),
        (2, SECOND_SCHEME_FROM, dt.datetime(2025, 12, 20, 10)),
    ):
        text = (SCHEMES / f"x-branch-v{number}.toml").read_text(encoding="utf-8")
        scheme = Scheme.from_toml(text)
        schemes.store(author, db, scheme, based_on=number - 1 or None, at=day)
        later = day + dt.timedelta(days=1)
        _adopt_as_history(chair, db, scheme, start, later)


def _adopt_as_history(chair: Actor, db: Database, scheme: Scheme, start: str, at: dt.datetime) -> None:
    """Adopted in the past: the first scheme would not pass today's checks, which is the story."""

    def work(cursor: Cursor) -> None:
        scheme_store.add_event(
            cursor,
            scheme.reference,
            "adopted",
            chair.username,
            at,
            effective_from=start,
            why="总行授权后实施",
        )
        audit.append(cursor, chair, "adopt-scheme", str(scheme.reference), {"effective_from": start})

    db.write(work)


def _publish(db: Database, periods: list[Period]) -> None:
    """Every period is published; the last one is in notice, the one before it open to appeals.

    The last one is posted yesterday, however long ago it was: there are days left to sign and to appeal.
    """
    chair = Actor("committee.gao", "committee")
    yesterday = clock.today() - dt.timedelta(days=1)
    for k, period in enumerate(reversed(periods)):
        posted = period.last_day + dt.timedelta(days=8)
        day = dt.datetime.combine(posted if k else max(posted, yesterday), dt.time(1))
        publishing.publish(chair, db, period, at=day)
        until = publishing.notice_ends(chair, db, day.date())
        for state, days in (("appeals", 1), ("final", 10))[:k]:
            on = calendar.held(db).after(until, days)
            publishing.advance(chair, db, period, state, at=dt.datetime.combine(on, dt.time(1)))


def _store(db: Database, kind: str, file_name: str, rows: pd.DataFrame, source: str) -> None:
    """Bring a table as a file. Measured values are not judged: the slip of a thousand that the dashboard is
    to find would be held back."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / file_name
        rows.to_csv(path, index=False)
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        if kind in kinds.MEASURED:
            judged = Judged(kind, len(rows), rows, [])
        else:
            # The story ends in a fixed month, whatever today is.
            judged = read_tidy(path, kinds.KINDS[kind], replace(imports.known(db), today=None))
    done = imports.submit(_IMPORTER, db, imports.ReadFile(judged, file_name, sha256, source))
    if done.batch is None:
        raise WorkflowError("errors-demo-refused", file=file_name, rule=done.judged.problems[0].rule)
    imports.approve(_CHECKER, db, done.batch)


def _events(ids: list[str], periods: list[Period]) -> pd.DataFrame:
    """Additions, deductions (one still pending) and one veto."""
    last = periods[-1].code
    back = [p.code for p in periods]
    rows = [
        (ids[2], last, "addition", 2, "承办总行普惠金融观摩会", ""),
        (ids[7], last, "deduction", 3, "贷后检查发现用途不符，责任认定中", "pending"),
        (ids[5], back[-2], "deduction", 2, "档案缺失，已整改", "confirmed"),
    ]
    if STORIES.vetoed < len(ids) and len(back) > 8:
        rows.append((ids[STORIES.vetoed], back[-8], "veto", 0, "化名贷款，纪要〔2026〕7号", "confirmed"))
    return pd.DataFrame(rows, columns=["manager_id", "period", "kind", "points", "reason", "finding"])


def _circumstances(db: Database, ids: list[str], periods: list[Period]) -> None:
    """Leave and the handed-over book."""
    if STORIES.injured < len(ids):
        rows = [
            (ids[who], kind, day.isoformat(), (day + dt.timedelta(days=length)).isoformat())
            for who, kind, day, length in (
                (STORIES.mother, "maternity", periods[max(0, len(periods) - 14)].first_day, 120),
                (STORIES.injured, "injury", periods[-1].first_day, 16),
            )
        ]
        absent = pd.DataFrame(rows, columns=["manager_id", "kind", "from_on", "to_on"])
        _store(db, "leave", "请假.csv", absent, "人力资源系统")
    taken_over = periods[max(0, len(periods) - 5)].first_day.isoformat()
    book = [(ids[STORIES.heir], "", taken_over, "接收离职客户经理管户，含存量不良")]
    columns = ["receiver_id", "giver_id", "on_date", "note"]
    _store(db, "handovers", "管户移交.csv", pd.DataFrame(book, columns=columns), "信贷系统")
