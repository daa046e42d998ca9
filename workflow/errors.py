"""Refusals of a process."""

from scoring.errors import SteelyardError


class WorkflowError(SteelyardError):
    """Something cannot be done now; the message says why."""
