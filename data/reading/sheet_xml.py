"""What a workbook's own parts say and its values do not: formulas, percentages, hidden rows."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field

from lxml import etree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PERCENT_FORMATS = {9, 10}
_PLACE = re.compile(r"^([A-Z]{1,3})(\d{1,7})$")


@dataclass
class Details:
    """Places (row, column from 0) of formulas without a stored value and of numbers shown as percentages;
    rows (from 0) that are hidden."""

    formulas: set[tuple[int, int]] = field(default_factory=set)
    percents: set[tuple[int, int]] = field(default_factory=set)
    hidden_rows: list[int] = field(default_factory=list)


def details(raw: bytes) -> dict[str, Details]:
    """By name of the sheet; empty where the file's parts are not where they should be."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = set(archive.namelist())
            percent = _percent_styles(archive) if "xl/styles.xml" in names else set()
            return {
                name: _sheet(archive.read(part), percent)
                for name, part in _sheets(archive).items()
                if part in names
            }
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, ValueError, OSError, EOFError):
        return {}


def _parse(text: bytes):  # type: ignore[no-untyped-def]
    return etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True))


def _sheets(archive: zipfile.ZipFile) -> dict[str, str]:
    relations = {r.get("Id"): r.get("Target", "") for r in _parse(archive.read("xl/_rels/workbook.xml.rels"))}
    book = _parse(archive.read("xl/workbook.xml"))
    found = {}
    for sheet in book.iter(f"{_MAIN}sheet"):
        target = relations.get(sheet.get(_RELATION), "")
        found[sheet.get("name", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return found


def _percent_styles(archive: zipfile.ZipFile) -> set[str]:
    styles = _parse(archive.read("xl/styles.xml"))
    percent = {f.get("numFmtId") for f in styles.iter(f"{_MAIN}numFmt") if "%" in f.get("formatCode", "")}
    percent |= {str(number) for number in _PERCENT_FORMATS}
    cells = styles.find(f"{_MAIN}cellXfs")
    if cells is None:
        return set()
    return {str(k) for k, style in enumerate(cells) if style.get("numFmtId") in percent}


def _sheet(text: bytes, percent: set[str]) -> Details:
    found = Details()
    options = {"resolve_entities": False, "no_network": True, "huge_tree": False}
    for _, element in etree.iterparse(io.BytesIO(text), tag=(f"{_MAIN}c", f"{_MAIN}row"), **options):
        if element.tag == f"{_MAIN}row":
            if element.get("hidden") in ("1", "true") and (element.get("r") or "").isdigit():
                found.hidden_rows.append(int(element.get("r")) - 1)
            element.clear()
            continue
        formula = element.find(f"{_MAIN}f") is not None
        shown = element.get("s") in percent and element.get("t") in (None, "n")
        if formula or shown:
            value = element.find(f"{_MAIN}v")
            if (place := _place(element.get("r"))) is not None:
                if formula and (value is None or not value.text):
                    found.formulas.add(place)
                elif shown and value is not None:
                    found.percents.add(place)
    return found


def _place(reference: str | None) -> tuple[int, int] | None:
    match = _PLACE.match(reference or "")
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = 26 * column + ord(letter) - 64
    return int(match[2]) - 1, column - 1
