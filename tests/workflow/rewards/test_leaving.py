"""Who left keeps what is held, and sees it by a link that opens once and tells nobody else anything."""

import datetime as dt

import pytest

from access import audit
from data import clock
from tests.branch import GAO, bring, refused
from tests.workflow.rewards.steps import PERSON, granted
from workflow.rewards import leaving
from workflow.rewards.standing import Statement

pytestmark = pytest.mark.usefixtures("unpaid")

LEFT = dt.date(2026, 10, 31)


@pytest.fixture
def gone(db):
    """Somebody with deferred pay has left."""
    granted(db)
    bring(db, "people", [{"manager_id": PERSON, "left_on": LEFT}])
    audited(db)
    return db


def audited(db) -> None:
    """What is stored counts from now on."""
    db.write(lambda cursor: audit.append(cursor, GAO, "left", PERSON, {}))


def test_who_left_stays_with_what_is_held(gone):
    (one,) = leaving.gone(GAO, gone)
    assert (one.manager_id, one.left_on, one.held, one.link) == (PERSON, LEFT, 400_000, None)


def test_who_is_there_gets_no_link(db):
    granted(db)
    assert leaving.gone(GAO, db) == ()
    assert refused(leaving.issue, GAO, db, PERSON) == "errors-pay-link-nobody"


def test_a_link_opens_once(gone):
    token = leaving.issue(GAO, gone, PERSON).token
    assert leaving.looked_at(gone, token) is None
    assert leaving.looked_at(gone, token) is None  # looking uses nothing up
    found = leaving.opened(gone, token)
    assert isinstance(found, Statement) and found.manager_id == PERSON and found.balance.held == 400_000
    assert leaving.opened(gone, token) == leaving.looked_at(gone, token) == "used"
    (one,) = leaving.gone(GAO, gone)
    assert one.link is not None and one.link.used_at.date() == clock.today()


def test_a_link_expires_and_no_other_secret_opens(gone, monkeypatch):
    token = leaving.issue(GAO, gone, PERSON, 1).token
    head = gone.head()
    for wrong in ("", "a", token[:-1], token + "a"):
        assert leaving.opened(gone, wrong) == "unknown"
    later = audit.now() + dt.timedelta(days=1, minutes=1)
    monkeypatch.setattr(audit, "now", lambda: later)
    assert leaving.opened(gone, token) == "expired"
    assert gone.head() == head
    assert refused(leaving.issue, GAO, gone, PERSON, 91) == "errors-pay-link-days"


def test_neither_the_secret_nor_an_amount_is_kept(gone):
    token = leaving.issue(GAO, gone, PERSON).token
    leaving.opened(gone, token)
    with gone.read() as cursor:
        kept = cursor.execute("SELECT * FROM pay_link").fetchall()
        trail = cursor.execute("SELECT * FROM audit ORDER BY seq DESC LIMIT 2").fetchall()
    assert token not in str(kept) and token not in str(trail)
    assert "400000" not in str(trail) and trail[0][2:5] == ("link", "pay-link-opened", PERSON)
