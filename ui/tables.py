"""Tables to take away."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from words.text import Text

_PICTURES = {"stack", "spark", "band"}


def excel(rows: pd.DataFrame, headings: Mapping[str, str]) -> bytes:
    """A workbook with one sheet: headings frozen, text kept as text (never read as a formula)."""
    buffer = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": True}
    with pd.ExcelWriter(buffer, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        named = rows.rename(columns=dict(headings))
        named.to_excel(writer, index=False, sheet_name="Steelyard", freeze_panes=(1, 0))
        writer.sheets["Steelyard"].autofit()
    return buffer.getvalue()


def download(
    columns: Sequence[Mapping[str, Any]], rows: Sequence[Mapping[str, Any]], file_name: str, t: Text
) -> None:
    """A button that gives a statement table as an Excel file, without what is only drawn."""
    figures = [c for c in columns if c["type"] not in _PICTURES]
    names = [c["id"] for c in figures]

    def make() -> bytes:
        table = pd.DataFrame([row["cells"] for row in rows], columns=names)
        return excel(table, {c["id"]: c["label"] for c in figures})

    st.download_button(
        t("download-excel"),
        data=make,
        file_name=file_name,
        on_click="ignore",
        key=f"download-{file_name}",
        icon=":material/download:",
        type="tertiary",
    )
