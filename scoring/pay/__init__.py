"""What a score sheet pays: lines, pools, deferral, the ledger's arithmetic, and the bounds the law sets."""

from scoring.pay.explain import PaidLine, explain
from scoring.pay.fen import in_proportion, parts
from scoring.pay.guards import Bounds, Guard, guards
from scoring.pay.results import PayRun
from scoring.pay.run import pay

__all__ = [
    "Bounds",
    "Guard",
    "PaidLine",
    "PayRun",
    "explain",
    "guards",
    "in_proportion",
    "parts",
    "pay",
]
