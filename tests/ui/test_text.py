"""The catalogues are complete: the same sentences with the same variables in both languages."""

import ast
import re

import pytest

from data.reading.rules import Rule
from scoring.errors import Fault
from scoring.scheme.model import FIVE_CLASSES
from scoring.scheme.rules import RULES
from tests.places import CODE, ROOT
from tests.sentences import catalogue
from words import format as fmt
from words.text import FOLDERS, LOCALES, text_for
from workflow.errors import WorkflowError

ZH, EN = catalogue("zh"), catalogue("en")


def test_both_languages_say_the_same_things():
    assert set(ZH) == set(EN)
    assert {key for key in ZH if ZH[key] != EN[key]} == set()


def test_every_sentence_that_the_code_asks_for_is_there():
    asked = set()
    for file in (ROOT / "app.py", *CODE):
        text = file.read_text(encoding="utf-8")
        asked |= set(re.findall(r'\bt\("([a-z0-9-]+)"', text))
        asked |= set(re.findall(r'"(errors-[a-z-]+|cli-[a-z-]+[a-z])"', text))
    asked |= {f"rule-name-{rule}" for rule in RULES}
    assert asked - set(ZH) == set()


def test_every_rule_of_the_readers_has_its_sentence_and_no_sentence_is_left_over():
    others = ("rule-name-", "rule-field-", "rule-fault-")
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


def called(room, *names):
    """The calls of functions of these names in a room, and where they stand."""
    for file in sorted((ROOT / room).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in names:
                yield node, file.name


def words_in(node):
    """Every text that an argument may be."""
    return [n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)]


def test_every_fault_has_its_sentence_and_no_sentence_is_left_over():
    rooms = ("scoring", "data")
    found = (node for room in rooms for node, _ in called(room, "Fault", "complain"))
    named = {key for node in found for key in words_in(node.args[0])}
    # What is refused in a sheet names its reason first.
    named |= {key for node, _ in called("scoring", "leave_out") for key in words_in(node.args[1])}
    named |= {key for node, _ in called("scoring", "Refused") for key in words_in(node.args[3])}
    assert len(named) > 50
    assert {f"fault-{key}" for key in named} == {key for key in ZH if key.startswith("fault-")}
    parts = {key for node, _ in called("scoring", "wrong", "against") for key in words_in(node)}
    assert {f"rule-fault-{key}" for key in parts} == {key for key in ZH if key.startswith("rule-fault-")}
    kinds = {key for node, _ in called("scoring", "_typed", "_wrong_type") for key in words_in(node.args[1])}
    assert {f"expected-{key}" for key in kinds} == {key for key in ZH if key.startswith("expected-")}


def test_every_check_has_its_sentence_and_its_source_and_none_is_left_over():
    rules, keys = set(), set()
    for node, _ in called("scoring", "Finding", "Guard"):
        rule = words_in(node.args[0])
        given = [key for word in node.keywords if word.arg == "key" for key in words_in(word.value)]
        rules |= set(rule)
        keys |= set(given or rule)
    assert {f"check-{key}" for key in keys} == {
        key for key in ZH if key.startswith("check-") and not key.startswith("check-class-")
    }
    assert {f"citation-{rule}" for rule in rules} == {key for key in ZH if key.startswith("citation-")}
    assert {f"check-class-{name}" for name in FIVE_CLASSES} == {
        key for key in ZH if key.startswith("check-class-")
    }


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


HALF_WIDTH = re.compile(
    # A bracket that closes at once is a function's, as in `position()`.
    r"[\u4e00-\u9fff）」”] ?[,;:()?!]|(?:[,;:(?!]|(?<!\()\)) ?[\u4e00-\u9fff（「“]"
)


def test_chinese_is_parted_by_full_width_marks():
    """In the catalogue, and in the words of the invented branch and of the schemes that come along."""
    lines = [
        line.partition(" = ")[2] or line
        for path in (LOCALES / FOLDERS["zh"]).glob("*.ftl")
        for line in re.sub(r"\{[^{}]*\}", "0", path.read_text(encoding="utf-8")).splitlines()
    ]
    assert len(lines) > 1000 and [line for line in lines if HALF_WIDTH.search(line)] == []
    shipped = [*(ROOT / "data" / "demo").glob("*.py"), *(ROOT / "data" / "schemes").glob("*.toml")]
    shipped += (ROOT / "workflow" / "branch").glob("*.py")
    between = re.compile(r"[\u4e00-\u9fff] ?[,;:()?!] ?[\u4e00-\u9fff]")
    texts = [path.read_text(encoding="utf-8") for path in shipped]
    assert len(texts) > 3 and [m.group() for text in texts for m in between.finditer(text)] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_minus_is_no_hyphen(lang):
    t = text_for(lang)
    made = [fmt.number(-0.5), fmt.quantity(-3), fmt.percent(-0.125), fmt.plain(-1.5), fmt.plain(-2)]
    assert made == ["−0.50", "−3", "−12.5%", "−1.5", "−2"]
    said = [t("people-count", people=value) for value in (-1234, -2.5)]
    said.append(t.fault(Fault("not-one-of", "R01", {"name": "x", "value": -0.25, "choices": (-1.5, -2)})))
    assert [s for s in said if "-" in s] == [] and "−1,234" in said[0] and "−1.5" in said[-1]


def test_numbers_and_changes():
    assert fmt.number(1234567.891) == "1,234,567.89"
    # Exactly halfway, in binary too: as totals are rounded, and as the browser writes it.
    assert [fmt.number(v) for v in (291.625, -291.625, 0.125)] == ["291.63", "−291.63", "0.13"]
    assert (fmt.signed(-0.625), fmt.percent(0.5 + 1 / 16), fmt.number(1e20, 0)) == (
        "▼0.63",
        "56.3%",
        f"{1e20:,.0f}",
    )
    assert [fmt.signed(v) for v in (1.2, -0.35, 0.001, None)] == ["▲1.20", "▼0.35", "–", "–"]


def test_an_error_names_the_demonstrations_staff_in_the_readers_language():
    taken = WorkflowError("errors-scenario-taken", name="风险加十", by="高主任")
    assert "Director Gao" in text_for("en").error(taken) and "高主任" in text_for("zh").error(taken)


def test_an_amount_of_one_is_singular_in_english():
    en, zh = text_for("en"), text_for("zh")
    assert [en.amount(n, "分") for n in ("1", "−1", "1.50", "0", "11")] == [
        *("1 point", "−1 point", "1.50 points", "0 points", "11 points")
    ]
    assert [en.amount("1", unit) for unit in ("%", "1", "", "万元", "支")] == [
        "1%",
        "1",
        "1",
        "1 CNY 10k",
        "1 支",
    ]
    assert zh.amount("1", "分") == "1 分"
