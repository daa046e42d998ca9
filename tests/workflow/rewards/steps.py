"""A branch with some pay in the ledger, and the steps of checks and clawbacks."""

from access import audit
from access.actor import Actor
from data.stores.pay import ledger_store
from scoring.pay import ledger
from scoring.pay.ledger import Grant, Terms
from scoring.periods import parse_period
from tests.branch import GAO, NING, WANG, last
from workflow import receipts
from workflow.intake import imports
from workflow.results import publishing
from workflow.rewards import findings
from workflow.rewards.clawback import clawing
from workflow.rewards.clawback.checklist import Claim

PERSON, COLLEAGUE = "CM06", "CM02"
PDF = ("认定书.pdf", b"%PDF-1.7 invented")
LONG_AGO = "2023-03"
"""A period whose first instalments are due."""


def manager(manager_id: str) -> Actor:
    return Actor(manager_id.lower(), "manager", manager_id)


def unpaid(db) -> None:
    """Nothing of what the invented branch has paid."""
    # What others refer to goes last, each by itself: within a transaction DuckDB keeps the references.
    for table in ("payroll", "ledger_entry", "pay_run_event", "pay_run"):
        db.write(lambda cursor, table=table: cursor.execute(f"DELETE FROM {table}"))
    db.write(lambda cursor: audit.append(cursor, GAO, "unpaid", "", {}))


def granted(db, manager_id=PERSON, period=LONG_AGO, amount=1_000_000, held=400_000, line="BONUS") -> None:
    """A run has granted an amount (fen), of which a part is held back over three years."""
    grants = [Grant(manager_id, line, amount, held)]
    document = f"run:{manager_id}:{period}:{line}"
    entries = ledger.granting(document, grants, {}, Terms(parse_period(period), 3))

    def work(cursor) -> None:
        ledger_store.post(cursor, entries, audit.now(), "gao")
        audit.append(cursor, GAO, "pay", document, {})

    db.write(work)


def balances(db, manager_id=PERSON, period=None) -> dict[str, int]:
    """What stands on each account, in fen; they add up to what was granted."""
    with db.read() as cursor:
        found = ledger.position(ledger_store.entries(cursor, manager_id=manager_id, period=period))
    accounts = ("paid", "held", "forfeited", "clawed-back")
    made = {account: sum(own.on(account) for own in found.values()) for account in accounts}
    assert sum(made.values()) == sum(own.granted for own in found.values())
    return made


def confirmed(db):
    """The key of a deduction that somebody answers for, with its document."""
    held = next(e for e in findings.register(GAO, db) if e.counts and e.manager_id == PERSON)
    if not held.document:
        said = (held.key, "reduced", held.points / 2, "责任认定〔2026〕5号", "已查明")
        imports.approve(WANG, db, findings.set_finding(GAO, db, *said))
    return held.key


def unsigned(db, manager_id=PERSON) -> None:
    """The person has signed for nothing."""

    def work(cursor) -> None:
        cursor.execute("DELETE FROM receipt WHERE manager_id = ?", [manager_id])
        audit.append(cursor, GAO, "unsigned", manager_id, {})

    db.write(work)


def signed(db, period, manager_id=PERSON) -> None:
    """The person signs for the result."""
    sheet = publishing.results(GAO, db, period)[-1]
    receipts.sign(manager(manager_id), db, manager_id, period, sheet.sha256)


def claim(db, **more) -> Claim:
    """Everything that a clawback asks for and the database does not know."""
    whole = {
        "article": "第十二条",
        "finding": confirmed(db),
        "evidence": "审计报告〔2026〕9号",
        "ratio": 0.5,
        "ground": "负次要责任",
        "route": "支行工会",
    }
    return Claim(**(whole | more))


def opened(db) -> int:
    """A clawback of half of what the newest period paid, that waits for the second person."""
    period = last(db)
    granted(db, PERSON, period.code)
    unsigned(db)
    signed(db, period)
    return clawing.open_(GAO, db, PERSON, period, claim(db), [PDF])


def recovered(db) -> int:
    """The same, approved."""
    number = opened(db)
    clawing.approve(NING, db, number)
    return number
