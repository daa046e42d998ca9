"""Small files, and what was read of them."""

import xlsxwriter

from data.reading.known import Known
from data.reading.values.text import compact

LIBRARY = {
    "E01": ("日均存款净增", "万元", "daily-average"),
    "E02": ("日均贷款净增", "万元", "daily-average"),
    "G01": ("新增户数", "户", "count"),
    "R01": ("不良率", "%", "ratio"),
    "R02": ("收回率", "1", "ratio"),
}
KNOWN = Known(
    {f"CM{k:02d}": f"人{k}" for k in range(1, 31)},
    {compact(n): code for code, (name, *_) in LIBRARY.items() for n in (code, name)},
    {code: unit for code, (_, unit, _) in LIBRARY.items()},
    {code: measure for code, (*_, measure) in LIBRARY.items()},
)


def book(path, sheets, *, hide=(), merge=(), percent=(), formula=()):
    """A workbook: sheet name → rows; merged ranges, percent-styled and formula cells on the first."""
    out = xlsxwriter.Workbook(str(path))
    style = out.add_format({"num_format": "0.00%"})
    for name, rows in sheets.items():
        sheet = out.add_worksheet(name)
        for i, row in enumerate(rows):
            for j, cell in enumerate(row):
                if isinstance(cell, int | float):
                    sheet.write_number(i, j, cell, style if (i, j) in percent else None)
                elif (i, j) in formula:
                    sheet.write_formula(i, j, cell, None, "")
                else:
                    sheet.write_string(i, j, cell)
        for first in merge:
            sheet.merge_range(*first[:4], first[4])
        if name in hide:
            sheet.hide()
    out.close()
    return path


def text(path, content, encoding="utf-8"):
    path.write_bytes(content.encode(encoding))
    return path


def found(judged):
    return {
        (r.manager_id, r.period, r.indicator): r.value
        for r in judged.accepted.reset_index().itertuples(index=False)
    }


def rules(judged, severity=None):
    return {p.rule for p in judged.problems if severity in (None, p.severity)}


def csv(path, *rows, head="工号,月份,日均存款净增"):
    """A file of these lines under a heading."""
    return text(path / "a.csv", "\n".join([head, *rows]) + "\n")


def held(judged):
    """(rule, row) of everything that is held back."""
    return [(str(p.rule), p.row) for p in judged.problems if p.severity == "error"]


def looked(judged):
    """(rule, severity, row) of everything that a person should look at."""
    return [(str(p.rule), p.severity, p.row) for p in judged.problems if p.severity != "fixed"]
