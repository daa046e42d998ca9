"""Corrects, runs, approves and pays until it is killed; says each step once it is done."""

import sys
from pathlib import Path

from data.database import Database
from scoring.periods import parse_period
from tests.branch import GAO, LI, NING, WANG, ZHAO
from workflow.intake import corrections, imports
from workflow.rewards import approving, payroll, runs


def said(step: str, number: object) -> None:
    print(step, number, flush=True)


def main(path: str, period: str, turn: str) -> None:
    db, when = Database.open(Path(path)), parse_period(period)
    for run in runs.runs(GAO, db):
        if run.is_open:
            approving.turn_down(LI, db, run.run_id, "中断")
    said("ready", turn)
    for k in range(100):
        value = 1000.0 + 10 * int(turn) + k
        imports.approve(WANG, db, corrections.value(ZHAO, db, "CM06", period, "E01", value, "更正"))
        number = runs.propose(GAO, db, when)
        said("proposed", number)
        sha256 = runs.run(GAO, db, number).info.sha256
        approving.approve(NING, db, number, sha256)
        approving.approve(LI, db, number, sha256)
        said("posted", number)
        if payroll.waiting(GAO, db).rows:
            said("paid", payroll.make(GAO, db).number)


if __name__ == "__main__":
    main(*sys.argv[1:])
