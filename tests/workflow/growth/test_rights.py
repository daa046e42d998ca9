"""Nobody reaches another's talk, plan or training: every function × role × own, same team, another team."""

import datetime as dt
import importlib
import inspect
import pkgutil

import pytest

import workflow.growth
from access.actor import Actor
from access.errors import AccessDenied
from access.permissions import ROLES
from data.database import Database
from scoring.errors import SteelyardError
from tests.branch import copied
from tests.workflow.growth.steps import LAST, LI, NING, TODAY, goal, talk
from workflow.growth import plans, training

OWN, COLLEAGUE, OTHER = "CM02", "CM03", "CM05"
"""The manager who asks; one of the same superior's people; one of another's."""
SEES = {("president", who) for who in (OWN, COLLEAGUE, OTHER)} | {
    *(("committee", OWN), ("committee", COLLEAGUE), ("manager", OWN)),
}
HR = {("hr", who) for who in (OWN, COLLEAGUE, OTHER)}
"""Reads of everybody, and keeps courses and the ladder."""
COACHES = {(role, who) for role, who in SEES if role != "manager"}
MANAGER = {("manager", OWN)}
ANYBODY = {(role, who) for role in ("president", "committee", "manager") for who in (OWN, COLLEAGUE, OTHER)}
SUPERIORS = {(role, who) for role, who in ANYBODY if role != "manager"}
COMMITTEE = {(role, who) for role, who in ANYBODY if role == "committee"}
MATRIX = {
    **dict.fromkeys(
        (
            *("reach.see", "reach.scheme", "reach.take_part", "talks.talks", "plans.plans"),
            *("plans.draw_up", "plans.change", "plans.sign", "plans.candidates", "training.record"),
            *("training.suggested", "ladder.climb", "standing.surroundings"),
        ),
        SEES,
    ),
    **dict.fromkeys(
        (
            *("reach.see", "reach.scheme", "talks.talks", "plans.plans", "plans.candidates"),
            *("training.record", "training.suggested", "ladder.climb", "standing.surroundings"),
        ),
        SEES | HR,
    ),
    **dict.fromkeys(
        (
            *("reach.coach", "talks.record", "talks.withdraw", "talks.follow_up", "plans.close"),
            *("plans.call_off", "training.offer", "training.take_back", "training.done"),
        ),
        COACHES,
    ),
    **dict.fromkeys(("reach.own", "talks.confirm", "talks.view_otherwise", "training.decline"), MANAGER),
    **dict.fromkeys(
        (
            *("reach.people", "due.newest", "due.due", "plans.open_plans", "training.catalogue"),
            *("ladder.held", "standing.posted"),
        ),
        ANYBODY | HR,
    ),
    **dict.fromkeys(("training.add_course", "training.retire"), SUPERIORS | HR),
    **dict.fromkeys(("ladder.checked", "ladder.keep"), COMMITTEE | HR),
}
"""Function → who is let in, to whom. What is not here is no function that anybody may call."""
LISTS_NOTHING_CLOSED = {"standing.posted"}
"""Asks for the list of periods only, which says nothing about anybody and is open to whoever signs in."""


def functions():
    """Every public function with an actor of the subject, by name."""
    found = {}
    for info in pkgutil.iter_modules(workflow.growth.__path__):
        module = importlib.import_module(f"workflow.growth.{info.name}")
        for name, function in vars(module).items():
            own = inspect.isfunction(function) and function.__module__ == module.__name__ and name[0] != "_"
            if own and list(inspect.signature(function).parameters)[:2] == ["actor", "db"]:
                found[f"{info.name}.{name}"] = function
    return found


def test_every_function_stands_in_the_matrix():
    assert set(functions()) == set(MATRIX)


@pytest.fixture(scope="module")
def held(quiet_file, tmp_path_factory):
    """The branch with a talk and a plan of each, and their numbers by person."""
    db = Database.open(copied(quiet_file, tmp_path_factory.mktemp("rights") / "copy.duckdb"))
    numbers = {}
    for who in (OWN, COLLEAGUE, OTHER):
        numbers[who] = (talk(db, who), plans.draw_up(LI, db, who, LAST, [goal(db, who=who)]))
        training.offer(LI, db, who, 8)
    yield db, numbers
    db.close()


def actor(role: str) -> Actor:
    if role == "committee":
        return NING  # who heads the teams of OWN and COLLEAGUE
    return Actor(OWN.lower() if role == "manager" else "x", role, OWN if role == "manager" else None)


@pytest.mark.parametrize("who", [OWN, COLLEAGUE, OTHER])
@pytest.mark.parametrize("role", ROLES)
def test_who_is_let_in_to_whom(held, role, who):
    db, numbers = held
    until = TODAY + dt.timedelta(days=9)
    given = {
        **{"manager_id": who, "period": LAST, "talk_id": numbers[who][0], "plan_id": numbers[who][1]},
        **{"held_on": TODAY, "points": "a", "advice": "b", "says": "c", "why": "d", "came": ()},
        **{"revision": 9, "goals": [plans.Wanted("E01", 1e6, TODAY, until)], "result": "met"},
        **{"course_id": 8, "on_day": TODAY, "name": "n", "name_en": "", "hours": 1.0, "indicators": ()},
        **{"version": 99, "text": "", "codes": ("TOTAL",), "depth": 1},
    }
    wrong = []
    for name, function in functions().items():
        if name in LISTS_NOTHING_CLOSED:
            continue
        wanted = list(inspect.signature(function).parameters.items())[2:]
        arguments = {p: given[p] for p, parameter in wanted if parameter.default is parameter.empty}
        head, let_in = db.head(), True
        try:
            function(actor(role), db, **arguments)
        except AccessDenied:
            let_in = False
        except SteelyardError:
            pass  # let in, and told what else is in the way
        if let_in != ((role, who) in MATRIX[name]) or (not let_in and db.head() != head):
            wrong.append((name, "let in" if let_in else "refused"))
    assert wrong == []


def test_what_is_listed_for_several_people_is_cut_to_the_own_ones(held):
    db, _ = held
    people = {
        role: {plan.manager_id for plan in plans.open_plans(actor(role), db)}
        for role in ("president", "committee", "manager")
    }
    assert people["manager"] == {OWN} and OTHER not in people["committee"]
    assert {OWN, COLLEAGUE, OTHER} <= people["president"] and {OWN, COLLEAGUE} <= people["committee"]


def test_who_heads_no_team_reaches_nobody(held):
    db, _ = held
    gao = Actor("committee.gao", "committee")
    assert plans.open_plans(gao, db) == () and workflow.growth.reach.people(gao, db, LAST) == ()
    with pytest.raises(AccessDenied):
        plans.plans(gao, db, OWN)
