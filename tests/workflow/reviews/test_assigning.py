"""Who is asked about whom: by rule with the same load for everybody, then one by one with a reason."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from access.errors import AccessDenied
from tests.branch import refused
from tests.workflow.reviews import campaign as steps
from tests.workflow.reviews.campaign import GAO, LI, PERIOD, TANG, ZHAO
from workflow.reviews import assigning, campaigns
from workflow.reviews.assigning import Proposed

TODAY = steps.clock.today()


@given(sizes=st.lists(st.integers(1, 12), min_size=1, max_size=8), peers=st.integers(1, 9))
def test_everybody_is_rated_by_as_many_and_rates_as_many(sizes, peers):
    teams = {f"P{k}-{j}": f"T{k}" for k, size in enumerate(sizes) for j in range(size)}
    if len(teams) <= peers:
        return
    pairs = assigning.circles(teams, peers)
    assert len(set(pairs)) == len(pairs) == peers * len(teams)
    assert not any(ratee == rater for ratee, rater in pairs)
    assert set(Counter(ratee for ratee, _ in pairs).values()) == {peers}
    assert set(Counter(rater for _, rater in pairs).values()) == {peers}


@given(sizes=st.lists(st.integers(6, 12), min_size=1, max_size=6), peers=st.integers(1, 5))
def test_where_teams_are_large_enough_only_the_own_team_rates(sizes, peers):
    teams = {f"P{k}-{j}": f"T{k}" for k, size in enumerate(sizes) for j in range(size)}
    assert all(teams[ratee] == teams[rater] for ratee, rater in assigning.circles(teams, peers))


def test_a_newcomer_changes_the_colleagues_of_few():
    teams = {f"P{k}": "T" for k in range(30)}
    before, after = set(assigning.circles(teams, 6)), set(assigning.circles(teams | {"new": "T"}, 6))
    assert len({ratee for ratee, _ in before - after}) <= 6


@pytest.fixture
def draft(db):
    return campaigns.create(ZHAO, db, "x", PERIOD, TODAY, TODAY + steps.DAY)


def test_the_proposal_asks_superiors_of_the_team_oneself_and_invites_customers(db, draft):
    people = steps.people(db)
    team = people["CM01"].team_id
    found = assigning.propose(
        ZHAO, db, draft, superiors={"": [LI.username], team: [GAO.username]}, peers=5, customers=6
    )
    about = [p for p in found if p.ratee_id == "CM01"]
    assert {p.rater for p in about if p.group == "superior"} == {LI.username, GAO.username}
    assert [p.rater for p in about if p.group == "self"] == ["cm01"]
    assert [(p.rater, p.asked) for p in about if p.group == "customers"] == [("", 6)]
    assert Counter(p.ratee_id for p in found if p.group == "peers") == dict.fromkeys(people, 5)
    assigning.assign(ZHAO, db, draft, found)
    assigning.assign(ZHAO, db, draft, found)  # anew: what was there before is withdrawn
    stand = [a for a in assigning.assignments(ZHAO, db, draft) if not a.withdrawn]
    assert Counter((a.ratee_id, a.group, a.rater) for a in stand) == Counter(map(tuple_of, found))
    assert refused(assigning.propose, ZHAO, db, draft, superiors={}, peers=12, customers=0) == (
        "errors-review-numbers"
    )


def tuple_of(one):
    return one.ratee_id, one.group, one.rater


@pytest.mark.parametrize(
    ("one", "key"),
    [
        (Proposed("CM01", "superior", "cm02"), "errors-review-rater"),
        (Proposed("CM01", "superior", ZHAO.username), "errors-review-rater"),
        (Proposed("CM01", "peers", LI.username), "errors-review-rater"),
        (Proposed("CM01", "peers", "cm01"), "errors-review-rater"),
        (Proposed("CM01", "self", "cm02"), "errors-review-rater"),
        (Proposed("CM01", "peers", "nobody"), "errors-review-rater"),
        (Proposed("CM99", "peers", "cm02"), "errors-review-ratee"),
        (Proposed("CM01", "customers", "cm02"), "errors-review-customers"),
        (Proposed("CM01", "customers", "", 201), "errors-review-customers"),
        (Proposed("CM01", "subordinates", "cm02"), "errors-review-group"),
    ],
)
def test_nobody_rates_who_must_not(db, draft, one, key):
    assert refused(assigning.assign, ZHAO, db, draft, [one]) == key
    assert (
        refused(assigning.add, ZHAO, db, draft, one.ratee_id, one.group, one.rater, "why", one.asked) == key
    )


def test_changes_while_it_runs_need_a_reason_and_are_on_record(db):
    number = steps.begun(db, ratees={"CM01"})
    assert refused(assigning.add, ZHAO, db, number, "CM01", "superior", TANG.username, " ") == (
        "errors-reason-needed"
    )
    assigning.add(ZHAO, db, number, "CM01", "superior", TANG.username, "分管领导")
    assert refused(assigning.add, ZHAO, db, number, "CM01", "superior", TANG.username, "again") == (
        "errors-review-twice"
    )
    assert refused(assigning.assign, ZHAO, db, number, []) == "errors-review-state"
    assert refused(assigning.withdraw, ZHAO, db, 10**6, "why") == "errors-review-assignment-unknown"
    with db.read() as cursor:
        said = cursor.execute("SELECT detail FROM audit WHERE action = 'add-rater'").fetchall()
    assert len(said) == 1 and "分管领导" in said[0][0]
    campaigns.close(ZHAO, db, number, "x")
    one = steps.asked(db, number)[0]
    assert refused(assigning.withdraw, ZHAO, db, one.assignment_id, "why") == "errors-review-state"


def test_only_the_desk_says_who_is_asked(db):
    number = steps.begun(db, ratees={"CM01"})
    one = steps.asked(db, number)[0]
    for actor in (LI, GAO, steps.manager(db, "CM02")):
        for call, arguments in (
            (assigning.assignments, (number,)),
            (assigning.assign, (number, [])),
            (assigning.add, (number, "CM01", "peers", "cm09", "why")),
            (assigning.withdraw, (one.assignment_id, "why")),
            (assigning.change, (one.assignment_id, "cm09", "why")),
        ):
            with pytest.raises(AccessDenied):
                call(actor, db, *arguments)
