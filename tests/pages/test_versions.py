"""Every page in every state of a version, in both languages, for everybody, looked at twice."""

import pytest

from access.actor import Actor
from data import clock
from tests.branch import COMING, FIRST, LEAVE, SECOND, drafted
from tests.pages.visits import addresses, open_page, words
from workflow import schemes
from workflow.adoption import gate, lifecycle, retirement
from workflow.asked import comments

THIRD = Actor("third", "committee")
PEOPLE = (
    FIRST,
    SECOND,
    Actor("li", "president"),
    Actor("zhao", "data-officer"),
    Actor("someone", "manager", "CM01"),
    Actor("root", "admin"),
)


def proposed(db, reference):
    lifecycle.propose(FIRST, db, reference, COMING, "risk first")


def in_notice(db, reference):
    proposed(db, reference)
    for member in (SECOND, THIRD):
        lifecycle.vote(member, db, reference, approve=True)
    lifecycle.authorise(SECOND, db, reference, LEAVE)
    lifecycle.confirm_authorisation(THIRD, db, reference)
    lifecycle.give_notice(SECOND, db, reference)
    comments.comment(FIRST, db, reference, "seen")


def adopted(db, reference):
    in_notice(db, reference)
    lifecycle.reason(SECOND, db, reference, "P02", "the staff was heard")
    lifecycle.adopt(SECOND, db, reference, COMING, "decided")


def given_up(db, reference):
    adopted(db, reference)
    retirement.propose(FIRST, db, reference, "the head office took its leave back")
    retirement.vote(SECOND, db, reference, approve=True)
    retirement.vote(THIRD, db, reference, approve=False, why="too early")


def retired(db, reference):
    given_up(db, reference)
    retirement.vote(THIRD, db, reference, approve=True)
    retirement.give_notice(SECOND, db, reference)
    retirement.reason(SECOND, db, reference, "nobody was scored by it")
    lifecycle.retire(SECOND, db, reference, "laid aside")


STATES = {
    "draft": lambda db, reference: None,
    "proposed": proposed,
    "in-notice": in_notice,
    "adopted": adopted,
    "given-up": given_up,
    "retired": retired,
}


@pytest.mark.parametrize("state", STATES)
def test_every_page_stands_whatever_the_state_of_a_version(db, visit, state):
    reference = drafted(db)
    STATES[state](db, reference)
    info = schemes.scheme(FIRST, db, reference)
    assert info.status == {"given-up": "adopted"}.get(state, state)
    version = {"version": info.key}
    for actor in PEOPLE:
        # The later ones, each in a session of its own, find everything remembered.
        for look, lang in enumerate(("zh", "en", "zh")):
            app = visit(actor, addresses(actor)[0], lang)
            for address in addresses(actor):
                app = open_page(app, address, **(version if address == "schemes" else {}))
                where = (actor.username, address, lang, look)
                assert not app.exception, (where, [e.value for e in app.exception])
                assert app.title, where
                # What is chosen is a reference: Streamlit copies it, and keeps it while the facts change.
                held = [box.value for box in app.selectbox]
                assert all(isinstance(value, str | int | None) for value in held), (where, held)
    # What a committee decides on stands there: the difference, the staff's comments, the checks.
    app = visit(SECOND, "schemes", **version)
    text = words(app)
    assert "改了什么" in text and "员工意见" in text and "方案检查" in text


def test_another_version_to_compare_with_is_chosen_by_its_key(db, visit):
    info = schemes.scheme(FIRST, db, drafted(db))
    gate.requirements(SECOND, db, info, COMING, today=clock.today())
    app = visit(SECOND, "schemes", version=info.key)
    box = app.selectbox(f"diff-{info.key}")
    assert box.value == "x-branch@2"
    open_page(box.set_value("x-branch@1").run(), "schemes", version=info.key)
    assert not app.exception
