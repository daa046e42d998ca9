"""What Streamlit's runtime would not do by itself: settle once everything is imported, and let fields go."""

from __future__ import annotations

import gc
from dataclasses import replace
from functools import cache

from streamlit.runtime.scriptrunner import get_script_run_ctx


@cache
def settle() -> None:
    """Import what is loaded at first use otherwise, and take what is imported out of the garbage collector's
    sight.

    Streamlit collects after every script run, holding the interpreter lock; with these libraries
    loaded that is most of the time from a slider to the repaint.
    """
    import pandas
    import plotly.graph_objects  # noqa: F401
    import scipy.linalg
    import scipy.optimize
    import scipy.sparse
    import scipy.stats  # noqa: F401

    pandas.DataFrame({"warm": [1]})
    gc.collect()
    gc.freeze()


def silence() -> None:
    """Have no field of this tab do anything any more until a page draws it again; for where the session's
    state was emptied.

    To Streamlit a field whose value is gone has changed when the browser next sends what is in it, which it
    does until the page that follows is drawn: what the field does would be done for a person who has left.
    """
    if (running := get_script_run_ctx()) is None:
        return
    known = running.session_state._state._new_widget_state.widget_metadata
    known |= {key: replace(of, callback=None, callbacks=None) for key, of in known.items()}
