"""Signing in: who is let in, what it costs to be refused, and how many tries there are."""

import datetime as dt
import threading
import unicodedata

import pytest
from argon2 import PasswordHasher, extract_parameters

from access import accounts, audit, browsers, passwords, sign_in
from access.errors import SignInFailed
from access.local import tries
from access.local.brake import IN_ALL, PAUSES, TRIES, Brake, Key
from access.sign_in import authenticate
from data.stores import account_store
from tests.access.who import ROOT, SECRET

HOME = browsers.hashed("the browser at home")
COMPOSED, APART = unicodedata.normalize("NFC", "caf\u00e9 noir a Xi'an"), "cafe\u0301 noir a Xi'an"


def refused(db, name, password, browser=None):
    with pytest.raises(SignInFailed) as failure:
        authenticate(db, name, password, browser)
    return failure.value.key


@pytest.fixture
def hashes(monkeypatch):
    """What every hash that was worked out was compared with; each takes next to no time."""
    made, plain = [], PasswordHasher.verify

    def verify(self, stored, password):
        made.append(extract_parameters(stored))
        return plain(self, stored, password)

    monkeypatch.setattr(PasswordHasher, "verify", verify)
    return made


@pytest.fixture
def cheap(monkeypatch):
    """Only whether a password is compared is counted: comparing takes no time, and none is right."""
    compared = []
    monkeypatch.setattr(passwords, "matches", lambda stored, password: bool(compared.append(password)))
    return compared


def known(db):
    """The browser at home, in which zhao has signed in."""
    token, _ = browsers.begin(db, accounts.in_use(db, "zhao"))
    browsers.know(db, token, "the browser at home")
    return HOME


def test_the_right_password_opens_and_a_wrong_one_does_not(db):
    assert authenticate(db, "zhao", SECRET).role == "data-officer"
    assert refused(db, "zhao", "wrong") == "errors-signin-wrong"
    assert refused(db, "nobody", SECRET) == "errors-signin-wrong"


def test_case_and_width_of_a_name_and_how_a_keyboard_composes_letters_make_no_difference(db):
    accounts.add(ROOT, db, "caf\u00e9", "admin", APART)
    for name in ("caf\u00e9", "cafe\u0301", "CAF\u00c9", " ｃａｆé "):
        for password in (COMPOSED, APART):
            assert authenticate(db, name, password).username == "caf\u00e9"
    assert refused(db, "café", COMPOSED.upper()) == "errors-signin-wrong"


def test_a_name_from_before_there_was_a_rule_still_signs_in(db):
    def work(cursor):
        account_store.add(cursor, "Old Name", "旧", None, audit.now())
        for kind, value in (("role", "admin"), ("password", passwords.hashed(SECRET))):
            account_store.add_event(cursor, "Old Name", kind, value, audit.now(), "root")
        audit.append(cursor, ROOT, "add-account", "Old Name", {})

    db.write(work)
    assert authenticate(db, "Old Name", SECRET).username == authenticate(db, "old name", SECRET).username


def test_an_unknown_name_a_disabled_account_and_a_wrong_password_cost_the_same(db, hashes):
    accounts.add(ROOT, db, "gone", "admin", SECRET)
    accounts.add(ROOT, db, "stays", "admin", SECRET)
    accounts.add(ROOT, db, "elsewhere", "admin", None)
    accounts.disable(ROOT, db, "gone")
    for name, password in (("zhao", "wrong"), ("nobody", "wrong"), ("gone", SECRET), ("elsewhere", SECRET)):
        assert refused(db, name, password) == "errors-signin-wrong"
    assert len(hashes) == 4 and len(set(map(str, hashes))) == 1


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("zhao", "x" * 10_000_000),
        ("x" * 10_000_000, SECRET),
        ("zhao", "half a pair \ud800"),
        ("half \ud800", SECRET),
        ("zhao", ""),
    ],
    ids=["long password", "long name", "half a letter", "half a letter in the name", "nothing"],
)
def test_what_cannot_be_right_is_refused_at_once_and_without_a_traceback(db, hashes, name, password):
    assert refused(db, name, password) == "errors-signin-wrong"
    assert hashes == []


def test_what_is_stored_is_no_hash_or_nothing_and_opens_to_nobody():
    assert not passwords.matches("no hash at all", SECRET)
    assert not passwords.matches(None, SECRET)
    assert passwords.matches(passwords.hashed(SECRET), SECRET)


def test_five_wrong_tries_make_even_the_right_password_wait_and_say_for_how_long(db):
    for _ in range(TRIES):
        assert refused(db, "zhao", "wrong") == "errors-signin-wrong"
    with pytest.raises(SignInFailed) as failure:
        authenticate(db, "ZHAO", SECRET)
    assert (failure.value.key, failure.value.params) == ("errors-signin-wait", {"minutes": 1})


