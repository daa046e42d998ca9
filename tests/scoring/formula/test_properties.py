"""On any expression and people: the evaluator agrees with the plain one, and the explanation with both."""

import math

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.formula import evaluate, parse, working
from tests.scoring.formula import oracle
from tests.scoring.formula.people import NAN, surroundings

PEOPLE, PERIODS = 4, 6
FIGURES = st.one_of(st.none(), st.sampled_from([0, 1, 2, 3, 5, -1, 0.5, 2.675, 7.125]))
TABLE = st.lists(st.lists(FIGURES, min_size=PEOPLE, max_size=PEOPLE), min_size=PERIODS, max_size=PERIODS)
TREES = oracle.numbers(3)


@st.composite
def branches(draw):
    """People of a branch over some quarters, for the plain evaluator and for ours."""
    tables = {code: draw(TABLE) for code in ("A", "B", "odd-code")}
    targets = {code: draw(TABLE) for code in tables}
    past = draw(st.lists(st.integers(0, PERIODS - 1), min_size=PEOPLE, max_size=PEOPLE))
    team = draw(st.lists(st.integers(-1, 1), min_size=PEOPLE, max_size=PEOPLE))
    position = draw(st.lists(st.sampled_from(["x", "y", ""]), min_size=PEOPLE, max_size=PEOPLE))
    quarter = draw(st.integers(1, 4))
    plain = oracle.Oracle(tables, targets, past, team, position, quarter)

    def ours(table):
        return [
            [NAN if v is None or back > past[i] else v for i, v in enumerate(row)]
            for back, row in enumerate(table)
        ]

    given_ = surroundings(
        {code: ours(table) for code, table in tables.items()},
        people=PEOPLE,
        period=f"2026Q{quarter}",
        past=past,
        targets={code: ours(table) for code, table in targets.items()},
        team=team,
        position=position,
        derived=oracle.DERIVED,
    )
    return plain, given_


def plainly(tree, plain):
    """What the plain evaluator gives everybody."""
    found = [plain.of(tree, i) for i in range(PEOPLE)]
    return [NAN if value is None else float(value) for value in found]


@given(TREES, branches())
@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
def test_the_evaluator_agrees_with_the_plain_one(tree, branch):
    plain, ours = branch
    text = oracle.spell(tree)
    assert evaluate(parse(text), ours).tolist() == pytest.approx(
        plainly(tree, plain), rel=1e-9, abs=1e-9, nan_ok=True
    )


@given(TREES, branches(), st.integers(0, PEOPLE - 1))
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
def test_the_explanation_has_the_figure_and_of_a_missing_one_the_reason(tree, branch, row):
    _, ours = branch
    formula = parse(oracle.spell(tree))
    worked = working(formula, ours, row)
    assert worked.value == pytest.approx(evaluate(formula, ours)[row], nan_ok=True)

    def look(part):
        missing = math.isnan(part.value) and part.node.type != "text"
        assert (part.why is not None) == missing
        for inside in part.parts:
            look(inside)

    look(worked)


@given(TREES)
@settings(max_examples=200, deadline=None)
def test_the_canonical_text_is_its_own(tree):
    formula = parse(oracle.spell(tree))
    again = parse(str(formula))
    assert str(again) == str(formula)
    assert (again.size(), again.codes(), again.is_condition) == (
        formula.size(),
        formula.codes(),
        formula.is_condition,
    )


@given(TREES, branches(), st.permutations(range(PEOPLE)))
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
def test_the_order_of_people_does_not_matter(tree, branch, turned):
    plain, _ = branch
    plainly(tree, plain)
    formula = parse(oracle.spell(tree))

    def of(people):
        def rows(table):
            return [
                [NAN if row[i] is None or b > plain.past[i] else row[i] for i in people]
                for b, row in enumerate(table)
            ]

        given_ = surroundings(
            {code: rows(table) for code, table in plain.values.items()},
            people=PEOPLE,
            period=f"2026Q{plain.quarter}",
            past=[plain.past[i] for i in people],
            targets={code: rows(table) for code, table in plain.targets.items()},
            team=[plain.team[i] for i in people],
            position=[plain.position[i] for i in people],
            derived=oracle.DERIVED,
        )
        return evaluate(formula, given_)

    np.testing.assert_allclose(of(turned), of(range(PEOPLE))[list(turned)], rtol=1e-9, atol=1e-9)
