"""The dashboard as it will be when the month after this one is over."""

import datetime as dt

import streamlit as st

from data import clock
from shell import door
from tests.places import ROOT

LATER = clock.today() + dt.timedelta(days=62)
"""Two months never have more days."""

clock.today = lambda: LATER
app = st.App(ROOT / "shell" / "dashboard.py", routes=door.routes())
