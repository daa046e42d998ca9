"""Steelyard's server: the dashboard and what stands beside it. Started by ``streamlit run app.py``.

The script that runs for every click is not this one, since Streamlit would take the folder ``pages``
beside it for its own and, after a start, run what stands there before anybody is asked who it is.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from shell import door
from shell.operation import failures, start
from shell.single_sign_on import routes as single_sign_on

app = st.App(
    Path(__file__).with_name("shell") / "dashboard.py",
    routes=[*single_sign_on.routes(), *door.routes()],
    lifespan=start.serving,
    on_script_error=failures.on_page,
    exception_handlers={Exception: failures.on_route},
)
