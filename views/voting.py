"""The fields of a blind vote: who votes, how many must, and until when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import streamlit as st

from data import clock
from ui.choice import pick
from words.text import Text
from workflow import blind


class Asked(NamedTuple):
    """What was chosen: user names, the deadline by the branch's clock, a key of `blind.QUORUMS`."""

    members: Sequence[str]
    deadline: dt.datetime
    quorum: str


def fields(
    key: str, label: str, people: Mapping[str, str], chosen: Sequence[str], days: int, t: Text
) -> None:
    """The fields under `key`: of `people` (user name → shown name) those `chosen`, `days` from now."""
    st.multiselect(label, list(people), default=chosen, format_func=people.__getitem__, key=f"{key}-members")
    quorums = {q: t(f"round-quorum-{q}") for q in blind.QUORUMS}
    pick(t("round-quorum"), list(quorums), quorums.__getitem__, key=f"{key}-quorum")
    day, hour = st.columns(2)
    day.date_input(t("round-day"), value=clock.today() + dt.timedelta(days=days), key=f"{key}-day")
    hour.time_input(t("round-hour"), value=dt.time(18, 0), key=f"{key}-hour")


def asked(key: str) -> Asked:
    """What stands in them."""
    held = st.session_state
    deadline = dt.datetime.combine(held[f"{key}-day"], held[f"{key}-hour"])
    return Asked(held[f"{key}-members"], deadline, held[f"{key}-quorum"])
