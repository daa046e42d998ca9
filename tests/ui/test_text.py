"""The catalogues are complete: the same sentences with the same variables in both languages."""

import re

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor

from data.reading.rules import Rule
from scoring.lint.wording import CITATIONS, SENTENCES
from scoring.scheme.rules import RULES
from tests.places import ROOT
from words import format as fmt
from words.text import FOLDERS, LOCALES


class Variables(Visitor):
    def __init__(self):
        self.found = set()

    def visit_VariableReference(self, node: VariableReference):
        self.found.add(node.id.name)


def catalogue(lang):
    messages = {}
    for path in sorted((LOCALES / FOLDERS[lang]).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert type(entry).__name__ != "Junk", (path, getattr(entry, "content", ""))
            if isinstance(entry, Message):
                assert entry.id.name not in messages, entry.id.name
                variables = Variables()
                variables.visit(entry)
                messages[entry.id.name] = variables.found
    return messages


ZH, EN = catalogue("zh"), catalogue("en")


def test_both_languages_say_the_same_things():
    assert set(ZH) == set(EN)
    assert {key for key in ZH if ZH[key] != EN[key]} == set()


ROOMS = ("app.py", "access", "cli", "data", "documents", "pages", "shell", "ui", "views", "words", "workflow")


def test_every_sentence_that_the_code_asks_for_is_there():
    asked = set()
    for room in ROOMS:
        path = ROOT / room
        for file in [path] if path.is_file() else path.rglob("*.py"):
            text = file.read_text(encoding="utf-8")
            asked |= set(re.findall(r'\bt\("([a-z0-9-]+)"', text))
            asked |= set(re.findall(r'"(errors-[a-z-]+|cli-[a-z-]+[a-z])"', text))
    asked |= {f"rule-name-{rule}" for rule in RULES}
    assert asked - set(ZH) == set()


def test_every_rule_of_the_readers_has_its_sentence_and_no_sentence_is_left_over():
    others = ("rule-name-", "rule-field-")
    sentences = {key for key in ZH if key.startswith("rule-") and not key.startswith(others)}
    assert {f"rule-{rule}" for rule in Rule} == sentences


def test_the_readers_name_no_rule_that_is_not_in_the_list():
    """Where they name it as a word, the word is one of the list."""
    for file in (ROOT / "data" / "reading").rglob("*.py"):
        for rule in re.findall(r'Problem\(\s*"([^"]+)"', file.read_text(encoding="utf-8")):
            assert rule in set(Rule), (file.name, rule)


def test_every_choice_of_the_readers_has_a_sentence():
    named = {"leave-out"}
    for file in (ROOT / "data" / "reading").rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        named |= set(re.findall(r'Choice\([^()"]*"[^"]*", "([a-z-]+)"', text))
        named |= set(re.findall(r'days\["([a-z-]+)"\]', text))
    assert len(named) > 5
    assert {name for name in named if f"choice-{name}" not in ZH} == set()


def test_every_check_has_sentence_and_citation_in_both_languages():
    assert set(CITATIONS) <= set(SENTENCES)
    assert all(zh and en for zh, en in (*SENTENCES.values(), *CITATIONS.values()))


@pytest.mark.parametrize(
    ("code", "zh", "en"),
    [
        ("2026-03", "2026年3月", "Mar 2026"),
        ("2026Q1", "2026年1季度", "Q1 2026"),
        ("2026H2", "2026年下半年", "H2 2026"),
    ],
)
def test_periods_as_bankers_write_them(code, zh, en):
    assert (fmt.period(code, "zh"), fmt.period(code, "en")) == (zh, en)


def test_numbers_and_changes():
    assert fmt.number(1234567.891) == "1,234,567.89"
    assert [fmt.signed(v) for v in (1.2, -0.35, 0.001, None)] == ["▲1.20", "▼0.35", "–", "–"]
