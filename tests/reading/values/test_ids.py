"""Ids: one person however typed, and never another one."""

import pytest

from data.reading.values.ids import Ids, alike, canonical

PEOPLE = {"K01": "周敏", "0012": "王海燕", "CM10": "李强", "ab1": "赵雪"}


@pytest.mark.parametrize(
    "typed",
    [
        "K01",
        "k01",
        "Ｋ０１",
        " K01 ",
        "K 01",
        "\u200bK01",
        "K\u00ad01",
        "\u202eK01",
        "K01\u3000",
        "\ufeffK01",
    ],
)
def test_width_case_blanks_and_unseen_characters_make_no_other_person(typed):
    found, told = Ids(PEOPLE).read(typed)
    assert found == "K01" and {severity for _, severity, _ in told} <= {"fixed"}
    assert (told == []) == (typed == "K01")
    assert alike(typed) == alike("K01")


@pytest.mark.parametrize(
    ("typed", "near", "rule"),
    [
        ("K1", "K01", "unknown_id"),
        ("12", "0012", "unknown_id"),
        ("12.0", "0012", "unknown_id"),
        ("KO1", "K01", "id_letter_O_for_zero"),
        ("CM1O", "CM10", "id_letter_O_for_zero"),
        ("K99", "NONE", "unknown_id"),
        ("120", "NONE", "unknown_id"),
    ],
)
def test_zeros_count_and_an_unknown_id_is_never_taken_for_a_known_one(typed, near, rule):
    found, told = Ids(PEOPLE).read(typed)
    assert found == typed and found not in PEOPLE
    assert [(str(r), s, p["near"]) for r, s, p in told] == [(rule, "error", near)]


def test_two_ids_that_differ_by_case_only_are_told_apart_or_not_at_all():
    both = {"K01": "周敏", "k01": "另一人"}
    assert Ids(both).read("k01")[0] == "k01"
    assert Ids(both).read("Ｋ01")[0] == "K01"
    assert [rule for rule, *_ in Ids({"AB1": "", "Ab1": ""}).read("ab1")[1]] == ["unknown_id"]


def test_what_is_stored_keeps_case_and_zeros():
    assert canonical(" ｋ０ 0\u200b1\u202c ") == "k001"
    assert canonical("0012") != canonical("12")
    assert alike("K001") != alike("K01")
