"""From rows to the engine's arrays: one way for the database and for files alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data import past
from scoring import Measurements, Scheme
from scoring.periods import Period, is_due, month_of_service, parse_period

HISTORY_COLUMNS = ["manager_id", "period", "indicator", "value", "target", "own_value"]
COUNTED_FINDINGS = ("confirmed", "reduced")
PROTECTED_LEAVE = ("annual", "maternity", "injury")
"""Leave that may cost nobody pay, as the check L04 has it."""
Columns = dict[str, NDArray[Any]]
"""Name of an argument of :class:`scoring.Measurements` → a value for each person."""


@dataclass(frozen=True)
class Facts:
    """Everything about a cohort that scoring asks for, as tables.

    ``history``: manager_id, period, indicator, value, target, own_value, one row per key.
    ``people``: manager_id, joined_on, left_on, a row for each spell of employment.
    ``events``: manager_id, period, kind, points, finding.
    ``leave``: manager_id, kind, from_on, to_on. ``handovers``: receiver_id, on_date.
    ``records``: manager_id, from_on, position, each as it holds from that day on, in order.
    ``memberships``: (manager_id, team_id, starts_on) in order of their days. ``codes``: of every measure that
    there is, whether anybody has it or not. None where unknown.
    """

    history: pd.DataFrame
    people: pd.DataFrame | None = None
    events: pd.DataFrame | None = None
    leave: pd.DataFrame | None = None
    handovers: pd.DataFrame | None = None
    records: pd.DataFrame | None = None
    memberships: Sequence[tuple[str, str, dt.date]] = ()
    codes: tuple[str, ...] = ()


def measurements_for(scheme: Scheme, period: Period, facts: Facts) -> Measurements:
    """The cohort of `period`, everybody with a value in it, ready to be scored under `scheme`.

    An indicator that is measured less often than the cycle is read at the longer period's label too,
    and between its periods carries its last value or is not due, as the scheme says.
    """
    history = facts.history
    labels = {period.code} | {
        period.as_kind(i.frequency).code
        for i in scheme.indicators
        if i.frequency and is_due(i.frequency, period)
    }
    now = history[history["period"].isin(labels)]
    people = sorted(now.loc[now["value"].notna(), "manager_id"].unique())
    if facts.people is not None:
        here = _employed(facts.people, period)
        people = [p for p in people if p in here]
    # Indicators that this scheme does not use are kept, so that two schemes can be compared.
    codes = tuple(dict.fromkeys((*scheme.codes, *sorted(history["indicator"].unique()))))
    if scheme.expressions:
        codes = tuple(dict.fromkeys((*codes, *facts.codes)))
    values, targets, own = (np.full((len(people), len(codes)), np.nan) for _ in range(3))
    # The period's own label overrides the longer period's.
    _put(now[now["period"] != period.code], people, codes, values, targets, own)
    _put(now[now["period"] == period.code], people, codes, values, targets, own)
    not_due, carried = _between(scheme, period, history, people, values, own)
    return Measurements(
        people,
        codes,
        values,
        targets,
        own_values=own,
        not_due=not_due,
        carried_from=carried,
        history=past.history(scheme, period, history, people),
        teams=_teams(facts.memberships, period, people),
        positions=None if facts.records is None else _positions(facts.records, period, people),
        held=None,
        **_circumstances(scheme, period, facts, people),
    )


def team_days(
    memberships: Sequence[tuple[str, str, dt.date]], period: Period
) -> dict[tuple[str, str], float]:
    """(manager_id, team_id) → share of the period's days in the team."""
    spells: dict[str, list[tuple[dt.date, str]]] = {}
    for person, team, starts_on in memberships:
        spells.setdefault(person, []).append((starts_on, team))
    after_last = period.last_day + dt.timedelta(days=1)
    shares: dict[tuple[str, str], float] = {}
    for person, starts in spells.items():
        ends = [*(start for start, _ in starts[1:]), after_last]
        for (start, team), end in zip(starts, ends, strict=True):
            days = (min(end, after_last) - max(start, period.first_day)).days
            if days > 0:
                shares[person, team] = shares.get((person, team), 0.0) + days / period.days
    return shares


