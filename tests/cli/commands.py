"""Running manage.py as people do: as a program of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.places import ROOT


def manage(*arguments: object, db: Path, by: str | None = None) -> subprocess.CompletedProcess[str]:
    """One command; English, against `db`."""
    line = [sys.executable, "manage.py", "--db", str(db), "--lang", "en", *map(str, arguments)]
    if by is not None:
        line += ["--by", by]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", env=environment)


def document(done: subprocess.CompletedProcess[str]) -> dict:
    """The JSON document a command printed."""
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
