"""A scheme file as the table that it is: what is written is read again, and a change touches nothing else."""

import tomllib

import pytest

from scoring import SchemeError
from scoring.scheme import document
from tests.places import ROOT

FILES = sorted(p for p in (ROOT / "data" / "schemes").rglob("*.toml") if p.stem != "reviews")
ODD = """
code = "x"
"a key" = "说\\"明\\u007f"
endless = inf
day = 2026-01-02
mixed = [1, "a", [2.5, { b = true }]]
[then]
at_least = -3
[[indicator]]
code = "E01"
name = { zh = "甲", en = "A" }
[[indicator]]
code = "E02"
weight = 1.25
"""


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_every_scheme_that_comes_along_is_written_as_it_was_read(path):
    table = document.read(path.read_text(encoding="utf-8"))
    again = document.read(document.write(table))
    leave = again.get("authorisation")
    if leave:
        leave["issued_on"] = table["authorisation"][
            "issued_on"
        ]  # A day is written as text, which is read alike.
    assert again == table


def test_odd_keys_and_values_survive():
    table = tomllib.loads(ODD)
    written = document.read(document.write(table))
    assert written == {**table, "day": "2026-01-02"}


def test_what_is_no_toml_is_refused():
    with pytest.raises(SchemeError) as caught:
        document.read("[[")
    assert [fault.key for fault in caught.value.faults] == ["toml"]


def test_a_change_touches_nothing_else_and_none_takes_away():
    table = document.read(ODD)
    before = document.write(table)
    changed = document.put(table, ("indicator", 1, "rule", "cap"), 120)
    assert document.at(changed, ("indicator", 1, "rule")) == {"cap": 120}
    assert document.write(table) == before
    back = document.put(changed, ("indicator", 1, "rule"), None)
    assert document.write(back) == before
    assert document.put(table, ("nothing", "here"), None)["nothing"] == {}
    assert document.at(table, ("indicator", 7, "code")) is None and document.at(table, ("code", "x")) is None


def test_tables_are_added_moved_and_taken_away():
    table = document.read(ODD)
    codes = lambda found: [one["code"] for one in document.tables(found, "indicator")]  # noqa: E731
    more = document.add(table, "indicator", {"code": "E03"})
    assert codes(more) == ["E01", "E02", "E03"]
    assert codes(document.moved(more, "indicator", 2, -1)) == ["E01", "E03", "E02"]
    assert codes(document.moved(more, "indicator", 0, -1)) == ["E01", "E02", "E03"]
    assert codes(document.moved(more, "indicator", 0, 9)) == ["E02", "E03", "E01"]
    assert codes(document.without(more, "indicator", 1)) == ["E01", "E03"]
    assert "indicator" not in document.without(document.without(table, "indicator", 0), "indicator", 0)


def test_a_new_code_is_followed_by_lists_conditions_ties_and_shares():
    table = {
        "tie_breakers": ["E01", "E02"],
        "profile": [{"weights": {"E01": 60, "E02": 40}, "targets": {"E01": 3}}],
        "condition": [{"on": "E01"}, {"on": "total"}],
        "indicator": [{"code": "E01"}, {"code": "E02"}],
        "pay": [{"code": "E01", "shares": {"E01": 70, "E02": 30}}],
    }
    assert document.renamed(table, "E01", "X9") == {
        "tie_breakers": ["X9", "E02"],
        "profile": [{"weights": {"X9": 60, "E02": 40}, "targets": {"X9": 3}}],
        "condition": [{"on": "X9"}, {"on": "total"}],
        "indicator": [{"code": "X9"}, {"code": "E02"}],
        "pay": [{"code": "E01", "shares": {"X9": 70, "E02": 30}}],
    }
