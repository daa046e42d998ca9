"""The lines of a file on their way through the judges: what was read of each, and which are held back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas.api.typing import DataFrameGroupBy, SeriesGroupBy

from data.reading.columns.headings import Column
from data.reading.doubts import AS_IT_STANDS, Doubts
from data.reading.known import Known
from data.reading.problems import ERROR, LEAVE_OUT, Choice, Problem, Question, question_key
from data.reading.rules import Rule

KEY = ["manager_id", "period", "indicator"]
VALUES = [*KEY, "value", "target", "own_value"]

Places = NDArray[np.intp]
"""Positions of lines, in the order of the file."""


def places_by(groups: DataFrameGroupBy[Any, Any] | SeriesGroupBy[Any, Any]) -> Iterator[tuple[Any, Places]]:
    """Each key of a grouping (a tuple where it is of several columns) with the lines that have it."""
    for key, places in groups.indices.items():
        yield key, np.asarray(places, dtype=np.intp)


class Lines:
    """One line for each cell that carries a value.

    ``cells`` are the texts as they stand (see `data.reading.columns.body`), ``out`` what was read
    of them so far.
    ``bad`` are held back, ``dropped`` say again what another line says, ``missing`` have no value,
    ``confirmed`` values were looked at by a person and taken as they stand. ``tidy`` lines come from a table
    with one value a row. ``headings``: sheet → role → column.
    """

    def __init__(
        self,
        cells: pd.DataFrame,
        headings: Mapping[str, Mapping[str, Column]],
        known: Known,
        doubts: Doubts,
        kind: str,
    ) -> None:
        self.cells, self.known, self.doubts, self.kind = cells, known, doubts, kind
        self.rows = cells["row"].to_numpy(dtype=int)
        self.sheets = cells["sheet"].to_numpy()
        self.tidy = cells["tidy"].to_numpy(dtype=bool)
        self.columns = cells["column"].to_numpy()
        self.raw = cells["raw"].to_numpy()
        self.bad = np.zeros(len(cells), dtype=bool)
        self.dropped = np.zeros(len(cells), dtype=bool)
        self.missing = np.zeros(len(cells), dtype=bool)
        self.confirmed = np.zeros(len(cells), dtype=bool)
        self.out = pd.DataFrame(index=cells.index)
        self.problems: list[Problem] = []
        self._headings = headings

    def by(self, role: str) -> list[tuple[str, Places]]:
        """Each text of a column with the lines that have it."""
        groups = self.cells[role].groupby(self.cells[role], sort=False)
        return [(str(text), places) for text, places in places_by(groups)]

    def column(self, place: int, role: str) -> str:
        """The heading over a line's cell of this role."""
        if role == "raw":
            return str(self.columns[place])
        column = self._headings[self.sheets[place]].get(role)
        return column.heading if column else role

    def text(self, place: int, role: str) -> str:
        """What stands in a line's cell of this role; where no value stands, the target."""
        found = str(self.raw[place] if role == "raw" else self.cells[role].iat[place])
        return found or str(self.cells["target"].iat[place]) if role == "raw" else found

    def tell(self, places: Places, rule: Rule, severity: str, role: str, **params: object) -> None:
        """Tell of lines, once for each row where the whole row is meant."""
        seen: set[tuple[str, int]] = set()
        for i in places:
            spot = (self.sheets[i], int(self.rows[i]))
            if role != "raw" and spot in seen:
                continue
            seen.add(spot)
            found = self.text(i, role)
            self.problems.append(Problem(rule, severity, *spot, self.column(i, role), found, dict(params)))

    def tell_once(self, places: Places, rule: Rule, severity: str, role: str, **params: object) -> None:
        """Tell of all these lines in one sentence, at the first of them."""
        if len(places):
            i = places[0]
            spot = (self.sheets[i], int(self.rows[i]), self.column(i, role), self.text(i, role))
            self.problems.append(Problem(rule, severity, *spot, dict(params), len(places)))

    def hold(self, places: Places, rule: Rule, role: str, **params: object) -> None:
        """Hold lines back that are not yet, and say why."""
        fresh = places[~self.bad[places]]
        self.tell(fresh, rule, ERROR, role, **params)
        self.bad[places] = True

    def settle(
        self,
        places: Places,
        rule: Rule,
        role: str,
        choices: Sequence[Choice],
        *,
        at: int | None = None,
        together: bool = False,
        **params: object,
    ) -> Choice | None:
        """Ask once for all these lines, at line `at` (None: the first, even if it is held back, so that the
        question's key does not move with other answers). `together` tells of them in one sentence.

        Gives the choice to go on with; None where they are held back for now, or left out for good.
        """
        fresh = places[~self.bad[places]]
        i = int(places[0]) if at is None else at
        if not len(fresh):
            self.doubts.moot(self.key(i, rule, role))
            return None
        if not choices:
            self.hold(fresh, rule, role, **params)
            return None
        count = len(set(zip(self.sheets[fresh], self.rows[fresh], strict=True)))
        question = Question(
            *(rule, str(self.sheets[i]), int(self.rows[i]), self.column(i, role), self.text(i, role)),
            tuple(choices),
            params | {"count": count},
        )
        choice = self.doubts.ask(question)
        if choice is None and together:
            self.tell_once(fresh, rule, ERROR, role, **params)
            self.bad[fresh] = True
        elif choice is None:
            self.hold(fresh, rule, role, **params)
        elif choice == LEAVE_OUT:
            self.bad[fresh] = True
        else:
            self.confirmed[fresh] |= role == "raw" and choice.name == AS_IT_STANDS
            return choice
        return None

    def key(self, place: int, rule: Rule, role: str) -> str:
        """What a question of this rule about a line's cell is named by."""
        return question_key(rule, str(self.sheets[place]), int(self.rows[place]), self.column(place, role))

    def answered(self, *rules: Rule) -> dict[int, Rule]:
        """Lines whose value was asked about by one of these rules and answered. A doubt that was answered
        stays one, even where other answers have made it look less doubtful."""
        if not self.doubts.has_answers(*rules):
            return {}
        return {
            i: rule
            for i in range(len(self.rows))
            for rule in rules
            if self.doubts.answer(self.key(i, rule, "raw")) is not None
        }

    def has(self, place: int, role: str) -> bool:
        """Whether a line's sheet has a column of this role."""
        return role in self._headings[self.sheets[place]]

    def unit_of(self, place: int, role: str) -> str:
        """The unit in the heading of a line's column of this role ("" where there is none)."""
        column = self._headings[self.sheets[place]].get(role)
        return column.unit.heading if column else ""

    def of_known(self, what: Mapping[str, str]) -> NDArray[np.object_]:
        """What is known of each line's indicator, by code ("" where nothing is)."""
        codes = self.out["indicator"].astype(object)
        return codes.map({code: what.get(code, "") for code in codes.unique()}).to_numpy(dtype=object)

    def accepted(self) -> pd.DataFrame:
        """The lines that can be taken, with VALUES, indexed by the row that people see."""
        keep = ~self.bad & ~self.dropped & (self.tidy | ~self.missing)
        taken = self.out.loc[keep, VALUES].copy()
        taken.index = pd.Index(self.rows[keep])
        return taken
