"""From rows to the engine's arrays: one way for the database and for files alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
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
Days = Mapping[tuple[str, str], float]
"""(manager_id, team_id) → share of a period's days in the team."""
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
    ``memberships``: manager_id, team_id, starts_on (a moment), in order of their days: a person is in a team
    from a day on, until the person's next one. ``codes``: of every measure that there is, whether anybody
    has it or not. None where unknown.
    """

    history: pd.DataFrame
    people: pd.DataFrame | None = None
    events: pd.DataFrame | None = None
    leave: pd.DataFrame | None = None
    handovers: pd.DataFrame | None = None
    records: pd.DataFrame | None = None
    memberships: pd.DataFrame | None = None
    codes: tuple[str, ...] = ()
    _found: dict[tuple[str, object], pd.DataFrame] = field(default_factory=dict, init=False, repr=False)
    """What was made of the tables for a day or a period, once."""

    def team_days(self, period: Period) -> Days:
        """Who was in which team for which share of a period's days."""
        shares = self._shares(period)
        pairs = zip(shares["manager_id"].tolist(), shares["team_id"].tolist(), strict=True)
        return dict(zip(pairs, shares["share"].tolist(), strict=True))

    def teams(self, period: Period, people: Sequence[str] | pd.Index) -> list[str | None]:
        """Each person's team of most days in a period, the earlier of several; None for who is in none."""
        most = self._once("most", period, lambda: _most(self._shares(period)))
        found = np.full(len(people), None, dtype=object)
        place = past.places(people, most["manager_id"])
        found[place[place >= 0]] = most["team_id"].to_numpy(dtype=object)[place >= 0]
        return found.tolist()

    def staff(self, day: dt.date) -> pd.DataFrame:
        """The records by manager_id, as :func:`as_of` says."""
        records = pd.DataFrame(columns=["manager_id", "from_on"]) if self.records is None else self.records
        return self._once("staff", day, lambda: as_of(records, day))

    def teams_on(self, day: dt.date) -> dict[str, str]:
        """manager_id → team_id on a day."""
        if self.memberships is None:
            return {}
        begun = self.memberships[self.memberships["starts_on"] <= pd.Timestamp(day)]
        return dict(zip(begun["manager_id"].tolist(), begun["team_id"].tolist(), strict=True))

    def _shares(self, period: Period) -> pd.DataFrame:
        return self._once("shares", period, lambda: _team_days(self.memberships, period))

    def _once(self, what: str, of: object, make: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        if (what, of) not in self._found:
            self._found[what, of] = make()
        return self._found[what, of]


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
    people = sorted(now.loc[now["value"].notna(), "manager_id"].unique().tolist())
    if facts.people is not None:
        here = _employed(facts.people, period)
        people = [p for p in people if p in here]
    index = pd.Index(people)
    # Indicators that this scheme does not use are kept, so that two schemes can be compared.
    codes = tuple(dict.fromkeys((*scheme.codes, *sorted(history["indicator"].unique()))))
    if scheme.expressions:
        codes = tuple(dict.fromkeys((*codes, *facts.codes)))
    values, targets, own = (np.full((len(people), len(codes)), np.nan) for _ in range(3))
    # The period's own label overrides the longer period's.
    _put(now[now["period"] != period.code], index, codes, values, targets, own)
    _put(now[now["period"] == period.code], index, codes, values, targets, own)
    not_due, carried = _between(scheme, period, history, people, values, own)
    return Measurements(
        people,
        codes,
        values,
        targets,
        own_values=own,
        not_due=not_due,
        carried_from=carried,
        history=past.history(scheme, period, history, index),
        teams=facts.teams(period, index),
        positions=None if facts.records is None else _positions(facts, period, index),
        held=None,
        **_circumstances(scheme, period, facts, people),
    )


def _team_days(memberships: pd.DataFrame | None, period: Period) -> pd.DataFrame:
    """manager_id, team_id and share of the period's days, a person's teams in order of their first day."""
    if memberships is None or not len(memberships):
        return pd.DataFrame({"manager_id": [], "team_id": [], "share": []})
    known = memberships.take(np.argsort(pd.factorize(memberships["manager_id"])[0], kind="stable"))
    who = pd.factorize(known["manager_id"])[0]
    begin, after = np.datetime64(period.first_day), np.datetime64(period.last_day) + 1
    starts = known["starts_on"].to_numpy().astype("datetime64[D]")
    ends = np.append(np.where(who[1:] == who[:-1], starts[1:], after), after)
    days = (np.minimum(ends, after) - np.maximum(starts, begin)).astype(np.int64)
    spells = known[["manager_id", "team_id"]].assign(days=days)[days > 0]
    if spells.duplicated(["manager_id", "team_id"]).any():
        spells = spells.groupby(["manager_id", "team_id"], sort=False, as_index=False).sum()
    shares: pd.DataFrame = spells.assign(share=spells["days"] / period.days)
    return shares


def _most(shares: pd.DataFrame) -> pd.DataFrame:
    """Of each person's teams the one of most days, the earlier of several."""
    return shares.sort_values("share", ascending=False, kind="stable").drop_duplicates("manager_id")


def _positions(facts: Facts, period: Period, people: pd.Index) -> list[str | None]:
    """Each person's position at the period's end."""
    held = facts.staff(period.last_day)["position"].reindex(people)
    return [position if known else None for position, known in zip(held.tolist(), held.notna(), strict=True)]


def as_of(records: pd.DataFrame, day: dt.date) -> pd.DataFrame:
    """The records by manager_id as they hold on a day; of people whose first one is of a later day, that."""
    who, _ = pd.factorize(records["manager_id"])
    return records.iloc[_holding(who, (records["from_on"] <= day).to_numpy())].set_index("manager_id")


def _holding(who: np.ndarray, early: np.ndarray) -> np.ndarray:
    """Of rows in order, each about somebody by number, the row that holds for each: the last of the early
    ones, in order, then the first of those who have none."""
    rows = np.arange(len(who))
    last, first = np.full((2, int(who.max(initial=-1)) + 1), -1)
    last[who[early]] = rows[early]  # Of what is put in one place, the last stays.
    first[who[::-1]] = rows[::-1]
    return np.concatenate([np.sort(last[last >= 0]), np.sort(first[last < 0])])


def _put(
    rows: pd.DataFrame,
    people: pd.Index,
    codes: Sequence[str],
    values: np.ndarray,
    targets: np.ndarray,
    own: np.ndarray,
) -> None:
    i, j = past.places(people, rows["manager_id"]), past.places(codes, rows["indicator"])
    kept = (i >= 0) & (j >= 0)
    i, j = i[kept], j[kept]
    for matrix, column in ((values, "value"), (targets, "target"), (own, "own_value")):
        given = rows[column].to_numpy(dtype=float, na_value=np.nan)[kept]
        there = ~np.isnan(given)
        if there.any():
            matrix[i[there], j[there]] = given[there]


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


def _employed(spells: pd.DataFrame, period: Period) -> frozenset[str]:
    """Who is not away from the branch in the whole period: everybody but those whose last spell of employment
    before its end was over before it began."""
    left = pd.to_datetime(spells["left_on"])
    joined = pd.to_datetime(spells["joined_on"])
    over = (left < pd.Timestamp(period.first_day)).to_numpy()
    there = ~over & ~(joined > pd.Timestamp(period.last_day)).to_numpy()
    who, ids = pd.factorize(spells["manager_id"])
    away = np.zeros(len(ids), dtype=bool)
    away[who[over]] = True
    away[who[there]] = False
    return frozenset(ids.to_numpy(dtype=object)[~away])


def _tenure(spells: pd.DataFrame, period: Period, row: dict[str, int]) -> np.ndarray:
    """Months of service at the end of the period, since the last joining up to then (or the first of all)."""
    tenure = np.full(len(row), np.nan)
    joined = pd.to_datetime(spells["joined_on"])
    known = spells.assign(joined=joined)[joined.notna()].sort_values("joined", kind="stable")
    who, _ = pd.factorize(known["manager_id"])
    first = known.iloc[_holding(who, (known["joined"] <= pd.Timestamp(period.last_day)).to_numpy())]
    served = {day: month_of_service(day.date(), period) for day in first["joined"].unique()}
    place = past.places(list(row), first["manager_id"])
    months = first["joined"].map(served).to_numpy(dtype=float)
    tenure[place[place >= 0]] = months[place >= 0]
    return tenure
