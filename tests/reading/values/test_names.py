"""Names that are none, and text that a page might act on."""

import pytest

from data.reading.rules import Rule
from data.reading.values.names import name_fault
from data.reading.values.text import compact, has_control, is_dangerous, without_control


@pytest.mark.parametrize("text", ["nan", "NaN", " None ", "null", "#N/A", "", "\u200b"])
def test_what_programs_write_for_nothing_is_no_name(text):
    assert name_fault(text) == Rule.NO_NAME


def test_a_name_has_an_end():
    assert name_fault("王" * 61) == Rule.NAME_TOO_LONG
    assert name_fault("王" * 60) is None and name_fault("Nancy") is None


@pytest.mark.parametrize("text", ["![i](http://127.0.0.1:9/x.png)", "[王](x)", "<img src=x>", "=1+1", "！[x"])
def test_markup_is_dangerous(text):
    assert is_dangerous(text)


@pytest.mark.parametrize("text", ["王[1]", "R&D (二部)", "a!b", "-12.5", "[备注]"])
def test_brackets_alone_are_not(text):
    assert not is_dangerous(text)


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u200b", "\u00ad", "\ufeff", "\u2060", "\x07", "\x85"])
def test_unseen_characters_are_found_and_taken_out(mark):
    assert has_control(f"王{mark}敏") and without_control(f"王{mark}敏") == "王敏"
    assert compact(f"王{mark}敏") == "王敏" or mark in "\x07\x85"
