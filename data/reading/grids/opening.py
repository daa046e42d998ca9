"""Files as grids of text: csv and tsv as Chinese offices save them, xlsx, ods, xls, and xls that is HTML."""

from __future__ import annotations

from pathlib import Path

from data.errors import UnreadableFile
from data.reading.grids import delimited, ods, web_page, xls, xlsx
from data.reading.grids.archive import START, Archive
from data.reading.grids.grid import FORMULA as FORMULA
from data.reading.grids.grid import Grid as Grid
from data.reading.grids.grid import formula_problem as formula_problem
from data.reading.grids.grid import printable

LARGEST_FILE = 60_000_000


def read_grids(path: Path, sheet: str | None = None) -> list[Grid]:
    """Every visible sheet with something on it (or the named one).

    How much a file may hold is asked while it is read, before anything is built
    (`data.reading.grids.grid`), so that no file takes more than seconds or fills the memory.

    Raises
    ------
    UnreadableFile : missing, too large, damaged, with a password, in an unknown encoding, or without that
        sheet.
    """
    name = printable(path.name)
    try:
        size = path.stat().st_size if path.is_file() else None
    except (OSError, ValueError):
        size = None  # A name that no file can have.
    if size is None:
        raise UnreadableFile("errors-file-missing", file=printable(str(path)))
    if size > LARGEST_FILE:
        raise UnreadableFile("errors-file-large", file=name, limit=LARGEST_FILE // 1_000_000)
    try:
        return _read(name, path.read_bytes(), sheet)
    except (UnreadableFile, MemoryError):
        raise
    except Exception:
        # Whatever a damaged file makes a library do ends as one sentence; nothing has been stored.
        raise UnreadableFile("errors-file-damaged", file=name) from None


def _read(name: str, raw: bytes, sheet: str | None) -> list[Grid]:
    if raw.startswith(START):
        parts = Archive(name, raw)
        return ods.read(parts, sheet) if "content.xml" in parts else xlsx.read(parts, sheet)
    if raw.startswith((xls.OLE, *xls.BARE)):
        return xls.read(name, raw, sheet)
    text, encoding = delimited.decoded(name, raw)
    if text[:2000].lstrip("\ufeff \t\r\n").lower().startswith(web_page.STARTS):
        return web_page.read(name, text)
    return delimited.read(name, text, encoding)
