"""What a user name and a password may be, and the words in which it is said why not."""

import ast
import inspect
import string
from pathlib import Path

import pytest
import zxcvbn.scoring
from zxcvbn import matching

from access import passwords
from access.errors import AccountError
from access.local import names
from words.text import text_for

NAMES = {
    "li": "li",
    "ZhangSan": "zhangsan",
    "ｚｈａｎｇ．ｓａｎ": "zhang.san",
    "张三": "张三",
    "cafe\u0301": "caf\u00e9",
    "cm-01_a": "cm-01_a",
    "x" * 64: "x" * 64,
}
NO_NAMES = (
    *("", " ", "a b", "a\nb", "a\x00", "<b>x</b>", "../../x", ".x", "-rf", "_x", "x" * 65, "x" * 10_000),
    *("a\u202eb", "a\u200bb", "half \ud800", "\u0430dmin", "a|b", "a*b", "a@b", "😀", "১২"),
)


@pytest.mark.parametrize(("typed", "stored"), NAMES.items())
def test_a_user_name_is_stored_in_one_way(typed, stored):
    assert names.new(typed) == stored == names.alike(typed) == names.new(stored)


@pytest.mark.parametrize("typed", NO_NAMES, ids=ascii)
def test_what_is_no_user_name_is_refused(typed):
    with pytest.raises(AccountError, match="errors-username"):
        names.new(typed)


def test_what_somebody_is_called_is_one_visible_line():
    assert names.called("  李  行长 ") == "李 行长" and names.called("") == ""
    for typed in ("a\u202eb", "a\x07", "李" * 61, "x" * 10_000, "\u200b"):
        with pytest.raises(AccountError, match="errors-display-name"):
            names.called(typed)


def weak(password, *about):
    with pytest.raises(AccountError) as refused:
        passwords.require_acceptable(password, about)
    assert refused.value.key == "errors-password-weak"
    return str(refused.value.params["why"])


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("1234567890", "common"),
        ("          ", "repeat"),
        ("aaaaaaaaaaaa", "repeat"),
        ("abcdefghijk", "sequence"),
        ("2026.11.28.", "date"),
        ("Tr0ub4dour&3", "word"),
        ("vbnm,./;lkj", "spatial"),
    ],
)
def test_what_many_would_try_is_refused_and_told_why(password, why):
    assert weak(password) == f"password-weak-{why}"


def test_names_of_the_person_and_the_branch_do_not_count(db):
    about = ("li.hangzhang", "李行长", "Harbour Road branch")
    for password in ("lihangzhang", "li.hangzhang1", "Harbourroad"):
        assert weak(password, *about) == "password-weak-own"
    passwords.require_acceptable("violet anchor piano", about)


def test_length_is_counted_in_characters_and_before_anything_else(monkeypatch):
    monkeypatch.setattr(passwords, "zxcvbn", lambda *of, **more: pytest.fail("judged"))
    for password in ("", "nine chrs", "x" * 129, "x" * 10_000_000, "half a pair \ud800", "bell\x07 and more"):
        with pytest.raises(AccountError, match=r"errors-password-(length|characters)"):
            passwords.require_acceptable(password)


def test_length_limits_hold_at_their_edges():
    long = "violet anchor piano " * 6 + "12345678"
    assert len(long) == 128
    passwords.require_acceptable(long)
    passwords.require_acceptable("kq7#mz!x2v")
    passwords.require_acceptable("紫罗兰锚钢琴雨伞橘子")


def test_made_passwords_are_acceptable_typed_easily_and_never_the_same():
    made = {passwords.made() for _ in range(200)}
    assert len(made) == 200
    for password in made:
        passwords.require_acceptable(password)
        assert set(password) <= set(string.ascii_lowercase + string.digits + "-") - set("il1o0")


def test_every_kind_of_weakness_has_its_words_in_both_languages():
    """Kinds of parts by zxcvbn's own code, those of dictionaries by what they are."""
    tree = ast.parse(inspect.getsource(matching))
    patterns = {
        value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict)
        for key, value in zip(node.keys, node.values, strict=True)
        if isinstance(key, ast.Constant) and key.value == "pattern" and isinstance(value, ast.Constant)
    }
    assert patterns >= {"dictionary", "spatial", "repeat", "sequence", "regex", "date"}
    keys = {pattern.replace("_", "-") for pattern in patterns - {"dictionary"}}
    for key in keys | {"common", "own", "word", "short"}:
        assert text_for("zh").has(f"password-weak-{key}") and text_for("en").has(f"password-weak-{key}")


def test_its_word_lists_lie_on_this_machine():
    assert (Path(zxcvbn.scoring.__file__).parent / "frequency_lists.py").exists()