def test_a_right_password_and_a_new_one_give_all_tries_back(db):
    for _ in range(TRIES - 1):
        refused(db, "zhao", "wrong")
    authenticate(db, "zhao", SECRET)
    for _ in range(TRIES):
        assert refused(db, "zhao", "wrong") == "errors-signin-wrong"
    accounts.set_password(ROOT, db, "zhao", "another long one")
    assert authenticate(db, "zhao", "another long one")


def at_once(number, one_try):
    start, answers = threading.Barrier(number), []

    def guess(k):
        start.wait()
        answers.append(one_try(k))

    threads = [threading.Thread(target=guess, args=(k,)) for k in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_of_a_hundred_guesses_at_once_five_are_looked_at(db, cheap):
    answers = at_once(100, lambda k: refused(db, "zhao", f"guess {k}"))
    assert len(cheap) == TRIES
    assert sorted(answers) == ["errors-signin-wait"] * 95 + ["errors-signin-wrong"] * 5


def test_a_hash_costs_what_rfc_9106_asks_for_and_its_cost_is_that_of_nobodys(costly):
    made, nobodys = map(extract_parameters, (passwords.hashed(SECRET), passwords._nobodys()))
    assert made == nobodys
    assert (made.type.name, made.memory_cost, made.time_cost, made.salt_len) == ("ID", 64 * 1024, 3, 16)


def test_the_same_holds_with_real_hashes_and_for_a_name_that_nobody_has(db, costly, hashes):
    answers = at_once(20, lambda k: refused(db, "nobody", f"guess {k}"))
    assert len(hashes) == TRIES and answers.count("errors-signin-wait") == 15


def test_one_password_at_two_thousand_names_is_looked_at_sixty_times(db, cheap):
    answers = [refused(db, f"name{k}", "Spring2026!") for k in range(2_000)]
    assert len(cheap) == IN_ALL and answers.count("errors-signin-wait") == 2_000 - IN_ALL
    assert len(tries.brake) == IN_ALL


def test_strangers_keep_nobody_out_of_the_own_browser(db):
    home = known(db)
    for _ in range(TRIES):
        refused(db, "zhao", "wrong")
    for k in range(IN_ALL):
        tries.brake.admit(Key(f"{k}"))
    assert refused(db, "zhao", SECRET) == "errors-signin-wait"
    assert refused(db, "zhao", SECRET, browsers.hashed("another browser")) == "errors-signin-wait"
    assert authenticate(db, "zhao", SECRET, home).username == "zhao"
    # What happens there gives strangers no tries back.
    assert refused(db, "zhao", SECRET) == "errors-signin-wait"


def test_the_own_browser_has_tries_of_its_own_and_is_nobody_elses(db):
    home = known(db)
    for _ in range(TRIES):
        assert refused(db, "zhao", "wrong", home) == "errors-signin-wrong"
    assert refused(db, "zhao", SECRET, home) == "errors-signin-wait"
    accounts.add(ROOT, db, "wang", "data-officer", SECRET)
    for _ in range(TRIES):
        assert refused(db, "wang", "wrong", home) == "errors-signin-wrong"
    assert refused(db, "wang", SECRET) == "errors-signin-wait", "a stranger there, it used strangers' tries"


def test_a_name_that_waits_still_waits_after_a_restart(db, monkeypatch):
    for _ in range(TRIES):
        refused(db, "zhao", "wrong")
    monkeypatch.setattr(tries, "brake", Brake())
    with pytest.raises(SignInFailed, match="errors-signin-wait"):
        authenticate(db, "zhao", SECRET)
    later = audit.now() + dt.timedelta(seconds=PAUSES[0] + 1)
    monkeypatch.setattr(audit, "now", lambda: later)
    monkeypatch.setattr(tries, "brake", Brake())
    for _ in range(TRIES):
        assert refused(db, "zhao", "wrong") == "errors-signin-wrong"
    with pytest.raises(SignInFailed) as failure:
        authenticate(db, "zhao", SECRET)
    assert failure.value.params == {"minutes": 2}, "the second time in a row it waits for longer"


def test_what_is_typed_as_a_name_is_stored_and_kept_so_that_nobody_reads_it(db, cheap):
    for _ in range(TRIES):
        refused(db, "my password in the wrong field", "wrong")
    assert all(len(key.name) == 64 for key in tries.brake._tries)
    with db.read() as cursor:
        rows = cursor.execute("SELECT name_sha256 FROM waiting_name").fetchall()
    assert rows == [(tries.hashed("my password in the wrong field"),)]


def test_the_own_password_is_asked_for_again_and_guessing_it_has_an_end(db):
    sign_in.require_right(db, "zhao", SECRET, "token")
    for _ in range(TRIES):
        with pytest.raises(SignInFailed, match="errors-password-old"):
            sign_in.require_right(db, "zhao", "wrong", "token")
    with pytest.raises(SignInFailed, match="errors-signin-wait"):
        sign_in.require_right(db, "zhao", SECRET, "token")
    assert authenticate(db, "zhao", SECRET)
