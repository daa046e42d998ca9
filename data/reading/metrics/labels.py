"""Whose value a line is, of which period, of which indicator."""

from __future__ import annotations

import datetime as dt
from difflib import get_close_matches

import numpy as np

from data.reading.doubts import as_it_stands, read_as
from data.reading.metrics.lines import Lines, Places, places_by
from data.reading.problems import ERROR, FIXED, WARNING, Choice
from data.reading.rules import Rule
from data.reading.values.ids import Ids
from data.reading.values.months import Reading, read_period
from data.reading.values.text import compact, plain
from scoring.periods import parse_period

_DAILY_SHARE = 0.2
"""Where so many of the dated lines give several days of one month, the whole file is daily data."""
_NEAR_INDICATOR = 0.8
_MOST = 200
"""So many unknown indicators are compared with the library; a file with more is no table of indicators."""


def read_labels(lines: Lines, ids: Ids) -> None:
    """Columns manager_id, indicator and period of ``lines.out``."""
    _people(lines, ids)
    _names(lines)
    _indicators(lines)
    _periods(lines)


def _people(lines: Lines, ids: Ids) -> None:
    """Ids made plain; an unknown one is held back, and asked about where a known one is near."""
    found = np.empty(len(lines.cells), dtype=object)
    for raw, places in lines.by("id"):
        person, told = ids.read(raw)
        for rule, severity, params in told:
            if severity != ERROR:
                lines.tell(places, rule, severity, "id", **params)
                continue
            near = params.get("near", "NONE")
            choices = [] if near == "NONE" else [read_as(near, person=_name(lines, near))]
            choice = lines.settle(places, rule, "id", choices, **params)
            person = choice.text if choice else person
        found[places] = person
    lines.out["manager_id"] = found


def _name(lines: Lines, person: str) -> str:
    return (lines.known.people or {}).get(person, "")


def _names(lines: Lines) -> None:
    """A name in the row that is not the id's: one of the two is wrong, only a person knows which."""
    people = lines.known.people
    if people is None:
        return
    by_name: dict[str, list[str]] = {}
    for person, name in people.items():
        by_name.setdefault(compact(name), []).append(person)
    found = lines.out["manager_id"].to_numpy(copy=True)
    own = dict(places_by(lines.out.groupby("manager_id", sort=False)))
    # By the ids as they stand, so that no other answer moves the line at which is asked.
    for (_, name), places in places_by(lines.cells.groupby(["id", "name"], sort=False)):
        person = found[places[0]]
        if not compact(name) or person not in people or compact(people[person]) == compact(name):
            continue
        fresh = places[~lines.bad[places]]
        near = by_name.get(compact(name), [])
        choices = [Choice("by-id", "by-id", person, {"person": people[person], "id": person})]
        if len(near) == 1:
            choices.append(Choice("by-name", "by-name", near[0], {"person": name, "id": near[0]}))
        choice = lines.settle(
            places, Rule.ID_NAME_MISMATCH, "id", choices, name=name, near=near[0] if near else ""
        )
        if choice is None:
            _collisions(lines, own[person], fresh)
        else:
            found[fresh] = choice.text
    lines.out["manager_id"] = found


def _collisions(lines: Lines, own: Places, places: Places) -> None:
    """The row of the same person and month that is right stays, and is named."""
    texts = lines.cells["period"].to_numpy()
    periods = {read_period(str(texts[i])).code for i in places} - {""}
    same = [i for i in own if not lines.bad[i] and read_period(str(texts[i])).code in periods]
    lines.tell(np.array(same, dtype=np.intp), Rule.COLLISION_FROM_ID_NAME_MISMATCH, WARNING, "id")


def _indicators(lines: Lines) -> None:
    """Codes as they are; names and aliases where the file has those."""
    names = lines.known.indicators
    codes = set(names.values()) if names is not None else None
    found = np.empty(len(lines.cells), dtype=object)
    compared = 0
    for raw, places in lines.by("indicator"):
        text = plain(raw)
        code = text if codes is None or text in codes else (names or {}).get(compact(raw), "")
        found[places] = code or raw
        if not code:
            compared += 1
            near = (
                get_close_matches(compact(raw), names or {}, 1, _NEAR_INDICATOR) if compared < _MOST else []
            )
            meant = (names or {})[near[0]] if near else ""
            rule = Rule.UNKNOWN_INDICATOR if text else Rule.EMPTY
            choices = [read_as(meant)] if meant else []
            if choice := lines.settle(places, rule, "indicator", choices, near=meant or "NONE"):
                found[places] = choice.text
        elif code != text:
            lines.tell(places, Rule.INDICATOR_BY_NAME, FIXED, "indicator", code=code)
    lines.out["indicator"] = found


