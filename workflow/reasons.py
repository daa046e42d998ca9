"""Reasons: what changes, ends or turns something down says why, for the trail."""

from __future__ import annotations

from workflow.errors import WorkflowError


def needed(why: str) -> str:
    """The reason without blanks around it.

    Raises
    ------
    WorkflowError : there is none.
    """
    given = why.strip()
    if not given:
        raise WorkflowError("errors-reason-needed")
    return given
