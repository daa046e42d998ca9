"""The invented people of a demonstration branch, who sign in without a password."""

from __future__ import annotations

from access.actor import Actor
from data.database import Database
from data.stores import people_store, setting_store

STAFF = (
    Actor("li.hangzhang", "president", display_name="李行长"),
    Actor("committee.gao", "committee", display_name="高主任"),
    Actor("committee.ning", "committee", display_name="宁委员"),
    Actor("committee.tang", "committee", display_name="唐委员"),
    Actor("data.zhao", "data-officer", display_name="赵数据员"),
    Actor("data.wang", "data-officer", display_name="王复核员"),
    Actor("hr.sun", "hr", display_name="孙人事"),
    Actor("audit.lu", "auditor", display_name="陆审计"),
)


def actors(db: Database) -> list[Actor]:
    """Whom one can be in a demonstration branch; nobody where the branch is a real one."""
    with db.read() as cursor:
        if not setting_store.is_demo(cursor):
            return []
        people = people_store.people(cursor)
    managers = [
        Actor(manager.lower(), "manager", manager, name, english or "")
        for manager, name, english in people[["manager_id", "name", "name_en"]].itertuples(index=False)
    ]
    return [*STAFF, *managers]
