"""Mutated files of every kind but measured values: rows or one sentence, never anything else."""

import datetime as dt
import io
import random

import pytest
import xlsxwriter

from data.errors import UnreadableFile
from data.reading.columns.kinds import KINDS, MEASURED, Cell
from data.reading.known import Known, identity
from data.reading.records.read import read_tidy
from data.reading.values.text import is_dangerous
from scoring.periods import parse_period
from tests.reading.mutations import mutated, mutated_part, some_of

RUNS = some_of(1_000)
PEOPLE = {f"CM{k:02d}": f"人{k}" for k in range(1, 13)}
TODAY = dt.date(2026, 11, 25)
KNOWN = Known(
    PEOPLE,
    {},
    teams={"城东组": "T1", "T1": "T1", "城西组": "T2"},
    standing=dict.fromkeys(PEOPLE, ("城东组", "初级")),
    events={("CM03", "2026-03", "deduction", identity(None, "原因3")): (3.0, "")},
    today=TODAY,
)
LINES = {
    "people": lambda k: f"CM{k:02d},人{k},城东组,初级,2020-0{1 + k % 9}-01,2026/3/{k}",
    "indicators": lambda k: f"E{k:02d},指标{k},Indicator {k},户,正向,计数",
    "events": lambda k: f"CM{k:02d},2026年{1 + k % 9}月,{('加分', '扣分')[k % 2]},{k},原因{k},〔2026〕{k}号",
    "leave": lambda k: f"CM{k:02d},年假,2026-03-{k:02d},2026.4.{k}",
    "handovers": lambda k: f"CM{k:02d},CM{k % 12 + 1:02d},202603{k:02d},说明{k}",
    "outcomes": lambda k: (
        f"CM{k:02d},2026-03,{('转不良率', '留存率')[k % 2]},2026-10-{k:02d},{k}.5%,{'低高'[k % 2]},%"
    ),
}
HEADS = {
    "people": "工号,姓名,团队,岗位,入职日期,生效日期",
    "indicators": "代码,中文名,英文名,单位,方向,计量",
    "events": "工号,月份,类型,分值,原因,文号",
    "leave": "工号,假别,开始日期,结束日期",
    "handovers": "接收人,移交人,移交日期,备注",
    "outcomes": "工号,月份,后续结果,观察日期,结果值,方向,单位",
}


def seeds(kind):
    rows = ["X支行", HEADS[kind], *(LINES[kind](k) for k in range(1, 13)), "合计,12"]
    text = "\n".join(rows).encode()
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for i, row in enumerate(rows):
            sheet.write_row(i, 0, row.split(","))
        sheet.merge_range(20, 1, 25, 3, "")
    return {"csv": text, "txt": text.decode().encode("gb18030"), "xlsx": buffer.getvalue()}


@pytest.mark.parametrize("kind", LINES)
def test_whatever_the_file_the_end_is_rows_or_one_sentence(kind, tmp_path):
    rng = random.Random(f"steelyard {kind}")
    read = 0
    for ending, whole in seeds(kind).items():
        path = tmp_path / f"file.{ending}"
        path.write_bytes(whole)
        assert len(read_tidy(path, KINDS[kind], KNOWN).accepted) == 12
        for _ in range(RUNS):
            change = mutated_part if ending == "xlsx" and rng.random() < 0.7 else mutated
            path.write_bytes(change(rng, whole))
            try:
                judged = read_tidy(path, KINDS[kind], KNOWN)
            except UnreadableFile:
                continue
            read += 1
            holds(judged)
            settled(path, judged)
    assert read > RUNS // 5  # most changes leave something to be judged


def holds(judged):
    """What is taken is what the kind's columns promise."""
    kind, rows = KINDS[judged.kind], judged.accepted
    if judged.kind == "events":
        words = rows.reindex(columns=["manager_id", "period", "kind", "document", "reason"])
        rows = words.astype(object).where(words.notna(), None).to_numpy()
        keys = [(*row[:3], identity(*row[3:])) for row in rows]
        assert len(keys) == len(set(keys))
    else:
        assert not rows.duplicated([c for c in kind.key if c in rows]).any()
    for column in kind.fields:
        if column.name not in rows:
            continue
        given = [v for v in rows[column.name] if v is not None and v == v]
        if column.required and kind.name != "people":
            assert len(given) == len(rows)
        match column.cell:
            case Cell.ID if kind.name != "people":
                assert set(given) <= set(PEOPLE)
            case Cell.DAY:
                assert all(type(v) is dt.date for v in given)
            case Cell.PERIOD:
                assert all(parse_period(v).first_day <= TODAY for v in given)
            case Cell.CHOICE:
                assert set(given) <= set(column.choices)
            case Cell.WORDS:
                assert not any(is_dangerous(v) for v in given)


def settled(path, judged):
    """Whatever is answered, the file is judged, and what was asked is not asked again."""
    answers = {q.key: q.choices[0].key for q in judged.questions}
    again = read_tidy(path, KINDS[judged.kind], KNOWN, answers=answers)
    assert not {q.key for q in again.questions} & set(answers)
    holds(again)


def test_every_kind_but_measured_values_is_tried():
    assert set(LINES) == set(KINDS) - set(MEASURED)
