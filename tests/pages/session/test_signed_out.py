"""A session whose browser is not signed in any more shows nothing and does nothing."""

import pytest
from streamlit.testing.v1 import AppTest

from access import accounts, browsers, demo, sessions
from access.actor import operator
from shell import context
from tests.access.who import SECRET
from tests.pages.visits import open_page, words
from tests.places import ROOT

ZHAO, PRESIDENT = demo.STAFF[4], demo.STAFF[0]
GAO = next(a for a in demo.STAFF if a.username.endswith("gao"))


def signed_in(db, actor):
    app = AppTest.from_file(str(ROOT / "shell" / "dashboard.py"), default_timeout=60)
    token, session = browsers.begin(db, actor)
    sessions.keep(app.session_state, session)
    return app.run(), browsers.hashed(token)


def test_a_disabled_account_is_out_at_the_next_click(db):
    root = operator("root")
    accounts.add(root, db, "lin", "president", SECRET, must_change=False)
    app, _ = signed_in(db, accounts.in_use(db, "lin"))
    assert not app.exception and "sign-out" in {b.key for b in app.button}
    accounts.disable(root, db, "lin")
    app.run()
    assert "账号已停用" in words(app)
    assert "sign-out" not in {b.key for b in app.button}


@pytest.mark.parametrize("why", ["left", "everywhere", "idle"])
def test_what_is_kept_for_the_person_is_forgotten_with_the_sign_in(db, why):
    app, token = signed_in(db, PRESIDENT)
    app.session_state["half-written"] = "a secret"
    browsers.end(db, token, why)
    app.run()
    assert "half-written" not in app.session_state
    assert sessions.current(app.session_state) is None


def test_what_a_browser_still_sends_of_the_page_before_does_nothing(db, monkeypatch):
    monkeypatch.setattr(context, "_cookie", lambda: None)
    # Until the page after signing out is drawn, each message brings what stood in the fields before.
    app, _ = signed_in(db, GAO)
    open_page(app, "rewards")
    before = app._tree.get_widget_states()
    app.toggle("pay-individuals").set_value(True)
    with_a_change = app._tree.get_widget_states()
    app.button("sign-out").click().run()
    assert sessions.current(app.session_state) is None
    done = db.head()
    for message in (before, with_a_change):
        app._run(message)
        assert not app.exception and not app.error
    assert db.head() == done


def test_a_change_that_comes_with_the_sign_out_is_no_fault(db, monkeypatch):
    monkeypatch.setattr(context, "_cookie", lambda: None)
    app, _ = signed_in(db, GAO)
    open_page(app, "rewards")
    app.toggle("pay-individuals").set_value(True)
    app.button("sign-out").click()
    message = app._tree.get_widget_states()
    message.widgets.reverse()
    app._run(message)
    assert not app.exception and not app.error
    assert sessions.current(app.session_state) is None
