"""A name beside an id that is another person's: one of the two is wrong, only a person knows which."""

from __future__ import annotations

from collections.abc import Sequence

from data.reading.known import Known
from data.reading.problems import Choice
from data.reading.records.desk import Desk, Line
from data.reading.rules import Rule
from data.reading.values.text import compact


def ask_names(desk: Desk, lines: Sequence[Line], known: Known) -> None:
    """Ask about every row whose name is not the one of its ``manager_id``."""
    people = known.people or {}
    by_name: dict[str, list[str]] = {}
    for person, name in people.items():
        by_name.setdefault(compact(name), []).append(person)
    for line in lines:
        person, name = line.text("manager_id"), line.text("name")
        if line.out or not name or person not in people or compact(people[person]) == compact(name):
            continue
        near = by_name.get(compact(name), [])
        choices = [Choice("by-id", "by-id", person, {"person": people[person], "id": person})]
        if len(near) == 1:
            choices.append(Choice("by-name", "by-name", near[0], {"person": name, "id": near[0]}))
        near_one = near[0] if near else ""
        chosen = desk.ask(line, "manager_id", Rule.ID_NAME_MISMATCH, choices, name=name, near=near_one)
        if chosen is not None:
            line.cells["manager_id"] = chosen.text
