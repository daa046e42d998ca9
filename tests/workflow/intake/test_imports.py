"""From file to facts: what is refused and named, the second person, corrections, the trail."""

import datetime as dt

import pytest

from access import audit
from access.actor import Actor, operator
from access.errors import AccessDenied
from data import clock
from data.errors import UnreadableFile, WrongAnswer
from data.period_facts import period_facts
from data.reading.known import Takes
from data.stores import scheme_store
from scoring import Scheme
from tests.branch import WANG, ZHAO
from workflow import schemes
from workflow.errors import WorkflowError
from workflow.intake import imports

PEOPLE = "manager_id,name,team\nCM01,周敏,T1\nCM02,王海燕,T2\n"
INDICATORS = "code,name_zh,name_en,unit\nE01,日均存款净增,Deposits,万元\n"


@pytest.fixture
def db(empty, tmp_path):
    for kind, text in (("people", PEOPLE), ("indicators", INDICATORS)):
        bring(empty, tmp_path, kind, text)
    return empty


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


SCHEME = """
code = "t"
version = 1
name = { zh = "试", en = "t" }
cycle = "month"
classes = ["efficiency"]
grade = [{ name = "A", from = 90 }, { name = "D", from = 0 }]
"""
INDICATOR = """
[[indicator]]
code = "{}"
name = {{ zh = "{}", en = "{}" }}
class = "efficiency"
kind = "quantitative"
unit = "{}"
direction = "{}"
weight = {}
target = 100
rule = {}
measure = "{}"
"""


def adopt(db):
    """A scheme in force from 2026-01: deposits by attainment, points by deduction, a rating as it is."""
    text = SCHEME + "".join(
        INDICATOR.format(*row)
        for row in (
            ("E01", "日均存款净增", "Deposits", "万元", "higher", 50, '{ type = "attainment" }', "flow"),
            (
                "V01",
                "违规积分",
                "Points",
                "分",
                "lower",
                30,
                '{ type = "deduction", per_unit = 10 }',
                "rating",
            ),
            ("C03", "服务评分", "Service", "分", "higher", 20, '{ type = "direct" }', "rating"),
        )
    )
    at = dt.datetime(2025, 12, 1)
    reference = schemes.store(operator("m"), db, Scheme.from_toml(text), at=at)
    db.write(
        lambda cursor: scheme_store.add_event(
            cursor, reference, "adopted", "m", at, effective_from="2026-01", why=""
        )
    )


def test_a_target_of_nought_is_refused_only_where_the_rule_in_force_divides_by_it(db, tmp_path):
    adopt(db)
    head = "manager_id,period,indicator,target\n"
    rows = "CM01,2026-03,E01,0\nCM01,2026-03,V01,0\nCM01,2025-12,E01,0\n"
    done = bring(db, tmp_path, "targets", head + rows)
    assert done.batch is None
    assert [(p.rule, p.row) for p in done.judged.problems] == [("target-positive", 2)]
    assert bring(db, tmp_path, "targets", head + "CM01,2026-03,V01,0\n").batch


def test_a_value_outside_the_scale_in_force_is_held_back_and_settled_by_a_person(db, tmp_path):
    adopt(db)
    text = "manager_id,period,indicator,value\nCM01,2026-03,C03,284\nCM02,2026-03,C03,28.4\n"
    done = bring(db, tmp_path, "metrics", text)
    assert done.batch is None and [p.rule for p in done.judged.problems] == ["outside_scale"]
    (question,) = done.judged.questions
    answers = {question.key: question.choices[0].key}
    path = tmp_path / "metrics.csv"
    found = imports.read_file(ZHAO, db, "metrics", path, answers=answers)
    assert found.answers == answers and not found.judged.refused
    batch = imports.submit(ZHAO, db, found).batch
    imports.approve(WANG, db, batch)
    assert history(db) == {("CM01", "C03"): 2.84, ("CM02", "C03"): 28.4}
    with db.read() as cursor:
        told = cursor.execute("SELECT rule, severity, raw FROM batch_problem").fetchall()
    assert told == [("decided", "fixed", "284")]


def test_an_answer_to_nothing_is_refused_before_anything_is_stored(db, tmp_path):
    text = "manager_id,period,indicator,value\nCM01,2026-03,E01,5\n"
    with pytest.raises(WrongAnswer):
        bring(db, tmp_path, "metrics", text, answers={"number||2|value": "leave-out"})
    assert history(db) == {}


def test_results_of_a_month_to_come_are_held_back_by_the_branchs_own_day(db, tmp_path):
    ahead = clock.today().year + 1
    text = f"manager_id,period,indicator,value\nCM01,{ahead}-03,E01,5\n"
    (problem,) = bring(db, tmp_path, "metrics", text).judged.problems
    assert problem.rule == "period_in_future"


def test_what_is_known_names_teams_and_what_the_scheme_takes(db):
    adopt(db)
    known = imports.known(db)
    assert set(known.teams) >= {"T1", "T2"} and known.today == clock.today()
    assert known.takes("2025-12") == {} and known.takes("2026Q1") == {}
    takes = known.takes("2026-03")
    assert (takes["C03"], takes["E01"]) == (Takes((0.0, 100.0), False), Takes(None, True))


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
