"""Whatever is written to the trail is read there in words."""

import ast

import pytest

from data.sealing.seals import SEALED_ANEW
from tests.places import ROOT
from words.text import text_for

KINDS = {
    "account-": "password role disabled enabled must-change name manager identity signed-out",
    "appeal-": "answered asked file filed granted handed-on proposed sent-back taken turned-down withdrawn",
    "clawback-": "approved dismissed objected opened turned-down upheld withdrawn",
    "course-": "declined done offered withdrawn",
    "pay-check-": "approved turned-down withdrawn",
    "period-": "appeals checked final notice scored",
    "plan-": "called-off met not-met partly-met",
    "question-": "answered withdrawn",
    "talk-": "confirmed followed-up viewed-otherwise withdrawn",
}
"""Of actions that are put together of a subject and what happened to it."""


def constants(tree):
    """The texts that a module gives names to."""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                names = target.elts if isinstance(target, ast.Tuple) else [target]
                values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
                for name, value in zip(names, values, strict=False):
                    if isinstance(value, ast.Constant) and isinstance(value.value, str):
                        yield ast.unparse(name), value.value


def written():
    """Every action that stands in the code as such, or as a name of its module."""
    for part in ("access", "data", "workflow"):
        for file in (ROOT / part).rglob("*.py"):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            named = dict(constants(tree))
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and ast.unparse(node.func) == "audit.append":
                    action = node.args[2]
                    if isinstance(action, ast.Constant):
                        yield action.value
                    elif ast.unparse(action) in named:
                        yield named[ast.unparse(action)]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_action_has_words(lang):
    actions = {
        SEALED_ANEW,
        *written(),
        *(f"{what}{kind}" for what, kinds in KINDS.items() for kind in kinds.split()),
    }
    assert len(actions) > 100
    t = text_for(lang)
    assert [action for action in sorted(actions) if not t.has(f"trail-did-{action}")] == []
