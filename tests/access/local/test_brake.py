"""The brake on guessing: pauses that grow, a limit for all strangers, bounded memory."""

import pytest

from access.local.brake import FORGOTTEN, IN_ALL, MINUTE, PAUSES, TRIES, Brake, Key, Pause

A, B, HOME = Key("a"), Key("b"), Key("a", "home")


class Clock:
    now = 1_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def brake(clock):
    return Brake(clock, names=100)


def tried(brake, key, times):
    return [brake.admit(key) for _ in range(times)]


def test_pauses_are_short_and_grow_and_waiting_is_not_prolonged_by_trying(brake, clock):
    for pause in (*PAUSES, PAUSES[-1]):
        assert tried(brake, A, TRIES) == [0] * TRIES
        assert brake.admit(A) == pause
        clock.now += pause - 1
        assert tried(brake, A, 3) == [1, 1, 1] and brake.admit(B) == 0
        clock.now += 1
        brake.right(B)
    assert PAUSES[0] <= 60 and max(PAUSES) <= 15 * 60, "nobody is locked out for good"


def test_a_right_password_or_a_day_without_a_try_forgets_the_wrong_ones(brake, clock):
    tried(brake, A, TRIES)
    clock.now += PAUSES[0]
    brake.admit(A)
    brake.right(A)
    tried(brake, A, TRIES)
    assert brake.admit(A) == PAUSES[0]
    clock.now += FORGOTTEN
    tried(brake, A, TRIES)
    assert brake.admit(A) == PAUSES[0]


def test_right_ones_take_nothing_from_what_all_strangers_have(brake):
    for k in range(5 * IN_ALL):
        assert brake.admit(Key(f"{k}")) == 0
        brake.right(Key(f"{k}"))


def test_all_strangers_together_wait_once_there_were_too_many_and_known_browsers_do_not(brake, clock):
    for k in range(IN_ALL):
        clock.now += 0.5
        assert brake.admit(Key(f"{k}")) == 0
    assert brake.admit(B) == pytest.approx(MINUTE - 0.5 * (IN_ALL - 1))
    assert brake.admit(HOME) == 0
    clock.now += MINUTE
    assert brake.admit(B) == 0


def test_no_more_names_are_kept_than_the_limit_and_it_takes_hours_to_push_one_out(brake, clock):
    assert 10 * max(PAUSES) < 10_000 / IN_ALL * MINUTE
    for k in range(1_000):
        clock.now += MINUTE / IN_ALL
        brake.admit(Key(f"{k}"))
        assert len(brake) <= 100


def test_a_pause_is_told_forgiven_and_taken_over_from_the_process_before(brake, clock):
    assert brake.pause("a") is None
    tried(brake, A, TRIES)
    tried(brake, HOME, TRIES)
    clock.now += 20
    assert brake.pause("a") == Pause(1, PAUSES[0] - 20)
    after = Brake(clock)
    after.restore("file", lambda: [("a", brake.pause("a"))])
    assert after.admit(A) == PAUSES[0] - 20
    after.restore("file", lambda: pytest.fail("once"))
    brake.forgive("a")
    assert brake.admit(A) == brake.admit(HOME) == 0
