"""Files made to fill the memory or to take for ever: each is refused in seconds, by name of the limit."""

import io
import json
import struct
import subprocess
import sys
import zipfile
import zlib

import pytest

from data.reading.grids.grid import MOST_ROWS
from tests.places import FIXTURES, ROOT

SECONDS, MEGABYTES = 20, 1_000
READ_ALL = """
import json, resource, sys, time
resource.setrlimit(resource.RLIMIT_CPU, (240, 240))
from pathlib import Path
from data.errors import UnreadableFile
from data.reading.grids.opening import read_grids
for name in sys.argv[1:]:
    start = time.process_time()
    try:
        key = f"{len(read_grids(Path(name)))} read"
    except UnreadableFile as told:
        key = told.key
    seconds = time.process_time() - start
    # Of this program alone: what getrusage says begins with the size of whoever started it.
    peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line)
    memory = int(peak.split()[1]) // 1024
    print(json.dumps([Path(name).name, key, seconds, memory]), flush=True)
"""
MAIN = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
BASE = FIXTURES / "cases" / "dim.xlsx"
SHEET = "xl/worksheets/sheet1.xml"
OFFICE = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)


def xlsx(path, rows, behind=b""):
    sheet = MAIN + rows + b"</sheetData>" + behind + b"</worksheet>"
    with zipfile.ZipFile(BASE) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, sheet if name == SHEET else old.read(name))


def cell(reference):
    row = "".join(c for c in reference if c.isdigit())
    return f'<row r="{row}"><c r="{reference}"><v>1</v></c></row>'.encode()


def bloated(path):
    """What years of copying leave behind: 60,000 styles and 100,000 names of ranges."""
    styles = b"".join(
        b'<xf numFmtId="%d" fontId="%d" fillId="0" borderId="0"/>' % (k % 50, k) for k in range(60_000)
    )
    names = b"".join(b'<definedName name="_n%d">#REF!%d</definedName>' % (k, k * k) for k in range(100_000))
    with zipfile.ZipFile(BASE) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "xl/styles.xml":
                text = text.replace(b"</cellXfs>", styles + b"</cellXfs>")
            elif name == "xl/workbook.xml":
                text = text.replace(b"<definedNames />", b"<definedNames>" + names + b"</definedNames>")
                assert len(text) > 4_000_000
            new.writestr(name, text)


