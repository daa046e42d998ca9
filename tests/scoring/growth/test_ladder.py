"""A ladder is read with everything that is wrong; needs say what is met, what is missing, by how much."""

import math

import numpy as np
import pytest

from data.demo.people import POSITIONS
from scoring.formula import Surroundings, parse
from scoring.growth.ladder import OWN, LadderError, read
from scoring.growth.needs import met, parts
from scoring.periods import parse_period
from tests.places import ROOT

SHIPPED = (ROOT / "data" / "schemes" / "ladder.toml").read_text(encoding="utf-8")


def ladder(*whens: str) -> str:
    needs = "\n".join(f"[[post.need]]\nwhen = {when!r}\nsays = 'x'" for when in whens)
    return f"[[post]]\nname = 'A'\nheld = 'a'\n[[post]]\nname = 'B'\nheld = 'b'\n{needs}\n"


def faults(text: str, indicators=()) -> list[str]:
    with pytest.raises(LadderError) as caught:
        read(text, indicators)
    return [fault.key for fault in caught.value.faults]


def read_of(**series: list[float]) -> Surroundings:
    """One person with these figures, the newest first."""
    deepest = max(map(len, series.values())) - 1
    nothing = np.array([math.nan])

    def value(code: str, back: int) -> np.ndarray:
        figures = series.get(code, [])
        return np.array([figures[back]]) if back < len(figures) else nothing

    past = np.array([deepest])
    return Surroundings(1, parse_period("2026-10"), value, lambda *_: nothing, past, np.array([-1]), ("",))


def test_the_ladder_that_is_brought_along_has_the_five_posts_and_reads_what_there_is():
    found = read(SHIPPED, ["R01"])
    assert [post.name["zh"] for post in found.posts] == list(POSITIONS)
    assert [found.place(position) for position in POSITIONS] == [0, 1, 2, 3, 4]
    assert found.place("个贷高级客户经理") == 3 and found.place("柜员") is None and found.place("") is None
    assert set(found.codes) - {"R01"} <= set(OWN)
    assert found.looks_back("month") == 23


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("[[post]\n", ["ladder-toml"]),
        ("", ["ladder-short"]),
        (ladder("TOTAL >="), ["formula-expected"]),
        (ladder("TOTAL + 1"), ["formula-condition-wanted"]),
        (ladder("TOTAL > 1 and NPL < 2"), ["formula-name"]),
        (ladder("total() > 1"), ["formula-not-here"]),
        (ladder("all_mean(TOTAL) > 1"), ["ladder-others"]),
        (ladder("TOTAL > 1").replace("'b'", "'a'"), ["ladder-twice"]),
        (ladder("TOTAL > 1").replace("says", "sagt"), ["missing-key", "unknown-key"]),
    ],
)
def test_what_is_wrong_with_a_ladder_is_told(text, wrong):
    assert sorted(faults(text)) == wrong


def test_and_is_taken_apart_and_what_is_missing_is_told_in_figures():
    when = parse("SERVICE_MONTHS >= 24 and mean_of_last(TOTAL, 3) >= 80 and R01 <= 2")
    found = parts(when, read_of(SERVICE_MONTHS=[20.0], TOTAL=[82.0, 80, 72], R01=[2.5]), 0)
    assert [part.met for part in found] == [False, False, False]
    assert [part.still for part in found] == pytest.approx([4, 2, 0.5])
    assert [part.downwards for part in found] == [False, False, True]
    assert str(found[0].when) == "SERVICE_MONTHS >= 24"
    assert met(found) is False


def test_what_holds_needs_nothing_more():
    found = parts(
        parse("TOTAL >= 80 and (VETOES <= 0 and TOTAL > 1)"), read_of(TOTAL=[80.0], VETOES=[0.0]), 0
    )
    assert len(found) == 3 and met(found) is True and [part.still for part in found] == [0, 0, 0]


def test_where_a_figure_is_missing_it_is_not_met_and_says_why():
    found = parts(parse("mean_of_last(TOTAL, 3) >= 80 and TOTAL >= 1"), read_of(TOTAL=[82.0, 80.0]), 0)
    assert [part.met for part in found] == [None, True] and met(found) is None
    assert found[0].why is not None and found[0].why.key == "formula-why-no-past"
    assert math.isnan(found[0].still)


def test_one_that_fails_outweighs_one_that_is_missing_and_a_choice_has_no_distance():
    found = parts(parse("(TOTAL >= 90 or R01 <= 1) and R09 >= 1"), read_of(TOTAL=[80.0], R01=[2.0]), 0)
    assert [part.met for part in found] == [False, None] and met(found) is False
    assert math.isnan(found[0].still)
