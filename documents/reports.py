"""What is said about a file in words, for reports that lie beside it and for the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from data.reading.problems import ERROR, Choice, Problem, Question
from scoring.errors import SteelyardError
from words.text import Text

RAW_SHOWN = 60


def rule_words(problem: Problem, t: Text) -> str:
    """What is said, without its place."""
    return t(f"rule-{problem.rule}", **{"count": problem.count} | problem.params)


def problem_line(problem: Problem, t: Text) -> str:
    """One thing that is said about a file, with its place."""
    rule = rule_words(problem, t)
    parts = [
        problem.sheet,
        t("problem-at-row", row=problem.row) if problem.row else "",
        t("problem-at-column", column=problem.column) if problem.column else "",
        t("problem-at-raw", raw=problem.raw[:RAW_SHOWN]) if problem.raw else "",
    ]
    place = t("problem-joint").join(part for part in parts if part)
    many = ""
    if problem.count > 1:
        rows = problem.params.get("rows")
        many = t("problem-many-rows" if rows else "problem-many", count=problem.count, rows=rows or "")
    return t("cli-problem", place=place, rule=rule, many=many)


def question_line(question: Question, t: Text) -> str:
    """A doubt, with its place."""
    problem = Problem(
        *(question.rule, ERROR, question.sheet, question.row, question.column, question.raw), question.params
    )
    return problem_line(problem, t)


def choice_words(choice: Choice, t: Text) -> str:
    """One way to settle a doubt."""
    return t(f"choice-{choice.name}", **choice.params)


def arrival_report(
    file_name: str,
    batch: int | None,
    problems: Iterable[Problem],
    error: SteelyardError | None,
    t: Text,
    *,
    empty: bool = False,
) -> str:
    """What became of a file that was dropped into the inbox; the first line says it all."""
    if error is not None:
        return t.error(error) + "\n"
    key = "inbox-taken" if batch else "inbox-nothing" if empty else "inbox-refused"
    lines = [t(key, file=file_name, batch=batch or 0)]
    lines += [f"{t(f'problem-{p.severity}')} {problem_line(p, t)}" for p in problems]
    return "\n".join(lines) + "\n"
