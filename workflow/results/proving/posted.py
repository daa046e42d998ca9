"""Posted results against their content, their hashes and the trail."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from access import audit
from data.database import Cursor
from data.stores import scheme_store, sheet_store
from data.stores.sheet_store import Frozen
from scoring import Scheme, SteelyardError
from workflow.results import frozen
from workflow.results.proving.difference import Difference

WRONG = (SteelyardError, ValueError, KeyError, TypeError, AttributeError, IndexError)
"""What reading a text that somebody tampered with may end in."""


def told(cursor: Cursor) -> tuple[dict[int, tuple[audit.Entry, str]], list[Difference]]:
    """What the trail says was published: result → entry and hash; and entries that cannot be read."""
    by_sheet, found = {}, []
    for entry in audit.entries(cursor, "publish"):
        try:
            detail = json.loads(entry.detail)
            by_sheet[int(detail["sheet"])] = (entry, str(detail["sha256"]))
        except WRONG:
            found.append(Difference("verify-entry", {"entry": entry.number}))
    return by_sheet, found


def results(
    cursor: Cursor, rows: Sequence[Frozen], published: Mapping[int, tuple[audit.Entry, str]]
) -> list[Difference]:
    """What is wrong with frozen results, each scored again."""
    found: list[Difference] = []
    for row in rows:
        where: dict[str, object] = {"period": row.period, "sheet": row.sheet_id}
        written = sheet_store.contents(cursor, [row.sheet_id]).get(row.sheet_id) or ""
        entry, sha256 = published.get(row.sheet_id, (None, ""))
        found += _labelled(row, written, entry, where)
        if {frozen.sha256(written)} != {row.sha256, sha256}:
            found.append(Difference("verify-hash", where))
        else:
            found += proved(written, row.inputs_sha256, where)
    gone = sorted(set(published) - {row.sheet_id for row in rows})
    return found + [Difference("verify-gone", {"sheet": number}) for number in gone]


def _labelled(
    row: Frozen, written: str, entry: audit.Entry | None, where: dict[str, object]
) -> list[Difference]:
    """Whether what stands beside a result is what its content and the trail say."""
    try:
        content = orjson.loads(written)
        scheme = Scheme.from_toml(content["scheme"])
        of, engine, reference = content["period"], content["engine"], (scheme.code, scheme.version)
    except WRONG:
        return [Difference("verify-unreadable", where)]
    found = []
    if of != row.period:
        found.append(Difference("verify-exchanged", where | {"of": str(of)}))
    elif entry is not None and entry.subject != row.period:
        found.append(Difference("verify-exchanged", where | {"of": entry.subject}))
    said = (row.scheme_code, row.scheme_version)
    labels = {"scheme": said != reference, "engine": engine != row.engine}
    labels["by"] = entry is not None and entry.actor != row.frozen_by
    wrong = [name for name, differs in labels.items() if differs]
    return found + [Difference("verify-label", where | {"label": name}) for name in wrong]


def proved(written: str, inputs_sha256: str, where: dict[str, object]) -> list[Difference]:
    """What is wrong with one frozen result whose text is as it was."""
    try:
        content: dict[str, Any] = orjson.loads(written)
        if frozen.inputs_sha256(content) != inputs_sha256:
            return [Difference("verify-inputs", where)]
        apart = frozen.differences(content, frozen.scored_again(content))
    except WRONG:
        return [Difference("verify-unreadable", where)]
    return [Difference("verify-result", where | {"people": ", ".join(apart)})] if apart else []


def schemes(cursor: Cursor) -> list[Difference]:
    """Stored versions whose text is not what it was."""
    return [
        Difference("verify-scheme", {"code": stored.code, "version": stored.version})
        for stored in scheme_store.versions(cursor)
        if hashlib.sha256(stored.toml.encode()).hexdigest() != stored.sha256
    ]
