"""At every door of the workflow every role knocks, about oneself, one's own and others."""

import collections

import pytest

from access.errors import AccessDenied
from data.database import Database
from data.reading.columns.kinds import KINDS
from tests.branch import GAO, copied
from tests.rights.doors import WHO, doors, told
from tests.rights.table import TABLE, WORDS, goes
from tests.rights.world import OWN, knock, persons, world
from workflow.intake import batches
from workflow.results import publishing

EFFECTS = ("intake.batches.effect", "intake.batches.effect_of", "appeals.bearing.follows")
"""Corrections show which scores they move, to those who bring and approve them."""
NO_RESULTS = ("intake", "keeping", "branch", "calendar", "trail")
"""Subjects in which nothing depends on whether a period is posted."""


@pytest.fixture(scope="module")
def branch(demo_file, tmp_path_factory):
    db = Database.open(copied(demo_file, tmp_path_factory.mktemp("doors") / "doors.duckdb"))
    yield world(db)
    db.close()


@pytest.fixture(scope="module")
def answers(branch):
    """What came of every knock: (door, letter, person) → Answer. What is allowed is done and taken back; what
    is to be refused could write."""
    db, kept, found = branch.db, branch.db.write, {}
    for name in WORDS.keys() & doors().keys():
        for letter in WHO:
            for person in persons(branch, name):
                db.write = db.trial if goes(WORDS[name], letter, person, OWN, branch.led) else kept
                head = db.head()
                found[name, letter, person] = knock(branch, letter, name, person)
                assert db.head() == head, (name, letter, person)
    db.write = kept
    return found


def test_every_door_has_a_word():
    assert set(doors()) == set(WORDS)
    assert sum(len(names.split()) for words in TABLE.values() for names in words.values()) == len(WORDS)


def test_everybody_gets_through_where_the_table_says_and_nowhere_else(branch, answers):
    wrong = [
        f"{name}: {letter} about {person} {'gets through' if one.let else 'is refused'}"
        for (name, letter, person), one in sorted(answers.items())
        if one.let != goes(WORDS[name], letter, person, OWN, branch.led)
    ]
    assert wrong == []


def test_most_doors_are_gone_through_and_not_only_stopped_at(answers):
    """Where a knock ends in another error, nothing was looked at; that is the lesser part."""
    through = {name for (name, _, _), one in answers.items() if one.let and one.told is None}
    assert len(through) > 0.7 * len(WORDS)


def test_a_refusal_names_the_person_who_knocks_and_nothing_else(answers):
    for (name, letter, person), one in answers.items():
        if not one.let and one.told is not None:
            said = set(one.told) - {"actor", "action", "by", "number"}
            assert not said, (name, letter, person)


@pytest.mark.parametrize("letter", "MHDAP")
def test_nobody_is_handed_what_others_are_paid_but_who_may_see_it(branch, answers, letter):
    """But the committee, the auditor and the person."""
    of_others = [who for who in branch.pays if (letter, who) != ("M", OWN)]
    wanted = {figure for who in of_others for figure in branch.pays[who]}
    _holds_none(answers, letter, wanted - branch.pays[OWN] if letter == "M" else wanted)


@pytest.mark.parametrize("letter", "DA")
def test_who_keeps_data_or_accounts_is_handed_nobodys_total(branch, answers, letter):
    _holds_none(answers, letter, {total for found in branch.totals.values() for total in found.values()})


def test_a_manager_is_handed_nobody_elses_total(branch, answers):
    """Totals are rounded, so that some are the same as another figure of one's own: told is a total beside
    the one who has it, or several of one period."""
    others = branch.pays.keys() - {OWN}
    wrong = set()
    for (name, letter, _), one in answers.items():
        if letter != "M" or one.found is None:
            continue
        said = told(one.found)
        named = {who for who in others if any(who in text for text in said.texts)}
        for period, found in branch.totals.items():
            hit = {who for who in others if found.get(who, found[OWN]) in said.figures - {found[OWN]}}
            if hit & named or len(hit) > 3:
                wrong.add((name, period, *sorted(hit)))
    assert wrong == set()


def test_a_period_that_is_not_posted_is_told_to_those_who_answer_for_it_and_to_nobody_else(branch, answers):
    """After the other tests, as the newest period is opened again."""
    period = branch.known["period"]
    publishing.reopen(GAO, branch.db, period, "口径更正")
    kept, branch.db.write = branch.db.write, branch.db.trial
    found = {}
    for name, word in WORDS.items():
        for letter in "MHDA":
            for person in () if name.partition(".")[0] in NO_RESULTS else persons(branch, name):
                if goes(word, letter, person, OWN, branch.led):
                    found[name, letter, person] = knock(branch, letter, name, person)
    branch.db.write = kept
    earlier = {total for code, of in branch.totals.items() if code != period.code for total in of.values()}
    for letter in "MHDA":
        _holds_none(found, letter, set(branch.totals[period.code].values()) - earlier, least=5)


def _holds_none(answers, letter, wanted, least=10):
    assert len(wanted) >= least
    wrong = collections.defaultdict(set)
    for (name, who, _), one in answers.items():
        if who == letter and name not in EFFECTS and one.found is not None:
            wrong[name] |= told(one.found).figures & wanted
    assert {name: hits for name, hits in wrong.items() if hits} == {}


def test_the_search_for_figures_finds_them_where_they_may_be_seen(branch, answers):
    """Else the tests above would pass by looking nowhere."""
    totals = {total for found in branch.totals.values() for total in found.values()}
    pays = {figure for one in branch.pays.values() for figure in one}
    for name in ("results.scores.history", "board.leaderboard.leaderboard", "adoption.impact.latest"):
        assert len(told(answers[name, "U", OWN].found).figures & totals) > 5, name
    assert OWN in told(answers["adoption.impact.latest", "M", OWN].found).texts
    assert told(answers["rewards.standing.statement", "U", OWN].found).figures & pays
    assert told(answers["rewards.runs.run", "C", OWN].found).figures & pays


@pytest.mark.parametrize("kind", sorted(set(KINDS) - set(batches.OF_PEOPLE)))
def test_human_resources_bring_nothing_but_people(branch, kind):
    with pytest.raises(AccessDenied):
        batches.bring(WHO["H"], branch.db, kind, None, "为什么", {})
