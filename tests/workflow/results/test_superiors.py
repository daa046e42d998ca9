"""Who heads which team, and whose results, talks and plans somebody reaches by it."""

import datetime as dt

import pytest

from access import accounts, audit
from access.actor import Actor, operator
from access.demo import STAFF
from access.errors import AccessDenied
from data import clock
from tests.branch import GAO, LI, NING, TANG, bring, refused
from workflow.intake.people import staff
from workflow.results import superiors

ROOT = operator("root")
ADMIN = Actor("root", "admin")
ZHAO = STAFF[4]
CM01, CM02 = (Actor(f"cm0{k}", "manager", f"CM0{k}") for k in (1, 2))
EAST = {"城东组", "城西组", "三农组"}


def known(db, **row):
    """What is said of a person, from now on."""
    bring(db, "people", [row])
    db.write(lambda cursor: audit.append(cursor, ROOT, "bring", "", {}))


def test_in_the_invented_branch_two_head_three_teams_each(db):
    held = superiors.superiors(LI, db)
    assert {team for team, user in held.items() if user == NING.username} == EAST
    assert {held[team] for team in held.keys() - EAST} == {TANG.username}
    here = {s.manager_id: s.team_name for s in staff(ZHAO, db, clock.today())}
    assert superiors.people(db, NING) == {who for who, team in here.items() if team in EAST}


@pytest.mark.parametrize(
    ("actor", "reached"),
    [
        (LI, ("CM01", "CM04")),
        (operator("li"), ("CM01", "CM04")),
        (NING, ("CM01",)),
        (TANG, ("CM04",)),
        (GAO, ()),
        (CM01, ("CM01",)),
        (CM02, ()),
        (ZHAO, ()),
        (ADMIN, ()),
        (Actor("nobody", "manager"), ()),
    ],
    ids=lambda a: a.username if isinstance(a, Actor) else None,
)
def test_who_reaches_whom(db, actor, reached):
    found = superiors.people(db, actor)
    assert tuple(who for who in ("CM01", "CM04") if superiors.reaches(db, actor, who)) == reached
    assert found is None if actor.role in ("president", "operator") else found is not None


def test_a_member_who_moves_or_leaves_is_reached_by_the_new_head_or_the_president_alone(db):
    today = clock.today()
    known(db, manager_id="CM01", team="小微组", from_on=today)
    assert superiors.reaches(db, TANG, "CM01") and not superiors.reaches(db, NING, "CM01")
    known(db, manager_id="CM01", left_on=today - dt.timedelta(days=1))
    assert superiors.reaches(db, LI, "CM01") and not superiors.reaches(db, TANG, "CM01")


def test_naming_is_the_presidents_and_the_administrators_with_one_entry_in_the_trail(db):
    superiors.name(LI, db, "城东组", GAO.username)
    assert superiors.reaches(db, GAO, "CM01") and not superiors.reaches(db, NING, "CM01")
    superiors.name(ADMIN, db, "城东组", None)
    assert "城东组" not in superiors.superiors(GAO, db) and not superiors.reaches(db, GAO, "CM01")
    head = db.head()
    superiors.name(LI, db, "城东组", None)  # as it is
    assert db.head() == head
    superiors.name_all(LI, db, {"城东组": NING.username, "城西组": GAO.username})
    assert db.head() == head + 1
    for actor in (GAO, CM01, ZHAO):
        for call, *given in (
            (superiors.name, "城东组", NING.username),
            (superiors.teams,),
            (superiors.choices,),
        ):
            with pytest.raises(AccessDenied):
                call(actor, db, *given)


def test_only_the_president_and_the_committee_can_head_a_team_that_there_is(db):
    assert refused(superiors.name, LI, db, "城北组", NING.username) == "errors-superior-team"
    for name in (ZHAO.username, "cm01", "nobody"):
        assert refused(superiors.name, LI, db, "城东组", name) == "errors-superior-unknown"
    assert {a.username for a in superiors.choices(LI, db)} == {a.username for a in STAFF[:4]}


def test_a_disabled_account_heads_nobody_any_more(empty):
    known(empty, manager_id="K01", name="员", team="甲", from_on=dt.date(2026, 1, 1))
    accounts.add(ROOT, empty, "qian", "committee", "a long secret")
    superiors.name(ROOT, empty, "甲", "qian")
    assert superiors.reaches(empty, Actor("qian", "committee"), "K01")
    accounts.disable(ROOT, empty, "qian")
    assert superiors.superiors(ROOT, empty) == {}
    accounts.add(ROOT, empty, "zhou", "manager", "a long secret", manager_id="K01")
    assert refused(superiors.name, ROOT, empty, "甲", "zhou") == "errors-superior-unknown"
