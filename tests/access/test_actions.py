"""An action that nobody may do, or that nobody asks for, is no permission."""

import re

import pytest

from access.permissions import TABLE, Action
from tests.places import ROOT

ASKING = ("access", "data", "shell", "views", "pages", "workflow")


def asked_for() -> set[str]:
    """The actions that code names, but for the table of permissions itself."""
    files = [file for room in ASKING for file in (ROOT / room).rglob("*.py")]
    texts = (file.read_text(encoding="utf-8") for file in files if file.name != "permissions.py")
    return {name for text in texts for name in re.findall(r"\bAction\.([A-Z_]+)\b", text)}


@pytest.mark.parametrize("action", Action)
def test_every_action_is_granted_to_somebody(action):
    assert {role for role, granted in TABLE if granted is action}


def test_every_action_is_asked_for_somewhere():
    assert {action.name for action in Action} - asked_for() == set()
