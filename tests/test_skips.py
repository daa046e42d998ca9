"""A skip that nobody allowed turns the run red and is named; an allowed one does not."""

import os
import re
import subprocess
import sys

import pytest

from tests.allowed_skips import ALLOWED_SKIPS, is_allowed
from tests.places import ROOT

UNNAMED = """
import unittest
import pytest

@pytest.fixture
def absent():
    pytest.skip("the machine has none")

def test_by_call(): pytest.skip("not today")
@pytest.mark.skip
def test_by_mark(): pass
@pytest.mark.skipif(True, reason="real-data")
def test_by_a_key_that_says_nothing(): pass
def test_by_fixture(absent): pass
def test_by_import(): pytest.importorskip("no_such_module")
def test_by_exception(): raise unittest.SkipTest("real data")
def test_passes(): pass
"""
NAMED = """
import pytest

def test_by_call(): pytest.skip("real-data: the folder is not here")
@pytest.mark.skip(reason="real-data: the folder is not here")
def test_by_mark(): pass
@pytest.mark.xfail
def test_expected_to_fail(): assert False
def test_passes(): pass
"""
MODULE = """
import pytest
pytest.skip({!r}, allow_module_level=True)
"""


@pytest.fixture(params=[(), ("-p", "xdist", "-n", "2")], ids=["alone", "workers"])
def run(request, tmp_path):
    """``run(text)``: status and output of pytest on a test file with that text, under this suite's hooks."""

    def go(text):
        (tmp_path / "test_it.py").write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider"]
        inner = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "COV_"))}
        done = subprocess.run(
            [*command, "-rfEs", *request.param, str(tmp_path)],
            check=False,
            cwd=tmp_path,
            env={**inner, "PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
            capture_output=True,
            text=True,
        )
        return done.returncode, done.stdout

    return go


def test_an_unnamed_skip_is_a_failure_that_is_named(run):
    status, output = run(UNNAMED)
    assert status == pytest.ExitCode.TESTS_FAILED
    failed = set(re.findall(r"^(?:FAILED|ERROR) test_it\.py::(\w+)", output, re.MULTILINE))
    assert failed == {name for name in re.findall(r"def (test_\w+)", UNNAMED) if name != "test_passes"}
    for reason in ("not today", "unconditional skip", "the machine has none", "no_such_module"):
        assert reason in output
    assert re.search(r"1 passed", output) and not re.search(r"\d skipped", output)


def test_a_named_skip_passes_and_stays_a_skip(run):
    status, output = run(NAMED)
    assert status == pytest.ExitCode.OK, output
    assert re.search(r"1 passed, 2 skipped, 1 xfailed", output)


def test_a_module_is_judged_as_a_test_is(run):
    status, output = run(MODULE.format("no library"))
    assert status not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)
    assert "ERROR test_it.py" in output and "no library" in output
    status, output = run(MODULE.format("real-data: the folder is not here"))
    assert status in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED), output


@pytest.mark.parametrize(
    "reason", ["", ":", "real-data", "real-data:", "real-data: ", "real-datum: x", " real-data: x"]
)
def test_only_a_key_with_what_is_missing_counts(reason):
    assert not is_allowed(reason)


def test_every_key_says_why():
    assert all(is_allowed(f"{key}: x") and len(why) > 20 for key, why in ALLOWED_SKIPS.items())