def lying(path):
    """A part of 100 MB that says it has 5,000 bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = (
        b"".join(packer.compress(b"<row><c><v>1</v></c></row>" * 40_000) for _ in range(100)) + packer.flush()
    )
    out = io.BytesIO()
    with zipfile.ZipFile(BASE) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, packed if name == SHEET else old.read(name))
    raw = bytearray(out.getvalue())
    for sign, method, size, name_at in ((b"PK\x03\x04", 8, 22, 30), (b"PK\x01\x02", 10, 24, 46)):
        at = raw.rindex(SHEET.encode(), 0) if sign == b"PK\x01\x02" else raw.index(SHEET.encode())
        start = at - name_at
        assert raw[start : start + 4] == sign
        struct.pack_into("<H", raw, start + method, zipfile.ZIP_DEFLATED)
        struct.pack_into("<I", raw, start + size, 5_000)
    path.write_bytes(raw)


def ods(path, rows):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr(
            "content.xml",
            f"<office:document-content {OFFICE}><office:body><office:spreadsheet>"
            f"<table:table table:name='t'>{rows}</table:table>"
            "</office:spreadsheet></office:body></office:document-content>",
        )


def value(more=""):
    return f"<table:table-cell {more} office:value-type='float' office:value='1'/>"


KILLERS = {
    "far.xlsx": "errors-file-columns-limit",
    "far_row.xlsx": "errors-file-rows-limit",
    "wide_and_long.xlsx": "errors-file-cells-limit",
    "many_rows.xlsx": "errors-file-rows-limit",
    "merged.xlsx": "errors-file-rows-limit",
    "merged_within.xlsx": "errors-file-merged-limit",
    "many_ranges.xlsx": "errors-file-merged-limit",
    "one_row.xlsx": "errors-file-bomb",
    "lying.xlsx": "errors-file-damaged",
    "far.ods": "errors-file-columns-limit",
    "far_row.ods": "errors-file-rows-limit",
    "repeated.ods": "errors-file-columns-limit",
    "spanned.ods": "errors-file-merged-limit",
    "spans.xls": "errors-file-merged-limit",
    "wide_span.xls": "errors-file-columns-limit",
    "letters.xls": "errors-file-bomb",
    "commas.csv": "errors-file-columns-limit",
    "rows.csv": "errors-file-rows-limit",
    "far.xls": "errors-file-cells-limit",
    "blank_rows.xlsx": "1 read",
    "just_within.xlsx": "1 read",
    "many_links.xlsx": "1 read",
    "many_styles_and_names.xlsx": "1 read",
}


@pytest.fixture(scope="module")
def killers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("killers")
    a1 = cell("A1")
    xlsx(folder / "far.xlsx", a1 + cell("XFD1048576"))
    xlsx(folder / "far_row.xlsx", a1 + cell("A1048576"))
    xlsx(folder / "wide_and_long.xlsx", a1 + cell("BXX200000"))
    numbers = range(1_000_000, 1_000_000 + MOST_ROWS + 20_000)
    xlsx(folder / "many_rows.xlsx", b"".join(b"<row><c><v>%d</v></c></row>" % (k * k) for k in numbers))
    for name, last in (("merged.xlsx", "K800000"), ("merged_within.xlsx", "K250000")):
        merge = f'<mergeCell ref="A1:{last}"/>'
        ranges = f"<mergeCells>{merge * 300}</mergeCells>"
        xlsx(folder / name, a1 + cell(last), ranges.encode())
    xlsx(folder / "many_ranges.xlsx", a1, b"<mergeCells>" + b'<mergeCell ref="A1:K9"/>' * 2_000_000)
    xlsx(folder / "one_row.xlsx", b"<row>" + b"<c/>" * 20_000_000 + b"</row>")
    lying(folder / "lying.xlsx")
    row = "<table:table-row>{}</table:table-row>"
    blank = "<table:table-row table:number-rows-repeated='1048574'><table:table-cell/></table:table-row>"
    far = "<table:table-cell table:number-columns-repeated='16383'/>" + value()
    ods(folder / "far.ods", row.format(value()) + blank + row.format(far))
    ods(folder / "far_row.ods", row.format(value()) + blank + row.format(value()))
    wide = value("table:number-columns-repeated='16384'")
    ods(folder / "repeated.ods", row.format(wide).replace("-row>", "-row table:number-rows-repeated='9'>", 1))
    span = value("table:number-rows-spanned='250000' table:number-columns-spanned='11'")
    ods(folder / "spanned.ods", row.format(span + value() * 10) + row.format(value() * 11) * 60_000)
    page = "<html><table>{}</table></html>"
    texts = {
        "spans.xls": page.format("<tr><td rowspan=60000 colspan=90>x</td></tr>" + "<tr></tr>" * 60_000),
        "wide_span.xls": page.format("<tr>" + "<td rowspan=60000 colspan=2000>x</td>" * 50 + "</tr>"),
        "letters.xls": page.format("<b>" * 2_000_000),
        "commas.csv": "," * 20_000_000,
        "rows.csv": "1\n" * 20_000_000,
    }
    for name, text in texts.items():
        (folder / name).write_text(text)
    (folder / "far.xls").write_bytes((FIXTURES / "cases" / "far.xls").read_bytes())
    formatted = (b'<row r="%d" s="1"><c r="A%d" s="1"/></row>' % (k, k) for k in range(2, 1_048_577, 5))
    xlsx(folder / "blank_rows.xlsx", a1 + b"".join(formatted))
    within = b'<row r="%d"><c r="A%d"><v>%d</v></c></row>'
    xlsx(folder / "just_within.xlsx", b"".join(within % (k, k, k * k) for k in range(1, 100_000)))
    links = b"".join(b'<hyperlink ref="A%d" display="%d"/>' % (k, k * k * k) for k in range(150_000))
    xlsx(folder / "many_links.xlsx", a1, b"<hyperlinks>" + links + b"</hyperlinks>")
    bloated(folder / "many_styles_and_names.xlsx")
    return folder


def test_no_file_kills(killers):
    paths = [str(killers / name) for name in KILLERS]
    run = [sys.executable, "-c", READ_ALL, *paths]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert {name: key for name, key, *_ in told} == KILLERS, done.stderr[-2_000:]
    assert [line for line in told if line[2] > SECONDS or line[3] > MEGABYTES] == []
