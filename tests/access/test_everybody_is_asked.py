"""Read from the code: whatever people do in ``workflow`` takes the actor first and asks ``access``."""

import ast
from pathlib import Path

import pytest

from tests.places import ROOT

ASKS = {"access.permissions.require", "access.permissions.allowed"}
FOR_THOSE_THAT_HAVE_ASKED = {
    "workflow.calendar.held": "working days, which everybody counts by; callers have asked",
    "workflow.intake.imports.known": "what rows are judged against; every caller has asked for import",
    "workflow.intake.imports.takes": "what the scheme in force takes; every caller has asked for import",
    "workflow.intake.inbox.folder": "a path beside the database file, nothing of what is stored",
    "workflow.branch.setup.described": "name and kind of the branch, which stand on the sign-in page",
    "workflow.growth.falling.falls": "how often totals fell on sheets that the caller was given",
    "workflow.growth.following.follow": "where goals stand; the plan's reader has asked",
    "workflow.growth.following.measured": "as scored, as it was known on a day",
    "workflow.growth.plan_states.every": "everybody's plans; callers keep to those that the actor reaches",
    "workflow.growth.plan_states.followed": "as every, one plan with its goals",
    "workflow.growth.plan_states.read": "as every, within a transaction",
    "workflow.growth.training.hours": "what the ladder reads of a person; it has asked",
    "workflow.results.card.origins.origins": "where the values of a card came from; the card has asked",
    "workflow.results.due.without_data": "who is due and has nothing; callers have asked",
    "workflow.results.frozen.published": "read by scores alone, for those who have asked it",
    "workflow.results.proving.anchors.printed": "a number and a hash, on what the caller was given to print",
    "workflow.results.proving.anchors.of_results": "hashes; callers were given the results",
    "workflow.results.scores.scored": "everybody's results; callers ask for the branch, or keep the own ones",
    "workflow.results.scores.scored_under": "as scored, under a scheme that is tried",
    "workflow.results.scores.live": "as scored, on today's facts",
    "workflow.results.scores.compared": "two periods that the caller was given, side by side",
    "workflow.rewards.clawback.checklist.items": "what a clawback needs; its callers have asked to claw back",
    "workflow.rewards.clawback.checklist.published": "the number and the rules of a posted result, likewise",
    "workflow.rewards.clawback.clawing.until": "the last day to object; callers were given the clawback",
    "workflow.rewards.leaving.looked_at": "who left has no account: the secret of the link is what grants",
    "workflow.rewards.leaving.opened": "as looked_at, once for each link",
    "workflow.rewards.findings.every": "the register; callers have asked for pay or findings",
    "workflow.results.superiors.people": "ids of the actor's own people; callers have asked",
    "workflow.results.superiors.reaches": "yes or no, likewise",
    "workflow.results.what_if.tried.tried": "its callers have asked, and show moves only",
    "workflow.results.what_if.ripple.recomputed": "as tried, in every period that a change bears on",
    "workflow.results.what_if.ripple.ripple": "as tried, in every period that a change bears on",
    "workflow.results.what_if.ripple.posting": "its callers have asked to approve",
    "workflow.results.what_if.ripple.rests_on": "hashes and numbers of batches; callers have asked",
    "workflow.results.what_if.ripple.standing": "a final period for a pay run; its callers have asked",
    "workflow.rewards.payroll.paid_out": "sums of files; a statement shows the own one",
    "workflow.rewards.runs.worked_out": "what a period pays; callers have asked to run or approve it",
    "workflow.rewards.standing.of_person": "a statement; callers have asked, or it is the person's paper",
    "workflow.intake.batches.paid_otherwise": "whose pay a batch would change; callers tell numbers alone",
    "workflow.intake.bearing.touched": "which periods and people a batch bears on; callers have asked",
    "workflow.intake.bearing.settling": "how a batch is settled; callers have asked to bring or approve it",
    "workflow.intake.bearing.codes": "which measures a batch is about; callers have asked",
    "workflow.schemes.is_in_force": "yes or no",
    "workflow.results.shown.sheets": "everybody's results, as the actor is shown them; callers have asked",
    "workflow.results.shown.up_to": "as sheets, of several periods",
    "workflow.growth.reach.posted": "everybody's results, of which callers keep the one they have asked for",
    "workflow.results.shown.is_settled": "yes or no about a sheet that the caller was given",
    "workflow.reviews.drawing.ballots": "what superiors said, which is not confidential; callers have asked",
    "workflow.reviews.links.opened": "a customer has no account: the secret of the link is what grants",
    "workflow.reviews.links.answer": "as opened, once for each link",
    "workflow.reviews.standing.uses": "the scheme in force, which is public; callers have asked",
    "workflow.schemes.stored": "every version, drafts too; callers leave out what the actor may not see",
    "workflow.schemes.in_force": "the scheme in force, which is public in the branch",
    "workflow.schemes.next_version": "a number",
}
"""Public functions with a database and no actor, each with the reason."""


