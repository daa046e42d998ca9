"""Questions about the scheme: who may ask, answer and read what, by every role."""

import pytest

from access import accounts
from access.actor import Actor, operator
from access.errors import AccessDenied
from access.permissions import ROLES
from scoring.scheme import SchemeReference
from tests.branch import FIRST_VERSION, GAO, LI, NING, refused
from workflow.asked import questions

ASKER = Actor("cm01", "manager", "CM01")
OTHER = Actor("cm02", "manager", "CM02")
DATA = Actor("data.zhao", "data-officer")
ADMIN = Actor("root", "admin")
EVERYBODY = {
    **{"president": LI, "committee": GAO, "manager": OTHER, "data-officer": DATA, "admin": ADMIN},
    **{role: Actor(role, role) for role in ("hr", "auditor")},
}


def ask(db, says="请假怎么算？", article=3, by=ASKER):
    return questions.ask(by, db, FIRST_VERSION, says, article)


def read(actor, db):
    return [q.says for q in questions.questions(actor, db, FIRST_VERSION)]


def waiting(actor, db):
    return [q for q in questions.unanswered(actor, db) if q.reference == FIRST_VERSION]


def test_what_nobody_has_answered_is_seen_by_who_asked_and_by_those_who_answer(db):
    ask(db)
    seen = {role: read(actor, db) for role, actor in EVERYBODY.items()}
    assert set(EVERYBODY) == set(ROLES)
    waits = ["请假怎么算？"]
    none = {role: [] for role in ("manager", "hr", "data-officer", "auditor", "admin")}
    assert seen == {"president": waits, "committee": waits, **none}
    assert read(ASKER, db) == waits
    (found,) = waiting(GAO, db)
    assert (found.asked_by, found.asker) == ("cm01", accounts.in_use(db, "cm01").display_name)


def test_an_answer_to_who_asked_alone_stays_between_the_two(db):
    number = ask(db)
    questions.answer(GAO, db, number, "按在岗天数折算", for_all=False)
    assert {role: len(read(actor, db)) for role, actor in EVERYBODY.items()} == {
        "president": 1,
        "committee": 1,
        "manager": 0,
        "data-officer": 0,
        "admin": 0,
        "hr": 0,
        "auditor": 0,
    }
    (own,) = questions.questions(ASKER, db, FIRST_VERSION)
    assert own.answer.says == "按在岗天数折算" and own.answer.by == "高主任"
    assert 0 <= (own.answer.at - own.asked_at).total_seconds() < 600  # Both in the branch's time.
    assert waiting(LI, db) == []


def test_an_answer_for_all_is_read_by_all_and_nobody_learns_who_asked(db):
    number = ask(db)
    questions.answer(GAO, db, number, "按在岗天数折算", for_all=True)
    for role, actor in EVERYBODY.items():
        (found,) = questions.questions(actor, db, FIRST_VERSION)
        assert (found.says, found.article, found.answer.for_all) == ("请假怎么算？", 3, True)
        assert bool(found.asker) == bool(found.asked_by)
        assert found.asked_by == ("cm01" if role in ("president", "committee") else "")
    assert questions.questions(ASKER, db, FIRST_VERSION)[0].asked_by == "cm01"
    questions.answer(NING, db, number, "改为只答复本人", for_all=False)  # the last answer holds
    assert read(OTHER, db) == []


def test_who_may_ask_answer_name_and_list(db):
    number = ask(db)
    may_ask = {"president", "committee", "manager", "data-officer", "hr"}
    may_answer = {"president", "committee"}
    for role, actor in EVERYBODY.items():
        calls = {
            "ask": lambda a=actor: ask(db, by=a),
            "withdraw": lambda a=actor: questions.withdraw(a, db, ask(db, by=a)),
            "answer": lambda a=actor: questions.answer(a, db, number, "x", for_all=True),
            "unanswered": lambda a=actor: questions.unanswered(a, db),
            "answering": lambda a=actor: questions.answering(a, db),
            "name": lambda a=actor: questions.name_contact(a, db, GAO.username),
        }
        for name, call in calls.items():
            if role in (may_ask if name in ("ask", "withdraw") else may_answer):
                call()
            else:
                with pytest.raises(AccessDenied):
                    call()
    with pytest.raises(AccessDenied):
        questions.questions(Actor("x", "nobody"), db, FIRST_VERSION)


def test_only_who_asked_takes_a_question_back_and_only_before_it_is_answered(db):
    number = ask(db)
    assert refused(questions.withdraw, OTHER, db, number) == "errors-question-unknown"
    questions.withdraw(ASKER, db, number)
    assert read(ASKER, db) == read(GAO, db) == []
    assert refused(questions.answer, GAO, db, number, "x", for_all=True) == "errors-question-unknown"
    second = ask(db)
    questions.answer(GAO, db, second, "x", for_all=False)
    assert refused(questions.withdraw, ASKER, db, second) == "errors-question-answered"


def test_what_cannot_be_asked_or_answered_is_refused(db):
    assert refused(ask, db, "  ") == "errors-question-empty"
    assert refused(ask, db, "x" * (questions.LONGEST + 1)) == "errors-question-long"
    assert refused(questions.ask, ASKER, db, SchemeReference("x", 9), "x") == "errors-scheme-unknown"
    assert refused(questions.answer, GAO, db, 77, "x", for_all=True) == "errors-question-unknown"
    assert refused(questions.name_contact, GAO, db, "cm01") == "errors-question-contact"


def test_the_trail_says_that_somebody_asked_and_never_what(db):
    number = ask(db, "为什么我的贷款不算")
    questions.answer(GAO, db, number, "因为是移交前的", for_all=False)
    with db.read() as cursor:
        said = cursor.execute(
            "SELECT action, detail::VARCHAR FROM audit ORDER BY seq DESC LIMIT 2"
        ).fetchall()
    assert {action for action, _ in said} == {"ask-question", "question-answered"}
    assert not any("贷款" in detail or "移交" in detail for _, detail in said)


def test_whom_to_ask_is_one_person_who_may_still_answer(db):
    questions.name_contact(GAO, db, NING.username)
    assert questions.contact(ASKER, db).username == NING.username
    questions.name_contact(operator("init"), db, LI.username)
    assert questions.contact(ADMIN, db).username == LI.username
