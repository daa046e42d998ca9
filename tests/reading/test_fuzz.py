"""Mutated files: each ends judged or in one sentence, never in anything else, and never partly stored."""

import io
import random
import zipfile

import pytest
import xlsxwriter

from data.errors import UnreadableFile
from data.reading.known import Known
from data.reading.read import read_metrics
from data.reading.text import compact

RUNS = 5_000
PEOPLE = {f"CM{k:02d}": f"人{k}" for k in range(1, 13)}
KNOWN = Known(
    PEOPLE,
    {
        compact(name): code
        for code, name in (("E01", "日均存款净增"), ("G01", "新增户数"), ("E01", "E01"), ("G01", "G01"))
    },
    {"E01": "万元", "G01": "户"},
    {"E01": "daily-average", "G01": "count"},
)
HEAD = "工号,姓名,团队,月份,日均存款净增(万元),新增户数\n"
LINES = [f"CM{k:02d},人{k},一队,2026-0{1 + k % 3},{k * 11.5},{k}\n" for k in range(1, 13)]
CSV = (HEAD + "".join(LINES) + "合计,,,,897,78\n").encode()
TSV = CSV.replace(b",", b"\t")
GBK = CSV.decode().encode("gb18030")
HTML = (
    "<html><table><tr><td colspan=6>业绩</td></tr>"
    + "".join(
        f"<tr>{''.join(f'<td>{c}</td>' for c in line.strip().split(','))}</tr>" for line in [HEAD, *LINES]
    )
    + "</table></html>"
).encode()
PIECES = [
    *(
        b"\x00",
        b"\xff\xfe",
        b'"',
        b"'",
        b",",
        b"\t",
        b"\r",
        b"\n",
        b"=cmd|' /C calc'!A0",
        b"<script>",
        b"1e999",
        b"-",
    ),
    *(
        "万元",
        "（1,234.50）",
        "二〇二六年三月",
        "小计",
        "２０２６",
        "\u202e",
        "NaN",
        "—",
        "99999999999999999999",
        "％",
    ).__iter__(),
]
PIECES = [p if isinstance(p, bytes) else p.encode() for p in PIECES]


def workbook() -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet("月报")
    sheet.merge_range(0, 0, 0, 5, "某支行业绩")
    for i, line in enumerate([HEAD, *LINES], start=1):
        sheet.write_row(i, 0, line.strip().split(","))
    sheet.write_formula(3, 4, "=1+1", None, "")
    sheet.write_number(4, 4, 0.0321, book.add_format({"num_format": "0.00%"}))
    book.add_worksheet("隐藏").hide()
    book.close()
    return buffer.getvalue()


def mutated(rng: random.Random, raw: bytes) -> bytes:
    """A few bytes changed, taken out, doubled, moved, or something nasty put in."""
    data = bytearray(raw)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(data) + 1) if data else 0
        match rng.randrange(6):
            case 0 if data:
                data[min(at, len(data) - 1)] = rng.randrange(256)
            case 1:
                del data[at : at + rng.randint(1, 40)]
            case 2:
                data[at:at] = data[at : at + rng.randint(1, 60)]
            case 3:
                data[at:at] = rng.choice(PIECES)
            case 4:
                del data[at:]
            case _:
                data[at:at] = bytes(rng.randrange(256) for _ in range(rng.randint(1, 8)))
    return bytes(data)


def mutated_part(rng: random.Random, raw: bytes) -> bytes:
    """A workbook that is a whole archive with one part of it changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        victim = rng.choice(names)
        for name in names:
            text = old.read(name)
            if name == victim:
                if rng.random() < 0.1:
                    continue
                text = mutated(rng, text)
            new.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["csv", "tsv", "gbk", "html", "xlsx"])
def test_whatever_the_file_the_end_is_rows_or_one_sentence(kind, tmp_path):
    rng = random.Random(f"steelyard {kind}")
    whole = {"csv": CSV, "tsv": TSV, "gbk": GBK, "html": HTML, "xlsx": workbook()}[kind]
    path = tmp_path / f"file.{'xls' if kind == 'html' else 'csv' if kind == 'gbk' else kind}"
    path.write_bytes(whole)
    assert len(read_metrics(path, KNOWN).accepted) >= 20
    read = 0
    for _ in range(RUNS):
        change = mutated_part if kind == "xlsx" and rng.random() < 0.7 else mutated
        path.write_bytes(change(rng, whole))
        try:
            judged = read_metrics(path, KNOWN)
        except UnreadableFile:
            continue
        read += 1
        rows = judged.accepted
        assert set(rows["manager_id"]) <= set(PEOPLE) and set(rows["indicator"]) <= {"E01", "G01"}
        assert not rows.duplicated(["manager_id", "period", "indicator"]).any()
        assert (rows.loc[rows["indicator"] == "G01", "value"].dropna() % 1 == 0).all()
        if judged.questions and read % 5 == 0:
            answers = {q.key: rng.choice(q.choices).key for q in judged.questions}
            again = read_metrics(path, KNOWN, answers=answers)
            assert not {q.key for q in again.questions} & set(answers)
            assert set(again.accepted["manager_id"]) <= set(PEOPLE)
    assert read > RUNS // 20  # most changes leave something to be judged
