"""The examples on which properties are tried leave no rule out."""

from scoring.scheme.rules import RULES
from tests.scoring.every_rule import RULES as EXAMPLES


def test_every_rule_of_a_scheme_is_tried():
    assert {type(rule) for rule, _, _ in EXAMPLES} == set(RULES.values())
