"""A run from the final period to the payroll file, corrections that pay their difference, who may what."""

import threading

import pytest

from access import audit, demo
from access.errors import AccessDenied
from data.database import Database
from data.stores.pay import ledger_store, run_store
from scoring.pay import ledger
from tests.branch import GAO, LI, NING, TANG, WANG, ZHAO, copied, last, refused
from tests.workflow.rewards.paying import posted
from tests.workflow.rewards.steps import balances
from workflow.errors import WorkflowError
from workflow.intake import corrections, imports
from workflow.results import publishing, scorecards
from workflow.rewards import approving, content, payroll, runs, standing, touched


@pytest.fixture
def db(paying_file, tmp_path):
    opened = Database.open(copied(paying_file, tmp_path / "copy.duckdb"))
    yield opened
    opened.close()


@pytest.fixture
def period(db):
    return last(db).shift(-2)


def corrected(db, period, person, code="E01", factor=2.0) -> int:
    """A figure of the period that a second person approved; the batch."""
    card = scorecards.scorecard(LI, db, person, period)
    value = next(one.step.value for one in card.lines if one.step.indicator.code == code)
    batch = corrections.value(ZHAO, db, person, period.code, code, round(value * factor, 2), "抄错")
    imports.approve(WANG, db, batch)
    return batch


def entries(db):
    with db.read() as cursor:
        return ledger_store.entries(cursor)


def test_a_final_period_is_run_approved_by_two_and_paid(db, period):
    assert period in runs.payable(GAO, db) and last(db) not in runs.payable(GAO, db)
    shown = runs.preview(GAO, db, period)
    assert shown.sums.granted == sum(one.granted for one in shown.people) == shown.sums.difference
    assert shown.sums.held > 0 and shown.compared is None and not entries(db)
    (pool,) = (one for one in shown.lines if one.line.code == "POOL")
    assert pool.amount == 1_000_001
    number = runs.propose(GAO, db, period, "五月")
    proposed = runs.run(NING, db, number)
    assert proposed.figures == shown and proposed.info.state == "proposed" and proposed.info.note == "五月"
    assert not approving.approve(NING, db, number, shown.sha256) and not entries(db)
    assert runs.run(GAO, db, number).info.state == "approved"
    assert approving.approve(LI, db, number, shown.sha256, "同意")
    info = runs.runs(GAO, db)[0]
    assert (info.state, [one.by for one in info.approvals]) == ("posted", [NING.username, LI.username])
    assert {e.document for e in entries(db)} == {f"run:{number}"}
    after = runs.run(GAO, db, number).figures
    assert [one.difference for one in after.people] == [one.granted for one in after.people]
    file = payroll.make(GAO, db)
    assert file.total == sum(row.amount for row in file.rows) == shown.sums.now
    assert {row.manager_id: row.amount for row in file.rows} == {
        one.person.manager_id: one.now for one in shown.people if one.now > 0
    }
    assert refused(payroll.make, GAO, db) == "errors-payroll-nothing"


def test_a_second_run_without_a_change_is_refused(db, period):
    posted(db, period)
    assert runs.preview(GAO, db, period).sums.difference == 0
    assert refused(runs.propose, GAO, db, period) == "errors-pay-nothing"


def test_a_correction_of_an_old_fact_pays_the_difference_only(db, period):
    posted(db, period)
    first = payroll.make(GAO, db)
    person = first.rows[0].manager_id
    before = balances(db, person)
    assert touched.waiting(GAO, db) == ()
    batch = corrections.value(ZHAO, db, person, period.code, "E01", 3000.0, "抄错")
    (told,) = touched.payments(WANG, db, batch)
    assert told.period == period and told.people >= 1
    imports.approve(WANG, db, batch)
    (waits,) = touched.waiting(GAO, db)
    assert (waits.period, waits.batches) == (period, (batch,)) and waits.difference > 0
    number = posted(db, period)
    assert touched.waiting(GAO, db) == ()
    found = [e for e in entries(db) if e.document == f"run:{number}"]
    assert {"DEPOSITS"} <= {e.line for e in found if e.manager_id == person}
    second = payroll.make(GAO, db)
    files = (first, second)
    with db.read() as cursor:
        everybody = ledger.paid(ledger_store.entries(cursor))
    for who, paid in everybody.items():
        given = sum(row.amount for file in files for row in file.rows if row.manager_id == who)
        assert given + sum(row.amount for row in second.carried if row.manager_id == who) == paid
    assert sum(balances(db, person).values()) > sum(before.values())


def test_what_a_correction_takes_back_is_carried_until_it_is_earned(db, period):
    posted(db, period)
    person = payroll.make(GAO, db).rows[0].manager_id
    corrected(db, period, person, factor=0.1)
    posted(db, period)
    shown = payroll.waiting(GAO, db)
    (row,) = (one for one in shown.carried if one.manager_id == person)
    assert row.amount < 0 and person not in {one.manager_id for one in shown.rows}
    mine = standing.statement(GAO, db, person)
    assert mine.waiting == row.amount and mine.paid_out > 0
    payroll.make(GAO, db) if shown.rows else None
    before = period.shift(-1)
    posted(db, before)
    later = next(one for one in payroll.waiting(GAO, db).rows if one.manager_id == person)
    owed = runs.run(GAO, db, runs.runs(GAO, db)[0].run_id).figures
    now = next(one.now for one in owed.people if one.person.manager_id == person)
    assert later.amount == now + row.amount


