"""Tables to take away."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pandas as pd


def excel(rows: pd.DataFrame, headings: Mapping[str, str]) -> bytes:
    """A workbook with one sheet: headings frozen, text kept as text (never read as a formula)."""
    buffer = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": True}
    with pd.ExcelWriter(buffer, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        named = rows.rename(columns=dict(headings))
        named.to_excel(writer, index=False, sheet_name="Steelyard", freeze_panes=(1, 0))
        writer.sheets["Steelyard"].autofit()
    return buffer.getvalue()