def team_of_most_days(shares: Mapping[tuple[str, str], float]) -> dict[str, str]:
    """By person the team with the largest share of the days."""
    best: dict[str, str] = {}
    for (person, team), share in shares.items():
        if person not in best or share > shares[person, best[person]]:
            best[person] = team
    return best


def _teams(
    memberships: Sequence[tuple[str, str, dt.date]], period: Period, people: list[str]
) -> list[str | None]:
    held = team_of_most_days(team_days(memberships, period))
    return [held.get(person) for person in people]


def _positions(records: pd.DataFrame, period: Period, people: list[str]) -> list[str | None]:
    """Each person's position at the period's end, as :func:`as_of` says."""
    held = as_of(records, period.last_day)["position"].reindex(people)
    return [None if pd.isna(position) else str(position) for position in held.tolist()]


def as_of(records: pd.DataFrame, day: dt.date) -> pd.DataFrame:
    """The records by manager_id as they hold on a day; of people whose first one is of a later day, that."""
    early = records[records["from_on"] <= day].drop_duplicates("manager_id", keep="last")
    late = records[~records["manager_id"].isin(early["manager_id"])]
    return pd.concat([early, late.drop_duplicates("manager_id")]).set_index("manager_id")


def _put(
    rows: pd.DataFrame,
    people: list[str],
    codes: Sequence[str],
    values: np.ndarray,
    targets: np.ndarray,
    own: np.ndarray,
) -> None:
    i, j = past.places(people, rows["manager_id"]), past.places(codes, rows["indicator"])
    kept = (i >= 0) & (j >= 0)
    for matrix, column in ((values, "value"), (targets, "target"), (own, "own_value")):
        given = rows[column].to_numpy(dtype=float, na_value=np.nan)[kept]
        there = ~np.isnan(given)
        matrix[i[kept][there], j[kept][there]] = given[there]


def _between(
    scheme: Scheme,
    period: Period,
    history: pd.DataFrame,
    people: list[str],
    values: np.ndarray,
    own: np.ndarray,
) -> tuple[set[str], dict[tuple[str, str], str]]:
    """Indicators that are not measured in this period: leave out, or carry the last value forward."""
    not_due: set[str] = set()
    carried: dict[tuple[str, str], str] = {}
    for j, indicator in enumerate(scheme.indicators):  # they stand first among the columns
        if is_due(indicator.frequency, period):
            continue
        if indicator.between == "not-due":
            not_due.add(indicator.code)
            continue
        before = history[(history["indicator"] == indicator.code) & history["value"].notna()]
        ends = {code: parse_period(code).last_day for code in before["period"].unique()}
        earlier = sorted((code for code in ends if ends[code] < period.first_day), key=ends.__getitem__)
        when, who = past.places(earlier, before["period"]), past.places(people, before["manager_id"])
        # Earliest first: of what is put in one place, the last stays.
        order = np.argsort(when, kind="stable")
        order = order[(when[order] >= 0) & (who[order] >= 0)]
        last = np.full(len(people), -1)
        last[who[order]] = order
        mine = np.flatnonzero(np.isnan(values[:, j]) & (last >= 0))
        source = before.iloc[last[mine]]
        values[mine, j] = source["value"]
        own[mine, j] = source["own_value"].to_numpy(dtype=float, na_value=np.nan)
        labels = source["period"].tolist()
        carried |= {(people[i], indicator.code): str(label) for i, label in zip(mine, labels, strict=True)}
    return not_due, carried


def _circumstances(scheme: Scheme, period: Period, facts: Facts, people: list[str]) -> Columns:
    """Joining, leave, handovers, additions, deductions and vetoes, each as a column or None."""
    row = {person: i for i, person in enumerate(people)}
    n = len(people)
    result: Columns = {}
    if facts.people is not None and len(facts.people):
        result["tenure_months"] = _tenure(facts.people, period, row)
    if facts.leave is not None and len(facts.leave):
        result["presence"] = _presence(facts.leave, period, row)
        if scheme.pay:
            unprotected = facts.leave[~facts.leave["kind"].isin(PROTECTED_LEAVE)]
            result["attendance"] = _presence(unprotected, period, row)
    if facts.handovers is not None and len(facts.handovers):
        inherited = np.zeros(n, dtype=bool)
        for person, day in facts.handovers[["receiver_id", "on_date"]].itertuples(index=False):
            since = month_of_service(pd.Timestamp(day).date(), period)
            if person in row and 1 <= since <= scheme.handover_months:
                inherited[row[person]] = True
        result["inherited"] = inherited
    if facts.events is not None and len(facts.events):
        result |= _adjustments(facts.events[facts.events["period"] == period.code], row)
    return result


