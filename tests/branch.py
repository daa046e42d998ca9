"""Small branches: who acts in them, and the steps that bring them to where a test begins."""

import datetime as dt
import shutil
from pathlib import Path

import pandas as pd
import pytest

from access import audit
from access.actor import Actor, operator
from access.demo import STAFF
from data import clock
from data.database import Database
from data.reading.judged import Judged
from data.stores.intake import import_store
from data.stores.intake.import_store import Header
from data.stores.reviews.vault import key_file
from scoring.periods import Period, parse_period, period_of
from scoring.scheme import Authorisation, SchemeReference
from scoring.weights import rebalance
from tests.cli.commands import manage
from tests.stored import put_values
from workflow import schemes
from workflow.adoption import gate, lifecycle
from workflow.errors import WorkflowError
from workflow.intake import imports
from workflow.results import scores
from workflow.weighing import simulation

FIRST, SECOND, THIRD = (Actor(name, "committee") for name in ("first", "second", "third"))
PRESIDENT = Actor("li", "president")
MANAGER = Actor("someone", "manager", "CM01")
# Who brings data and who approves it, as the command line names them.
ZHAO, WANG = operator("zhao"), operator("wang")
# The demo branch's own people, and whom a round of weights asks.
LI, GAO, NING, TANG = STAFF[:4]
MEMBERS = [GAO.username, NING.username, TANG.username]

# The demo branch's schemes.
FIRST_VERSION, SECOND_VERSION = (SchemeReference("x-branch", number) for number in (1, 2))

# A month that has not begun, and one before the demo branch's first scheme.
COMING = period_of(clock.today() + dt.timedelta(days=40), "month")
OLD = parse_period("2019-09")
LEAVE = Authorisation("X-2026-7", "2026-06-01", "this branch")


def demo(path: Path, *, managers: int, months: int) -> Path:
    """A database with the invented branch, made at `path` and closed again."""
    done = manage("init", "--demo", "--managers", managers, "--months", months, db=path)
    assert done.returncode == 0, done.stderr
    return path


def copied(database: Path, to: Path) -> Path:
    """A copy of a closed database with the key of its vault, at `to`."""
    if key_file(database).exists():
        shutil.copy(key_file(database), key_file(to))
    return Path(shutil.copy(database, to))


def refused(call, *arguments, **named) -> str:
    """The key of the error with which the workflow turns the call down."""
    with pytest.raises(WorkflowError) as caught:
        call(*arguments, **named)
    return caught.value.key


def last(db: Database) -> Period:
    """The newest period that has data."""
    return scores.periods(FIRST, db)[-1].period


def begun(db: Database) -> simulation.LabStart:
    """A trial on the newest three periods, under the scheme in force."""
    return simulation.start(FIRST, db, SECOND_VERSION, last(db), count=3)


def more_risk(start: simulation.LabStart, points: float = 10.0) -> dict[str, float]:
    """Risk indicators up by `points` together, the rest in proportion."""
    risk = {i.code: i.weight for i in start.scheme.indicators if i.class_ == "risk"}
    total = sum(risk.values())
    raised = {code: w * (total + points) / total for code, w in risk.items()}
    return rebalance(dict(zip(start.scheme.codes, start.scheme.weights, strict=True)), raised)


def drafted(db: Database, points: float = 10.0) -> SchemeReference:
    """A draft in which risk weighs `points` more; its reference."""
    start = begun(db)
    return simulation.save_draft(FIRST, db, start, more_risk(start, points), "risk first")


def weights(db: Database, **points: float) -> dict[str, float]:
    """The weights in force with some of them set to `points`, the rest in proportion."""
    scheme = schemes.scheme(GAO, db, SECOND_VERSION).scheme
    start = dict(zip(scheme.codes, scheme.weights.tolist(), strict=True))
    return rebalance(start, points)


def later(hours: float = 48) -> dt.datetime:
    """So many hours from now, by the branch's clock."""
    return clock.local(audit.now()) + dt.timedelta(hours=hours)


def measured_in(db: Database, period: Period, like: Period, code: str | None = None) -> None:
    """The same figures in `period` as in the period `like`; all under another `code` where one is given."""

    def work(cursor) -> None:
        put_values(
            cursor,
            """
            SELECT manager_id, coalesce(?, indicator_code), ?, value, batch_id, current_localtimestamp()
            FROM measurement WHERE period = ?
            """,
            [code, period.code, like.code],
        )
        audit.append(cursor, FIRST, "measured", period.code, {})

    db.write(work)


