"""``manage.py may``: the verdict with its reason, in both languages."""

import json

import pytest

from access import accounts
from data.database import Database
from tests.access.who import ROOT, SECRET
from tests.cli.commands import manage
from tests.stored import on_roll
from workflow.branch import setup


@pytest.fixture(scope="module")
def branch(tmp_path_factory):
    """A real branch with four accounts, one of them out of use, and two people."""
    path = tmp_path_factory.mktemp("may") / "b.duckdb"
    db = Database.open(path, create=True)
    on_roll(db, 2)
    for name, role, manager in (
        *(("li", "president", None), ("zhao", "data-officer", None)),
        *(("gone", "committee", None), ("cm01", "manager", "CM01")),
    ):
        accounts.add(ROOT, db, name, role, SECRET, manager_id=manager)
    accounts.disable(ROOT, db, "gone")
    db.close()
    return path


def answer(branch, *arguments):
    done = manage("may", *arguments, "--json", db=branch)
    assert not done.stderr
    document = json.loads(done.stdout)
    assert document["allowed"] == (done.returncode == 0)
    return document


def test_a_yes_and_its_reason_in_both_languages(branch):
    done = manage("may", "li", "view-branch", db=branch)
    assert done.returncode == 0
    english, chinese = done.stdout.splitlines()
    assert english.startswith("Yes. li (Branch president)") and "answers for the branch" in english
    assert chinese.startswith("可以。li（支行行长）") and "对支行经营负责" in chinese


def test_a_no_names_the_roles_that_may(branch):
    done = manage("may", "zhao", "publish", db=branch)
    assert done.returncode == 1
    assert "Roles that may publish results: Branch president, Scheme committee." in done.stdout
    assert "支行行长、考核委员会" in done.stdout
    assert answer(branch, "zhao", "publish")["roles"] == ["president", "committee"]


@pytest.mark.parametrize(
    ("asked", "allowed", "reason"),
    [
        (("cm01", "view-scorecard"), True, "own-results"),
        (("cm01", "view-scorecard", "--manager", "CM01"), True, "own-results"),
        (("cm01", "view-scorecard", "--manager", "CM02"), False, "not-own"),
        (("li", "view-scorecard", "--manager", "CM02"), True, "coaches"),
        (("cm01", "view-branch"), False, "not-granted"),
    ],
)
def test_a_manager_and_whose_figures(branch, asked, allowed, reason):
    document = answer(branch, *asked)
    assert (document["allowed"], document["reason"]) == (allowed, reason)
    assert set(document["why"]) == {"zh", "en"}


def test_an_account_out_of_use_may_nothing(branch):
    document = answer(branch, "gone", "manage-accounts")
    assert not document["allowed"] and not document["in_use"] and "disabled" in document["why"]["en"]


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        (("nobody", "publish"), "cm01, gone, li, zhao."),
        (("li", "fly"), "view-branch, view-scorecard"),
        (("li", "view-scorecard", "--manager", "CM99"), "CM99"),
    ],
)
def test_what_is_unknown_is_one_sentence_that_says_what_there_is(branch, asked, named):
    done = manage("may", *asked, db=branch)
    assert done.returncode == 2 and not done.stdout
    assert named in done.stderr and "Traceback" not in done.stderr and len(done.stderr.splitlines()) == 1


def test_of_many_names_the_first_are_shown_and_all_are_counted(tmp_path):
    path = tmp_path / "many.duckdb"
    Database.open(path, create=True).close()
    assert "none yet" in manage("may", "nobody", "publish", db=path).stderr
    db = Database.open(path)
    setup.describe(ROOT, db, "演示", "Demo", demo=True)
    on_roll(db, 30)
    db.close()
    told = manage("may", "nobody", "publish", db=path).stderr
    assert "li.hangzhang" in told and "cm12" in told and "cm13" not in told and "(38 in all)" in told
    assert manage("may", "cm30", "view-scorecard", db=path).returncode == 0
