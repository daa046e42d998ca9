"""What the database holds and how fast it is read: 200 000 people × 120 months × 12 indicators.

Everything is brought and approved by the project's own processes, month after month, into a file in build/
that the next run goes on with. Prints a table and writes build/scale/PEOPLExMONTHS.json. Beside the seconds
that pass stand those that the process worked, on all threads: they tell more where others use the machine.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd

from access import audit
from access.actor import Actor, operator
from data.arrays import HISTORY_COLUMNS, Facts, measurements_for
from data.database import Cursor, Database
from data.period_facts import period_facts
from data.reading.judged import Judged
from data.stores import scheme_store
from data.stores.intake import value_store
from scoring import Indicator, Scheme, score
from scoring.periods import Period, parse_period
from scoring.scheme import Grade
from scoring.scheme.rules import PeerMinMax
from workflow import schemes
from workflow.intake import imports
from workflow.results import scores

PEOPLE, MONTHS, INDICATORS = 200_000, 120, 12
TEAM = 50
"""People of a branch: each team is one."""
LAST = parse_period("2026-10")
FOLDER = Path(__file__).parents[1] / "build" / "scale"
_BRINGS, _APPROVES = operator("scale.zhao"), operator("scale.wang")
_CHAIR = Actor("committee.gao", "committee")
CODES = [f"I{k:02d}" for k in range(1, INDICATORS + 1)]


def main() -> None:
    """Build what is missing, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--months", type=int, default=MONTHS)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    asked = parser.parse_args()
    found = measure(asked.people, asked.months, asked.folder, print)
    for what, figure in found.items():
        print(f"{what:<68} {figure:>14,.3f}")


def measure(people: int, months: int, folder: Path, tell: Callable[[str], None]) -> dict[str, float]:
    """Seconds of each question, median of some; the file's megabytes, bytes a measurement, and what of it was
    built in this run in how long."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{people}x{months}.duckdb"
    periods = [LAST.shift(k) for k in range(1 - months, 1)]
    db = Database.open(path, create=True)
    begun, worked = time.perf_counter(), time.process_time()
    made = build(db, people, periods, tell)
    building, work = time.perf_counter() - begun, time.process_time() - worked
    db.close()
    db = Database.open(path)
    rows = people * months * INDICATORS
    found = {
        "measurements": float(rows),
        "months built in this run": float(made),
        "s, building them": building,
        "s of work, building them": work,
        "MB, file": path.stat().st_size / 1e6,
        "bytes, file per measurement": path.stat().st_size / rows,
    }
    found |= _seconds("periods that hold data", [partial(scores.periods, _CHAIR, db)])
    recent = periods[-1:-4:-1]
    found |= _seconds("one period scored from the database", [partial(_scored, db, p) for p in recent])
    found |= _seconds("the same with people and teams", [partial(scores.live, db, p) for p in recent])
    with db.read() as cursor:
        codes = [p.code for p in periods]
        someone = [_name(k) for k in np.linspace(0, people - 1, 7, dtype=int)]
        found |= _seconds(
            f"one manager's {months} months",
            [partial(value_store.sources, cursor, who, codes) for who in someone],
        )
        teams = [range(k, min(k + TEAM, people)) for k in (0, people // 2, max(0, people - TEAM))]
        found |= _seconds(
            f"board of a branch of {TEAM}, 12 months read and scored",
            [partial(_board, cursor, [_name(k) for k in team], periods[-12:]) for team in teams],
        )
    found["MB, most memory of this run"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    db.close()
    (folder / f"{people}x{months}.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return found


def build(db: Database, people: int, periods: Sequence[Period], tell: Callable[[str], None]) -> int:
    """Bring the scheme, the people and every month that is not there yet; how many months those were."""
    if not db.head():
        _adopt(db, periods[0])
    there = {p.period for p in scores.periods(_CHAIR, db)}
    if not there:
        _bring(db, "people", "staff.csv", _staff(people))
    missing = [p for p in periods if p not in there]
    for period in missing:
        begun = time.perf_counter()
        _bring(db, "metrics", f"{period.code}.csv", _month(people, period))
        tell(f"{period.code}: {time.perf_counter() - begun:.1f} s")
    return len(missing)


def scheme() -> Scheme:
    """Twelve indicators, each judged among peers, with five grades."""
    indicators = tuple(
        Indicator(code, {"zh": f"指标{code}", "en": code}, 100 / INDICATORS, PeerMinMax(), "efficiency")
        for code in CODES
    )
    grades = tuple(Grade(name, from_) for name, from_ in zip("ABCDE", (95, 85, 75, 60, 0), strict=True))
    return Scheme("scale", 1, indicators, grades=grades).checked()


def _adopt(db: Database, first: Period) -> None:
    stored = scheme()
    schemes.store(_CHAIR, db, stored)

    def work(cursor: Cursor) -> None:
        scheme_store.add_event(
            *(cursor, stored.reference, "adopted", _CHAIR.username, audit.now()),
            effective_from=first.code,
            why="benchmark",
        )
        audit.append(cursor, _CHAIR, "adopt-scheme", str(stored.reference), {"effective_from": first.code})

    db.write(work)


def _name(k: int) -> str:
    return f"CM{k + 1:06d}"


def _staff(people: int) -> pd.DataFrame:
    ids = [_name(k) for k in range(people)]
    team = [f"B{k // TEAM + 1:04d}" for k in range(people)]
    return pd.DataFrame(
        {"manager_id": ids, "name": ids, "name_en": ids, "team": team, "team_en": team}
        | {"position": "初级客户经理", "joined_on": "2010-01-04"}
    )


def _month(people: int, period: Period) -> pd.DataFrame:
    """A month's figures to two places, as a file has them: a line a person, a column an indicator."""
    rng = np.random.default_rng([people, int(period.code.replace("-", ""))])
    size = people * INDICATORS
    return pd.DataFrame(
        {
            "manager_id": pd.Categorical.from_codes(
                np.repeat(np.arange(people), INDICATORS), [_name(k) for k in range(people)]
            ),
            "period": pd.Categorical.from_codes(np.zeros(size, dtype=int), [period.code]),
            "indicator": pd.Categorical.from_codes(np.tile(np.arange(INDICATORS), people), CODES),
            "value": np.round(rng.lognormal(5, 0.5, size), 2),
        }
    )


