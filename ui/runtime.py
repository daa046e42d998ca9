"""Settling the process once everything is imported."""

from __future__ import annotations

import gc
from functools import cache


@cache
def settle() -> None:
    """Take what is imported out of the garbage collector's sight.

    Streamlit collects after every script run, holding the interpreter lock; with these libraries
    loaded that is most of the time from a slider to the repaint.
    """
    import pandas
    import plotly.graph_objects  # noqa: F401

    pandas.DataFrame({"warm": [1]})
    gc.collect()
    gc.freeze()
