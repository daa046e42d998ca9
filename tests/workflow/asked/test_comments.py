"""Comments on the scheme are answered with what was decided, by somebody else, and change the handbook."""

import pytest

from access.actor import Actor
from access.errors import AccessDenied
from tests.branch import COMING, FIRST, MANAGER, PRESIDENT, SECOND, SECOND_VERSION, drafted, refused
from workflow import schemes
from workflow.adoption import lifecycle
from workflow.asked import comments

OTHER = Actor("other", "manager", "CM02")


@pytest.fixture
def reference(db):
    found = drafted(db)
    lifecycle.propose(FIRST, db, found, COMING, "why")
    return found


def said(db, reference, by=MANAGER, text="续贷的客户也应计入"):
    comments.comment(by, db, reference, text)
    return comments.comments(FIRST, db, reference)[-1].event_id


def test_what_was_decided_stands_with_the_comment_for_whoever_may_read_it(db, reference):
    number = said(db, reference)
    assert [c.event_id for c in comments.undecided(SECOND, db)] == [number]
    comments.decide(SECOND, db, number, "partly", "先按一半计入，半年后再议")
    (own,) = comments.comments(MANAGER, db, reference)
    assert (own.decided.decision, own.decided.says, own.decided.by) == (
        "partly",
        "先按一半计入，半年后再议",
        "second",
    )
    assert 0 <= (own.decided.at - own.at).total_seconds() < 600  # Both in the branch's time.
    assert comments.comments(OTHER, db, reference) == () and comments.undecided(SECOND, db) == ()
    comments.decide(PRESIDENT, db, number, "taken", "全部计入")
    assert comments.comments(MANAGER, db, reference)[0].decided.decision == "taken"


def test_who_decides(db, reference):
    number = said(db, reference)
    for refused_role in (MANAGER, OTHER, Actor("d", "data-officer"), Actor("a", "admin")):
        with pytest.raises(AccessDenied):
            comments.decide(refused_role, db, number, "taken", "x")
        with pytest.raises(AccessDenied):
            comments.undecided(refused_role, db)
    own = said(db, reference, by=FIRST)
    assert refused(comments.decide, FIRST, db, own, "noted", "x") == "errors-comment-own"
    assert refused(comments.decide, FIRST, db, number, "taken", " ") == "errors-reason-needed"
    assert refused(comments.decide, FIRST, db, number, "perhaps", "x") == "errors-comment-decision"
    assert refused(comments.decide, FIRST, db, 10_000, "taken", "x") == "errors-comment-unknown"
    # What the committee says among itself asks for no decision.
    assert [c.event_id for c in comments.undecided(SECOND, db)] == [number]


def test_a_draft_is_nobodys_to_read_by_its_comments(db):
    draft = drafted(db)
    with pytest.raises(Exception, match="errors-scheme-unknown"):
        comments.comments(MANAGER, db, draft)


def texts(db, reference):
    """What was taken here; the invented branch has said things before."""
    found = comments.taken(MANAGER, db, schemes.scheme(FIRST, db, reference))
    return [c.text for c in found if "续贷" in c.text]


def test_the_comments_that_were_taken_follow_the_version_that_was_made_of_them(db, reference):
    held = said(db, SECOND_VERSION, text="现行方案：续贷应计入")
    comments.decide(SECOND, db, held, "taken", "下一版计入")
    number = said(db, reference)
    for kind in ("not-taken", "noted"):
        comments.decide(SECOND, db, number, kind, "暂不")
        assert texts(db, reference) == ["现行方案：续贷应计入"]
    comments.decide(SECOND, db, number, "taken", "计入")
    info = schemes.scheme(FIRST, db, reference)
    found = comments.taken(OTHER, db, info)
    assert [(c.reference, c.decision, c.says) for c in found[-2:]] == [
        (SECOND_VERSION, "taken", "下一版计入"),
        (reference, "taken", "计入"),
    ]
    # Nothing of who said it.
    assert not any(hasattr(c, name) for c in found for name in ("by", "name", "role"))
