"""People for formulas: measures by hand, the newest period first."""

import numpy as np

from scoring.errors import FormulaError
from scoring.formula import Derived, Surroundings, evaluate, parse, with_derived
from scoring.periods import parse_period

NAN = float("nan")


def surroundings(
    measures=None,
    *,
    people=1,
    period="2026-06",
    past=None,
    targets=None,
    team=None,
    position=None,
    results=None,
    derived=None,
    of_pay=None,
):
    """People with `measures`: of each code one row a period (the newest first), each row one figure a person
    or one for all. `results` are by code, under "total" the total; `derived` by code a text, or text and
    start. `of_pay` are what lines of pay know, lines and words by their names."""
    columns = {
        code: [np.broadcast_to(np.asarray(row, dtype=float), people) for row in rows]
        for code, rows in (measures or {}).items()
    }
    longest = max((len(rows) for rows in columns.values()), default=1)
    empty = np.full(people, NAN)

    def value(code, back):
        rows = columns[code]
        return rows[back] if back < len(rows) else empty

    def target(code, back):
        rows = (targets or {}).get(code, [])
        return np.broadcast_to(np.asarray(rows[back], dtype=float), people) if back < len(rows) else empty

    def result(code):
        return np.broadcast_to(np.asarray(results[code], dtype=float), people)

    def known(name):
        return np.broadcast_to(np.asarray((of_pay or {})[name], dtype=float), people)

    given = Surroundings(
        people,
        parse_period(period),
        value,
        target,
        np.full(people, longest - 1) if past is None else np.asarray(past),
        np.zeros(people, dtype=int) if team is None else np.asarray(team),
        ["对公"] * people if position is None else position,
        result,
        result,
        lambda: result("total"),
        pay=known,
        of_person=known,
    )
    if not derived:
        return given
    pairs = {code: (one, None) if isinstance(one, str) else one for code, one in derived.items()}
    return with_derived(given, {code: Derived(parse(text), start) for code, (text, start) in pairs.items()})


def figures(text, given):
    """What an expression gives everybody, as a list."""
    return evaluate(parse(text), given).tolist()


def figure(text, measures=None, **others):
    """What an expression gives one person."""
    return figures(text, surroundings(measures, **others))[0]


def fault(text):
    """What is wrong with an expression, in a few words: key, column, what stands there, what was expected."""
    try:
        parse(text)
    except FormulaError as error:
        (found,) = error.faults
        what = found.params.get("found", found.params.get("name", ""))
        wanted = found.params.get("expected")
        return found.key, found.params.get("at"), str(what), wanted and wanted.key
    return None
