"""Nobody reaches another's deferred pay, clawback or finding: every function × role × own, another's."""

import importlib
import inspect

import pytest

from access.actor import Actor
from access.errors import AccessDenied
from access.permissions import ROLES
from scoring.errors import SteelyardError
from tests.branch import last
from tests.workflow.rewards.steps import COLLEAGUE, PERSON, claim, granted, recovered
from workflow.rewards.clawback.checklist import Claim

pytestmark = pytest.mark.usefixtures("unpaid")

MODULES = ("holding", "findings", "leaving", "clawback.clawing", "clawback.objecting")
COMMITTEE = {("committee", PERSON), ("committee", COLLEAGUE)}
MANAGER = {("manager", PERSON)}
AUDITOR = {("auditor", PERSON), ("auditor", COLLEAGUE)}
DECIDING = COMMITTEE | {("president", PERSON), ("president", COLLEAGUE)}
MATRIX = {
    **dict.fromkeys(
        (
            *("holding.due", "holding.coming", "holding.checks", "holding.check", "holding.approve"),
            *("holding.turn_down", "holding.withdraw", "findings.register", "findings.set_finding"),
            *("leaving.gone", "leaving.issue", "clawback.clawing.recoverable", "clawback.clawing.preview"),
            *("clawback.clawing.open_", "clawback.clawing.approve", "clawback.clawing.turn_down"),
            "clawback.clawing.withdraw",
        ),
        COMMITTEE,
    ),
    **dict.fromkeys(
        ("clawback.clawing.clawback", "clawback.clawing.evidence", "clawback.clawing.last_day"),
        COMMITTEE | MANAGER | AUDITOR,
    ),
    **dict.fromkeys(("clawback.clawing.content",), COMMITTEE | MANAGER | AUDITOR),
    "clawback.objecting.object_to": MANAGER,
    **dict.fromkeys(("clawback.objecting.uphold", "clawback.objecting.dismiss"), DECIDING),
}
"""Function → who is let in; as a manager PERSON is the one the clawback is about, COLLEAGUE somebody else."""
CUT = {"clawback.clawing.clawbacks"}
"""Lists what the actor may see, for anybody."""


def functions():
    """Every public function with an actor, by name."""
    found = {}
    for module in [importlib.import_module(f"workflow.rewards.{name}") for name in MODULES]:
        for name, function in vars(module).items():
            own = inspect.isfunction(function) and function.__module__ == module.__name__ and name[0] != "_"
            if own and list(inspect.signature(function).parameters)[:2] == ["actor", "db"]:
                found[f"{module.__name__.removeprefix('workflow.rewards.')}.{name}"] = function
    return found


def test_every_function_stands_in_the_matrix():
    assert set(functions()) == set(MATRIX) | CUT


@pytest.mark.parametrize("who", [PERSON, COLLEAGUE])
@pytest.mark.parametrize("role", ROLES)
def test_who_is_let_in(db, role, who):
    """Whoever is refused has changed nothing."""
    number, actor = recovered(db), Actor("x", role, who if role == "manager" else None)
    granted(db)
    given = {
        **{"manager_id": who, "period": "2023-03", "instalment": 1, "verdict": "release", "findings": "a"},
        **{"evidence": "b", "check_id": 1, "why": "c", "says": "d", "clawback_id": number},
        **{"attachment_id": 1, "key": claim(db).finding, "state": "exempt", "points": None},
        **{"document": "7号", "claim": Claim(), "files": []},
    }
    wrong = []
    for name, function in functions().items():
        wanted = list(inspect.signature(function).parameters.items())[2:]
        arguments = {p: given[p] for p, parameter in wanted if parameter.default is parameter.empty}
        if "clawback.clawing" in name and "period" in arguments:
            arguments["period"] = last(db)
        head, let_in = db.head(), True
        try:
            found = function(actor, db, **arguments)
        except AccessDenied:
            let_in = False
        except SteelyardError:
            pass  # let in, and told what else is in the way
        if name in CUT:
            assert bool(found) == ((role, who) in COMMITTEE | MANAGER | AUDITOR)
        elif let_in != ((role, who) in MATRIX[name]) or (not let_in and db.head() != head):
            wrong.append((name, "let in" if let_in else "refused"))
    assert wrong == []
