"""What leaves the vault gives nobody's answer away: every branch of 3–12 people, every pattern of answers."""

import math
from functools import cache
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.reviews import Past, State, release, total
from tests.scoring.reviews import adversary
from tests.scoring.reviews.adversary import Seen

MOST = 11
"""Raters of one person in a branch of twelve."""


def peers(answers, raters=None, before=(), trim=0):
    names = [f"r{k}" for k in range(len(answers))] if raters is None else raters
    return release(answers, names, confidential=True, minimum=4, trim=trim, before=before)


def shown(figure):
    """Everything of a figure that can be read on any page, comparable."""
    return tuple(-1 if isinstance(v, float) and math.isnan(v) else v for v in vars(figure).values())


def spread(total, raters):
    """Answers that add up to `total`: a figure depends on nothing else (see the test of it)."""
    low, more = divmod(total, raters) if raters else (0, 0)
    return [low + (k < more) for k in range(raters)]


@pytest.mark.parametrize("trim", [0, 1])
@pytest.mark.parametrize("raters", range(1, MOST + 1))
def test_one_release_determines_no_answer_whoever_colludes(raters, trim):
    found = adversary.one_release(raters, lambda answers: shown(peers(answers, trim=trim)))
    # Who colludes with all others but one or none has nothing to work out from a figure.
    assert [f for f in found if raters >= 4] == []
    assert all(peers(answers).state is State.TOO_FEW for answers in adversary.patterns(raters)) == (
        raters < 4
    )


def test_the_adversary_finds_what_a_plain_mean_gives_away():
    # The mean of four answers is 5: all of them are. With two decimals and no rounding, most is given away.
    found = adversary.one_release(4, lambda answers: sum(answers) / 4)
    assert {"an answer", "all answers but one's own"} == {f.what for f in found}
    # Somebody joins: the difference of two means is the answer.
    exact = adversary.two_releases((4, 0, 1), lambda a, b: Seen((a / 4, b / 5), False, False))
    assert "an answer of now" in {f.what for f in exact}
    # A group of three is held back, and the next release has one more, who colludes.
    both = adversary.two_releases((3, 0, 1), lambda a, b: Seen(peers(spread(b, 4)).value, True, False))
    assert any(f.what.startswith("a mean that was held back") for f in both)


SIZES = [
    (both, before, now)
    for both, before, now in product(range(MOST + 1), repeat=3)
    if both and both + before + now <= MOST
]
"""Who answered for both releases, for the first alone and for the second alone. Without anybody for both
they have nothing to do with one another, and the test of one release says all."""


@cache
def first_figure(raters, total):
    return peers(spread(total, raters))


def second_figure(sizes, first, total):
    both, before, now = sizes
    names = [f"both{k}" for k in range(both)]
    past = Past(frozenset([*names, *(f"before{k}" for k in range(before))]), first)
    return peers(spread(total, both + now), [*names, *(f"now{k}" for k in range(now))], [past])


HIDDEN = {State.TOO_FEW, State.WITHHELD}


@pytest.mark.parametrize("both", range(1, MOST + 1))
def test_two_releases_determine_no_answer_and_no_hidden_mean_whoever_colludes(both):
    found = []
    for sizes in (s for s in SIZES if s[0] == both):
        seconds = {}

        def read(a, b, sizes=sizes, seconds=seconds):
            first = first_figure(sizes[0] + sizes[1], a)
            at = shown(first), b
            if at not in seconds:
                seconds[at] = second_figure(sizes, first, b)
            second = seconds[at]
            return Seen((shown(first), shown(second)), first.state in HIDDEN, second.state in HIDDEN)

        found += adversary.two_releases(sizes, read)
    assert found == []


@pytest.mark.parametrize("raters", [4, 5])
def test_no_single_person_is_found_out_when_every_person_is_looked_at(raters):
    # Without the argument that raters are interchangeable: every answer of every named person.
    seen = {}
    for answers in product(range(1, 6), repeat=raters):
        seen.setdefault(shown(peers(answers)), []).append(answers)
    for fits in seen.values():
        for person, colluder in product(range(raters), repeat=2):
            for told in range(1, 6):
                left = {a[person] for a in fits if a[colluder] == told} if person != colluder else set()
                assert len(left) != 1


