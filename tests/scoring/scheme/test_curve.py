"""A rule as a line, and how it begins: what is drawn is what the rule scores."""

import numpy as np
import pytest

from scoring.scheme.rules import RULES, Attainment, Bands, Corridor, Piecewise, curve, parameters
from scoring.scheme.table import Table

BOTH = [(name, higher) for name in RULES for higher in (True, False)]


def drafted(name, higher):
    """A rule made of its draft as a scheme file makes it, and every complaint."""
    faults = []
    made = parameters.read(RULES[name], Table(RULES[name].draft(higher), name, faults))
    return made, faults


@pytest.mark.parametrize(("name", "higher"), BOTH)
def test_a_drafted_rule_is_whole_and_works_unless_it_is_for_the_other_direction(name, higher):
    made, faults = drafted(name, higher)
    assert faults == []
    assert {fault.key for fault in made.faults(higher)} <= {"rule-direction"}


@pytest.mark.parametrize("name", RULES)
def test_every_rule_works_in_one_direction_as_it_is_drafted(name):
    assert any(not list(drafted(name, higher)[0].faults(higher)) for higher in (True, False))


@pytest.mark.parametrize(("name", "higher"), BOTH)
def test_the_line_is_what_the_rule_scores(name, higher):
    made, _ = drafted(name, higher)
    held = np.array([40.0, 90.0, 130.0])
    line = curve.curve(made, higher, held)
    assert (line is None) == made.peer
    if line is None:
        return
    assert (np.diff(line.x) > 0).all()
    if made.domain is None:
        assert line.x[0] <= 40 and line.x[-1] >= 130
    mark = np.full(len(line.x), 100.0 if made.uses_target else 0.0)
    away = np.array([all(abs(x - bend) > 0.01 for bend in made.bends) for x in line.x])
    assert line.score[away] == pytest.approx(made.evaluate(line.x, mark, higher)[away])


def test_steps_stand_upright_at_their_edges():
    line = curve.curve(Bands(edges=(60.0, 80.0), scores=(0.0, 60.0, 100.0)), True, np.array([50.0, 90.0]))
    score = dict(zip(line.x.tolist(), line.score.tolist(), strict=True))
    assert score[60.0] == 60 and score[80.0] == 100
    before, after = np.nextafter(60.0, 0), np.nextafter(60.0, 100)
    assert (score[before], score[after]) == (0, 60)
    right = Bands(edges=(60.0,), scores=(100.0, 0.0), closed="right")
    x, y = curve.curve(right, False, np.array([50.0, 90.0]))
    score = dict(zip(x.tolist(), y.tolist(), strict=True))
    assert (score[60.0], score[np.nextafter(60.0, 100)]) == (100, 0)


def test_the_range_holds_people_and_bends():
    line = curve.curve(Piecewise(points=((90.0, 0.0), (98.0, 100.0))), True, np.array([99.0, 99.5]))
    assert line.x[0] < 90 and line.x[-1] > 99.5
    assert curve.curve(Corridor(1.0, 3.0, 1.0, 1.0), True, np.empty(0)).x[-1] > 3


def test_completion_is_the_axis_of_a_rule_that_divides_by_the_target():
    made = Attainment(cap=150.0, zero_below=0.6)
    at = curve.read(made, np.array([600.0, 30.0]), np.array([1200.0, 20.0]))
    assert at.tolist() == [50.0, 150.0]
    x, y = curve.curve(made, True, at)
    assert np.interp([59.0, 61.0, 150.0], x, y) == pytest.approx([0, 61, 150], abs=0.2)


def test_every_parameter_is_declared_as_the_file_holds_it():
    shapes = {p.name: (p.shape, p.optional) for kind in RULES.values() for p in parameters.declared(kind)}
    assert shapes["cap"] == ("number", True) and shapes["per_unit"] == ("number", False)
    assert shapes["closed"] == ("word", True) and shapes["points"] == ("pairs", False)
    assert shapes["edges"] == ("list", False) and shapes["groups"] == ("table", True)
    (scale,) = (p for p in parameters.declared(RULES["direct"]) if p.name == "scale")
    assert (scale.count, scale.default) == (2, (0.0, 100.0))
