"""What the pages about pay have in common: amounts, people, lines in words, a table of sums by group."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from scoring.pay.fen import FEN
from ui import page
from ui.choice import pick
from ui.tables import Column, Table
from words.text import Text
from workflow.results.period_sheets import PersonInfo
from workflow.rewards.figures import Group, RunPerson, grouped


def amount(label: str, key: str, of: Callable[[RunPerson], int]) -> Column[RunPerson]:
    """A column of yuan."""
    return Column(key, label, lambda row: of(row) / FEN, "number")


def called(person: PersonInfo, t: Text) -> str:
    """A person's name."""
    return t.pick(person.name, person.name_en)


def by_group(found: Sequence[Group], key: str, label: str, t: Text) -> None:
    """Sums by group as a table."""
    table = Table(
        [
            Column[Group]("name", label, lambda g: g.name, "strong"),
            Column[Group]("people", t("people"), lambda g: g.people, "number", decimals=0),
            Column[Group]("granted", t("pay-granted"), lambda g: g.granted / FEN, "number"),
            Column[Group]("held", t("pay-held"), lambda g: g.held / FEN, "number"),
            Column[Group](
                "mean",
                t("pay-mean"),
                lambda g: g.granted / FEN / g.people if g.people else None,
                "number",
            ),
            Column[Group](
                "change",
                t("pay-change-last"),
                lambda g: None if g.last is None else (g.granted - g.last) / FEN,
                "delta",
            ),
        ],
        found,
        lambda g: g.name,
    )
    table.show(key, label)


def by_way(people: tuple[RunPerson, ...], key: str, t: Text) -> None:
    """A run's people by team, post or grade, as is chosen."""
    none = t("pay-group-none")
    ways: dict[str, Callable[[RunPerson], str]] = {
        "team": lambda one: t.pick(one.person.team_name or none, one.person.team_name_en or none),
        "position": lambda one: t.term(one.person.position) or none,
        "grade": lambda one: one.grade or none,
    }
    with page.card(t("pay-groups"), t("pay-groups-note")):
        way = pick(t("pay-groups"), tuple(ways), t, key=f"{key}-way", kind="segments")
        by_group(grouped(people, ways[way]), f"{key}-{way}", t(way), t)
