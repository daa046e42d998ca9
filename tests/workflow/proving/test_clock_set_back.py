"""What was decided last holds, whatever the machine's clock said: the order of entries counts."""

import datetime as dt

import pytest

from access import accounts, audit, passwords
from access.actor import Actor
from access.errors import SignInFailed
from access.sign_in import authenticate
from data.stores.intake import import_store
from tests.access.who import ROOT, SECRET
from tests.branch import ZHAO, refused
from workflow.intake import batches, imports
from workflow.results import proof

WANG = Actor("wang", "data-officer")
FORMER = dt.timedelta(days=400)


@pytest.fixture
def set_back(monkeypatch):
    """The clock, from now on, of 400 days ago."""
    now = audit.now
    return lambda: monkeypatch.setattr(audit, "now", lambda: now() - FORMER)


def test_an_approved_batch_stays_approved_and_is_not_approved_again(db, tmp_path, set_back):
    path = tmp_path / "people.csv"
    path.write_text("manager_id,name,team\nK01,员工一,城东组\n", encoding="utf-8")
    batch = imports.import_file(ZHAO, db, "people", path).batch
    set_back()
    imports.approve(WANG, db, batch)
    (one,) = (b for b in batches.batches(ZHAO, db) if b.batch_id == batch)
    assert one.status == import_store.APPROVED
    assert refused(imports.approve, WANG, db, batch) == "errors-batch-decided"
    assert refused(imports.reject, WANG, db, batch, "不对") == "errors-batch-decided"
    assert proof.verify(ZHAO, db).clean


def test_a_new_password_role_and_end_of_an_account_hold(empty, set_back, monkeypatch):
    # Whatever is stored is the password itself: what counts is which one is asked for.
    monkeypatch.setattr(passwords, "hashed", lambda password: password)
    monkeypatch.setattr(passwords, "matches", lambda stored, password: stored == password)
    accounts.add(ROOT, empty, "yan", "data-officer", SECRET)
    set_back()
    accounts.set_password(ROOT, empty, "yan", "another long secret")
    accounts.set_role(ROOT, empty, "yan", "hr")
    assert authenticate(empty, "yan", "another long secret").role == "hr"
    with pytest.raises(SignInFailed):
        authenticate(empty, "yan", SECRET)
    accounts.disable(ROOT, empty, "yan")
    with pytest.raises(SignInFailed):
        authenticate(empty, "yan", "another long secret")