def test_a_correction_that_moves_no_result_changes_pay(db, period):
    """Below the cap of a rule a figure moves no score; it is paid by the unit all the same."""
    posted(db, period)
    card = next(
        card
        for card in (
            scorecards.scorecard(LI, db, p.manager_id, period) for p in scorecards.people(LI, db, period)
        )
        if (one := next(line for line in card.lines if line.step.indicator.code == "E01")).step.value
        and one.step.score == 150
    )
    corrected(db, period, card.person.manager_id, factor=1.5)
    (waits,) = touched.waiting(GAO, db)
    assert waits.people == 1 and waits.difference > 0


def test_approvals_refuse_what_is_not_what_was_read(db, period):
    number = runs.propose(GAO, db, period)
    sha256 = runs.run(GAO, db, number).info.sha256
    assert refused(runs.propose, NING, db, period) == "errors-pay-run-open"
    assert refused(approving.approve, GAO, db, number, sha256) == "errors-pay-same-person"
    assert refused(approving.approve, NING, db, number, "0" * 64) == "errors-pay-run-other"
    approving.approve(NING, db, number, sha256)
    assert refused(approving.approve, NING, db, number, sha256) == "errors-pay-same-person"
    corrected(db, period, "CM06")
    assert refused(approving.approve, LI, db, number, sha256) == "errors-pay-facts-moved"
    assert not entries(db)
    assert refused(approving.withdraw, NING, db, number, "晚了") == "errors-pay-not-proposer"
    assert refused(approving.turn_down, GAO, db, number, "晚了") == "errors-pay-same-person"
    assert refused(approving.turn_down, TANG, db, number, " ") == "errors-reason-needed"
    approving.turn_down(TANG, db, number, "数据已更正")
    info = runs.runs(GAO, db)[0]
    assert (info.state, info.ended_by, info.why) == ("turned-down", TANG.username, "数据已更正")
    assert refused(approving.approve, LI, db, number, sha256) == "errors-pay-run-over"
    again = runs.propose(GAO, db, period)
    approving.withdraw(GAO, db, again, "再核")
    assert runs.run(GAO, db, again).info.state == "withdrawn"


def test_what_breaks_the_law_is_told_and_not_approved(db, period):
    """Nobody earns the minimum wage that the scheme names."""

    def work(cursor) -> None:
        cursor.execute(
            "UPDATE scheme_version SET toml = replace(toml, 'years = 3', 'years = 3\nminimum = 1e7')"
        )
        audit.append(cursor, GAO, "minimum", "", {})

    db.write(work)
    shown = runs.preview(GAO, db, period)
    assert shown.blocked
    broken = [n.guard for n in shown.notable if n.sign == "guard" and n.guard.severity == "error"]
    assert {one.rule for one in broken} == {"L03"} and len({one.person for one in broken}) == len(broken) > 1
    number = runs.propose(GAO, db, period)
    assert refused(approving.approve, NING, db, number, shown.sha256) == "errors-pay-guarded"
    (told,) = (n for n in runs.run(LI, db, number).figures.notable if n.guard and n.guard.rule == "L03")
    assert told.guard.person == "" == told.manager_id


def test_what_a_run_came_of_is_stored_with_it(db, period):
    number = posted(db, period)
    with db.read() as cursor:
        (stored,) = run_store.runs(cursor, run_id=number)
    found = content.read(stored.content)
    assert found.text == stored.content and found.sha256 == stored.sha256
    line = next(line for line in found.people[0].lines if line.code == "DEPOSITS")
    assert line.amount == round(line.reads["E01"] * 75)


def test_only_final_periods_that_pay_are_run(db, period):
    assert refused(runs.preview, GAO, db, last(db)) == "errors-pay-not-final"
    assert refused(runs.propose, GAO, db, last(db)) == "errors-pay-not-final"
    publishing.reopen(LI, db, period, "更正")
    assert refused(runs.propose, GAO, db, period) == "errors-pay-not-final"


def test_the_period_before_is_compared_with(db, period):
    posted(db, period.shift(-1))
    shown = runs.preview(GAO, db, period)
    assert shown.compared == period.shift(-1).code
    one = next(one for one in shown.people if one.last)
    assert one.change == pytest.approx((one.granted - one.last) / one.last)
    far = {n.manager_id for n in shown.notable if n.sign == "far"}
    assert far == {
        one.person.manager_id
        for one in shown.people
        if (one.change is not None and abs(one.change) > 0.5) or (one.change is None and one.granted)
    }


