"""Lists of accounts to be made: their columns, and how their rows are judged."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from data.reading.columns.kinds import Cell, Field, FileKind
from data.reading.known import Known
from data.reading.records.desk import Desk, Line
from data.reading.records.repeats import hold_differing
from data.reading.rules import Rule
from data.reading.values.usernames import LONGEST, alike, is_one

MANAGER = "manager"
_ROLE = Field(
    "role",
    Cell.CHOICE,
    ("角色", "岗位角色", "用户角色"),
    required=True,
    choices={
        "president": ("支行行长", "行长"),
        "committee": ("考核委员会", "考核委员", "委员"),
        "manager": ("客户经理",),
        "data-officer": ("数据员",),
        "admin": ("管理员", "系统管理员"),
        "auditor": ("审计", "审计人员"),
        "hr": ("人力资源", "人事"),
    },
)
_KIND = FileKind(
    "accounts",
    (
        Field(
            "username",
            Cell.WORDS,
            ("用户名", "登录名", "账号"),
            ("user name", "user", "login"),
            required=True,
            sample="zhoumin",
        ),
        Field("name", Cell.WORDS, ("姓名", "员工姓名"), ("display_name",)),
        _ROLE,
        Field("manager_id", Cell.ID, ("客户经理编号", "编号", "工号", "员工编号"), ("manager",)),
    ),
    ("username",),
)


def kind(roles: Collection[str]) -> FileKind:
    """The columns of such a list, for a branch with these roles."""
    offered = {role: words for role, words in _ROLE.choices.items() if role in roles}
    fields = tuple(replace(f, choices=offered) if f is _ROLE else f for f in _KIND.fields)
    return replace(_KIND, fields=fields)


def judge_accounts(
    desk: Desk, lines: Sequence[Line], kind: FileKind, known: Known, period: str | None
) -> None:
    """Judge the rows: user names in one spelling, none that is taken; a manager's id for managers alone, with
    which nobody else signs in."""
    desk.complete(lines, kind.required)
    for line in lines:
        if line.out:
            continue
        line.cells["username"] = alike(line.text("username"))
        if not is_one(line.text("username")):
            desk.hold(line, "username", Rule.USERNAME, most=LONGEST)
        elif line.text("username") in known.accounts:
            desk.hold(line, "username", Rule.USERNAME_TAKEN)
    hold_differing(desk, lines, kind)
    holders = {manager: name for name, manager in known.accounts.items() if manager}
    for line in lines:
        manager, is_manager = line.text("manager_id"), line.text("role") == MANAGER
        if line.out:
            continue
        if is_manager != bool(manager):
            desk.hold(line, "manager_id", Rule.MANAGER_MISSING if is_manager else Rule.MANAGER_OF_NONE)
        elif manager in holders:
            desk.hold(line, "manager_id", Rule.MANAGER_TAKEN, username=holders[manager])
        elif manager:
            holders[manager] = line.text("username")
