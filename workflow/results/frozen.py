"""Frozen results: everything that a published period rests on and what came out, in one text with a hash.

The text can be scored again anywhere, without the database: that is how a result is proved.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import orjson
from cachetools import LRUCache

from data.database import Database
from data.stores import sheet_store
from scoring import ENGINE_VERSION, Measurements, Scheme, ScoreSheet, score
from scoring.cohort.held import Held, held
from scoring.cohort.history import History
from scoring.periods import parse_period
from workflow.errors import WorkflowError
from workflow.results.period_sheets import PeriodSheet, PersonInfo, period_sheet

FORMAT = 1
EXACT_TOLERANCE = 1e-9
"""Unrounded totals may differ by this between machines; what was published must be identical."""

_MATRICES = ("values", "targets", "own_values")
_COLUMNS = ("tenure_months", "presence", "additions", "deductions")
_FLAGS = ("inherited", "vetoes")
_PERSON = ("manager_id", "name", "name_en", "team_id", "team_name", "team_name_en", "position")
_thawed: LRUCache[tuple[str, str], PeriodSheet] = LRUCache(maxsize=64)
_lock = threading.Lock()


def document(found: PeriodSheet) -> dict[str, Any]:
    """A scored period as a document that can be scored again."""
    measured = found.sheet.measurements
    carried = [[person, code, period] for (person, code), period in sorted(measured.carried_from.items())]
    inputs: dict[str, Any] = (_past(measured) if found.scheme.expressions else {}) | {
        "indicators": list(measured.indicators),
        "not_due": sorted(measured.not_due),
        "carried_from": carried,
        **{name: _numbers(getattr(measured, name)) for name in (*_MATRICES, *_COLUMNS)},
        **{name: _flags(getattr(measured, name)) for name in _FLAGS},
        **_kept(measured.held),
        **({} if measured.attendance is None else {"attendance": _numbers(measured.attendance)}),
        "team_days": [[person, team, share] for (person, team), share in sorted(found.days.items())],
        "teams": {team: list(names) for team, names in found.team_names.items()},
    }
    return {
        "format": FORMAT,
        "period": found.period,
        "engine": ENGINE_VERSION,
        "scheme": found.scheme.to_toml(),
        "people": [[getattr(person, name) for name in _PERSON] for person in found.people],
        "inputs": inputs,
        "results": _results(found.sheet),
    }


def _kept(kept: Held | None) -> dict[str, Any]:
    """What people keep of the result before a granted appeal; nothing where there was none."""
    if kept is None:
        return {}
    results = {"grades": list(kept.grades), "status": list(kept.status)}
    return {
        "held": {
            "how": kept.how.tolist(),
            "exact": _numbers(kept.exact),
            "ranks": _numbers(kept.ranks),
            **results,
        }
    }


def _past(measured: Measurements) -> dict[str, Any]:
    """What the expressions of a scheme read besides the period's own figures."""
    history = measured.history
    if history is None:
        return {}
    return {
        "history": {
            "past": history.past.tolist(),
            "values": {code: _numbers(past) for code, past in history.values.items()},
            "targets": {code: _numbers(past) for code, past in history.targets.items()},
        },
        "teams_read": list(measured.teams or ()),
    }


