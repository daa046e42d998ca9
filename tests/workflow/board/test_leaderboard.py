"""Everybody who is due stands on the leaderboard exactly once, whatever has come in; nobody else does."""

import math
import random

import pytest

from access import audit
from scoring.periods import parse_period
from tests.branch import FIRST, LI, last, measured_in
from tests.stored import drop_values
from workflow.board import leaderboard
from workflow.results import scores

COMING = parse_period("2026-11")


def drop(db, *conditions: str) -> None:
    def work(cursor) -> None:
        for condition in conditions:
            drop_values(cursor, f"period = '{COMING}' AND {condition}")
        audit.append(cursor, FIRST, "as-if", "", {})

    db.write(work)


def employed(db, *spells: tuple[str, str | None, str | None]) -> None:
    """People of whom nothing else is known but when they were employed, and whose record is CM01's."""

    def work(cursor) -> None:
        for who, joined, left in spells:
            cursor.execute(
                "INSERT INTO employment SELECT * REPLACE (? AS manager_id, nextval('fact_number') AS fact_id,"
                " ?::DATE AS joined_on, ?::DATE AS left_on) FROM employment WHERE manager_id ='CM01' LIMIT 1",
                [who, joined, left],
            )
            for table in ("person_record", "membership"):
                cursor.execute(
                    f"INSERT INTO {table} SELECT * REPLACE (? AS manager_id, nextval('fact_number') AS"
                    f" fact_id) FROM {table} WHERE manager_id = 'CM01' LIMIT 1",
                    [who],
                )
        audit.append(cursor, FIRST, "as-if", "", {})

    db.write(work)


@pytest.mark.parametrize("seed", range(4))
def test_everybody_due_is_there_once_whoever_has_data(db, seed):
    measured_in(db, COMING, last(db))
    everybody = {m.person.manager_id for m in leaderboard.leaderboard(LI, db, COMING).managers}
    assert len(everybody) == 12
    draw = random.Random(seed)
    gone = draw.sample(sorted(everybody), 3 + seed)
    thin = draw.sample(sorted(everybody - set(gone)), 2)
    drop(db, *(f"manager_id = '{one}'" for one in gone))
    drop(db, *(f"manager_id = '{one}' AND indicator_code < 'R'" for one in thin))
    board = leaderboard.leaderboard(LI, db, COMING)
    shown = [m.person.manager_id for m in board.managers]
    assert sorted(shown) == sorted(everybody)
    assert {m.person.manager_id for m in board.without} == set(gone)
    assert {m.person.manager_id for m in board.lacking} == set(thin)
    kinds = (board.ranked, board.protected, board.lacking, board.without)
    assert sum(map(len, kinds)) == len(everybody)
    assert not board.settled and all(math.isnan(m.rank) and m.grade is None for m in board.managers)
    assert sum(row.due for row in board.teams) + len(board.protected) == len(everybody)
    assert board.branch_total == scores.period_sheet(LI, db, COMING).branch_total


def test_who_left_before_or_joins_later_or_is_on_leave_throughout_is_not_due(db):
    measured_in(db, COMING, last(db))
    employed(
        db,
        ("LEFT", "2020-01-01", "2026-10-31"),
        ("LATER", "2026-12-01", None),
        ("STAYS", None, None),
        ("GOES", "2020-01-01", "2026-11-01"),
        ("AWAY", "2020-01-01", None),
    )

    def away(cursor) -> None:
        cursor.execute(
            "INSERT INTO leave_of_absence (manager_id, from_on, to_on, kind, recorded_at) VALUES"
            " ('AWAY', '2026-10-20', '2026-12-05', 'injury', current_localtimestamp())"
        )
        audit.append(cursor, FIRST, "as-if", "", {})

    db.write(away)
    board = leaderboard.leaderboard(LI, db, COMING)
    assert {m.person.manager_id for m in board.without} == {"STAYS", "GOES"}


def test_what_was_published_names_who_had_nothing_and_stays_as_it_was(db):
    period = last(db)
    before = leaderboard.leaderboard(LI, db, period)
    employed(db, ("LATE", "2020-01-01", None))
    board = leaderboard.leaderboard(LI, db, period)
    assert [m.person.manager_id for m in board.without] == ["LATE"]
    assert board.settled and not board.provisional
    assert [(m.person.manager_id, m.rank) for m in board.ranked] == [
        (m.person.manager_id, m.rank) for m in before.ranked
    ]


def test_a_fall_ends_where_another_scheme_begins(whole):
    board = leaderboard.leaderboard(LI, whole, parse_period("2026-02"))
    assert board.breaks == (10,) and not board.scheme_changed
    assert max(m.falls for m in board.managers) == 1
    assert leaderboard.leaderboard(LI, whole, parse_period("2026-01")).scheme_changed
