"""The memo is the decision's: what the kept run and the record say, whatever became of the figures since."""

import io
import json
from dataclasses import replace

import pytest
from docx import Document

from access import audit
from data import clock
from documents import decision_memo
from scoring.scheme.rules import PeerPercentile
from scoring.weights import rebalance
from tests.branch import (
    COMING,
    FIRST,
    PRESIDENT,
    SECOND,
    adopted,
    begun,
    corrected,
    drafted,
    more_risk,
    posted,
    without,
)
from words import format as fmt
from words.text import text_for
from workflow import schemes
from workflow.adoption import gate, impact, lifecycle
from workflow.weighing import simulation

ZH = text_for("zh")


def read(content: bytes) -> tuple[str, list[list[list[str]]]]:
    """The text of a Word file, and its tables as rows of cells."""
    found = Document(io.BytesIO(content))
    text = "\n".join(p.text for p in found.paragraphs)
    return text, [[[c.text for c in row.cells] for row in table.rows] for table in found.tables]


def written(db, reference, t=ZH) -> bytes:
    return decision_memo.decision(SECOND, db, t, schemes.scheme(SECOND, db, reference), {})


def test_a_decision_is_the_same_memo_whatever_changes_afterwards(db):
    reference = posted(db, 12.0)
    lifecycle.vote(PRESIDENT, db, reference, approve=False, why="风险 过快")
    lifecycle.reason(SECOND, db, reference, "P02", "the staff was heard")
    lifecycle.adopt(SECOND, db, reference, COMING, "decided")
    kept = impact.latest(SECOND, db, reference)
    before = written(db, reference)
    assert before == written(db, reference)
    corrected(db)
    impact.run(SECOND, db, reference)  # Somebody looks at it again: no part of the decision.
    assert written(db, reference) == before

    text, tables = read(before)
    said = dict(tables[0][1:])
    today, begins = f"{clock.today():%Y-%m-%d}", fmt.period(COMING, "zh")
    assert said["状态"] == "已采用" and said["生效期间"] == begins and said["采用"] == f"{today}，second"
    assert said["测算"].startswith(f"第 {kept.run_id} 号，") and said["测算"].endswith("与 v2 比较")
    assert said["提交审议"] == f"{today}，first" and said["调整理由"] == "why"
    assert said["采用理由"] == "decided"
    assert said["开始公示"] == f"{today}，second（依据第 {kept.run_id} 号测算）"
    assert "1 票反对：li：风险 过快" in text and "试算" not in text and "尚未采用" not in text
    sums = (f"{round(fen / 100):,}" for fen in (kept.outcome.cost.last.before, kept.outcome.cost.last.after))
    assert f"绩效薪酬 {' → '.join(sums)} 元" in text and any(table[0][-1] == "减少（人）" for table in tables)
    moved, far = kept.outcome.moved, kept.outcome.moved_far
    assert f"{moved} 人名次变动，其中 {far} 人变动两位以上" in text
    assert f"数据指纹 {kept.data_sha256}；方案指纹 {kept.scheme_sha256}" in text
    votes = tables[-1]
    assert ["li", "支行行长", "反对：风险 过快", str(kept.run_id), today, ""] in votes
    assert len(votes) == 1 + 4


def test_votes_on_an_older_run_stand_there_as_such(db):
    reference = posted(db)
    corrected(db)
    again = impact.run(FIRST, db, reference)
    text, tables = read(written(db, reference))
    assert "尚未采用：公示中" in text
    votes = [row[:4] for row in tables[-1][1:] if row[0]]
    older = str(again.run_id - 1)
    assert votes == [
        ["second", "考核委员会", "同意（不计）", older],
        ["third", "考核委员会", "同意（不计）", older],
    ]


