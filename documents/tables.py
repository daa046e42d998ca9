"""A table as an Excel workbook."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pandas as pd

SHEET = "Steelyard"


def excel(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """A workbook with one sheet: headings frozen, text kept as text (never read as a formula), None an empty
    cell. Every row has a cell for each heading."""
    buffer = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": True}
    frame = pd.DataFrame(list(rows), columns=list(headings))
    with pd.ExcelWriter(buffer, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        frame.to_excel(writer, index=False, sheet_name=SHEET, freeze_panes=(1, 0))
        writer.sheets[SHEET].autofit()
    return buffer.getvalue()
