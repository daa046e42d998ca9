"""Small branches to be damaged, and what of a file and its neighbours is the same afterwards."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from tests.places import ROOT

ENTRIES = 12

_WORK = """
import os, sys
from pathlib import Path
from access import audit
from access.actor import operator
from data.database import Database
db = Database.open(Path(sys.argv[1]), create=True)
for number in range(int(sys.argv[2])):
    db.write(lambda cursor: (
        cursor.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", [f"key {number}", "x" * 300]),
        audit.append(cursor, operator("someone"), "note", str(number), {}),
    ))
os.kill(os.getpid(), 9) if sys.argv[3] == "killed" else db.close()
"""


def worked(path: Path, *, entries: int = ENTRIES, killed: bool = False) -> Path:
    """A database with entries of the trail; where its process was killed they stand in the log."""
    how = "killed" if killed else "closed"
    subprocess.run([sys.executable, "-c", _WORK, str(path), str(entries), how], cwd=ROOT, check=not killed)
    return path


def state(folder: Path) -> dict[str, str]:
    """Every file of a folder with the sum of its bytes."""
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.iterdir()
        if file.is_file()
    }


def overwritten(path: Path, at: int, length: int = 16) -> None:
    """Other bytes from a place in a file on."""
    with path.open("r+b") as file:
        file.seek(at)
        was = file.read(length)
        file.seek(at)
        file.write(bytes(byte ^ 0x5A for byte in was))


def cut(path: Path, length: int) -> None:
    """A file that ends earlier."""
    os.truncate(path, length)
