"""Questions that a file raises, and the answers that a person has given to them."""

from __future__ import annotations

from dataclasses import replace

from data.errors import WrongAnswer
from data.reading.problems import (
    FIXED,
    LEAVE_OUT,
    WARNING,
    Answers,
    Choice,
    Problem,
    Question,
)
from data.reading.rules import Rule

MOST_QUESTIONS = 200
"""Nobody answers more at one sitting; the others stay held back and are asked once these are answered."""

AS_IT_STANDS = "as-it-stands"


def read_as(text: str, **params: object) -> Choice:
    """The choice to read the cell as this text."""
    return Choice(f"read-as:{text}", "read-as", text, {"text": text} | params)


def as_it_stands(text: str) -> Choice:
    """The choice to take the cell as it is."""
    return Choice(AS_IT_STANDS, AS_IT_STANDS, text)


class Doubts:
    """Asks; an answer that was given is told as `decided`, a question without one is kept."""

    def __init__(self, answers: Answers | None = None) -> None:
        self._answers = dict(answers or {})
        self._used: set[str] = set()
        self._open: dict[str, Question] = {}
        self._unasked = 0
        self.problems: list[Problem] = []

    @property
    def questions(self) -> tuple[Question, ...]:
        """Those without an answer, at most `MOST_QUESTIONS`, as they stand in the file."""
        return tuple(sorted(self._open.values(), key=lambda q: (q.sheet, q.row, q.column)))

    @property
    def full(self) -> bool:
        """Whether nothing more is asked at this reading."""
        return len(self._open) >= MOST_QUESTIONS

    def leave_unasked(self, count: int) -> None:
        """So many questions more are left for the next reading."""
        self._unasked += count

    def ask(self, question: Question) -> Choice | None:
        """The choice that a person has made (perhaps `LEAVE_OUT`, which every question has); None where
        nobody has.

        Raises
        ------
        WrongAnswer : the answer is none of the choices.
        """
        if LEAVE_OUT not in question.choices:
            question = replace(question, choices=(*question.choices, LEAVE_OUT))
        answer = self._answers.get(question.key)
        if answer is None:
            if not self.full:
                self._open[question.key] = question
            else:
                self.leave_unasked(1)
            return None
        choice = next((c for c in question.choices if c.key == answer), None)
        if choice is None:
            offered = ", ".join(c.key for c in question.choices)
            raise WrongAnswer("errors-answer-choice", question=question.key, answer=answer, choices=offered)
        if question.key in self._used:
            return choice
        self._used.add(question.key)
        params: dict[str, object] = {"choice": choice.name, "text": choice.text, "of": str(question.rule)}
        self.problems.append(
            Problem(Rule.DECIDED, FIXED, question.sheet, question.row, question.column, question.raw, params)
        )
        return choice

    def has_answers(self, *rules: Rule) -> bool:
        """Whether a question of one of these rules was answered."""
        return any(key.startswith(f"{rule}|") for key in self._answers for rule in rules)

    def answer(self, key: str) -> str | None:
        """The key of the choice made at a question; None where none was."""
        return self._answers.get(key)

    def moot(self, key: str) -> None:
        """Another answer has settled this question too."""
        if key in self._answers:
            self._used.add(key)

    def finish(self) -> list[Problem]:
        """What is to be told of the questions, once all were asked.

        Raises
        ------
        WrongAnswer : an answer was given to a question that the file does not raise.
        """
        if stale := sorted(set(self._answers) - self._used):
            raise WrongAnswer("errors-answer-unknown", question=stale[0], count=len(stale))
        if self._unasked:
            self.problems.append(
                Problem(Rule.MORE_QUESTIONS, WARNING, params={"asked": MOST_QUESTIONS}, count=self._unasked)
            )
        return self.problems