def _presence(leave: pd.DataFrame, period: Period, row: dict[str, int]) -> np.ndarray:
    """Each person's share of the period's days without leave."""
    # Day by day: leave of two kinds may overlap, and a day is missed once.
    absent = np.zeros((len(row), period.days), dtype=bool)
    first = pd.Timestamp(period.first_day)
    for person, start, end in leave[["manager_id", "from_on", "to_on"]].itertuples(index=False):
        begin, after = (pd.Timestamp(start) - first).days, (pd.Timestamp(end) - first).days + 1
        if person in row and after > 0:
            absent[row[person], max(begin, 0) : after] = True
    presence: np.ndarray = 1 - absent.sum(axis=1) / period.days
    return presence


def _adjustments(events: pd.DataFrame, row: dict[str, int]) -> Columns:
    additions, deductions = np.zeros(len(row)), np.zeros(len(row))
    vetoes = np.zeros(len(row), dtype=bool)
    for person, kind, points, finding in events[["manager_id", "kind", "points", "finding"]].itertuples(
        index=False
    ):
        if person not in row or (isinstance(finding, str) and finding not in COUNTED_FINDINGS):
            continue
        if kind == "veto":
            vetoes[row[person]] = True
        else:
            (additions if kind == "addition" else deductions)[row[person]] += points
    return {"additions": additions, "deductions": deductions, "vetoes": vetoes}


def due(facts: Facts, period: Period) -> tuple[str, ...]:
    """Who should have a result in a period, by id: employed on a day of it, and not on leave throughout."""
    if facts.people is None:
        return ()
    joined, left = (pd.to_datetime(facts.people[day]) for day in ("joined_on", "left_on"))
    # A day that is not known excludes nobody.
    there = ~(left < pd.Timestamp(period.first_day)) & ~(joined > pd.Timestamp(period.last_day))
    people = sorted(set(facts.people.loc[there, "manager_id"]))
    if facts.leave is None or not len(facts.leave):
        return tuple(people)
    presence = _presence(facts.leave, period, {person: i for i, person in enumerate(people)})
    return tuple(person for person, share in zip(people, presence, strict=True) if share > 0)


def _employed(spells: pd.DataFrame, period: Period) -> set[str]:
    """Who is not away from the branch in the whole period: everybody but those whose last spell of employment
    before its end was over before it began."""
    left = pd.to_datetime(spells["left_on"])
    joined = pd.to_datetime(spells["joined_on"])
    over = left < pd.Timestamp(period.first_day)
    there = ~over & ~(joined > pd.Timestamp(period.last_day))
    return set(spells["manager_id"]) - (
        set(spells.loc[over, "manager_id"]) - set(spells.loc[there, "manager_id"])
    )


def _tenure(spells: pd.DataFrame, period: Period, row: dict[str, int]) -> np.ndarray:
    """Months of service at the end of the period, since the last joining up to then (or the first of all)."""
    tenure = np.full(len(row), np.nan)
    joined = pd.to_datetime(spells["joined_on"])
    known = spells.assign(joined=joined)[joined.notna()].sort_values("joined", kind="stable")
    before = known[known["joined"] <= pd.Timestamp(period.last_day)].drop_duplicates(
        "manager_id", keep="last"
    )
    later = known[~known["manager_id"].isin(before["manager_id"])].drop_duplicates("manager_id")
    first = pd.concat([before, later])
    served = {day: month_of_service(day.date(), period) for day in first["joined"].unique()}
    place = past.places(list(row), first["manager_id"])
    months = first["joined"].map(served).to_numpy(dtype=float)
    tenure[place[place >= 0]] = months[place >= 0]
    return tenure
