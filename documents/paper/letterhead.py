"""Whose paper it is."""

from __future__ import annotations

from words.text import Text
from workflow.branch.setup import Branch


def letterhead(branch: Branch, t: Text) -> str:
    """The branch's name over a paper; of the demonstration, that it is one."""
    name = branch.name(t.lang)
    return t("paper-demo", branch=name) if branch.demo else name
