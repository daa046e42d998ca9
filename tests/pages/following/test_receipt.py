"""A scorecard is signed for on its page, and a superior is no longer shown it; looking writes nothing."""

import pytest

from access.actor import Actor
from access.demo import STAFF
from tests.branch import GAO, LI, NING, TANG, last
from tests.pages.visits import open_page, words
from workflow import receipts
from workflow.results import publishing

CM01 = Actor("cm01", "manager", "CM01")


def names(tables, kind):
    """Who stands in the table of a kind of matter."""
    _, rows = tables.get(f"attention-{kind}", ((), ()))
    return [row["id"] for row in rows]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_manager_signs_and_finds_it_signed_after_a_second_look(db, visit, tables, lang):
    visit(NING, "attention", lang)
    assert "CM01" in names(tables, "unread")
    head = db.head()
    app = visit(CM01, "scorecard", lang)
    assert not app.exception and db.head() == head
    app.text_area("receipt-remark").set_value("已阅，无异议")
    app.button("receipt-do").click().run()
    assert not app.exception and not app.error and "已阅，无异议" in words(app)
    assert db.head() == head + 1
    app = open_page(open_page(app, "trends"), "scorecard")
    assert not any(b.key == "receipt-do" for b in app.button) and "已阅，无异议" in words(app)
    tables.clear()
    visit(NING, "attention", lang)
    assert "CM01" not in names(tables, "unread")
    # The head of the team reads the remark, another committee member only that it is signed.
    assert "已阅，无异议" in words(visit(NING, "scorecard", lang, person="CM01"))
    other = words(visit(TANG, "scorecard", lang, person="CM01"))
    assert "已阅，无异议" not in other and receipts.receipt(TANG, db, "CM01", last(db)).sha256[:8] in other


def test_a_sheet_that_was_replaced_while_it_was_read_is_not_signed(db, visit):
    app = visit(CM01, "scorecard")
    publishing.reopen(GAO, db, last(db), "更正")
    app.button("receipt-do").click().run()
    assert receipts.receipt(LI, db, "CM01", last(db)) is None


def test_before_it_is_posted_nothing_is_signed(db, visit):
    publishing.reopen(GAO, db, last(db), "更正")
    app = visit(CM01, "scorecard", period=last(db).code)
    assert not app.exception and not any(b.key == "receipt-do" for b in app.button)
    assert not visit(STAFF[0], "scorecard", person="CM01", period=last(db).code).exception
