"""What keeps somebody from the next grade besides points is said with its figures."""

from types import SimpleNamespace

import pytest

from scoring import Measurements, Scheme, score
from views.scorecard.lift import asked
from words.text import text_for

TEXT = """
code = "asks"
version = 1
name = { zh = "问", en = "asks" }
cycle = "month"
classes = ["efficiency"]
[[grade]]
name = "A"
from = 90
when = "BORROWERS >= 550"
[[grade]]
name = "D"
from = 0
[[indicator]]
code = "E01"
name = { zh = "日均存款", en = "Deposits" }
class = "efficiency"
direction = "higher"
unit = "万元"
weight = 100
rule = { type = "direct" }
"""
MEASURES = {"BORROWERS": {"zh": "有余额户数", "en": "Borrowers"}}


@pytest.mark.parametrize(
    ("borrowers", "lang", "said"),
    [
        (540.0, "zh", "**A 级另有条件**：「有余额户数」 ≥ 550；本期为 540 ≥ 550，尚未满足。"),
        (540.0, "en", "**Grade A asks more**: “Borrowers” ≥ 550; here 540 ≥ 550, which is not met."),
        (float("nan"), "zh", "不能认定满足"),
        (560.0, "zh", ""),
    ],
)
def test_the_condition_that_is_missed_stands_there_with_its_figures(borrowers, lang, said):
    scheme = Scheme.from_toml(TEXT)
    sheet = score(scheme, Measurements(["M1"], ("E01", "BORROWERS"), [[95.0, borrowers]]))
    found = asked(card(sheet, "M1"), text_for(lang))
    assert said in found and bool(said) == bool(found)


@pytest.mark.parametrize(("people", "shown"), [(3, False), (5, True)])
def test_figures_of_a_few_others_are_not_given_away(people, shown):
    scheme = Scheme.from_toml(TEXT.replace("BORROWERS >= 550", "BORROWERS >= all_mean(BORROWERS)"))
    names = [f"M{k}" for k in range(people)]
    figures = [[95.0, 500.0 + 10 * k] for k in range(people)]
    sheet = score(scheme, Measurements(names, ("E01", "BORROWERS"), figures))
    mean = f"{500 + 10 * (people - 1) / 2:g}"
    assert (mean in asked(card(sheet, "M0"), text_for("zh"))) == shown


def card(sheet, person):
    """What of a scorecard the sentence is made from."""
    ranked = sum(status == "ranked" for status in sheet.status)
    return SimpleNamespace(
        scheme=sheet.scheme, explanation=sheet.explain(person), measures=MEASURES, ranked=ranked
    )
