"""From file to facts: what is refused and named, the second person, corrections, the trail."""

import datetime as dt

import pytest

from access import audit
from access.actor import Actor, operator
from access.errors import AccessDenied
from data.database import Database
from data.errors import UnreadableFile
from data.period_facts import period_facts
from workflow import imports
from workflow.errors import WorkflowError

ZHAO, WANG = operator("zhao"), operator("wang")
PEOPLE = "manager_id,name,team\nCM01,周敏,T1\nCM02,王海燕,T2\n"
INDICATORS = "code,name_zh,name_en,unit\nE01,日均存款净增,Deposits,万元\n"


@pytest.fixture
def db(tmp_path):
    database = Database.open(tmp_path / "a.duckdb", create=True)
    for kind, text in (("people", PEOPLE), ("indicators", INDICATORS)):
        bring(database, tmp_path, kind, text)
    return database


def bring(db, folder, kind, text, **more):
    path = folder / f"{kind}.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    done = imports.import_file(ZHAO, db, kind, path, **more)
    if done.batch:
        imports.approve(WANG, db, done.batch)
    return done


def history(db, as_of=None):
    with db.read() as cursor:
        rows = period_facts(cursor, ["2026-03"], as_of).facts.history
    return {(r.manager_id, r.indicator): r.value for r in rows.itertuples()}


@pytest.mark.parametrize(
    ("row", "rule", "column"),
    [
        ("CM09,2026-03,E01,1", "unknown_id", "manager_id"),
        ("CM01,2026-03,E99,1", "unknown-indicator", "indicator"),
        ("CM01,2026-03,E01,abc", "number", "value"),
        ("CM01,2026-13,E01,1", "impossible_month", "period"),
    ],
)
def test_a_bad_row_is_named_and_nothing_is_stored(db, tmp_path, row, rule, column):
    done = bring(db, tmp_path, "metrics", f"manager_id,period,indicator,value\nCM02,2026-03,E01,5\n{row}\n")
    assert done.batch is None and done.status == "refused"
    (problem,) = done.judged.problems
    assert (problem.rule, problem.column, problem.row) == (rule, column, 3)
    assert history(db) == {}


def test_a_target_of_zero_is_refused(db, tmp_path):
    done = bring(db, tmp_path, "targets", "manager_id,period,indicator,target\nCM01,2026-03,E01,0\n")
    assert done.batch is None and done.judged.problems[0].rule == "target-positive"


def test_the_rest_is_kept_where_that_was_asked_for(db, tmp_path):
    text = "manager_id,period,indicator,value\nCM01,2026-03,E01,5\nCM02,2026-03,E01,x\n"
    assert bring(db, tmp_path, "metrics", text, accept_valid=True).judged.refused
    assert history(db) == {("CM01", "E01"): 5.0}


def test_chinese_headings_and_the_national_encoding(db, tmp_path):
    text = "工号,月份,指标,数值\nCM01,2026-03,E01,1200.5\n".encode("gb18030")
    bring(db, tmp_path, "metrics", text)
    assert history(db) == {("CM01", "E01"): 1200.5}


def test_customers_data_are_refused(db, tmp_path):
    with pytest.raises(UnreadableFile):
        bring(
            db, tmp_path, "metrics", "manager_id,period,indicator,value,客户姓名\nCM01,2026-03,E01,1,张三\n"
        )


def test_nobody_approves_an_own_batch(db, tmp_path):
    path = tmp_path / "m.csv"
    path.write_text("manager_id,period,indicator,value\nCM01,2026-03,E01,5\n")
    batch = imports.import_file(ZHAO, db, "metrics", path).batch
    with pytest.raises(WorkflowError) as raised:
        imports.approve(ZHAO, db, batch)
    assert raised.value.key == "errors-batch-same-person"
    assert history(db) == {}
    imports.reject(WANG, db, batch, "错了一列")
    with pytest.raises(WorkflowError):
        imports.approve(WANG, db, batch)


def test_a_correction_supersedes_and_the_past_can_be_asked_for(db, tmp_path):
    text = "manager_id,period,indicator,value\nCM01,2026-03,E01,{}\n"
    bring(db, tmp_path, "metrics", text.format(5))
    between = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    bring(db, tmp_path, "metrics", text.format(7))
    assert history(db) == {("CM01", "E01"): 7.0}
    assert history(db, between) == {("CM01", "E01"): 5.0}


def test_every_change_is_in_the_chain_and_a_forged_entry_breaks_it(db):
    with db.read() as cursor:
        assert audit.broken_at(cursor) is None
        assert cursor.execute("SELECT count(*) FROM audit").fetchone()[0] == 4
    db.write(lambda c: c.execute("UPDATE audit SET actor = 'somebody' WHERE seq = 2"))
    with db.read() as cursor:
        assert audit.broken_at(cursor) == 2


def test_a_manager_may_not_import(db, tmp_path):
    with pytest.raises(AccessDenied):
        imports.import_file(Actor("cm01", "manager", "CM01"), db, "metrics", tmp_path / "m.csv")
