"""Who may do what with reviews: every public function of the subject, for every role, with forged numbers."""

import importlib
import inspect
import pkgutil

import pytest

import workflow.reviews
from access.actor import Actor
from access.errors import AccessDenied
from access.permissions import ROLES
from data.database import Database
from scoring.errors import SteelyardError
from tests.branch import later
from tests.workflow.reviews import campaign as steps
from tests.workflow.reviews.campaign import GAO, LI, PERIOD

DESK = {"data-officer", "admin"}
HEAD = {"president", "committee"}
RATERS = {"president", "committee", "manager"}
MATRIX = {
    **dict.fromkeys(("campaigns.campaigns", "campaigns.campaign", "campaigns.events"), DESK | HEAD),
    **dict.fromkeys(("campaigns.progress", "campaigns.uses"), DESK | HEAD),
    **dict.fromkeys(
        (
            *("campaigns.create", "campaigns.open_", "campaigns.extend", "campaigns.close"),
            *("campaigns.call_off", "campaigns.remind", "assigning.superiors", "assigning.assignments"),
            *("assigning.people", "assigning.raters"),
            *("assigning.propose", "assigning.assign", "assigning.add", "assigning.change"),
            *("assigning.withdraw", "links.issue", "links.withdraw_unused", "links.counts"),
        ),
        DESK,
    ),
    **dict.fromkeys(
        ("answering.mine", "answering.form", "answering.save", "answering.hand_in", "results.leniency"),
        RATERS,
    ),
    **dict.fromkeys(
        (
            *("drawing.draw", "drawing.release", "drawing.certificate", "results.results", "results.judging"),
            *("calibration.cases", "calibration.candidates", "calibration.raise_case", "calibration.vote"),
            *("calibration.own", "calibration.votes", "calibration.call_off", "calibration.propose"),
            *("calibration.confirm", "calibration.turn_down", "calibration.effect"),
        ),
        HEAD,
    ),
    "results.own": RATERS | {"auditor"},
}
"""Function → the roles that are let in. What is not here is no function that anybody may call."""
GIVEN = {
    **{"name": "x", "period": PERIOD, "opens_on": steps.clock.today(), "closes_on": steps.clock.today()},
    **{"campaign_id": 10**6, "assignment_id": 10**6, "ratee_id": "CM01", "ratee": "CM01"},
    **{"manager_id": "CM01", "group": "peers", "rater": "cm02", "why": "why", "count": 1, "peers": 4},
    **{"customers": 0, "superiors": {}, "proposed": [], "answers": {}, "cannot": (), "comments": {}},
    **{"case_id": 10**6, "measure": "G05", "question": "why", "value": 80.0, "item": "teamwork", "level": 3},
    **{"deadline": later(), "members": [LI.username, GAO.username]},
}


def functions():
    """Every public function with an actor of the subject, by name."""
    found = {}
    for info in pkgutil.iter_modules(workflow.reviews.__path__):
        module = importlib.import_module(f"workflow.reviews.{info.name}")
        for name, function in vars(module).items():
            if inspect.isfunction(function) and function.__module__ == module.__name__ and name[0] != "_":
                parameters = inspect.signature(function).parameters
                if list(parameters)[:2] == ["actor", "db"]:
                    found[f"{info.name}.{name}"] = function
    return found


def test_every_function_stands_in_the_matrix():
    assert set(functions()) == set(MATRIX)


@pytest.fixture(scope="module")
def db(quiet_file, tmp_path_factory):
    path = tmp_path_factory.mktemp("rights") / "copy.duckdb"
    path.write_bytes(quiet_file.read_bytes())
    opened = Database.open(path)
    steps.begun(opened, ratees={"CM01"})
    yield opened
    opened.close()


@pytest.mark.parametrize("name", sorted(MATRIX))
@pytest.mark.parametrize("role", ROLES)
def test_who_is_let_in(db, name, role):
    function = functions()[name]
    wanted = list(inspect.signature(function).parameters.items())[2:]
    given = {p: GIVEN[p] for p, parameter in wanted if p in GIVEN and parameter.default is parameter.empty}
    if "held" in dict(wanted):
        given["held"] = steps.campaigns.campaign(LI, db, 1)
    actor = Actor("cm01" if role == "manager" else "x", role, "CM01" if role == "manager" else None)
    head = db.head()
    if role not in MATRIX[name]:
        with pytest.raises(AccessDenied):
            function(actor, db, **given)
        assert db.head() == head
        return
    # A forged number is refused in words, whoever asks.
    unknown = ("errors-review-unknown", "errors-review-assignment-unknown", "errors-calibration-unknown")
    assert told(function, actor, db, given) in ("", *unknown)


def told(function, actor, db, given):
    """What somebody who is let in is told."""
    try:
        function(actor, db, **given)
    except AccessDenied:
        raise
    except SteelyardError as refused:
        return refused.key
    return ""


def test_a_manager_reads_nobody_elses_results(db):
    with pytest.raises(AccessDenied):
        functions()["results.own"](Actor("cm02", "manager", "CM02"), db, "CM01")
