"""The invented branch with a scheme that pays, and a final period of it."""

from dataclasses import replace

from access import audit
from scoring import Scheme
from scoring.periods import Period
from scoring.scheme.pay import Payment
from tests.branch import GAO, LI, NING, last
from tests.workflow.rewards.steps import unpaid
from workflow.results import publishing
from workflow.rewards import approving, runs

PAY = """

[payment]
material = ["高级客户经理", "资深客户经理"]
deferred = 0.4
years = 3

[[pay]]
code = "BASE"
name = { zh = "绩效工资", en = "Performance pay" }
kind = "coefficient"
base = "3000"
factors = ["coefficient()", "presence()"]

[[pay]]
code = "DEPOSITS"
name = { zh = "存款计价", en = "Deposits by the unit" }
kind = "price"
quantity = "E01"
price = "0.75"

[[pay]]
code = "POOL"
name = { zh = "增长奖金包", en = "Growth pool" }
kind = "pool"
pool = "10000.01"
share = "max(0, E02)"
nobody = "unpaid"

[[pay]]
code = "FINE"
name = { zh = "违规扣款", en = "Deduction" }
kind = "fine"
amount = "deductions()*50"
"""


def paying(db, back: int = 2, also: int = 1) -> Period:
    """Both versions of the scheme pay by the lines above and nothing is posted; so many periods from the one
    `back` before the newest are published anew and final. The latest of these."""

    def work(cursor) -> None:
        for version, toml in cursor.execute("SELECT version, toml FROM scheme_version").fetchall():
            bare = replace(Scheme.from_toml(toml), pay=(), payment=Payment())
            cursor.execute(
                "UPDATE scheme_version SET toml = ? WHERE version = ?", [bare.to_toml() + PAY, version]
            )
        audit.append(cursor, GAO, "pays", "", {})

    unpaid(db)
    db.write(work)
    period = last(db).shift(-back)
    for one in (period.shift(-k) for k in range(also)):
        publishing.reopen(LI, db, one, "薪酬")
        publishing.publish(LI, db, one)
        for state in ("appeals", "final"):
            publishing.advance(LI, db, one, state)
    return period


def posted(db, period: Period) -> int:
    """A run of the period, proposed by Gao and approved by Ning and the president; its number."""
    number = runs.propose(GAO, db, period)
    sha256 = runs.run(GAO, db, number).info.sha256
    assert not approving.approve(NING, db, number, sha256)
    assert approving.approve(LI, db, number, sha256)
    return number
