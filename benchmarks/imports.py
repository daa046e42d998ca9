"""How long a file takes from the disk to the waiting room of the second person."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import numpy as np
import xlsxwriter

from access.actor import operator
from data.database import Database
from workflow.intake import imports

PEOPLE, INDICATORS = 500, 34
CSV_ROWS, XLSX_ROWS, XLSX_INDICATORS = 200_000, 5_000, 20
_ZHAO, _WANG = operator("zhao"), operator("wang")


def measure() -> dict[str, float]:
    """Seconds for 200 000 rows of tidy csv, and for 5 000 rows × 20 indicators of a clerk's xlsx."""
    rng = np.random.default_rng(1)
    codes = [f"I{k:02d}" for k in range(INDICATORS)]
    people = [f"M{k:04d}" for k in range(PEOPLE)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        db = Database.open(folder / "bench.duckdb", create=True)
        _bring(db, "people", folder, "manager_id,name,team", [f"{p},人{p},T{p[-1]}" for p in people])
        library = [f"{c},指标{c},Indicator {c},万元,flow" for c in codes]
        _bring(db, "indicators", folder, "code,name_zh,name_en,unit,measure", library)
        months = [f"2025-{m:02d}" for m in range(1, 13)]
        keys = [(p, m, c) for m in months for p in people for c in codes][:CSV_ROWS]
        values = rng.lognormal(5, 0.6, CSV_ROWS)
        rows = [f"{p},{m},{c},{v:.2f}" for (p, m, c), v in zip(keys, values, strict=True)]
        tidy = _write(folder / "tidy.csv", "manager_id,period,indicator,value", rows)
        clerk = _workbook(folder / "clerk.xlsx", people, codes[:XLSX_INDICATORS], rng)
        found = {}
        for label, path in ((f"{CSV_ROWS} rows of csv", tidy), (f"{XLSX_ROWS} rows of xlsx", clerk)):
            start = time.perf_counter()
            imports.import_file(_ZHAO, db, "metrics", path, accept_valid=True)
            found[label] = time.perf_counter() - start
        db.close()
    return found


def _bring(db: Database, kind: str, folder: Path, head: str, rows: list[str]) -> None:
    batch = imports.import_file(_ZHAO, db, kind, _write(folder / f"{kind}.csv", head, rows)).batch
    assert batch is not None
    imports.approve(_WANG, db, batch)


def _write(path: Path, head: str, rows: list[str]) -> Path:
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return path


def _workbook(path: Path, people: list[str], codes: list[str], rng: np.random.Generator) -> Path:
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("月报")
    sheet.write_row(0, 0, ["某支行客户经理业绩月报"])
    sheet.write_row(1, 0, ["客户经理编号", "姓名", "月份", *(f"指标{c}(万元)" for c in codes)])
    for k in range(XLSX_ROWS):
        person, month = people[k % PEOPLE], 1 + k // PEOPLE
        figures = [f"{v:,.2f}" for v in rng.lognormal(8, 0.6, len(codes))]
        sheet.write_row(2 + k, 0, [person, f"人{person}", f"2025年{month}月", *figures])
    book.close()
    return path
