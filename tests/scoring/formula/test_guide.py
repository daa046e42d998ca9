"""docs/scheme.md on formulas: every example gives what the page says, and every function stands on it."""

import re
import tomllib

import pytest

from scoring.errors import FormulaError
from scoring.formula import order, parse
from scoring.formula.functions import FUNCTIONS
from scoring.formula.text import COMPARISONS
from tests.places import ROOT
from tests.scoring.formula.people import NAN, figures, surroundings

PAGE = (ROOT / "docs" / "scheme.md").read_text(encoding="utf-8")
CHAPTER = re.search(r"^## Formulas.*?(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)[0]
EXAMPLES = re.findall(r"^\| `(.+?)` \| ([-–\d.]+) \|.*\|$", CHAPTER.split("### Limits")[0], re.MULTILINE)
FAULTS = re.findall(r"^\| `(.+?)` \| (\d+) \|", CHAPTER.split("### Limits")[1], re.MULTILINE)
HISTORY = re.findall(r"^\| ([A-Za-z][\w-]*)((?: \| [-–\d]+){5}) \|$", CHAPTER, re.MULTILINE)


def li():
    """Li and the colleagues of the page; what the page does not say of them is missing."""
    measures = {}
    for code, cells in HISTORY:
        rows = [NAN if cell == "–" else float(cell) for cell in cells.strip(" |").split(" | ")]
        measures[code] = [[row, NAN, NAN, NAN] for row in rows]
    measures["N1"][0] = [400, 300, 500, NAN]
    return surroundings(
        measures,
        people=4,
        period="2026Q2",
        targets={"N1": [500]},
        team=[0, 0, 1, 1],
        position=["对公客户经理"] * 4,
        results={"W1": 80, "OTHER": 12.5, "total": 92.5},
        of_pay={"STOCK": [1875, 1125, 3000, NAN], "coefficient": 1.1, "presence": 0.9, "deductions": 2},
    )


@pytest.mark.parametrize(("text", "gives"), EXAMPLES)
def test_an_example_gives_what_the_page_says(text, gives):
    assert figures(text, li())[0] == pytest.approx(NAN if gives == "–" else float(gives), nan_ok=True)


@pytest.mark.parametrize(("text", "at"), FAULTS)
def test_a_fault_stands_where_the_page_says(text, at):
    with pytest.raises(FormulaError) as caught:
        parse(text)
    assert caught.value.faults[0].params["at"] == int(at)


def test_every_function_and_operator_has_an_example():
    shown = " ".join(text for text, _ in EXAMPLES)
    assert {name for name in FUNCTIONS if f"{name}(" not in shown} == set()
    assert {
        sign for sign in (*COMPARISONS, "and", "or", "not", "+", "-", "*", "/") if sign not in shown
    } == set()


def test_the_derived_measures_of_the_page_can_be_read():
    block = re.search(r"```toml\n(.*?)```", CHAPTER, re.DOTALL)[1]
    measures = {one["code"]: parse(one["formula"]) for one in tomllib.loads(block)["derived"]}
    assert set(order(measures)) == {"K1", "ARREARS"}
