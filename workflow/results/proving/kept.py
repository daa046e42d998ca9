"""Rows against their seals, and the trail against itself and against anchors, in words of the catalogue."""

from __future__ import annotations

from collections.abc import Sequence

from access import audit
from data.database import Cursor
from data.sealing import check
from data.sealing.check import Tell, Unfit
from workflow.results.proving.anchors import Anchor
from workflow.results.proving.difference import Difference

_KEYS = {
    "changed": "verify-rows-changed",
    "fewer": "verify-rows-fewer",
    "more": "verify-rows-more",
    "stray": "verify-rows-stray",
    "unsealed": "verify-seal",
    "columns": "verify-table-columns",
    "gone": "verify-table-gone",
}


def rows(cursor: Cursor, tell: Tell | None) -> list[Difference]:
    """What was changed, taken away or put in since it was sealed."""
    found = [_said(cursor, one) for one in check.check(cursor, tell)]
    for entry, tables in check.unfit_when_sealed(cursor):
        found += [Difference("verify-sealed-unfit", {"entry": entry, "table": name}) for name in tables]
    return found


def _said(cursor: Cursor, unfit: Unfit) -> Difference:
    params: dict[str, object] = {
        "table": unfit.table,
        "entry": unfit.entry or 0,
        "first": unfit.first,
        "last": unfit.last,
        "was": unfit.was,
        "now": unfit.now,
        "rows": unfit.last - unfit.first + 1,
    }
    entry = audit.entry(cursor, unfit.entry) if unfit.entry else None
    if entry is not None:
        params |= {"by": entry.actor, "at": f"{entry.at:%Y-%m-%d %H:%M}"}
    else:
        params |= {"by": "–", "at": "–"}
    return Difference(_KEYS[unfit.how], params)


def trail(cursor: Cursor, anchors: Sequence[Anchor]) -> list[Difference]:
    """Where the chain breaks, and which anchors it does not fit."""
    found = []
    if (broken := audit.broken_at(cursor)) is not None:
        found.append(Difference("verify-chain", {"entry": broken}))
    last = audit.last_number(cursor)
    for anchor in anchors:
        entry = audit.entry(cursor, anchor.number)
        params: dict[str, object] = {"number": anchor.number, "day": anchor.day or "–", "last": last}
        if entry is None:
            found.append(Difference("verify-anchor-gone", params))
        elif not entry.sha256.startswith(anchor.sha256):
            found.append(Difference("verify-anchor-differs", params))
    return found
