"""The branch that a database is about: opening it, its name, whether it is invented."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data.database import Cursor, Database, shared
from data.stores import setting_store
from workflow.errors import WorkflowError


@dataclass(frozen=True)
class Branch:
    """An open database with the branch's name."""

    db: Database
    name_zh: str
    name_en: str
    demo: bool

    def name(self, lang: str) -> str:
        """The branch's name."""
        return self.name_en if lang == "en" else self.name_zh


def open_branch(path: Path) -> Branch:
    """The branch at `path`, opened once in a process.

    Raises
    ------
    DatabaseMissing, DatabaseInUse, UnreadableFile : see :class:`data.database.Database`.
    """
    return described(shared(path))


def described(db: Database) -> Branch:
    """The branch of an open database."""
    with db.read() as cursor:
        name_zh, name_en = (setting_store.setting(cursor, key) for key in ("name_zh", "name_en"))
        demo = setting_store.is_demo(cursor)
    return Branch(db, name_zh or "X 支行", name_en or "X branch", demo)


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


def describe(actor: Actor, db: Database, name_zh: str, name_en: str, *, demo: bool) -> None:
    """Give the branch its name, and say whether its people and figures are invented."""
    require(actor, Action.MANAGE_ACCOUNTS)
    values = {"name_zh": name_zh, "name_en": name_en, "demo": "1" if demo else "0"}

    def work(cursor: Cursor) -> None:
        setting_store.put(cursor, values)
        audit.append(cursor, actor, "describe-branch", name_zh, dict(values))

    db.write(work)
