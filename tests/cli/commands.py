"""Running manage.py: within the tests' own process, which saves starting Python for every command."""

import contextlib
import gc
import io
import json
import sys
import traceback
from pathlib import Path
from subprocess import CompletedProcess
from unittest import mock

from cli.main import run
from data import database
from tests.places import ROOT


def manage(*arguments: object, db: Path, by: str | None = None) -> CompletedProcess[str]:
    """One command; English, against `db`. An uncaught error is a traceback and status 1, as in a program."""
    line = ["manage.py", "--db", str(db), "--lang", "en", *map(str, arguments)]
    if by is not None:
        line += ["--by", by]
    out, err, opened = io.StringIO(), io.StringIO(), []
    plain_open = database.Database.open.__func__

    def open_(cls, path, *, create=False):
        opened.append(plain_open(cls, path, create=create))
        return opened[-1]

    status = 0
    with (
        mock.patch.object(sys, "argv", line),
        mock.patch.object(database.Database, "open", classmethod(open_)),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        contextlib.chdir(ROOT),
    ):
        try:
            run()
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else int(bool(end.code))
        except Exception:
            traceback.print_exc(file=err)
            status = 1
        finally:
            for found in opened:
                found.close()
    gc.collect()
    return CompletedProcess(line, status, out.getvalue(), err.getvalue())


def document(done: CompletedProcess[str]) -> dict:
    """The JSON document a command printed."""
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