def test_two_browsers_post_once_and_pay_once(db, period):
    number = runs.propose(GAO, db, period)
    sha256 = runs.run(GAO, db, number).info.sha256
    approving.approve(NING, db, number, sha256)
    done: list[object] = []

    def work(step, *arguments):
        try:
            done.append(step(*arguments))
        except Exception as problem:
            done.append(problem)

    def together(step, *people):
        done.clear()
        threads = [threading.Thread(target=work, args=(step, *one)) for one in people]
        [one.start() for one in threads]
        [one.join() for one in threads]
        return sum(not isinstance(one, Exception) for one in done)

    second = [(one, db, number, sha256) for one in (LI, TANG, LI)]
    assert together(approving.approve, *second) == 1
    granted = [e for e in entries(db) if e.kind == "granted"]
    assert len(granted) == len({(e.manager_id, e.line) for e in granted})
    assert together(payroll.make, (GAO, db), (NING, db), (TANG, db)) == 1
    assert len(payroll.files(GAO, db)) == 1


def test_statement_adds_up_and_says_when_what_is_held_may_be_released(db, period):
    posted(db, period)
    person = next(o.person.manager_id for o in runs.preview(GAO, db, period).people if o.held)
    mine = standing.statement(GAO, db, person)
    (one,) = mine.periods
    assert one.period == period and one.balance == mine.balance
    assert one.balance.granted == one.balance.paid + one.balance.held
    assert sum(line.balance.granted for line in one.lines) == one.balance.granted
    assert [part.due_on for part in one.instalments] == [
        period.last_day.replace(year=period.last_day.year + k) for k in (1, 2, 3)
    ]
    assert sum(part.balance.held for part in one.instalments) == one.balance.held
    assert {part.state for part in one.instalments} == {"held"}
    assert one.at_once.paid == one.balance.paid == mine.waiting


def test_totals_tell_groups_and_nobody_alone(db, period):
    posted(db, period)
    whole = standing.totals(GAO, db)
    assert whole.individuals and whole.people == runs.preview(GAO, db, period).sums.people
    for groups in (whole.periods, whole.teams, whole.posts, whole.grades):
        assert sum(group.balance.granted for group in groups) == whole.balance.granted
    told = standing.totals(LI, db, period)
    assert not told.individuals and told.balance == whole.balance
    assert all(group.people >= 3 for groups in (told.teams, told.posts, told.grades) for group in groups)
    number = runs.runs(LI, db)[0].run_id
    assert runs.run(LI, db, number).figures.people == ()
    standing.show_individuals(GAO, db, True)
    assert runs.run(LI, db, number).figures.people and standing.totals(LI, db).individuals


@pytest.fixture(scope="module")
def posted_db(paying_file, tmp_path_factory):
    """A branch whose pay is posted, its period and the run."""
    opened = Database.open(copied(paying_file, tmp_path_factory.mktemp("posted") / "copy.duckdb"))
    period = last(opened).shift(-2)
    yield opened, period, posted(opened, period)
    opened.close()


CALLS = {
    "payable": (lambda who, db, p, n: runs.payable(who, db), "committee"),
    "preview": (lambda who, db, p, n: runs.preview(who, db, p), "committee"),
    "propose": (lambda who, db, p, n: runs.propose(who, db, p), "committee"),
    "runs": (lambda who, db, p, n: runs.runs(who, db), "committee president"),
    "run": (lambda who, db, p, n: runs.run(who, db, n), "committee president"),
    "approve": (lambda who, db, p, n: approving.approve(who, db, n, ""), "committee president"),
    "turn down": (lambda who, db, p, n: approving.turn_down(who, db, n, "x"), "committee president"),
    "withdraw": (lambda who, db, p, n: approving.withdraw(who, db, n, "x"), "committee"),
    "waiting": (lambda who, db, p, n: payroll.waiting(who, db), "committee"),
    "make": (lambda who, db, p, n: payroll.make(who, db), "committee"),
    "files": (lambda who, db, p, n: payroll.files(who, db), "committee"),
    "touched": (lambda who, db, p, n: touched.waiting(who, db), "committee"),
    "payments": (lambda who, db, p, n: touched.payments(who, db, 1), "data-officer"),
    "statement": (lambda who, db, p, n: standing.statement(who, db, "CM02"), "committee"),
    "own statement": (lambda who, db, p, n: standing.statement(who, db, "CM01"), "committee manager"),
    "people": (lambda who, db, p, n: standing.people(who, db), "committee"),
    "totals": (lambda who, db, p, n: standing.totals(who, db), "committee president"),
    "individuals": (lambda who, db, p, n: standing.show_individuals(who, db, True), "committee"),
}


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("role", ["president", "committee", "data-officer", "manager"])
def test_who_may_what(posted_db, name, role):
    db, period, number = posted_db
    call, roles = CALLS[name]
    who = next(one for one in demo.actors(db) if one.role == role and one.manager_id in (None, "CM01"))
    denied = False
    try:
        call(who, db, period, number)
    except AccessDenied:
        denied = True
    except WorkflowError:
        pass  # It was let in.
    assert denied == (role not in roles.split())
