"""Works on a database until it is killed: import, approve, publish, again and again; says what is done."""

import sys
from pathlib import Path

from access.actor import Actor, operator
from data.database import Database
from workflow.intake import imports
from workflow.results import publishing, scores


def main(path: Path, folder: Path, start: int) -> None:
    """Each line on standard output is an acknowledgement: whoever reads it may rely on it."""
    db = Database.open(path)
    zhao, wang, chair = operator("zhao"), operator("wang"), Actor("gao", "committee")
    period = scores.periods(chair, db)[-1].period
    people = [p.manager_id for p in scores.period_sheet(chair, db, period).people]
    print("ready", flush=True)
    for k in range(start, start + 1_000):
        file = folder / f"{k}.csv"
        rows = "".join(f"{p},{period},E01,{900 + k}\n" for p in people)
        file.write_text(f"manager_id,period,indicator,value\n{rows}", encoding="utf-8")
        batch = imports.import_file(zhao, db, "metrics", file).batch
        print("imported", batch, k, flush=True)
        imports.approve(wang, db, batch)
        print("approved", batch, k, flush=True)
        if k % 2:
            if any(r.period == period.code for r in publishing.results(chair, db)):
                try:
                    publishing.reopen(chair, db, period, f"again {k}")
                except Exception as problem:
                    print("skipped", type(problem).__name__, flush=True)
            found = publishing.publish(chair, db, period)
            print("published", found.sheet_id, found.sha256, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
