"""docs/methods.md against the code: no method is missing, and every example on it runs."""

import doctest
import inspect
import re

import pytest

import scoring
from scoring import formula, reviews, stability, weights
from scoring.change import backtest, cliffs, groups, lift, payoff
from scoring.change.pay import cost, xray
from scoring.evidence import correlation, fairness, findings, panel, teams
from scoring.pay import fen
from scoring.sheet import longer
from tests.places import ROOT
from tests.sentences import checked_rules

PAGE = ROOT / "docs" / "methods.md"
TEXT = PAGE.read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### `([\w.]+)`\n(.*?)(?=^##|\Z)", TEXT, re.MULTILINE | re.DOTALL))


def methods():
    """The public functions of the analysis, by the name that the page gives them."""
    for module in (weights, stability, reviews, formula):
        name = module.__name__.removeprefix("scoring.")
        for public in module.__all__:
            if inspect.isfunction(getattr(module, public)):
                yield f"{name}.{public}", getattr(module, public)
    for module in (
        payoff,
        cliffs,
        lift,
        cost,
        xray,
        groups,
        longer,
        correlation,
        panel,
        backtest,
        teams,
        fairness,
        findings,
        fen,
    ):
        name = module.__name__.rpartition(".")[2]
        for public, value in vars(module).items():
            own = inspect.isfunction(value) and value.__module__ == module.__name__
            if own and not public.startswith("_"):
                yield f"{name}.{public}", value
    yield "compare", scoring.compare


def test_the_page_and_the_code_name_the_same_methods():
    assert set(SECTIONS) == {name for name, _ in methods()}


@pytest.mark.parametrize("name", SECTIONS)
def test_every_method_says_how_after_whom_and_when(name):
    text = SECTIONS[name]
    how, _, rest = text.partition("\nSource: ")
    assert how.strip() and rest.startswith(tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"))
    assert "\nUse: " in rest


def test_every_example_on_the_page_is_true():
    result = doctest.testfile(str(PAGE), module_relative=False)
    assert result.attempted > 15 and result.failed == 0


def test_the_page_lists_every_check():
    assert set(re.findall(r"\b[A-Z]\d\d\b", TEXT.split("## Scheme checks")[1])) == checked_rules()


def test_every_public_function_of_the_engine_explains_itself():
    for name, function in methods():
        doc = inspect.getdoc(function)
        assert doc and len(doc) > 40, name
