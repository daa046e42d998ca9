"""Streamlit on a machine with much to do: it pauses where a run begins and ends and before a page is found.
In these moments a click can come between two pages, or overtake what was sent before it."""

import sys
import time

from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.runtime.state import SafeSessionState
from streamlit.web import cli

SECONDS = 0.5


def pause(owner: type, name: str, *, before: bool) -> None:
    """Have the method `name` of `owner` wait before or after its work."""
    quick = getattr(owner, name)

    def slow(*given, **named):
        if before:
            time.sleep(SECONDS)
        result = quick(*given, **named)
        if not before:
            time.sleep(SECONDS)
        return result

    setattr(owner, name, slow)


if __name__ == "__main__":
    pause(ScriptRunner, "_on_script_finished", before=False)
    pause(SafeSessionState, "on_script_will_rerun", before=False)
    pause(PagesManager, "set_pages_and_resolve", before=True)
    sys.exit(cli.main())
