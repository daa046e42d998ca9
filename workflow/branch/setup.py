"""The branch that a database is about: opening it, its name, whether it is invented."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data import queries
from data.database import Database, shared
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
    db = shared(path)
    with db.read() as cursor:
        names = [queries.setting(cursor, key) for key in ("name_zh", "name_en", "demo")]
    return Branch(db, names[0] or "X 支行", names[1] or "X branch", names[2] == "1")


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
        demo = queries.setting(cursor, "demo") == "1"
    describe(actor, db, *names, demo=demo)
    return names


def describe(actor: Actor, db: Database, name_zh: str, name_en: str, *, demo: bool) -> None:
    """Give the branch its name, and say whether its people and figures are invented."""
    require(actor, Action.MANAGE_ACCOUNTS)
    values = {"name_zh": name_zh, "name_en": name_en, "demo": "1" if demo else "0"}

    def work(cursor) -> None:  # type: ignore[no-untyped-def]
        for key, value in values.items():
            cursor.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", [key, value])
        audit.append(cursor, actor, "describe-branch", name_zh, dict(values))

    db.write(work)
