"""The branch that a database is about: opening it, its name, whether it is invented."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from access import audit, browsers
from access.actor import Actor
from access.permissions import Action, require
from data.database import Cursor, Database, shared
from data.stores import setting_store
from scoring.lint import RULE_SETS
from workflow.errors import WorkflowError

LONGEST_IDLE = 24 * 60
"""Minutes: what nobody is at for a day is nobody's any more."""
_RULES_SET = "set-rules"
"""The choice of checks in the trail."""


@dataclass(frozen=True)
class Branch:
    """An open database with the branch's name."""

    db: Database
    name_zh: str
    name_en: str
    demo: bool
    idle_minutes: float = browsers.IDLE_MINUTES
    """Nobody at it for so long ends a browser's sign-in."""

    def name(self, lang: str) -> str:
        """The branch's name."""
        return self.name_en if lang == "en" else self.name_zh


@dataclass(frozen=True)
class ChosenRules:
    """One of the sets of checks; ``chosen`` says when (UTC) and by whom, None where nobody ever chose."""

    name: str
    chosen: tuple[dt.datetime, str] | None


def open_branch(path: Path) -> Branch:
    """The branch at `path`, opened once in a process.

    Raises
    ------
    DatabaseMissing, DatabaseInUse, UnreadableFile : see :class:`data.database.Database`.
    """
    return described(shared(path))


def described(db: Database) -> Branch:
    """The branch of an open database."""
    held = setting_store.remembered(db)
    name_zh, name_en = held.get("name_zh") or "X 支行", held.get("name_en") or "X branch"
    return Branch(db, name_zh, name_en, held.get(setting_store.DEMO) == "1", browsers.idle_minutes(held))


def rename(actor: Actor, db: Database, name_zh: str, name_en: str) -> tuple[str, str]:
    """Give the branch another name (the English one is the Chinese one where it is empty); what it is called.

    Raises
    ------
    WorkflowError : no name.
    """
    require(actor, Action.MANAGE_ACCOUNTS)
    if not name_zh.strip():
        raise WorkflowError("errors-branch-name")
    names = (name_zh.strip(), name_en.strip() or name_zh.strip())
    with db.read() as cursor:
        demo = setting_store.is_demo(cursor)
    describe(actor, db, *names, demo=demo)
    return names


def set_idle(actor: Actor, db: Database, minutes: float) -> None:
    """End a browser's sign-in once nobody has been at it for so many minutes.

    Raises
    ------
    WorkflowError : less than one minute, or more than a day.
    """
    require(actor, Action.MANAGE_ACCOUNTS)
    if not 1 <= minutes <= LONGEST_IDLE:
        raise WorkflowError("errors-idle-minutes", most=LONGEST_IDLE)

    def work(cursor: Cursor) -> None:
        setting_store.put(cursor, {browsers.IDLE_SETTING: f"{minutes:g}"})
        audit.append(cursor, actor, "set-idle", f"{minutes:g}", {})

    db.write(work)


def rules(actor: Actor, db: Database) -> ChosenRules:
    """Which checks the branch's schemes go through, and who chose so."""
    require(actor, Action.VIEW_SCHEMES)
    with db.read() as cursor:
        return ChosenRules(setting_store.rule_set(cursor), audit.latest(cursor, _RULES_SET))


def set_rules(actor: Actor, db: Database, rule_set: str) -> None:
    """Choose which checks the branch's schemes go through: all ("bank"), or those that do not rest on the
    banking supervisor's notices ("plain").

    Raises
    ------
    WorkflowError : there is no such set.
    """
    require(actor, Action.MANAGE_ACCOUNTS)
    if rule_set not in RULE_SETS:
        raise WorkflowError("errors-rule-set", name=rule_set, choices=", ".join(RULE_SETS))

    def work(cursor: Cursor) -> None:
        before = setting_store.rule_set(cursor)
        setting_store.put(cursor, {setting_store.RULE_SET: rule_set})
        audit.append(cursor, actor, _RULES_SET, rule_set, {"before": before})

    db.write(work)


def describe(actor: Actor, db: Database, name_zh: str, name_en: str, *, demo: bool) -> None:
    """Give the branch its name, and say whether its people and figures are invented."""
    require(actor, Action.MANAGE_ACCOUNTS)
    values = {"name_zh": name_zh, "name_en": name_en, setting_store.DEMO: "1" if demo else "0"}

    def work(cursor: Cursor) -> None:
        setting_store.put(cursor, values)
        audit.append(cursor, actor, "describe-branch", name_zh, dict(values))

    db.write(work)
