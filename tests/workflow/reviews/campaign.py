"""A campaign in the invented branch: begun, assigned, answered, as far as a test needs it."""

import datetime as dt

from access import accounts
from access.demo import STAFF
from data import clock
from data.stores import people_store
from scoring.periods import parse_period
from workflow.reviews import answering, assigning, campaigns, links

LI, GAO, NING, TANG, ZHAO, WANG = STAFF[:6]
PERIOD = parse_period("2026-06")
DAY = dt.timedelta(days=1)


def begun(db, *, peers=4, customers=0, superiors=(LI.username,), ratees=None, days=9, **more) -> int:
    """A campaign that is open from today on, with `peers` colleagues about everybody (or `ratees`)."""
    today = clock.today()
    number = campaigns.create(ZHAO, db, "上半年", PERIOD, today, today + days * DAY, **more)
    found = assigning.propose(
        ZHAO, db, number, superiors={"": superiors}, peers=peers, customers=customers, peers_from="branch"
    )
    chosen = [p for p in found if ratees is None or p.ratee_id in ratees]
    assigning.assign(ZHAO, db, number, chosen)
    campaigns.open_(ZHAO, db, number)
    return number


def who(db, username):
    """The person of a user name."""
    return accounts.in_use(db, username)


def manager(db, manager_id):
    """The person of a manager's number."""
    return who(db, manager_id.lower())


def asked(db, number, *, group=None, ratee=None):
    """Assignments of a campaign that stand."""
    return [
        a
        for a in assigning.assignments(ZHAO, db, number)
        if not a.withdrawn and a.rater and group in (None, a.group) and ratee in (None, a.ratee_id)
    ]


def answers(db, number, group, level=4):
    """The same level for every item that a group is asked."""
    return {item.code: level for item in campaigns.campaign(ZHAO, db, number).asked(group)}


def hand_in(db, one, level=4, comments=None):
    """Hand an assignment in."""
    given = answers(db, one.campaign_id, one.group, level)
    answering.hand_in(who(db, one.rater), db, one.assignment_id, given, (), comments or {})


def by_link(db, number, ratee, *levels):
    """Customers answer about a person, one by one."""
    for link, level in zip(links.issue(ZHAO, db, number, ratee, len(levels)), levels, strict=True):
        links.answer(db, link.token, answers(db, number, "customers", level), (), {})


def people(db):
    """manager_id → the colleague, as known today."""
    with db.read() as cursor:
        return {one.manager_id: one for one in people_store.colleagues(cursor, clock.today())}
