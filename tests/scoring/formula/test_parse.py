"""What can be written, what is refused and where, and that there is no way from an expression into Python."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.errors import FormulaError
from scoring.formula import check, parse
from scoring.formula.functions import FUNCTIONS
from scoring.formula.nodes import Use
from tests.scoring.formula.people import fault
from words.text import text_for

FAULTS = [
    ("", 1, "formula-end", "value"),
    ("  ", 3, "formula-end", "value"),
    ("3 +", 4, "formula-end", "value"),
    ("3 + * 4", 5, "*", "value"),
    ("+ 3", 1, "+", "value"),
    ("(1 + 2", 7, "formula-end", "close"),
    ("1 + 2)", 6, ")", "operator"),
    ("N1 N2", 4, "N2", "operator"),
    ("N1 = 3", 4, "=", "equals"),
    ("(N1 = 3)", 5, "=", "equals"),
    ("5%", 2, "%", "operator"),
    ("2^3", 2, "^", "operator"),
    ("3.5.2", 4, ".", "operator"),
    (".5", 1, ".", "value"),
    ("1 < N1 < 3", 8, "<", "one-comparison"),
    ("if(N1, 1, 2)", 4, "N1", "condition"),
    ("if(N1 > 1, 2)", 13, ")", "more-values"),
    ("if(N1 > 1, 2, 3, 4)", 16, ",", "close"),
    ("N1 and N2 > 1", 1, "N1", "condition"),
    ("not N1", 5, "N1", "condition"),
    ("min(1)", 6, ")", "more-values"),
    ("abs()", 5, ")", "value"),
    ("abs(1, 2)", 6, ",", "close"),
    ("min + 1", 5, "+", "brackets-of"),
    ("round(N1)", 9, ")", "sign"),
    ("round(N1, 2.5)", 11, "2.5", "whole"),
    ("round(N1, 10)", 11, "10", "whole"),
    ("round(N1, N2)", 11, "N2", "whole"),
    ("previous(N1, 0)", 14, "0", "whole"),
    ("sum_of_last(N1, 121)", 17, "121", "whole"),
    ("brackets(N1, 5)", 14, "5", "sign"),
    ("brackets(N1, [[0, 1], [0, 2]])", 24, "0", "rising"),
    ("brackets(N1, [[0, 1]", 21, "formula-end", "sign"),
    ("brackets(N1, [[N2, 1]])", 16, "N2", "number"),
    ("target(3)", 8, "3", "code"),
    ("target(N1 + 1)", 11, "+", "close"),
    ("total(N1)", 7, "N1", "close"),
    ("position()", 1, "position()", "number-or-condition"),
    ("position() + 1", 1, "position()", "value"),
    ("position() < 'a'", 12, "<", "equality"),
    ("N1 == 'a'", 1, "N1", "text"),
    ("'a", 1, "'", "value"),
    ("[ ]", 1, "[", "code"),
    ("[a", 1, "[", "code"),
]


@pytest.mark.parametrize(("text", "at", "found", "wanted"), FAULTS)
def test_a_fault_names_its_column_what_stands_there_and_what_was_expected(text, at, found, wanted):
    assert fault(text) == ("formula-expected", at, found, f"formula-want-{wanted}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + foo(2)", ("formula-function", 5, "foo", None)),
        ("MAX(1, 2)", ("formula-function", 1, "MAX", None)),
        ("1e15", ("formula-large", 1, "1e15", None)),
        ("2 + 1" + "0" * 400, ("formula-large", 5, "1" + "0" * 39 + "…", None)),
        ("previous(1 + score(W1))", ("formula-past-result", 14, "score", None)),
        ("sum_of_last(total(), 3)", ("formula-past-result", 13, "total", None)),
    ],
)
def test_what_cannot_be_meant_is_refused_where_it_stands(text, expected):
    assert fault(text) == expected


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_fault_reads_as_a_sentence(lang):
    t = text_for(lang)
    for text, *_ in [*FAULTS, ("foo(1)",), ("1e15",), ("previous(total())",), ("1" * 2001,), ("-" * 50,)]:
        with pytest.raises(FormulaError) as caught:
            parse(text)
        said = t.error(caught.value)
        assert "formula-" not in said and "{" not in said.replace("{ ", "")
        if text == "MAX(1, 2)":
            assert "max" in said


def test_the_nearest_name_is_told():
    formula = parse("LOAN_GROWHT + target(DEP) + score(W1)")
    known = {"value": ["LOAN_GROWTH", "DEPOSITS"], "target": ["DEPT", "X"]}
    said = [text_for("en").fault(fault) for fault in check(formula, known)]
    assert "character 1," in said[0] and "Is LOAN_GROWTH meant?" in said[0]
    assert "character 15," in said[1] and "Is DEPT meant?" in said[1]
    assert "character 29," in said[2] and "cannot be read in this place" in said[2]
    assert "是否指 LOAN_GROWTH？" in text_for("zh").fault(check(formula, known)[0])
    with pytest.raises(FormulaError) as caught:
        parse("MAX(1, 2)")
    assert "Is max meant?" in text_for("en").error(caught.value)


def test_a_position_that_there_is_not_is_told():
    formula = parse('position() == "对公客户经里"')
    assert check(formula, {"position": None}) == []
    (found,) = check(formula, {"position": ["对公客户经理"]})
    assert found.params["at"] == 15 and found.params["near"].params == {"name": "对公客户经理"}


LIMITS = [
    ("1" + " " * 1999, None),
    ("1" + " " * 2000, "formula-long"),
    ("abs(" * 39 + "1" + ")" * 39, None),
    ("abs(" * 40 + "1" + ")" * 40, "formula-deep"),
    ("(" * 39 + "1" + ")" * 39, None),
    ("(" * 40 + "1" + ")" * 40, "formula-deep"),
    ("-" * 39 + "1", None),
    ("-" * 40 + "1", "formula-deep"),
    ("not " * 60 + "1 > 2", "formula-deep"),
    ("(" * 1999, "formula-deep"),
    # A long sum is not deep.
    ("+".join(["N1"] * 600), None),
]


@pytest.mark.parametrize(("text", "key"), LIMITS, ids=range(len(LIMITS)))
def test_the_limits_of_length_and_depth(text, key):
    found = fault(text)
    assert (found and found[0]) == key


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os')",
        "__import__('os').system('true')",
        "().__class__",
        "N1.__class__",
        "'a'.format(N1)",
        "[x for x in N1]",
        "lambda: 1",
        "N1 if N2 else N3",
        "exec('1')",
        "open('/etc/passwd')",
        "f'{N1}'",
        "N1; N2",
        "N1 := 3",
        "{N1: 1}",
        "N1[0]",
        "@N1",
        "N1 ** 99",
        "N1 // 2",
        "1_000",
        "0x10",
        "1j",
        "yield",
        "\\x41",
        "N1 # comment",
        "N1\0",
    ],
)
def test_nothing_of_python_is_understood(text):
    """Refused, or the name of a measure that no scheme has."""
    try:
        formula = parse(text)
    except FormulaError:
        return
    assert check(formula, {"value": ["N1", "N2", "N3"]}) != []


@given(st.text(max_size=60) | st.text("N1()[]+-*/<>=!,. andortif'\"", max_size=60))
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_or_refused_by_a_fault_with_its_place(text):
    try:
        formula = parse(text)
    except FormulaError as error:
        (found,) = error.faults
        assert found.key.startswith("formula-") and 1 <= found.params.get("at", 1) <= len(text) + 1
    else:
        assert parse(str(formula)) == formula


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("3.50*N1+18 *N2", "3.5*N1 + 18*N2"),
        ("(N1)", "N1"),
        ("(N1+N2)+N3", "(N1 + N2) + N3"),
        ("N1+N2*N3", "N1 + N2*N3"),
        ("(N1+N2)×N3", "(N1 + N2)*N3"),
        ("N1-(N2-N3)", "N1 - (N2 - N3)"),
        ("N1/(N2*N3)", "N1/(N2*N3)"),
        ("-(N1+N2)", "-(N1 + N2)"),
        ("not(N1>2)and N2>=3", "not N1 > 2 and N2 >= 3"),
        ("not(N1>2 and N2>3)", "not (N1 > 2 and N2 > 3)"),
        ("(N1>2 or N2>3) and N1<9", "(N1 > 2 or N2 > 3) and N1 < 9"),
        ("previous( N1 ,1)", "previous(N1)"),
        ("previous(N1,2)", "previous(N1, 2)"),
        ("brackets(N1,[[0,10],[2000,20.50]])", "brackets(N1, [[0, 10], [2000, 20.5]])"),
        ("[N1] + [a-b] + [min] + [001] + [1e3] + 存款", "N1 + [a-b] + [min] + [001] + [1e3] + 存款"),
        ("target([a-b])", "target([a-b])"),
        ("position()=='对公'", 'position() == "对公"'),
        ("1000000 + 1e-7 + 1e14", "1000000 + 1e-07 + 100000000000000"),
    ],
)
def test_the_canonical_text_means_the_same(typed, text):
    assert str(parse(typed)) == text
    assert parse(text) == parse(typed) and hash(parse(text)) == hash(parse(typed))


def test_a_formula_says_what_it_reads_and_how_far_back():
    formula = parse(
        "A + previous(B, 2) + year_to_date(C) + target(A) + score(W) + all_mean(previous(A)) + month()"
    )
    assert formula.codes() == ("A", "B", "C")
    assert (formula.codes("target"), formula.codes("score")) == (("A",), ("W",))
    assert formula.uses[:3] == (Use("value", "A", 1, 0), Use("value", "B", 14, 2), Use("value", "C", 35, 0))
    assert formula.uses[-1].subject == "month"
    assert formula.reads_others and not parse("A + previous(B)").reads_others
    assert [formula.looks_back(cycle) for cycle in ("month", "quarter", "year")] == [11, 3, 2]
    assert parse("previous(sum_of_last(year_ago(A), 3), 2)").looks_back("month") == 2 + 2 + 12
    assert parse("A > 1").is_condition and not parse("A + 1").is_condition
    assert parse("A*A + A*A").size() == 7


def test_every_function_has_its_names_in_the_catalogue():
    for lang in ("zh", "en"):
        t = text_for(lang)
        for name, function in FUNCTIONS.items():
            if function.reads or name in ("if", "coalesce"):
                continue
            key = name.replace("_", "-")
            assert t.has(f"formula-of-{key}") != t.has(f"formula-call-{key}"), name
