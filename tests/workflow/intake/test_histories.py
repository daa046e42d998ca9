"""People, events, leave and books have a history: as it stood then, undone, corrected, counted by days."""

import datetime as dt
import random

import pytest

from data import facts
from data.database import Database
from data.facts import TABLES, Fact
from data.keeping.migrating import MIGRATIONS
from data.period_facts import period_facts
from scoring.periods import parse_period
from tests.branch import WANG, ZHAO, approved, bring, person
from tests.places import SCHEMES
from workflow.errors import WorkflowError
from workflow.intake import batches, corrections, imports

PERIODS = ["2026-01", "2026-02", "2026-03"]
D = dt.date
NAN = float("nan")


@pytest.fixture
def db(empty):
    return empty


def state(db, as_of=None):
    """Everything that is known, as plain values that can be compared."""
    with db.read() as cursor:
        known = period_facts(cursor, PERIODS, as_of)
    frames = [known.facts.history, known.facts.people, known.facts.events, known.facts.leave]
    frames += [known.facts.handovers, known.records]
    plain = [sorted(map(repr, f.astype(str).itertuples(index=False, name=None))) for f in frames]
    return plain, known.facts.memberships.to_numpy().tolist(), known.team_records


def some_rows(rng, kind):
    """One to three random rows of a kind."""
    days = [D(2026, m, d) for m in (1, 2, 3) for d in (1, 16)]
    rows = []
    for _ in range(rng.randint(1, 3)):
        who, day, period = f"K{rng.randint(1, 4):02d}", rng.choice(days), rng.choice(PERIODS)
        rows.append(
            {
                "people": lambda who=who, day=day: person(
                    int(who[1:]),
                    team=rng.choice(["甲队", "乙队", "丙队"]),
                    position=rng.choice([None, "初级", "中级"]),
                    joined_on=rng.choice([None, D(2019, 5, 6), D(2026, 2, 1)]),
                    left_on=rng.choice([None, None, D(2025, 6, 30)]),
                    from_on=rng.choice([None, day]),
                ),
                "metrics": lambda who=who, period=period: {
                    **{"manager_id": who, "period": period, "indicator": rng.choice(["E01", "E02"])},
                    **{
                        "value": rng.choice([1.0, 2.5, NAN]),
                        "target": rng.choice([NAN, 4.0]),
                    },
                    "own_value": NAN,
                },
                "targets": lambda who=who, period=period: {
                    **{"manager_id": who, "period": period, "indicator": "E01"},
                    "target": rng.choice([5.0, 0.0, NAN]),
                },
                "events": lambda who=who, period=period: {
                    **{"manager_id": who, "period": period, "kind": rng.choice(["addition", "veto"])},
                    **{
                        "points": rng.choice([1.0, 2.0]),
                        "reason": rng.choice(["甲", "乙"]),
                        "document": None,
                    },
                    "finding": rng.choice([None, "exempt"]),
                },
                "leave": lambda who=who, day=day: {
                    **{"manager_id": who, "kind": "annual", "from_on": day},
                    "to_on": day + dt.timedelta(days=rng.randint(0, 9)),
                },
                "handovers": lambda who=who, day=day: {
                    **{"receiver_id": who, "giver_id": rng.choice([None, "K09"]), "on_date": day},
                    "note": rng.choice([None, "存量"]),
                },
                "indicators": lambda: {
                    **{"code": rng.choice(["E01", "E02"]), "name_zh": rng.choice(["存款", "贷款"])},
                    "name_en": "x",
                },
            }[kind]()
        )
    return rows


@pytest.mark.parametrize("seed", range(6))
def test_the_state_as_of_a_moment_is_that_of_a_replay_up_to_it(seed, tmp_path):
    rng = random.Random(seed)
    kinds = ["people", "metrics", "targets", "events", "leave", "handovers", "indicators"]
    steps = [(kind, some_rows(rng, kind)) for kind in rng.choices(kinds, k=24)]
    start = dt.datetime(2026, 4, 1)
    moments = [start + dt.timedelta(hours=k) for k in range(len(steps))]
    whole = Database.open(tmp_path / "whole.duckdb", create=True)
    for (kind, rows), at in zip(steps, moments, strict=True):
        bring(whole, kind, rows, at)
    replay = Database.open(tmp_path / "replay.duckdb", create=True)
    seen = set()
    for (kind, rows), at in zip(steps, moments, strict=True):
        bring(replay, kind, rows, at)
        now = state(replay)
        assert state(whole, at) == now
        seen.add(repr(now))
    assert len(seen) > 12  # the history did move


