"""Mutated files: each ends judged or in one sentence, never in anything else, and never partly stored."""

import io
import random
import zipfile

import pytest
import xlsxwriter

from data.errors import UnreadableFile
from data.reading.known import Known
from data.reading.metrics.read import read_metrics
from data.reading.values.text import compact
from tests.places import FIXTURES
from tests.reading.mutations import mutated, mutated_in_place, mutated_part, some_of

WHOLE = {"csv": 5_000, "tsv": 5_000, "gbk": 5_000, "html": 5_000, "xlsx": 5_000, "ods": 1_000, "xls": 500}
RUNS = {kind: some_of(runs) for kind, runs in WHOLE.items()}
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


def workbook() -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet("月报")
    sheet.merge_range(0, 0, 0, 5, "某支行业绩")
    for i, line in enumerate([HEAD, *LINES], start=1):
        sheet.write_row(i, 0, line.strip().split(","))
    sheet.write_formula(3, 4, "=1+1", None, "")
    sheet.write_number(4, 4, 0.0321, book.add_format({"num_format": "0.00%"}))
    sheet.merge_range(1, 7, 3, 8, "合并")
    sheet.set_column(7, 7, None, None, {"hidden": True})
    book.add_worksheet("隐藏").hide()
    book.close()
    return buffer.getvalue()


def open_document() -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    cell = "<table:table-cell office:value-type='{}' office:value='{}'><text:p>{}</text:p></table:table-cell>"
    kinds = ["string"] * 4 + ["float"] * 2
    rows = "".join(
        "<table:table-row>"
        + "".join(
            cell.format(kind if i else "string", text, text)
            for kind, text in zip(kinds, line.strip().split(","), strict=True)
        )
        + "</table:table-row>"
        for i, line in enumerate([HEAD, *LINES])
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as out:
        out.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:spreadsheet>"
            "<table:table table:name='月报'><table:table-column table:number-columns-repeated='6'/>"
            f"{rows}</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return buffer.getvalue()


ENDINGS = {"html": "xls", "gbk": "csv"}


@pytest.mark.parametrize("kind", RUNS)
def test_whatever_the_file_the_end_is_rows_or_one_sentence(kind, tmp_path):
    rng = random.Random(f"steelyard {kind}")
    whole = {
        **{"csv": CSV, "tsv": TSV, "gbk": GBK, "html": HTML, "xlsx": workbook(), "ods": open_document()},
        "xls": (FIXTURES / "cases" / "monthly.xls").read_bytes(),
    }[kind]
    changes = {"xlsx": mutated_part, "ods": mutated_part, "xls": mutated_in_place}
    path = tmp_path / f"file.{ENDINGS.get(kind, kind)}"
    path.write_bytes(whole)
    assert len(read_metrics(path, KNOWN).accepted) >= 20
    read = 0
    for _ in range(RUNS[kind]):
        change = changes[kind] if kind in changes and rng.random() < 0.7 else mutated
        path.write_bytes(change(rng, whole))
        answers = rng if read % 5 == 0 else None
        read += ends_well(path, answers)
    assert read > RUNS[kind] // 20  # most changes leave something to be judged


def ends_well(path, answers: random.Random | None = None) -> bool:
    """Rows that can be taken (true), or one sentence (false); with any answers to what is asked, too."""
    try:
        judged = read_metrics(path, KNOWN)
    except UnreadableFile:
        return False
    rows = judged.accepted
    assert set(rows["manager_id"]) <= set(PEOPLE) and set(rows["indicator"]) <= {"E01", "G01"}
    assert not rows.duplicated(["manager_id", "period", "indicator"]).any()
    assert (rows.loc[rows["indicator"] == "G01", "value"].dropna() % 1 == 0).all()
    if answers is not None and judged.questions:
        given = {q.key: answers.choice(q.choices).key for q in judged.questions}
        again = read_metrics(path, KNOWN, answers=given)
        assert not {q.key for q in again.questions} & set(given)
        assert set(again.accepted["manager_id"]) <= set(PEOPLE)
    return True


HEADINGS = (
    "工号",
    "编号",
    "姓名",
    "月份",
    "期间",
    "日均存款净增(万元)",
    "新增户数",
    "指标",
    "值",
    "目标",
    "2026年3月",
)


def test_doubled_headings_end_in_rows_or_one_sentence(tmp_path):
    rng = random.Random("steelyard headings")
    read = 0
    for _ in range(some_of(250)):
        heads = ["工号", *rng.choices(HEADINGS, k=rng.randint(2, 7))]
        rng.shuffle(heads)
        cells = {
            "工号": "CM01",
            "编号": "CM02",
            "姓名": "人1",
            "月份": "2026-03",
            "期间": "2026-02",
            "指标": "E01",
        }
        rows = [heads, *([cells.get(h, str(rng.randint(1, 9))) for h in heads] for _ in range(3))]
        path = tmp_path / rng.choice(("file.csv", "file.xlsx"))
        if path.suffix == ".csv":
            path.write_text("\n".join(map(",".join, rows)), encoding="utf-8")
        else:
            book = xlsxwriter.Workbook(str(path))
            sheet = book.add_worksheet("月报")
            for i, row in enumerate(rows):
                sheet.write_row(i, 0, row)
            if rng.random() < 0.3:
                sheet.merge_range(0, len(heads), 2, len(heads) + 2, heads[0])
            book.close()
        read += ends_well(path)
    assert read > some_of(250) // 10
