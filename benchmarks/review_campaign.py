"""Speed of a campaign of 360 reviews: drawing 20 000 answers, and one answer more among them.

Run with ``python -m benchmarks.review_campaign``. 500 people, each rated by eight, five items a form.
"""

from __future__ import annotations

import datetime as dt
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from access import audit
from access.actor import Actor
from data.database import Cursor, Database
from data.stores.reviews import assignment_store, ballot_store, campaign_store
from data.stores.reviews.vault import vault
from scoring.reviews import severity_adjusted
from workflow.reviews import assigning, drawing, forms, standing

PEOPLE, PEERS, SUPERIORS = 500, 6, 2
CHAIR = Actor("chair", "committee")


def campaign(db: Database, people: int) -> int:
    """A closed campaign with every answer in; two superiors, who share everybody, and colleagues."""
    rng, items = np.random.default_rng(0), forms.default_items()
    names = [f"CM{k:04}" for k in range(people)]
    asked = [(name, "superior", f"boss{k}", 1) for name in names for k in range(SUPERIORS)]
    pairs = assigning.circles(dict.fromkeys(names, ""), PEERS)
    asked += [(ratee, "peers", rater.lower(), 1) for ratee, rater in pairs]
    levels = rng.integers(2, 6, (len(asked), len(items)))
    codes = [item.code for item in items]

    def work(cursor: Cursor) -> int:
        today, when = dt.date(2026, 6, 1), audit.now()
        number = campaign_store.add(
            cursor, "x", "2026-06", (today, today), forms.stored(items), standing.MINIMUM, "x", when
        )
        assignment_store.hand_in(cursor, assignment_store.add(cursor, number, asked))
        said = [
            {
                **{"group": group, "ratee": ratee, "cannot": [], "comments": {}},
                "levels": dict(zip(codes, row, strict=True)),
                **({"rater": rater} if group == "superior" else {}),
            }
            for (ratee, group, rater, _), row in zip(asked, levels.tolist(), strict=True)
        ]
        ballot_store.cast(cursor, vault(db.path, make=True), number, forms.room(items), said)
        campaign_store.add_event(cursor, number, "closed", "x", when)
        return number

    return db.write(work)


def seconds(task: Callable[[], object]) -> float:
    """How long a task takes."""
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def measured(folder: Path, people: int) -> None:
    """Print the seconds of each step for so many people."""
    db = Database.open(folder / f"{people}.duckdb", create=True)
    number, room, sealer = campaign(db, people), forms.room(forms.default_items()), vault(db.path)
    again = [{"group": "peers", "ratee": "x"}]
    more = seconds(lambda: db.trial(lambda cursor: ballot_store.cast(cursor, sealer, number, room, again)))
    drawn = seconds(lambda: drawing.draw(CHAIR, db, number))
    ratees = [f"CM{k:04}" for k in range(people) for _ in range(SUPERIORS)]
    raters = [f"boss{k}" for _ in range(people) for k in range(SUPERIORS)]
    scores = np.random.default_rng(1).uniform(1, 5, len(ratees))
    fitted = seconds(lambda: severity_adjusted(ratees, raters, scores))
    answers = people * (PEERS + SUPERIORS) * 5
    print(f"{answers} answers: drawn {drawn:.2f} s, fitted {fitted:.3f} s, one more {more:.2f} s")
    db.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        for size in (48, PEOPLE):
            measured(Path(name), size)
