"""Makes the copy and notes the anchor of the day while the dashboard runs, and puts on record what a crash
has cost."""

from __future__ import annotations

import logging
import threading
import time

import streamlit as st

from access.actor import operator
from scoring.errors import SteelyardError
from words.text import text_for
from workflow.branch.setup import Branch
from workflow.keeping import backups, restoring
from workflow.results.proving import anchors

EVERY_SECONDS = 60
ACTOR = operator("backup")
_log = logging.getLogger("steelyard.backup")


@st.cache_resource(show_spinner=False)
def watch(_branch: Branch, path: str) -> threading.Thread:
    """One thread for the database; it ends once that is closed."""
    t = text_for("zh")

    def look() -> None:
        if lost := restoring.tell_loss(ACTOR, _branch.db):
            _log.warning("entries %d to %d are missing", lost.held + 1, lost.noted)
        if copy := backups.make_if_due(ACTOR, _branch.db):
            _log.info("back-up: %s, %d bytes", copy.file.name, copy.size)

    def note() -> None:
        if anchors.note(ACTOR, _branch.db):
            _log.info("the anchor of the day is noted")

    def work() -> None:
        # After the first pages, which are what people wait for.
        time.sleep(EVERY_SECONDS)
        while _branch.db.is_open:
            for step in (look, note):
                try:
                    step()
                except SteelyardError as problem:
                    _log.warning("back-up: %s", t.error(problem))
                except Exception:
                    # The watch must outlive what it meets; the page says what became of the copy.
                    _log.exception("back-up")
            time.sleep(EVERY_SECONDS)

    thread = threading.Thread(target=work, name=f"backup {path}", daemon=True)
    thread.start()
    return thread
