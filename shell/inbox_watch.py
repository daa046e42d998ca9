"""Looks into the inbox while the dashboard runs, so that nobody stops the service to load data."""

from __future__ import annotations

import threading
import time

import streamlit as st

from access.actor import operator
from documents.reports import arrival_report
from shell.operation import logs
from words.text import Text, text_for
from workflow.branch.setup import Branch
from workflow.intake import inbox

EVERY_SECONDS = 15
ACTOR = operator("inbox")


def report(arrival: inbox.Arrival, t: Text) -> str:
    """What is written beside a file that was taken or refused."""
    told = (arrival.file_name, arrival.batch, arrival.problems, arrival.error)
    return arrival_report(*told, t, empty=arrival.empty)


@st.cache_resource(show_spinner=False)
def watch(_branch: Branch, path: str) -> threading.Thread:
    """One thread for the database; it ends once that is closed."""
    t = text_for("zh")

    def work() -> None:
        while _branch.db.is_open:
            try:
                for arrival in inbox.look(ACTOR, _branch.db, lambda a: report(a, t)):
                    # What was taken in is in the trail; why a file was refused stands beside it.
                    if arrival.batch is None:
                        refused = arrival.error.key if arrival.error else None
                        logs.record("inbox-refused", level="warning", key=refused)
            except Exception as problem:
                # The watch must outlive a full disk or a file that vanished; the file stays where it is.
                logs.failed("", problem)
            time.sleep(EVERY_SECONDS)

    thread = threading.Thread(target=work, name=f"inbox {path}", daemon=True)
    thread.start()
    return thread