class Module(ast.NodeVisitor):
    """The functions of a module, with what each of them calls on behalf of the actor."""

    def __init__(self, name: str, text: str) -> None:
        self.name, self.names = name, {}
        self.functions: dict[str, ast.FunctionDef] = {}
        tree = ast.parse(text)
        self.visit(tree)
        for node in tree.body:
            if isinstance(node, ast.FunctionDef):
                self.names[node.name] = f"{name}.{node.name}"
                self.functions[f"{name}.{node.name}"] = node

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        for alias in node.names:
            self.names[alias.asname or alias.name] = f"{node.module}.{alias.name}"

    def asked(self, function: ast.FunctionDef) -> set[str]:
        """What `function` calls with its actor as the first argument, by full name."""
        found = set()
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and node.args and _first(node.args[0]) == "actor":
                found.add(self._full(node.func))
        return found

    def _full(self, function: ast.expr) -> str:
        if isinstance(function, ast.Name):
            return self.names.get(function.id, "")
        if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
            return f"{self.names.get(function.value.id, '')}.{function.attr}"
        return ""


def _first(argument: ast.expr) -> str:
    """The name of an argument, or of the first of several that are unpacked from a tuple."""
    if isinstance(argument, ast.Starred) and isinstance(argument.value, ast.Tuple):
        argument = argument.value.elts[0]
    return argument.id if isinstance(argument, ast.Name) else ""


def parameters(function: ast.FunctionDef) -> list[str]:
    return [a.arg for a in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)]


class Room:
    """All modules of a room, by their full names."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.functions, self.asked = {}, {}
        for name, text in texts.items():
            module = Module(name, text)
            self.functions |= module.functions
            self.asked |= {full: module.asked(node) for full, node in module.functions.items()}

    def asks(self, full: str, seen: frozenset[str] = frozenset()) -> bool:
        """Whether the function asks, itself or by way of one that takes the same actor first."""
        if full in ASKS:
            return True
        if full not in self.functions or full in seen or parameters(self.functions[full])[:1] != ["actor"]:
            return False
        return any(self.asks(called, seen | {full}) for called in self.asked[full])

    def open_doors(self) -> set[str]:
        """Public functions with a database that nobody is asked at."""
        return {
            full
            for full, node in self.functions.items()
            if not node.name.startswith("_") and "db" in parameters(node) and not self.asks(full)
        }


def room(path: Path) -> Room:
    files = sorted(path.rglob("*.py"))
    return Room({".".join(f.relative_to(ROOT).with_suffix("").parts): f.read_text("utf-8") for f in files})


def test_every_public_function_takes_the_actor_first_and_asks():
    workflow = room(ROOT / "workflow")
    assert sum("db" in parameters(node) for node in workflow.functions.values()) > 100
    assert workflow.open_doors() - set(FOR_THOSE_THAT_HAVE_ASKED) == set()


def test_the_list_names_nothing_that_asks_or_is_gone():
    assert set(FOR_THOSE_THAT_HAVE_ASKED) - room(ROOT / "workflow").open_doors() == set()


def test_no_page_and_no_view_reads_results_without_asking():
    """What is for those that have asked stays in the workflow, but for what is public."""
    public = {"folder", "next_version", "in_force", "described", "opened", "looked_at", "answer", "uses"}
    closed = {name for name in FOR_THOSE_THAT_HAVE_ASKED if name.rpartition(".")[2] not in public}
    for file in (f for part in ("pages", "views", "shell", "cli") for f in (ROOT / part).rglob("*.py")):
        module = Module("here", file.read_text("utf-8"))
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                assert module._full(node.func) not in closed, (file.name, node.lineno)


@pytest.mark.parametrize(
    ("body", "open_"),
    [
        ("def f(actor, db):\n    require(actor, 1)", False),
        ("def f(actor, db):\n    return g(actor, db)\ndef g(actor, db):\n    require(actor, 1)", False),
        (
            "def f(actor, db):\n    return _g(*(actor, db), 2)\ndef _g(actor, db, x):\n    require(actor, 1)",
            False,
        ),
        ("def f(actor, db):\n    return db", True),
        ("def f(db, actor):\n    require(actor, 1)", True),
        ("def f(db):\n    require(somebody, 1)", True),
        ("def f(actor, db):\n    require(somebody, 1)", True),
        ("def f(actor, db):\n    return f(actor, db)", True),
        ("def f(actor, db):\n    return _g(db)\ndef _g(db):\n    require(actor, 1)", True),
    ],
)
def test_the_reading_tells_who_asks_from_who_does_not(body, open_):
    found = Room({"m": f"from access.permissions import require\n{body}"}).open_doors()
    assert ("m.f" in found) == open_
