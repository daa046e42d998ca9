"""Every rule of a scheme can be said: its name, its parameters, and the words that a parameter may be."""

from dataclasses import fields
from typing import Literal, get_args, get_origin, get_type_hints

import pytest

from scoring.scheme.rules import RULES
from words.text import text_for


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_has_words_for_all_that_is_set_in_it(rule, lang):
    t = text_for(lang)
    keys = {f"rule-name-{rule.type}"}
    types = get_type_hints(rule)
    for parameter in fields(rule):
        key = f"rule-field-{parameter.name.replace('_', '-')}"
        keys.add(key)
        if get_origin(types[parameter.name]) is Literal:
            keys |= {f"{key}-{word}" for word in get_args(types[parameter.name])}
    assert {key for key in keys if not t.has(key)} == set()