def test_a_trial_says_that_it_is_one_and_asks_for_no_signature(db):
    start = begun(db)
    outcome = simulation.simulate(FIRST, start, more_risk(start))
    names = {p.manager_id: p.name for p in start.sheets[-1].people}
    for lang, words in (("zh", "试算，未采用"), ("en", "Trial, not adopted")):
        t = text_for(lang)
        content = decision_memo.trial(FIRST, t, start, outcome, names, "压实 不良 责任")
        text, tables = read(content)
        assert words in text and "压实 不良 责任" in text
        assert not any(t("memo-signature") in row for table in tables for row in table)
        assert content == decision_memo.trial(FIRST, t, start, outcome, names, "压实 不良 责任")
    assert "（未写理由）" in read(decision_memo.trial(FIRST, ZH, start, outcome, names, " "))[0]


def test_who_loses_the_total_is_named(db):
    without(db, "CM03", ("R01", "R02", "E01"))
    start = begun(db)
    weights = {i.code: i.weight for i in start.scheme.indicators}
    outcome = simulation.simulate(FIRST, start, rebalance(weights, {"R01": 40}))
    names = {"CM03": "某某"}
    for lang, words in (("zh", "1 人失去总分：某某"), ("en", "某某 loses the total")):
        assert words in read(decision_memo.trial(FIRST, text_for(lang), start, outcome, names, ""))[0]


def test_what_else_than_weights_changes_is_listed(db):
    before = begun(db).scheme
    first = before.indicators[0]
    other = replace(first, name={"zh": "存*款**额", "en": "Deposits"}, rule=PeerPercentile())
    changed = replace(
        before.with_version(schemes.next_version(db, before.code)),
        indicators=(other, *before.indicators[1:]),
        authorisation=None,
    )
    reference = schemes.store(FIRST, db, changed, based_on=before.version)
    lifecycle.propose(FIRST, db, reference, COMING, "why")
    text = read(written(db, reference))[0]
    listed = text.split("权重以外的变化")[1].split("对每个人的影响")[0]
    assert "按百分位折算" in listed and "存∗款∗∗额" in listed and "**" not in listed
    assert "权重没有变化" in text
    # A version that changes weights only has no such part.
    assert "权重以外的变化" not in read(written(db, posted(db)))[0]


@pytest.mark.parametrize("pairs", [0, 10, 13])
def test_no_more_than_ten_lines_say_who_may_change_places(db, pairs):
    reference = drafted(db)
    lifecycle.propose(FIRST, db, reference, COMING, "why")
    fragile = [[f"U{k:02d}", f"L{k:02d}", 0.26 + k / 100] for k in range(pairs)]
    firm = {"draws": 1000, "top_k": 3, "first": [], "fragile": fragile}

    def stored(cursor) -> None:
        ((outcome,),) = cursor.execute("SELECT outcome FROM impact_run").fetchall()
        cursor.execute(
            "UPDATE impact_run SET outcome = ?", [json.dumps(json.loads(outcome) | {"firm": firm})]
        )
        audit.append(cursor, FIRST, "as-if", "", {})

    db.write(stored)
    lines = [line for line in read(written(db, reference))[0].splitlines() if "的抽样中互换" in line]
    assert len(lines) == min(pairs, 10)
    assert [line[:3] for line in lines] == [f"U{k:02d}" for k in reversed(range(pairs))][:10]
    assert ("另有 3 对" in read(written(db, reference))[0]) == (pairs == 13)


def test_a_run_of_an_earlier_release_says_what_it_lacks(db):
    reference = adopted(db)

    def older(cursor) -> None:
        ((outcome,),) = cursor.execute("SELECT outcome FROM impact_run").fetchall()
        held = {k: v for k, v in json.loads(outcome).items() if k not in ("firm", "names")}
        cursor.execute("UPDATE impact_run SET outcome = ?", [json.dumps(held)])
        audit.append(cursor, FIRST, "as-if", "", {})

    db.write(older)
    text, tables = read(written(db, reference))
    assert "没有留存稳健性抽样" in text and "CM01" in {row[0] for row in tables[2]}
    assert gate.decided_on(SECOND, db, schemes.scheme(SECOND, db, reference)).outcome.firm is None
