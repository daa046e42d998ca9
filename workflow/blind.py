"""Blind votes: people answer alone, and nobody sees another's answer until all are in or the deadline has
passed. What is answered, weights or a rating, is the matter of whoever asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from access import audit
from data import clock
from workflow.errors import WorkflowError

FEWEST_MEMBERS = 2
QUORUMS: Mapping[str, Callable[[int], int]] = {
    "majority": lambda members: members // 2 + 1,
    "two-thirds": lambda members: -(-2 * members // 3),
    "all": lambda members: members,
}
"""How many of so many members must answer for there to be a result."""
OPEN, CLOSED, CALLED_OFF = "open", "closed", "called-off"


def asked(
    known: Mapping[str, str], members: Sequence[str], deadline: dt.datetime, quorum: str
) -> tuple[list[tuple[str, str]], int]:
    """Who is asked, as (user name, shown name), and how many of them must answer. `known`: shown names of
    those who can be asked; `deadline` by the branch's clock.

    Raises
    ------
    WorkflowError : a deadline that is over, fewer than two members, somebody who cannot be asked, or no such
        quorum.
    """
    if clock.stored(deadline) <= audit.now():
        raise WorkflowError("errors-round-deadline")
    if unknown := [m for m in members if m not in known]:
        raise WorkflowError("errors-round-member", name=", ".join(unknown))
    if len(set(members)) < FEWEST_MEMBERS:
        raise WorkflowError("errors-round-few", fewest=FEWEST_MEMBERS)
    if quorum not in QUORUMS:
        raise WorkflowError("errors-round-quorum-unknown", quorum=quorum)
    chosen = [(m, known[m]) for m in dict.fromkeys(members)]
    return chosen, QUORUMS[quorum](len(chosen))


def state(done: int, members: int, deadline: dt.datetime, called_off: str | None) -> str:
    """ "open", "closed" (all are in, or the deadline has passed) or "called-off"."""
    if called_off is not None:
        return CALLED_OFF
    over = clock.local(audit.now()) >= deadline
    return CLOSED if done == members or over else OPEN
