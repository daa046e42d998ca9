"""What is said about the rows of a file while they are judged: told, held back, or asked and decided."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.reading.doubts import Doubts
from data.reading.problems import ERROR, LEAVE_OUT, Answers, Choice, Problem, Question
from data.reading.rules import Rule


@dataclass
class Line:
    """A row: where it stands, the headings of its columns, its texts, and what they were read as (None: an
    empty cell); ``out`` once it is held back or left out."""

    sheet: str
    row: int
    headings: Mapping[str, str]
    texts: Mapping[str, str]
    cells: dict[str, object] = field(default_factory=dict)
    out: bool = False

    def text(self, column: str) -> str:
        """What a column was read as, "" where there is nothing."""
        value = self.cells.get(column)
        return "" if value is None else str(value)

    def number(self, column: str) -> float:
        """What a column of numbers was read as, NaN where there is nothing."""
        value = self.cells.get(column)
        return float(value) if isinstance(value, int | float) else math.nan


class Desk:
    """Collects problems and doubts; answers settle questions that were asked before."""

    def __init__(self, answers: Answers | None) -> None:
        self.doubts = Doubts(answers)
        self.problems: list[Problem] = []

    def tell(self, line: Line, column: str, rule: Rule, severity: str, **params: object) -> None:
        """Say something about a cell of a row."""
        heading, raw = line.headings.get(column, ""), line.texts.get(column, "")
        self.problems.append(Problem(rule, severity, line.sheet, line.row, heading, raw, params))

    def hold(self, line: Line, column: str, rule: Rule, **params: object) -> None:
        """Hold a row back."""
        self.tell(line, column, rule, ERROR, **params)
        line.out = True

    def complete(self, lines: Sequence[Line], columns: Sequence[str]) -> None:
        """Hold back every row in which one of `columns` is empty."""
        for line in lines:
            for column in columns:
                if not line.out and line.cells.get(column) is None:
                    self.hold(line, column, Rule.EMPTY)

    def ask(
        self,
        line: Line,
        column: str,
        rule: Rule,
        choices: Sequence[Choice],
        *,
        at: Line | None = None,
        **params: object,
    ) -> Choice | None:
        """Hold a row back until a person has chosen; the choice that was made, None where none was or where
        the row is to be left out. A doubt that several rows share is asked once, `at` the first of them."""
        place = at or line
        question = Question(
            *(rule, place.sheet, place.row, place.headings.get(column, ""), place.texts.get(column, "")),
            tuple(choices),
            params,
        )
        chosen = self.doubts.ask(question)
        if chosen is None:
            self.hold(line, column, rule, **params)
            return None
        line.out |= chosen == LEAVE_OUT
        return None if line.out else chosen
