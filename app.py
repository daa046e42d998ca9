"""Steelyard's server: the dashboard and what stands beside it. Started by ``streamlit run app.py``.

The script that runs for every click is not this one, since Streamlit would take the folder ``pages``
beside it for its own and, after a start, run what stands there before anybody is asked who it is.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from shell import door

app = st.App(Path(__file__).with_name("shell") / "dashboard.py", routes=door.routes())
