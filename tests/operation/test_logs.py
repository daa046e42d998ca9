"""The log tells an administrator what to act on, and nobody's names, values or words."""

import json
import logging
import threading

import pytest

from data.errors import DatabaseMissing
from shell.operation import logs
from tests.places import ROOT

SECRETS = ("赵小红", "CM07", "S3cret-pass", "83.125", "考勤.xlsx")
OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")


@pytest.fixture
def log(tmp_path, monkeypatch):
    """The file that this process writes its log to, until the test is over."""
    monkeypatch.delenv("STEELYARD_LOG", raising=False)
    ours = logging.getLogger(logs.OURS)
    before = logging.getLogRecordFactory(), logging.raiseExceptions, threading.excepthook
    logs.begin(tmp_path / "branch.duckdb")
    yield tmp_path / "branch.duckdb.log"
    logging.setLogRecordFactory(before[0])
    logging.raiseExceptions, threading.excepthook = before[1:]
    for handler in ours.handlers:
        handler.close()
    ours.handlers = [logging.NullHandler()]


def read(log):
    return logs.lines(log.read_text(encoding="utf-8").splitlines())


def test_a_line_is_a_document_of_declared_fields(log):
    logs.record("slow-page", page="scorecard", ms=2345, role=None)
    (line,) = read(log)
    assert {k: line[k] for k in ("level", "event", "page", "ms")} == {
        "level": "info", "event": "slow-page", "page": "scorecard", "ms": 2345,
    }  # fmt: skip
    assert line["at"].endswith("Z") and "role" not in line
    with pytest.raises(ValueError, match="subject"):
        logs.record("done", subject="CM07")
    with pytest.raises(ValueError, match="looked"):
        logs.record("looked")


def fails():
    raise ValueError(f"could not convert {SECRETS}")


def test_an_error_is_its_kind_and_its_place_not_its_words(log):
    try:
        fails()
    except ValueError as problem:
        logs.failed("7F3A12", problem, page="desk")
    logs.failed("7F3A13", DatabaseMissing("errors-database-missing", path=SECRETS[4]))
    first, second = read(log)
    assert first["number"] == "7F3A12" and first["error"] == "ValueError"
    assert first["where"][-1].startswith("tests/operation/test_logs.py:") and first["where"][-1].endswith(
        "fails"
    )
    assert second["key"] == "errors-database-missing"
    assert not any(secret in log.read_text(encoding="utf-8") for secret in SECRETS)


def test_libraries_are_told_without_what_they_say(log, capsys):
    """By every way in which a library writes: words, parts of words, an exception, a thread that dies."""
    library = logging.getLogger("some.library")
    library.propagate = False
    console = logging.StreamHandler()
    library.addHandler(console)
    library.warning("name %s, value %s", *SECRETS[:2])
    library.error(f"password {SECRETS[2]}")
    try:
        fails()
    except ValueError:
        library.exception(SECRETS[4])
    thread = threading.Thread(target=fails)
    thread.start()
    thread.join()
    library.removeHandler(console)
    told = read(log)
    assert [line["event"] for line in told] == ["library", "library", "library", "error"]
    assert {line["library"] for line in told[:3]} == {"some.library"}
    assert told[2]["error"] == told[3]["error"] == "ValueError"
    printed = capsys.readouterr()
    for text in (log.read_text(encoding="utf-8"), printed.out, printed.err):
        assert not any(secret in text for secret in SECRETS)


def test_it_grows_to_a_size_and_no_further(log, monkeypatch):
    handler = next(h for h in logging.getLogger(logs.OURS).handlers if hasattr(h, "maxBytes"))
    assert (handler.maxBytes, handler.backupCount) == (10 * 2**20, 9)
    monkeypatch.setattr(handler, "maxBytes", 2000)
    for number in range(500):
        logs.record("done", action="import", entry=number)
    files = list(log.parent.glob("branch.duckdb.log*"))
    assert len(files) == 10 and max(f.stat().st_size for f in files) <= 2000
    assert read(log)[-1]["entry"] == 499


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("STEELYARD_LOG", str(tmp_path / "nowhere" / "steelyard.log"))
    factory, hook = logging.getLogRecordFactory(), threading.excepthook
    try:
        logs.begin(tmp_path / "branch.duckdb")
        logs.record("started")
        assert json.loads(capsys.readouterr().out)["error"] == "FileNotFoundError"
    finally:
        logging.setLogRecordFactory(factory)
        logging.raiseExceptions, threading.excepthook = True, hook
        logging.getLogger(logs.OURS).handlers = [logging.NullHandler()]


@pytest.mark.parametrize("name", [*logs.EVENTS, *logs.FIELDS])
def test_every_event_and_field_stands_in_the_guide(name):
    assert f"`{name}`" in OPERATIONS