def _bring(db: Database, kind: str, name: str, rows: pd.DataFrame) -> None:
    """One brings, another approves. The rows are handed over as judged: benchmarks.imports reads files."""
    judged = Judged(kind, len(rows), rows, [])
    done = imports.submit(_BRINGS, db, imports.ReadFile(judged, name, f"scale-{name}", "scale"))
    assert done.batch is not None
    imports.approve(_APPROVES, db, done.batch)


def _scored(db: Database, period: Period) -> int:
    """Read a period and score it."""
    with db.read() as cursor:
        known = period_facts(cursor, [period.code])
    return len(score(scheme(), measurements_for(scheme(), period, known.facts)).people)


def _board(cursor: Cursor, team: Sequence[str], periods: Sequence[Period]) -> int:
    """Score some months of the people of one branch, who are a cohort of their own."""
    rows = cursor.execute(
        "SELECT manager_id, period, indicator_code AS indicator, NULL::DOUBLE AS target,"
        " last(value ORDER BY measurement_id) AS value, last(own_value ORDER BY measurement_id) AS own_value"
        " FROM measurement WHERE list_contains($1::VARCHAR[], manager_id)"
        " AND list_contains($2::VARCHAR[], period) GROUP BY ALL",
        [list(team), [p.code for p in periods]],
    ).df()[HISTORY_COLUMNS]
    sheets = [score(scheme(), measurements_for(scheme(), p, Facts(rows))) for p in periods]
    return sum(len(sheet.people) for sheet in sheets)


def _seconds(what: str, tasks: Sequence[Callable[[], object]]) -> dict[str, float]:
    """Medians of the tasks, each done once: of the seconds that passed, and of those that were worked."""
    taken = []
    for task in tasks:
        passed, worked = time.perf_counter(), time.process_time()
        task()
        taken.append((time.perf_counter() - passed, time.process_time() - worked))
    seconds, work = (statistics.median(column) for column in zip(*taken, strict=True))
    return {f"s, {what}": seconds, f"s of work, {what}": work}


if __name__ == "__main__":
    main()
