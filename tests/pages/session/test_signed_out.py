"""A session whose browser is not signed in any more shows nothing and does nothing."""

import pytest
from streamlit.testing.v1 import AppTest

from access import accounts, browsers, demo, sessions
from access.actor import operator
from tests.access.who import SECRET
from tests.pages.visits import words
from tests.places import ROOT

ZHAO, PRESIDENT = demo.STAFF[4], demo.STAFF[0]


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
