"""How long a large file of an earlier schema takes to be brought up to date, and with how much memory.

Makes a file of schema 11 with 57.6 million measured values and as many rows that waited (80 000 people, 60
months, 12 indicators), opens a copy with today's program in a process of its own, in which the engine may use
no more than MEMORY, and prints the seconds, the most memory of that process and both sizes.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb

from benchmarks.scale import FOLDER, INDICATORS, LAST
from data.keeping import migrating
from data.reading.values.text import compact

BEFORE = 11
"""The schema of the file that is made."""
PEOPLE, MONTHS = 80_000, 60
MEMORY = "2GB"
_OPENS = """
import functools, json, resource, sys, time
from pathlib import Path
import duckdb
duckdb.connect = functools.partial(duckdb.connect, config={"memory_limit": sys.argv[2]})
from data.database import Database
begun = time.perf_counter()
db = Database.open(Path(sys.argv[1]))
taken = time.perf_counter() - begun
rows = 0
with db.read() as cursor:
    ((rows,),) = cursor.execute("SELECT count(*) FROM measurement").fetchall()
db.close()
print(json.dumps([taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, rows]))
"""


def main() -> None:
    """Make the file unless it is there, open a copy, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--months", type=int, default=MONTHS)
    parser.add_argument("--memory", default=MEMORY)
    asked = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    old = FOLDER / f"schema-{BEFORE}-{asked.people}x{asked.months}.duckdb"
    if not old.exists():
        _make(old, asked.people, asked.months)
    new = old.with_name("upgraded.duckdb")
    shutil.copy(old, new)
    opened = [sys.executable, "-c", _OPENS, str(new), asked.memory]
    done = subprocess.run(opened, check=True, capture_output=True, text=True)
    # The engine draws its progress before it.
    seconds, memory, rows = json.loads(done.stdout.splitlines()[-1])
    found = {
        "measured values": rows,
        "s, brought up to date (a copy of the old file included)": seconds,
        "MB, most memory": memory,
        "MB, file before": old.stat().st_size / 1e6,
        "MB, file after": new.stat().st_size / 1e6,
    }
    for what, figure in found.items():
        print(f"{what:<68} {figure:>14,.1f}")


def _make(path: Path, people: int, months: int) -> None:
    """A file as the program of that schema left it, by its scripts and two statements."""
    unfinished = path.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    known, cursor = migrating.scripts(), duckdb.connect(str(unfinished))
    cursor.create_function("alike", compact, ["VARCHAR"], "VARCHAR")
    cursor.execute(
        "CREATE TABLE schema_version"
        " (version INTEGER PRIMARY KEY, name VARCHAR, applied_at TIMESTAMP, sha256 VARCHAR)"
    )
    for version in range(1, BEFORE + 1):
        cursor.execute(known.texts[version])
        cursor.execute(
            "INSERT INTO schema_version (version, name, applied_at, sha256) VALUES (?, ?, now(), ?)",
            [version, known.files[version].stem, known.sums[version]],
        )
    codes = [LAST.shift(k).code for k in range(1 - months, 1)]
    for number, code in enumerate(codes, start=1):
        cursor.execute(
            "INSERT INTO import_batch"
            " (batch_id, kind, file_name, file_sha256, rows_read, imported_by, imported_at)"
            " VALUES (?, 'metrics', ?, ?, ?, 'benchmark', now())",
            [number, code, code, people * INDICATORS],
        )
        cursor.execute(
            """
            INSERT INTO measurement (manager_id, indicator_code, period, value, batch_id, recorded_at)
            SELECT format('CM{:06d}', n // $2 + 1), format('I{:02d}', n % $2 + 1), $3,
                round(100 * random(), 2), $4, now()
            FROM range($1::BIGINT * $2) AS made (n)
            """,
            [people, INDICATORS, code, number],
        )
        cursor.execute(
            """
            INSERT INTO staged_row (batch_id, row_no, manager_id, period, indicator_code, value)
            SELECT batch_id, measurement_id, manager_id, period, indicator_code, value
            FROM measurement WHERE batch_id = ?
            """,
            [number],
        )
    cursor.close()
    unfinished.rename(path)


if __name__ == "__main__":
    main()
