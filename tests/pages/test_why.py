"""我为什么能看: every page says what the role may do there and why, and who may do the rest."""

import ast

import pytest

from access import demo
from access.actor import Actor
from access.permissions import Action
from shell.navigation import ENTRIES
from tests.pages.visits import words
from tests.places import ROOT

PRESIDENT, GAO, ZHAO = demo.STAFF[0], demo.STAFF[1], demo.STAFF[4]
MANAGER = Actor("cm05", "manager", "CM05", "某人")
SAID = (
    (PRESIDENT, "periods", "zh", "**公布成绩**：对公布的成绩负责", "管理账号与支行名称：管理员"),
    (GAO, "schemes", "zh", "负责采用方案，但不得由起草人一人采用", ""),
    (MANAGER, "scorecard", "zh", "只限本人成绩（《个人信息保护法》第六条：限于最小范围）", ""),
    (MANAGER, "schemes", "en", "is heard before rules on pay are made", "adopt schemes: Scheme committee"),
    (ZHAO, "desk", "en", "**approve imports**: second person, never for an own batch", ""),
)


@pytest.mark.parametrize(("actor", "address", "lang", "why", "others"), SAID)
def test_the_page_says_why(visit, actor, address, lang, why, others):
    app = visit(actor, address, lang)
    assert not app.exception
    text = words(app)
    assert why in text and others in text
    heading = {"zh": "本页上由其他角色办理", "en": "On this page, for other roles"}[lang]
    assert (heading in text) == bool(others)


def test_what_a_page_needs_and_asks_itself_is_what_is_explained():
    for entry in ENTRIES:
        needed, asked = set(), set()
        for node in ast.walk(ast.parse((ROOT / entry.script).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                actions = {Action[a.attr] for a in node.args if ast.unparse(a).startswith("Action.")}
                needed |= actions if called == "context.page" else set()
                asked |= actions if called == "allowed" else set()
        assert needed == {entry.action}, entry.address
        assert asked <= {entry.action, *entry.offers}, entry.address


def test_every_action_is_explained_on_a_page_and_none_twice():
    for entry in ENTRIES:
        actions = (entry.action, *entry.offers)
        assert len(set(actions)) == len(actions)
    assert {a for entry in ENTRIES for a in (entry.action, *entry.offers)} == set(Action)


def test_the_start_page_is_explained_too(visit):
    app = visit(MANAGER, "scorecard", "en")
    assert "On the page My scorecard this role may" in words(app)