@pytest.mark.parametrize("seed", range(4))
def test_undoing_every_batch_in_turn_brings_back_what_was_there(seed, db):
    rng = random.Random(100 + seed)
    bring(db, "people", [person(n, joined_on=D(2019, 5, 6)) for n in range(1, 5)])
    states, numbers = [state(db)], []
    for kind in ["people", "metrics", "targets", "events", "leave", "handovers", "events", "people"]:
        before = state(db)
        number = bring(db, kind, some_rows(rng, kind))
        if state(db) != before:
            states.append(state(db))
            numbers.append(number)
    for number in reversed(numbers):
        states.pop()
        approved(db, batches.undo(ZHAO, db, number, "放错了"))
        plain, members, _ = state(db)
        # A withdrawn value is a row without a value to the reader of facts; a new team's name stays.
        assert _without_gaps(plain) == _without_gaps(states[-1][0])
        assert members == states[-1][1]


def _without_gaps(plain):
    return [[r for r in frame if not r.endswith("nan, nan, nan)")] for frame in plain]


def test_what_an_undone_batch_brought_back_belongs_to_the_batch_before(db):
    """A, then B over it; B undone; then A undone; then both again, in the other order."""
    bring(db, "people", [person(1)])
    row = {"manager_id": "K01", "period": "2026-03", "indicator": "E01", "value": 1.0}
    a = bring(db, "metrics", [row])
    b = bring(db, "metrics", [row | {"value": 2.0}])

    def value():
        return batches.history(ZHAO, db, "K01", "2026-03", "E01")[-1].value

    with pytest.raises(WorkflowError, match="errors-batch-undone"):
        batches.undo(ZHAO, db, a, "被后来的批次更改")
    of_b = approved(db, batches.undo(ZHAO, db, b, "错"))
    assert value() == 1.0
    of_a = approved(db, batches.undo(ZHAO, db, a, "错"))
    assert value() != value()
    approved(db, batches.undo(ZHAO, db, of_a, "没错"))
    assert value() == 1.0
    approved(db, batches.undo(ZHAO, db, of_b, "没错"))
    assert value() == 2.0
    approved(db, batches.undo(ZHAO, db, b, "还是错"))
    assert value() == 1.0


def test_an_event_is_taken_back_and_a_second_one_alike_supersedes(db):
    bring(db, "people", [person(1)])
    veto = {"manager_id": "K01", "period": "2026-03", "kind": "veto", "points": 0.0, "reason": "张冠李戴"}
    number = bring(db, "events", [veto])
    with pytest.raises(WorkflowError, match="errors-reason-needed"):
        batches.undo(ZHAO, db, number, " ")
    bring(db, "events", [veto | {"reason": " 张冠 李戴"}])  # the same, typed otherwise
    with db.read() as cursor:
        assert len(period_facts(cursor, PERIODS).facts.events) == 1
    bring(db, "events", [veto | {"finding": ""}])  # nothing found yet: it counts
    with db.read() as cursor:
        assert period_facts(cursor, PERIODS).facts.events["finding"].isna().all()
    bring(db, "events", [veto | {"finding": "exempt"}])
    with db.read() as cursor:
        assert period_facts(cursor, PERIODS).facts.events["finding"].tolist() == ["exempt"]
    fact = corrections.event({**veto, "document": None}, withdrawn=True)
    approved(db, corrections.fact(ZHAO, db, fact, "不是本人"))
    with db.read() as cursor:
        assert period_facts(cursor, PERIODS).facts.events.empty
    with pytest.raises(WorkflowError, match="errors-fact-unknown"):
        corrections.fact(ZHAO, db, fact, "再撤一次")


def test_a_move_on_the_16th_is_counted_by_days_and_later_files_leave_it_alone(db):
    bring(db, "people", [person(1, joined_on=D(2019, 5, 6), position="初级", email="a@b.cn")])
    bring(db, "people", [person(1, team="乙队", from_on=D(2026, 3, 16), position="中级")])
    bring(db, "people", [{"manager_id": "K01", "name": "员一一", "team": "乙队"}])
    with db.read() as cursor:
        known = period_facts(cursor, PERIODS)
        (row,) = cursor.execute("SELECT name, joined_on, email FROM person").fetchall()
    march = known.facts.team_days(parse_period("2026-03"))
    assert march == {("K01", "甲队"): 15 / 31, ("K01", "乙队"): 16 / 31}
    assert known.facts.team_days(parse_period("2026-02")) == {("K01", "甲队"): 1.0}
    assert known.staff(D(2026, 3, 15)).at["K01", "position"] == "初级"
    assert known.staff(D(2026, 3, 16)).at["K01", "position"] == "中级"
    assert row == ("员一一", D(2019, 5, 6), "a@b.cn")


