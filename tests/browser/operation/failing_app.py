"""The dashboard with a fault that nobody foresaw: what reads a file fails, and says what stood in it."""

import streamlit as st

from shell import door
from shell.operation import failures, start
from tests.places import ROOT
from workflow.intake import imports


def fails(*given, **more):
    """Says all that it was given, as exceptions do."""
    raise KeyError(f"{given} {more} {[open(given[3], encoding='utf-8').read()]}")  # noqa: PTH123, SIM115


imports.read_file = fails
app = st.App(
    ROOT / "shell" / "dashboard.py",
    routes=door.routes(),
    lifespan=start.serving,
    on_script_error=failures.on_page,
    exception_handlers={Exception: failures.on_route},
)