def _thawed_past(content: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of :class:`scoring.Measurements` that :func:`_past` keeps."""
    inputs, n = content["inputs"], len(content["people"])
    kept = inputs.get("history") or {"past": [0] * n, "values": {}, "targets": {}}

    def tables(name: str) -> dict[str, np.ndarray]:
        return {code: np.array(rows, dtype=float).reshape(-1, n) for code, rows in kept[name].items()}

    past = np.array(kept["past"], dtype=np.int64)
    return {
        "history": History(parse_period(content["period"]), past, tables("values"), tables("targets")),
        "teams": inputs.get("teams_read") or None,
    }


def text(content: Mapping[str, Any]) -> str:
    """The document as text, the same for the same content."""
    return orjson.dumps(content, option=orjson.OPT_SORT_KEYS).decode()


def sha256(written: str) -> str:
    """The hash that a result is known by."""
    return hashlib.sha256(written.encode()).hexdigest()


def inputs_sha256(content: Mapping[str, Any]) -> str:
    """The hash of what went in: scheme, people and inputs."""
    return sha256(text({name: content[name] for name in ("scheme", "people", "inputs")}))


def scored_again(content: Mapping[str, Any]) -> ScoreSheet:
    """The document's inputs put through the engine."""
    inputs = content["inputs"]
    given: dict[str, Any] = {name: _array(inputs[name]) for name in (*_MATRICES, *_COLUMNS)}
    values = given.pop("values")
    targets = given.pop("targets")
    people = [row[0] for row in content["people"]]
    shape = (len(people), len(inputs["indicators"]))
    measured = Measurements(
        people,
        inputs["indicators"],
        np.empty(shape) if values is None else values.reshape(shape),
        targets,
        **given,
        **{name: inputs[name] for name in _FLAGS},
        not_due=inputs["not_due"],
        carried_from={(person, code): period for person, code, period in inputs["carried_from"]},
        **_thawed_past(content),
        positions=[row[_PERSON.index("position")] or None for row in content["people"]],
        held=held(**inputs["held"]) if "held" in inputs else None,
        attendance=_array(inputs["attendance"]) if "attendance" in inputs else None,
    )
    return score(Scheme.from_toml(content["scheme"]), measured)


def differences(content: Mapping[str, Any], sheet: ScoreSheet) -> tuple[str, ...]:
    """The people whose result, scored again, is not what was published."""
    was, now = content["results"], _results(sheet)
    exact, again = (np.array(results["exact"], dtype=float) for results in (was, now))
    people = sheet.people
    apart = ~np.isclose(exact, again, rtol=0, atol=EXACT_TOLERANCE, equal_nan=True)
    return tuple(
        person
        for k, person in enumerate(people)
        if apart[k] or any(was[name][k] != now[name][k] for name in ("totals", "ranks", "grades", "status"))
    )


def thaw(content: Mapping[str, Any], state: str, sha: str) -> PeriodSheet:
    """The published period as it was published.

    Raises
    ------
    WorkflowError : the engine no longer gives what was published; nothing else is shown in its place.
    """
    sheet = scored_again(content)
    if apart := differences(content, sheet):
        raise WorkflowError("errors-frozen-differs", period=content["period"], people=", ".join(apart))
    inputs = content["inputs"]
    return period_sheet(
        content["period"],
        state,
        sheet,
        tuple(PersonInfo(*row) for row in content["people"]),
        {(person, team): share for person, team, share in inputs["team_days"]},
        {team: (names[0], names[1]) for team, names in inputs["teams"].items()},
        sha,
    )


def published(db: Database, codes: Sequence[str]) -> dict[str, PeriodSheet]:
    """The frozen results of those of the periods that are published now.

    Raises
    ------
    WorkflowError : as :func:`thaw`, or a result stands under another period than the one it was made for.
    """
    with db.read() as cursor:
        current = sheet_store.current(cursor, codes)
        # Held on to from here: what is thawed below, or by somebody else meanwhile, may take its place.
        with _lock:
            known = {row.sheet_id: _thawed.get((row.sha256, row.state)) for row in current}
        contents = sheet_store.contents(cursor, [sheet for sheet, found in known.items() if found is None])
    result = {}
    for row in current:
        found = known[row.sheet_id]
        if found is None:
            found = thaw(orjson.loads(contents[row.sheet_id]), row.state, row.sha256)
            with _lock:
                _thawed[row.sha256, row.state] = found
        if found.period != row.period:
            raise WorkflowError("errors-frozen-exchanged", period=row.period, of=found.period)
        result[row.period] = found
    return result


def _results(sheet: ScoreSheet) -> dict[str, Any]:
    return {
        "totals": _numbers(sheet.totals),
        "exact": _numbers(sheet.exact),
        "ranks": _numbers(sheet.ranks),
        "grades": list(sheet.grades),
        "status": list(sheet.status),
    }


def _numbers(array: np.ndarray | None) -> Any:
    """Nested lists; None for NaN (and where there is no array)."""
    if array is None:
        return None
    plain = array.astype(object)
    plain[np.isnan(array)] = None
    return plain.tolist()


def _flags(array: np.ndarray | None) -> list[bool] | None:
    return None if array is None else array.tolist()


def _array(given: Any) -> np.ndarray | None:
    return None if given is None else np.array(given, dtype=float)