def _periods(lines: Lines) -> None:
    """Periods as codes; what is no single period is held back."""
    readings = {raw: read_period(raw, today=lines.known.today) for raw, _ in lines.by("period")}
    codes = np.full(len(lines.cells), "", dtype=object)
    weekly: list[Places] = []
    nameless: list[Places] = []
    for raw, places in lines.by("period"):
        reading = readings[raw]
        codes[places] = reading.code
        if reading.rule == Rule.WEEKLY_DATA:
            weekly.append(places)
        elif reading.rule == Rule.PERIOD_EMPTY and not lines.has(places[0], "period"):
            nameless.append(places)
        elif not reading.code:
            choices = [read_as(code) for code in reading.could_be]
            choice = lines.settle(places, reading.rule or Rule.PERIOD, "period", choices)
            codes[places] = choice.text if choice else ""
        elif reading.rule is not None:
            lines.tell(places, reading.rule, FIXED, "period", period=reading.code)
    lines.out["period"] = codes
    for rule, groups in ((Rule.WEEKLY_DATA, weekly), (Rule.NO_PERIOD, nameless)):
        if groups:
            _hold_together(lines, np.sort(np.concatenate(groups)), rule)
    _daily(lines, readings)
    _other_kinds(lines)


def _hold_together(lines: Lines, places: Places, rule: Rule) -> None:
    """One sentence for the file, not one for each of hundreds of rows."""
    fresh = places[~lines.bad[places]]
    lines.tell_once(fresh, rule, ERROR, "period")
    lines.bad[places] = True


def _daily(lines: Lines, readings: dict[str, Reading]) -> None:
    """Several days of one month for one person and indicator: no day's figure is the month's."""
    days = lines.cells["period"].map(lambda raw: readings[str(raw)].day)
    dated = np.flatnonzero(days.notna().to_numpy() & ~lines.bad)
    if not len(dated):
        return
    frame = lines.out.iloc[dated].assign(day=days.iloc[dated].map(dt.date.toordinal))
    several = frame.groupby(["manager_id", "indicator", "period"], sort=False)["day"].transform("nunique")
    within = several.to_numpy() > 1
    if within.any():
        whole = within.mean() >= _DAILY_SHARE
        _hold_together(lines, dated if whole else dated[within], Rule.DAILY_DATA)


def _other_kinds(lines: Lines) -> None:
    """A quarter among months (or the other way round) is probably a sum of them."""
    codes = lines.out["period"]
    kinds = {code: parse_period(code).kind for code in codes.unique() if code}
    counted = codes[~lines.bad].map(kinds).value_counts()
    if len(counted) < 2 and not lines.doubts.has_answers(Rule.PERIOD_OF_ANOTHER_KIND):
        return
    usual = str(counted.index[0]) if len(counted) else ""
    for raw, places in lines.by("period"):
        code = codes.iat[places[0]]
        key = lines.key(places[0], Rule.PERIOD_OF_ANOTHER_KIND, "period")
        if code and (kinds[code] != usual or lines.doubts.answer(key)):
            lines.settle(places, Rule.PERIOD_OF_ANOTHER_KIND, "period", [as_it_stands(raw)], usual=usual)


def hold_future(lines: Lines) -> None:
    """A value of a period that has not begun was not measured; a target may lie ahead."""
    today = lines.known.today
    if today is None or lines.kind == "targets":
        return
    codes = lines.out["period"]
    ahead = {c for c in codes.unique() if c and parse_period(c).first_day > today}
    if ahead:
        measured = lines.out["value"].notna() | lines.out["target"].isna()
        places = np.flatnonzero((codes.isin(ahead) & measured).to_numpy())
        lines.hold(places, Rule.PERIOD_IN_FUTURE, "period")
