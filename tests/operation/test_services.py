"""The files by which the dashboard is run as a service are read by those who will read them."""

import os
import re
import shutil
import subprocess
import sys

import pytest
from lxml import etree
from streamlit import config

from tests.places import ROOT

DEPLOY = ROOT / "deploy"
UNIT = DEPLOY / "systemd" / "steelyard.service"
ENVIRONMENT = DEPLOY / "systemd" / "steelyard.env"
WINDOWS = DEPLOY / "windows" / "steelyard.xml"


@pytest.fixture
def unit(tmp_path):
    """The unit, with a program that is there."""
    text = UNIT.read_text(encoding="utf-8")
    assert "ExecStart=/opt/steelyard/.venv/bin/streamlit run app.py\n" in text
    made = tmp_path / "steelyard.service"
    made.write_text(text.replace("/opt/steelyard/.venv/bin/streamlit", sys.executable), encoding="utf-8")
    return made


def analysed(*arguments):
    program = shutil.which("systemd-analyze")
    assert program, "no systemd-analyze: apt-get install systemd"
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_systemd_understands_every_line_of_the_unit(unit):
    code, told = analysed("verify", "--man=no", unit)
    assert (code, [line for line in told.splitlines() if "steelyard" in line]) == (0, [])


def test_the_unit_may_do_little(unit):
    """Below 2 is what systemd itself calls OK; without any of the lines it is 9.6."""
    code, told = analysed("security", "--offline=yes", "--threshold=20", unit)
    assert code == 0, told


def settings(text):
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return dict(line.split("=", 1) for line in lines)


def named(variable):
    """The option of Streamlit that a variable sets."""
    return next((o for o in config._config_options_template.values() if o.env_var == variable), None)


def test_what_is_set_for_the_service_is_what_streamlit_and_the_program_read():
    found = settings(ENVIRONMENT.read_text(encoding="utf-8"))
    windows = {e.get("name"): e.get("value") for e in etree.parse(WINDOWS).getroot().iter("env")}
    for variables in (found, windows):
        assert {name for name in variables if name.startswith("STREAMLIT_") and not named(name)} == set()
        assert {"STEELYARD_DB", "STEELYARD_LOG"} <= set(variables)
        assert variables["STREAMLIT_SERVER_ADDRESS"] == "127.0.0.1"


def test_streamlit_reads_the_names_under_which_it_is_opened():
    """Where it read them as one name, every page would be refused."""
    environment = {**os.environ, **settings(ENVIRONMENT.read_text(encoding="utf-8"))}
    shown = subprocess.run(
        [sys.executable, "-m", "streamlit", "config", "show"],
        env={**environment, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    (names,) = re.findall(r"^allowedHosts = \[([^]]*)\]", shown.stdout, re.MULTILINE)
    assert re.findall('"([^"]*)"', names) == ["steelyard.bank.example", "127.0.0.1", "localhost"]


def test_the_windows_service_starts_what_the_unit_starts():
    service = etree.parse(WINDOWS).getroot()
    told = {child.tag: (child.text or "").strip() for child in service.iterchildren(etree.Element)}
    assert told["executable"].endswith(r".venv\Scripts\streamlit.exe") and told["arguments"] == "run app.py"
    assert told["startmode"] == "Automatic" and told["stoptimeout"] == "90 sec"
    assert service.findtext("serviceaccount/username") == r"NT AUTHORITY\LocalService"
    assert service.find("log").get("mode") == "roll-by-size"
