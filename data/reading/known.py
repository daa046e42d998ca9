"""What rows are judged against: people, teams, indicators, what is stored, and the scheme of their period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from data.reading.values.text import compact


class Takes(NamedTuple):
    """What an indicator's rule takes in a period: ``domain`` the smallest and largest value (None: every
    number), ``divides`` whether it divides by the target, which must then be above 0."""

    domain: tuple[float, float] | None
    divides: bool


def _nothing(period: str) -> Mapping[str, Takes]:
    return {}


class Outcome(NamedTuple):
    """What became of people's work: how it is called, which way is good, and its unit ("" for none)."""

    name: str
    direction: str
    unit: str


EventKey = tuple[str, str, str, str]
"""Person, period, kind and identity: what makes two events one."""


def identity(document: str | None, reason: str | None) -> str:
    """What tells the events of a person, period and kind apart: the document that orders it, or else the
    reason, however it was typed."""
    return compact(document or reason or "")


@dataclass(frozen=True)
class Known:
    """What rows are judged against.

    ``people``: id → name (None: every id is taken, files alone). ``teams``: names and ids of teams, as they
    are called now → id (None: every name is taken). ``indicators``: code, name or alias, compact → code
    (None: every code is taken). ``units``, ``measures`` by code. ``history``: (id, indicator) → earlier
    values (None: nobody is there to settle doubts about the size of a value, so none is raised). ``takes``:
    period → what the scheme in force then takes, by indicator (empty where none is in force).
    ``standing``: id → (name of the team, position) that hold now. ``joined``: id → day of joining.
    ``events``: what is stored of events, (points, finding) by key. ``today``: what counts as the future
    (None: nothing does). ``outcomes``: by compact name what is stored of an
    outcome (None: none is known, and a new one is nothing to tell). ``accounts``: user name, as
    it is compared → the manager's id that somebody signs in with by it (None: none, or not in use).
    """

    people: Mapping[str, str] | None
    indicators: Mapping[str, str] | None
    units: Mapping[str, str] = field(default_factory=dict)
    measures: Mapping[str, str] = field(default_factory=dict)
    history: Mapping[tuple[str, str], Collection[float]] | None = field(default_factory=dict)
    teams: Mapping[str, str] | None = None
    takes: Callable[[str], Mapping[str, Takes]] = _nothing
    standing: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    joined: Mapping[str, dt.date] = field(default_factory=dict)
    events: Mapping[EventKey, tuple[float, str]] = field(default_factory=dict)
    today: dt.date | None = None
    outcomes: Mapping[str, Outcome] | None = None
    accounts: Mapping[str, str | None] = field(default_factory=dict)
