"""Runs of pay, the ledger and payroll files against their own sums and hashes."""

from __future__ import annotations

from data.database import Cursor
from data.stores.pay import ledger_store, payroll_store, run_store
from workflow.results import frozen
from workflow.results.proving.difference import Difference
from workflow.results.proving.posted import WRONG


def money(cursor: Cursor) -> list[Difference]:
    """What does not add up, or is not what it was made as."""
    found = [
        Difference("verify-pay-run", {"period": run.period, "run": run.run_id})
        for run in run_store.runs(cursor)
        if frozen.sha256(run.content) != run.sha256
    ]
    found += [
        Difference("verify-ledger", {"period": period, "person": person, "line": line, "fen": fen})
        for period, person, line, fen in ledger_store.unbalanced(cursor)
    ]
    for file in payroll_store.files(cursor):
        try:
            amounts = [int(row["amount"]) for row in file.content["rows"]]
            fits = (len(amounts), sum(amounts)) == (file.people, file.total)
        except WRONG:
            fits = False
        if not fits:
            found.append(Difference("verify-payroll", {"file": file.payroll_id}))
    return found