def corrected(db: Database) -> None:
    """A figure of the newest period is another one from now on."""

    def work(cursor) -> None:
        put_values(
            cursor,
            """
            SELECT manager_id, indicator_code, period, max(value) + 1, 1, current_localtimestamp()
            FROM measurement WHERE period = ? AND manager_id = 'CM03' AND indicator_code = 'R01'
            GROUP BY ALL
            """,
            [last(db).code],
        )
        audit.append(cursor, FIRST, "correct", "CM03", {})

    db.write(work)


def without(db: Database, person: str, codes: tuple[str, ...]) -> None:
    """The newest figures of somebody are missing from now on."""

    def work(cursor) -> None:
        for code in codes:
            put_values(
                cursor,
                """
                VALUES (?, ?, ?, NULL, 1, current_localtimestamp())
                """,
                [person, code, last(db).code],
            )
        audit.append(cursor, FIRST, "correct", person, {})

    db.write(work)


def unmet(db: Database, reference: SchemeReference, actor=SECOND, start=COMING) -> dict[str, set[str]]:
    """What still stands against adopting a version, by requirement: rules of the checks or keys."""
    info = schemes.scheme(actor, db, reference)
    return {
        r.name: {o.finding.rule if o.finding else o.key for o in r.obstacles}
        for r in gate.requirements(actor, db, info, start)
        if not r.met
    }


def posted(db: Database, points: float = 3.0) -> SchemeReference:
    """A version with two votes and its authorisation, before the staff; its reference."""
    reference = drafted(db, points)
    lifecycle.propose(FIRST, db, reference, COMING, "why")
    for member in (SECOND, THIRD):
        lifecycle.vote(member, db, reference, approve=True)
    lifecycle.authorise(SECOND, db, reference, LEAVE)
    lifecycle.confirm_authorisation(THIRD, db, reference)
    lifecycle.give_notice(SECOND, db, reference)
    return reference


def adopted(db: Database, points: float = 3.0) -> SchemeReference:
    """A version that is adopted from COMING on; its reference."""
    reference = posted(db, points)
    lifecycle.reason(SECOND, db, reference, "P02", "the staff was heard")
    lifecycle.adopt(SECOND, db, reference, COMING, "decided")
    return reference


def person(n: int, **more: object) -> dict[str, object]:
    """A row of a staff list: K01, K02, …"""
    return {"manager_id": f"K{n:02d}", "name": f"员{n}", "team": "甲队", **more}


def bring(
    db: Database, kind: str, rows: list[dict], at: dt.datetime | None = None, *, approve: bool = True
) -> int:
    """A batch of rows as the readers hand them over, approved unless told otherwise; its number."""
    frame = pd.DataFrame(rows, index=range(2, len(rows) + 2))
    judged = Judged(kind, len(rows), frame, [])
    when = at or dt.datetime(2026, 11, 1)

    def work(cursor) -> int:
        staged = import_store.rows_of(judged)
        header = Header(kind, f"{kind}.csv", "", None, len(rows))
        batch = import_store.stage(cursor, header, staged, [], "zhao", when)
        if approve:
            import_store.make_facts(cursor, batch, kind, when, dt.date(2026, 11, 1))
            import_store.decide(cursor, batch, import_store.APPROVED, when, "wang", None)
        return batch

    return db.write(work)


def approved(db: Database, batch: int) -> int:
    """The batch, once the second person has approved it."""
    imports.approve(WANG, db, batch)
    return batch


def before_the_staff(db: Database) -> SchemeReference:
    """A version with more weight on risk, which two have voted for and that is in its notice."""
    start = begun(db)
    reference = simulation.save_draft(GAO, db, start, more_risk(start), "风险优先")
    lifecycle.propose(GAO, db, reference, COMING, "突出业务风险控制")
    for member in (NING, TANG):
        lifecycle.vote(member, db, reference, approve=True)
    lifecycle.authorise(NING, db, reference, LEAVE)
    lifecycle.confirm_authorisation(TANG, db, reference)
    lifecycle.give_notice(NING, db, reference)
    lifecycle.reason(NING, db, reference, "P02", "职工大会已听取意见")
    return reference