@given(st.lists(st.integers(1, 5), min_size=1, max_size=30), st.randoms())
def test_a_figure_depends_on_nothing_but_the_sum(answers, random):
    mixed = spread(sum(answers), len(answers))
    random.shuffle(mixed)
    assert shown(peers(answers)) == shown(peers(mixed))


@given(st.lists(st.floats(1, 5), min_size=4, max_size=60))
def test_the_mean_lies_in_what_is_told_and_the_value_in_its_middle(answers):
    found = peers(answers)
    mean = sum(answers) / len(answers)
    assert found.state is State.SHOWN
    assert found.low - 1e-9 <= mean <= found.high + 1e-9
    assert found.value == (found.low + found.high) / 2


def test_a_mean_on_an_edge_belongs_to_the_cell_above_whatever_the_machine_makes_of_thirds():
    thirds = [1 + 1 / 3, 4 + 1 / 3, 4 + 1 / 3, 2.0]
    assert sum(thirds) / 4 == pytest.approx(3)
    assert (peers(thirds).low, peers(thirds).high) == (3.0, 3.5)
    assert (peers([5.0, 4.0, 3.0, 2.0]).low, peers([5, 4, 2, 2]).low) == (3.5, 3.0)


def test_the_best_and_the_worst_are_told_as_more_and_less():
    assert (peers([5] * 4).low, peers([5] * 4).value) == (3.5, 4.25)
    assert (peers([5] * 10).low, peers([5] * 10).value) == (4.5, 4.75)
    assert (peers([1] * 10).high, peers([1] * 10).value) == (1.75, 1.375)


def test_a_superiors_mean_is_told_as_it_is():
    found = release([4, 3.5], ["a", "b"], confidential=False, minimum=1)
    assert (found.state, found.value, found.points) == (State.EXACT, 3.75, 68.75)
    assert release([], [], confidential=False, minimum=1).state is State.NONE


def test_a_scheme_cannot_ask_for_fewer_than_four_colleagues():
    found = release([5, 5, 5], "abc", confidential=True, minimum=3)
    assert (found.state, found.needed) == (State.TOO_FEW, 4)
    assert release([5] * 5, "abcde", confidential=True, minimum=6).state is State.TOO_FEW


def test_the_same_raters_are_told_anew_nearly_the_same_may_be_carried():
    first = peers([5, 5, 5, 5, 4, 4, 5])
    names = [f"r{k}" for k in range(7)]
    past = Past(frozenset(names), first)
    again = peers([3, 3, 3, 3, 3, 3, 3], names, [past])
    assert (first.low, again.state, again.low) == (4.0, State.SHOWN, 3.0)
    # One colleague was replaced by another: the same opinion is carried, another one is told, more roughly.
    others = [*names[:6], "new"]
    same, other = peers([5, 5, 5, 5, 4, 4, 5], others, [past]), peers([2] * 7, others, [past])
    assert (same.state, same.value) == (State.CARRIED, first.value)
    assert (other.state, other.low, other.high) == (State.SHOWN, 2.0, 2.5)


def test_a_group_that_shrank_below_its_minimum_keeps_its_figure_where_hiding_it_would_tell_more():
    names = ["a", "b", "c", "d"]
    first = peers([3, 3, 2, 3], names)
    assert (first.low, first.high) == (2.5, 3.0)
    left = peers([3, 3, 2], names[:3], [Past(frozenset(names), first)])
    assert (left.state, left.value, left.raters) == (State.CARRIED, first.value, 3)
    # Colleagues of whom nothing was told before are held back as ever.
    assert peers([3, 3, 2], ["x", "y", "z"], [Past(frozenset(names), first)]).state is State.TOO_FEW


def test_a_total_is_made_of_what_is_shown_and_of_nothing_else():
    boss = release([4], ["s"], confidential=False, minimum=1)
    few, shown_ = peers([1, 1, 1]), peers([4, 4, 4, 5])
    weights = {"superior": 50, "peers": 30, "customers": 20}
    assert total({"superior": boss, "peers": shown_, "customers": few}, weights) == pytest.approx(
        (50 * 75 + 30 * 81.25) / 80
    )
    assert math.isnan(total({"peers": few, "self": boss}, weights))