def test_somebody_who_left_and_came_back_is_new_only_since_then(db):
    bring(db, "people", [person(1, joined_on=D(2019, 5, 6))])
    bring(db, "people", [{"manager_id": "K01", "name": "员1", "team": "甲队", "left_on": D(2025, 6, 30)}])
    back = bring(db, "people", [person(1, team="乙队", joined_on=D(2026, 2, 2))])
    with db.read() as cursor:
        spells = period_facts(cursor, PERIODS).facts.people
        moves = cursor.execute("SELECT team_id, starts_on FROM membership ORDER BY starts_on").fetchall()
    assert [str(d)[:10] for d in spells["joined_on"]] == ["2019-05-06", "2026-02-02"]
    assert [str(d)[:10] for d in spells["left_on"]] == ["2025-06-30", "NaT"]
    assert moves[-1] == ("乙队", D(2026, 2, 2))
    # A corrected joining day is no third spell.
    bring(db, "people", [person(1, team="乙队", joined_on=D(2026, 2, 9))])
    with db.read() as cursor:
        assert len(period_facts(cursor, PERIODS).facts.people) == 2
    approved(db, batches.undo(ZHAO, db, back, "没有回来"))
    with pytest.raises(WorkflowError, match="errors-batch-undone"):
        batches.undo(ZHAO, db, back, "再撤")


def test_targets_are_undone_with_the_values_they_came_with(db):
    bring(db, "people", [person(1)])
    row = {"manager_id": "K01", "period": "2026-03", "indicator": "E01", "value": 9.0, "target": 77.0}
    number = bring(db, "metrics", [row | {"own_value": NAN}])
    approved(db, batches.undo(ZHAO, db, number, "错表"))
    with db.read() as cursor:
        held = cursor.execute(f"SELECT count(*) FROM {facts.holding('target')}").fetchone()
        assert held == (0,)
        assert cursor.execute(f"SELECT count(*) FROM {facts.holding('measurement')}").fetchone() == (0,)


def test_leave_of_two_kinds_that_overlaps_is_missed_once(db):
    from data.arrays import measurements_for
    from scoring import Scheme

    bring(db, "people", [person(1, joined_on=D(2019, 5, 6))])
    row = {"manager_id": "K01", "period": "2026-03", "indicator": "E01", "value": 9.0}
    bring(db, "metrics", [row])
    bring(
        db,
        "leave",
        [
            {"manager_id": "K01", "kind": "annual", "from_on": D(2026, 3, 2), "to_on": D(2026, 3, 11)},
            {"manager_id": "K01", "kind": "sick", "from_on": D(2026, 3, 10), "to_on": D(2026, 3, 12)},
            {"manager_id": "K01", "kind": "annual", "from_on": D(2026, 2, 20), "to_on": D(2026, 3, 1)},
        ],
    )
    scheme = Scheme.from_toml((SCHEMES / "x-branch-v2.toml").read_text(encoding="utf-8"))
    with db.read() as cursor:
        known = period_facts(cursor, PERIODS)
    measured = measurements_for(scheme, parse_period("2026-03"), known.facts)
    assert measured.presence.tolist() == [1 - 12 / 31]


def test_the_effect_of_every_kind_is_shown_and_nothing_of_it_stays(db):
    bring(db, "people", [person(1)])
    waiting = bring(db, "events", [{"manager_id": "K01", "period": "2026-03", "kind": "veto", "points": 0.0,
                                    "reason": "x"}], approve=False)  # fmt: skip
    before = state(db)
    (change,) = batches.changes(ZHAO, db, waiting)
    assert change.before is None and change.fact.values["kind"] == "veto"
    assert batches.effect(ZHAO, db, waiting) == ()  # no scheme is in force
    assert state(db) == before


def test_an_older_batch_over_a_newer_one_is_asked(db):
    bring(db, "people", [person(1)])
    row = {"manager_id": "K01", "period": "2026-03", "indicator": "E01", "value": 1.0}
    older = bring(db, "metrics", [row], approve=False)
    bring(db, "metrics", [row | {"value": 2.0}])
    with pytest.raises(WorkflowError, match="errors-batch-older"):
        imports.approve(WANG, db, older)
    imports.approve(WANG, db, older, anyway=True)
    assert batches.history(ZHAO, db, "K01", "2026-03", "E01")[-1].value == 1.0


def test_a_clock_that_was_set_back_does_not_decide_what_holds(db):
    bring(db, "people", [person(1)], at=dt.datetime(2026, 11, 1))
    bring(db, "people", [person(1, name="改名")], at=dt.datetime(2025, 1, 1))
    with db.read() as cursor:
        assert cursor.execute("SELECT name FROM person").fetchone() == ("改名",)


