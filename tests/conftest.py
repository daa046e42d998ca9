"""For every test: a skip that nobody allowed is a failure, and an invented branch is made once."""

import shutil
from pathlib import Path

import pytest

from tests.allowed_skips import is_allowed


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item, call):
    """Reports are judged where they are made, so a worker of pytest-xdist sends them on as failures."""
    return (yield from judged())


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report(collector):
    """The same for a whole module, which is skipped while it is collected."""
    return (yield from judged())


def judged():
    """The report that the hook makes, turned into a failure if it is a skip without an allowed reason."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail"):
        told = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        reason = told.removeprefix("Skipped: ")
        if not is_allowed(reason):
            report.outcome = "failed"
            report.longrepr = f"{report.nodeid} is skipped for no reason of tests/allowed_skips.py: {reason}"
    return report


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory):
    """The invented branch with 12 managers and 8 months, made once per worker: a test opens a copy."""
    return made(tmp_path_factory, managers=12, months=8)


@pytest.fixture(scope="session")
def whole_demo_file(tmp_path_factory):
    """The invented branch as `init --demo` makes it: 48 managers and 36 months; to be copied, too."""
    return made(tmp_path_factory, managers=48, months=36)


@pytest.fixture(scope="session")
def quiet_file(demo_file, tmp_path_factory):
    """The invented branch without its campaigns of reviews, made once per worker."""
    from data.database import Database

    path = Path(shutil.copy(demo_file, tmp_path_factory.mktemp("quiet") / "quiet.duckdb"))
    db = Database.open(path)
    with db.read() as cursor:
        found = "SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'review_%'"
        tables = [table for (table,) in cursor.execute(found).fetchall()]
    # What others refer to goes last.
    for table in sorted(
        tables, key=lambda t: (t == "review_campaign", t in ("review_assignment", "review_link"))
    ):
        db.write(lambda cursor, table=table: cursor.execute(f"DELETE FROM {table}"))
    db.close()
    return path


def made(tmp_path_factory, **size):
    # Here, as tests of the engine alone need neither a database nor the commands.
    from tests.branch import demo

    return demo(tmp_path_factory.mktemp("demo") / "demo.duckdb", **size)
