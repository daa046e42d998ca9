"""Whatever colleagues answer within a cell, all that anybody can read is the same, to the last byte."""

import re
import shutil

import pytest

from data.database import Database
from data.stores.reviews.vault import key_file
from tests.workflow.reviews import campaign as steps
from tests.workflow.reviews.campaign import LI, PERIOD, WANG, ZHAO
from workflow.intake import imports
from workflow.results import scores
from workflow.reviews import campaigns, drawing, results

WHO = "CM01"
SEALED = {"review_ballot", "review_draft", "review_comment", "review_link"}
"""Under the key of the vault, or the hash of a secret."""
MOMENT = re.compile(r"_at$|^at$")
CHAIN = ("previous_hash", "hash", "detail", "sealed")
"""The trail's own: hashes of moments; details are compared apart, without moments."""


def readable(db, secrets) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table without what is sealed, without moments."""
    found = {}
    with db.read() as cursor:
        tables = sorted(t for (t,) in cursor.execute("SELECT table_name FROM duckdb_tables()").fetchall())
        for table in tables:
            # Hashes of rows that are compared here themselves, with their moments; of what is sealed they
            # hold nothing (data.sealing.tables.LEFT_OUT).
            if table in SEALED or table == "seal":
                (count,) = cursor.execute(f"SELECT count(*) FROM {table}").fetchone()
                found[table] = [(count,)]
                continue
            rows = cursor.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in rows.description]
            kept = [k for k, name in enumerate(names) if not MOMENT.search(name) and name not in secrets]
            found[table] = [tuple(row[k] for k in kept) for row in rows.fetchall()]
    return found


def released(file, folder, levels) -> tuple[object, ...]:
    """A campaign about one person in a branch of its own, in which colleagues answered `levels`; all that can
    be read of it, by any role."""
    folder.mkdir()
    path = folder / "branch.duckdb"
    shutil.copy(file, path)
    shutil.copy(key_file(file), key_file(path))
    db = Database.open(path)
    number = steps.begun(db, ratees={WHO}, peers=len(levels))
    for one, level in zip(steps.asked(db, number, group="peers"), levels, strict=True):
        steps.hand_in(db, one, level)
    for one in steps.asked(db, number, group="superior"):
        steps.hand_in(db, one, 4)
    campaigns.close(ZHAO, db, number, "全部交齐")
    certificate = drawing.draw(LI, db, number)
    imports.approve(WANG, db, drawing.release(LI, db, number))
    me = steps.manager(db, WHO)
    told = (
        certificate,
        results.results(LI, db, number),
        results.own(me, db, WHO),
        results.judging(LI, db, number),
        campaigns.progress(ZHAO, db, number),
        scores.live(db, PERIOD).sheet.totals.tolist(),
        readable(db, CHAIN),
    )
    with db.read() as cursor:
        details = cursor.execute("SELECT action, detail FROM audit WHERE detail LIKE '%figures%'").fetchall()
    db.close()
    return str(told), str(details)


@pytest.fixture
def at(demo_file, tmp_path):
    """All that can be read after colleagues answered so."""
    return lambda levels: released(demo_file, tmp_path / "".join(map(str, levels)), levels)


def test_answers_of_one_cell_leave_no_trace_of_which_they_were(at):
    # Means 3.75, 4.25, 5.0 and 3.5: all of them "3.5 and above" for four raters.
    first = at((5, 4, 3, 3))
    for others in ((5, 5, 5, 2), (5, 5, 5, 5), (2, 4, 4, 4)):
        assert at(others) == first


def test_answers_below_the_minimum_leave_no_trace_at_all(at):
    assert at((1, 1, 1)) == at((5, 4, 3))


def test_the_test_would_see_another_cell(at):
    assert at((5, 4, 3, 3)) != at((3, 3, 3, 3))
