"""Sentences with one of a thing, and with parts left out, read as sentences."""

import re

from scoring.lint.finding import Finding
from tests.sentences import catalogue
from words.text import text_for

COUNTED = (
    "anchors|batches|cells|characters|checks|comparisons|conditions|days|deviations|differences|draws|events"
    "|findings|grades|indicators|managers|members|months|pairs|people|periods|problems|raters|requirements"
    "|results|rows|teams|things|totals|values|versions|votes|years"
)
ONE_OF_MANY = re.compile(
    rf"(?<![\d.,–-])(?<!of )(?<!to )\b1\*{{0,2}} (?:(?!has |names )[a-z]+ )?(?:{COUNTED})\b"
)


def test_one_of_a_thing_is_singular():
    t = text_for("en")
    said = {key: t(key, **dict.fromkeys(variables, 1)) for key, variables in catalogue("en").items()}
    assert {key: sentence for key, sentence in said.items() if ONE_OF_MANY.search(sentence)} == {}


def test_a_check_counts_in_the_singular_too():
    few = Finding("W07", "hint", "", {"count": 1, "limit": 5}, key="W07-few")
    assert text_for("en").finding(few).startswith("There is only 1 indicator,")