def test_facts_of_every_table_can_be_brought_undone_and_asked_for(db):
    """Each table of facts is named in a kind of batch, so none is left out of undoing."""
    assert set(corrections.KIND_OF) == set(TABLES)
    for name, table in TABLES.items():
        values = dict.fromkeys(table.columns, "x")
        days = [c for c in table.columns if c.endswith("_on") or c == "on_date"]
        values |= dict.fromkeys(days, D(2026, 3, 1)) | {"spell": 1, "value": 1.0, "own_value": None}
        values |= {"direction": "higher", "points": 1.0, "period": "2026-03"} | (
            {"kind": "veto"} if name == "event" else {}
        )
        fact = Fact(name, {c: values[c] for c in table.columns})
        db.write(lambda c, fact=fact: facts.add(c, [fact], 1, dt.datetime(2026, 3, 1)))
        with db.read() as cursor:
            assert facts.held(cursor, fact) is not None
            (back,) = facts.reversal(cursor, name, 1)
        assert back.withdrawn
        db.write(lambda c, back=back: facts.add(c, [back], 2, dt.datetime(2026, 3, 2)))
        with db.read() as cursor:
            assert facts.held(cursor, fact) is None


def test_a_database_of_the_schema_before_is_brought_up_to_date(tmp_path):
    """Facts of schema 5 keep their meaning: the latest row of a person, two alike events that both count."""
    import duckdb

    path = tmp_path / "old.duckdb"
    old = duckdb.connect(str(path))
    old.execute(
        "CREATE TABLE schema_version (version INTEGER PRIMARY KEY, name VARCHAR, applied_at TIMESTAMP)"
    )
    for script in sorted(MIGRATIONS.glob("*.sql"))[:5]:
        old.execute(script.read_text(encoding="utf-8"))
        old.execute("INSERT INTO schema_version VALUES (?, ?, now())", [int(script.name[:4]), script.stem])
    old.execute("INSERT INTO team VALUES ('甲', '甲', 'A'), ('乙', '乙', 'B')")
    old.execute(
        "INSERT INTO person VALUES ('K01', '旧名', 'o', '初级', '2019-05-06', NULL, NULL, 1, '2026-01-01'),"
        " ('K01', '新名', 'n', '中级', '2019-05-06', NULL, NULL, 2, '2026-02-01')"
    )
    old.execute(
        "INSERT INTO membership VALUES ('K01', '甲', '1900-01-01', 1, '2026-01-01'),"
        " ('K01', '乙', '2026-03-16', 2, '2026-02-01')"
    )
    old.execute(
        "INSERT INTO event VALUES ('K01', '2026-03', 'deduction', 2, '迟报', NULL, 3, '2026-03-01'),"
        " ('K01', '2026-03', 'deduction', 2, ' 迟报', NULL, 4, '2026-03-02')"
    )
    old.execute(
        "INSERT INTO leave_of_absence VALUES ('K01', 'annual', '2026-03-02', '2026-03-03', '2026-03-01')"
    )
    old.execute("INSERT INTO handover VALUES ('K01', NULL, '2026-03-02', NULL, '2026-03-01')")
    old.execute("INSERT INTO import_batch VALUES (5, 'metrics', 'f', 's', NULL, 1, 'zhao', '2026-03-01')")
    old.execute("INSERT INTO batch_event VALUES (5, 'awaiting-review', '2026-03-01', 'zhao', NULL)")
    old.execute("INSERT INTO staged_row VALUES (5, 2, 'K01', '2026-03', 'E01', 7, 9, 'nan', NULL)")
    old.execute(
        "INSERT INTO target (manager_id, indicator_code, period, value, batch_id, recorded_at)"
        " VALUES ('K01', 'E02', '2026-03', 5, 4, '2026-03-01')"
    )
    old.close()
    db = Database.open(path)
    with db.read() as cursor:
        known = period_facts(cursor, PERIODS)
        assert cursor.execute("SELECT name, position FROM person").fetchall() == [("新名", "中级")]
    assert known.facts.events["points"].tolist() == [2.0, 2.0]
    assert known.facts.team_days(parse_period("2026-03")) == {("K01", "甲"): 15 / 31, ("K01", "乙"): 16 / 31}
    assert (len(known.facts.leave), len(known.facts.handovers)) == (1, 1)
    imports.approve(WANG, db, 5)
    with db.read() as cursor:
        (row,) = [r for r in period_facts(cursor, PERIODS).facts.history.itertuples() if r.indicator == "E01"]
    assert (row.value, row.target) == (7.0, 9.0)
    db.close()
    again = Database.open(path)
    assert state(again)[1] == known.facts.memberships.to_numpy().tolist()
