"""Refusals."""

from scoring.errors import SteelyardError


class AccessDenied(SteelyardError):
    """The actor may not do this, or not to this person."""


class SignInFailed(SteelyardError):
    """Wrong name or password, a disabled account, or too many tries."""


class DelegationError(SteelyardError):
    """Nobody can act for somebody as asked; the message says why."""


class AccountError(SteelyardError):
    """An account that cannot be made or changed as asked; the message says why."""
