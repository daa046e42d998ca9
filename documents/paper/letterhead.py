"""Whose paper it is, and how the trail ended when it was made."""

from __future__ import annotations

from data.database import Database
from words import format as fmt
from words.text import Text
from workflow.branch.setup import Branch
from workflow.results.proving import anchors


def letterhead(branch: Branch, t: Text) -> str:
    """The branch's name over a paper; of the demonstration, that it is one."""
    name = branch.name(t.lang)
    return t("paper-demo", branch=name) if branch.demo else name


def anchored(db: Database, t: Text) -> str:
    """The anchor at the foot of a paper, in the form that ``verify --anchor`` takes: whoever keeps the paper
    can show that the trail was cut or rewritten since. Empty where nothing was done yet."""
    found = anchors.printed(db)
    return "" if found is None else t("paper-anchor", anchor=found.short, day=found.day or fmt.DASH)


def joined(foot: str, anchor: str) -> str:
    """The foot of a paper with its anchor."""
    return " · ".join(part for part in (foot, anchor) if part)
