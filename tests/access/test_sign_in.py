"""Signing in: who is let in, what it costs to be refused, and how many tries there are."""

import threading
from unittest import mock

import pytest
from argon2 import PasswordHasher, extract_parameters

from access import accounts, passwords
from access.errors import SignInFailed
from access.sign_in import PAUSE, TRIES, LockOut, authenticate
from tests.access.who import ROOT, SECRET


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def refused(db, name, password):
    with pytest.raises(SignInFailed) as failure:
        authenticate(db, name, password)
    return failure.value.key


def test_the_right_password_opens_and_a_wrong_one_does_not(db):
    assert authenticate(db, "zhao", SECRET).role == "data-officer"
    assert refused(db, "zhao", "wrong") == "errors-signin-wrong"
    assert refused(db, "nobody", SECRET) == "errors-signin-wrong"


def test_an_unknown_name_a_disabled_account_and_a_wrong_password_cost_the_same(db):
    accounts.add(ROOT, db, "gone", "admin", SECRET)
    accounts.disable(ROOT, db, "gone")
    costs = []
    plain = PasswordHasher.verify

    def verify(self, stored, password):
        costs.append(extract_parameters(stored))
        return plain(self, stored, password)

    with mock.patch.object(PasswordHasher, "verify", verify):
        for name, password in (("zhao", "wrong"), ("nobody", "wrong"), ("gone", SECRET)):
            assert refused(db, name, password) == "errors-signin-wrong"
    assert len(costs) == 3 and costs[0] == costs[1] == costs[2]


def test_what_is_stored_is_no_hash_or_nothing_and_opens_to_nobody():
    assert not passwords.matches("no hash at all", SECRET)
    assert not passwords.matches(None, SECRET)
    assert passwords.matches(passwords.hashed(SECRET), SECRET)


def test_five_wrong_tries_make_even_the_right_password_wait(db):
    for _ in range(TRIES):
        assert refused(db, "zhao", "wrong") == "errors-signin-wrong"
    assert refused(db, "zhao", SECRET) == "errors-signin-wait"


def test_a_right_password_and_a_new_one_give_all_tries_back(db):
    for _ in range(TRIES - 1):
        refused(db, "zhao", "wrong")
    authenticate(db, "zhao", SECRET)
    for _ in range(TRIES):
        assert refused(db, "zhao", "wrong") == "errors-signin-wrong"
    accounts.set_password(ROOT, db, "zhao", "another long one")
    assert authenticate(db, "zhao", "another long one")


def test_after_the_pause_a_name_may_be_tried_again_and_waiting_is_not_prolonged_by_trying():
    clock = Clock()
    lock_out = LockOut(clock)
    assert [lock_out.admits("a") for _ in range(TRIES + 1)] == [True] * TRIES + [False]
    clock.now = PAUSE - 1
    assert not lock_out.admits("a") and lock_out.admits("b")
    clock.now = PAUSE
    assert lock_out.admits("a")


def test_names_are_forgotten_once_they_are_old_and_never_more_than_the_limit_are_kept():
    clock = Clock()
    lock_out = LockOut(clock, names=100)
    for k in range(1000):
        clock.now += 0.001
        lock_out.admits(f"name {k}")
        assert len(lock_out) <= 100
    clock.now += PAUSE
    lock_out.admits("later")
    assert len(lock_out) == 1


def test_a_name_that_waits_is_the_last_to_be_forgotten():
    lock_out = LockOut(Clock(), names=10)
    for _ in range(TRIES):
        lock_out.admits("target")
    for k in range(8):
        lock_out.admits(f"other {k}")
    assert not lock_out.admits("target")
    for k in range(8, 16):
        lock_out.admits(f"other {k}")
    assert not lock_out.admits("target")


def test_what_is_typed_as_a_name_is_not_kept_to_be_read():
    lock_out = LockOut()
    lock_out.admits("my password, in the wrong field " * 1000)
    lock_out.admits("half a pair \ud800")
    assert all(len(key) == 32 for key in lock_out._tries)


def test_tries_at_the_same_time_do_not_pass_together():
    lock_out, admitted = LockOut(), []
    start = threading.Barrier(20)

    def one_try():
        start.wait()
        admitted.append(lock_out.admits("zhao"))

    threads = [threading.Thread(target=one_try) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(admitted) == TRIES
